"""Compare what the rules say of public e-invoices with the official outcomes, and write docs/quality/en16931.md.

Run as `python tools/quality_rules.py [CORPORA_DIR]`; the default is `../shared/corpora` beside the repository. It also
prints the processor time of parsing and checking whole invoices.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from bursar.formats.einvoice.validation import validate_invoice  # noqa: E402 - run as a script, the paths come first.

DEFAULT_CORPORA: Final = ROOT.parent / "shared" / "corpora"
TARGET: Final = ROOT / "docs" / "quality" / "en16931.md"
TARGET_MILLISECONDS: Final = 30
REPEATS: Final = 3
SETS: Final = ("en16931", "peppol", "xrechnung_3.0")  # As the answers name them; the first is run on every document.
INTRODUCTION: Final = """
Made by `python tools/quality_rules.py`; do not edit. The files are public test data of other projects and are not part
of this repository. The official outcomes are those of the Schematron of EN 16931 (release 1.3.16) and, where a document
names such a profile, of Peppol BIS Billing and XRechnung.
""".replace("\n", " ").strip()
NEVER: Final = """
BR-CO-05 to BR-CO-08 ask whether a code and a text mean the same, which no program decides; officially they always pass.
In UBL the official tests of BR-DEC-13 and BR-DEC-15 look for the currency where it never stands, so they always pass.
""".replace("\n", " ").strip()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a document is expected to do to a rule, and what it does here."""

    file: str
    rule: str
    expected: str
    actual: str

    @property
    def agrees(self) -> bool:
        """Whether both are the same."""
        return self.expected == self.actual


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole invoice: what the official rules say, and what is said here."""

    file: str
    expected: frozenset[str]
    actual: frozenset[str]
    valid_expected: bool
    valid: bool
    warnings_expected: frozenset[str]
    warnings: frozenset[str]

    @property
    def agrees(self) -> bool:
        """Whether the verdict and the rules that make the document invalid are the same."""
        return self.valid is self.valid_expected and self.expected == self.actual


def unit_outcomes(corpora: Path) -> list[Outcome]:
    """Run all labelled outcomes of single rules."""
    folder = corpora / "einvoice" / "rule-units-en16931"
    found: list[Outcome] = []
    for unit in json.loads((folder / "expected.json").read_text("utf-8")):
        failures = validate_invoice((folder / unit["file"]).read_bytes()).failures
        actual = {failure.rule: failure.severity for failure in failures}
        found.extend(
            Outcome(unit["file"], one["rule"], one["expect"], actual.get(one["rule"], "pass")) for one in unit["expect"]
        )
    return found


def whole_invoices(corpora: Path) -> list[Whole]:
    """Check every whole invoice that has a verdict."""
    folder = corpora / "einvoice"
    verdicts = json.loads((folder / "verdicts.json").read_text("utf-8"))
    found: list[Whole] = []
    for name, verdict in verdicts.items():
        said = validate_invoice((folder / name).read_bytes())
        warned = {rule for set_ in SETS for rule in verdict.get(set_, {}).get("warning", ())}
        found.append(
            Whole(
                file=name,
                expected=frozenset(verdict["fatal_rules"]),
                actual=frozenset(failure.rule for failure in said.failures if failure.severity == "fatal"),
                valid_expected=verdict["valid"],
                valid=said.valid,
                warnings_expected=frozenset(warned),
                warnings=frozenset(failure.rule for failure in said.failures if failure.severity == "warning"),
            )
        )
    return found


def milliseconds(corpora: Path, *, repeats: int = REPEATS) -> list[float]:
    """Measure the processor time of parsing and checking each whole invoice: the best of a few runs, sorted."""
    folder = corpora / "einvoice"
    taken: list[float] = []
    for name in json.loads((folder / "verdicts.json").read_text("utf-8")):
        data = (folder / name).read_bytes()
        runs: list[float] = []
        for _ in range(repeats):
            begun = time.process_time()
            validate_invoice(data)
            runs.append((time.process_time() - begun) * 1000)
        taken.append(min(runs))
    return sorted(taken)


def _share(label: str, agreeing: int, of: int) -> str:
    return f"| {label} | {of} | {agreeing} | {of - agreeing} |"


def _listed(rules: Iterable[str]) -> str:
    return ", ".join(sorted(rules)) or "none"


def _families(outcomes: Sequence[Outcome]) -> list[str]:
    counted: Counter[str] = Counter()
    agreeing: Counter[str] = Counter()
    for outcome in outcomes:
        family = outcome.rule.rpartition("-")[0]
        counted[family] += 1
        agreeing[family] += outcome.agrees
    return [_share(f"{family}-*", agreeing[family], counted[family]) for family in sorted(counted)]


def report(outcomes: Sequence[Outcome], wholes: Sequence[Whole]) -> str:
    """Write the page."""
    head = "| | documents or outcomes | agree | differ |\n|---|---:|---:|---:|\n"
    agreeing = [whole for whole in wholes if whole.agrees]
    verdicts = sum(whole.valid is whole.valid_expected for whole in wholes)
    warned = sum(whole.warnings == whole.warnings_expected for whole in wholes)
    summary = [
        _share("outcomes of single rules", sum(outcome.agrees for outcome in outcomes), len(outcomes)),
        _share("whole invoices, valid or not", verdicts, len(wholes)),
        _share("whole invoices, rules that make them invalid", len(agreeing), len(wholes)),
        _share("whole invoices, warnings", warned, len(wholes)),
    ]
    rows = [
        f"| {whole.file} | {'valid' if whole.valid_expected else 'not valid'} | {_listed(whole.expected)} | "
        f"{'the same' if whole.agrees else _listed(whole.actual)} |"
        for whole in wholes
    ]
    differing = [
        f"- `{one.file}` {one.rule}: officially {one.expected}, here {one.actual}" for one in outcomes if not one.agrees
    ]
    parts = [
        "# What the rules say of e-invoices, compared with the official outcomes",
        INTRODUCTION,
        head + "\n".join(summary),
        NEVER,
        "## Outcomes of single rules, by family",
        head + "\n".join(_families(outcomes)),
        "### Differing outcomes",
        "\n".join(differing) or "None.",
        "## Whole invoices",
        "| file | officially | fatal rules officially | fatal rules here |\n|---|---|---|---|\n" + "\n".join(rows),
    ]
    return "\n\n".join(parts) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Write the page and print the time; return 1 if anything that makes a document invalid differs."""
    corpora = Path(arguments[0]) if arguments else DEFAULT_CORPORA
    if not (corpora / "einvoice").is_dir():
        sys.stderr.write(f"No corpora at {corpora}.\n")
        return 2
    outcomes, wholes, taken = unit_outcomes(corpora), whole_invoices(corpora), milliseconds(corpora)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(report(outcomes, wholes), "utf-8")
    single, whole = sum(one.agrees for one in outcomes), sum(one.agrees for one in wholes)
    sys.stdout.write(
        f"{single} of {len(outcomes)} outcomes and {whole} of {len(wholes)} whole invoices agree: {TARGET}\n"
        f"processor time to parse and check a whole invoice: median {statistics.median(taken):.1f} ms, "
        f"95 % within {taken[int(len(taken) * 0.95)]:.1f} ms, most {taken[-1]:.1f} ms "
        f"(wanted: at most {TARGET_MILLISECONDS} ms)\n"
    )
    return int(single < len(outcomes) or whole < len(wholes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
