"""What an attack on the database is, and how it is fought."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import psycopg

from bursar.tables.db_roles import AGENT, APP, OWNER, WORKER
from tests.attack.field import Attacker, Field
from tests.attack.verdicts import Verdict

DENIED = "permission denied"
NOTHING = "nothing"
DONE = "done"

# Returns what it got hold of, if anything; a refusal is the database's error.
Attempt = Callable[[Attacker], Any]


@dataclass(frozen=True, slots=True)
class Attack:
    """One attempt, and for each role what it must end in: words of the refusal, NOTHING seen, or DONE for a control."""

    what: str
    attempt: Attempt
    ends: Mapping[str, str]
    # A race has a winner: then the books may have grown, and must be right.
    changes: bool = False


@dataclass(slots=True)
class Attacks:
    """A list that attacks sign up to."""

    listed: list[Attack] = field(default_factory=list)

    def __call__(
        self,
        what: str,
        ends: str,
        *,
        agent: str | None = DENIED,
        worker: str | None = "",
        owner: str | None = None,
        app: str | None = "",
        changes: bool = False,
    ) -> Callable[[Attempt], Attempt]:
        """Sign an attempt up. Roles end as told, an agent by default in DENIED; None leaves a role out."""
        by_role = {
            APP: ends if app == "" else app,
            WORKER: ends if worker == "" else worker,
            AGENT: agent,
            OWNER: owner,
        }

        def sign_up(attempt: Attempt) -> Attempt:
            ends_of = {role: end for role, end in by_role.items() if end is not None}
            self.listed.append(Attack(what, attempt, ends_of, changes))
            return attempt

        return sign_up

    def statement(self, what: str, query: str, ends: str, **roles: Any) -> None:
        """Sign up an attempt that is one statement and a COMMIT; `%(name)s` are facts of the field."""

        def attempt(attacker: Attacker) -> Any:
            rows = attacker.sql(query, **_facts(attacker.field))
            attacker.commit()
            return [row for row in rows if any(row)]

        self(what, ends, **roles)(attempt)


def _facts(field: Field) -> dict[str, Any]:
    return {
        "tenant": field.tenant,
        "theirs": field.theirs.tenant_id,
        "entity": field.entity,
        "vendor": field.vendor,
        "their_vendor": field.their_vendor,
        "me": field.ours.clerk.id,
        "other": field.ours.approver.id,
        "email": field.theirs.clerk.email,
    }


def fight(field: Field, attacks: Iterable[Attack], *, look_each_time: bool = True) -> list[Verdict]:
    """Fight each attack as each of its roles.

    Whether anything changed is looked at after each attack, or only after those that were not refused and at the end.
    """
    state, verdicts = field.state(), []
    for attack in attacks:
        for role, end in attack.ends.items():
            happened, held, refused = _attempt(field, attack, role, end)
            if look_each_time or not refused or attack.changes:
                before, state = state, field.state()
                happened, held = _judged(attack, end, before, state, happened, held=held)
            verdicts.append(Verdict(attack.what, role.removeprefix("bursar_"), end, happened, held))
    after = field.state()
    verdicts.append(Verdict("all of them together", "all", NOTHING, NOTHING, state == after))
    return verdicts


def _attempt(field: Field, attack: Attack, role: str, end: str) -> tuple[str, bool, bool]:
    """Return what happened, whether it is what had to, and whether the database refused."""
    try:
        with field.attacker(role) as attacker:
            got = attack.attempt(attacker)
    except psycopg.Error as error:
        said = str(error).partition("\n")[0]
        return said, re.search(end, said) is not None, True
    return (f"got {got!r}", False, False) if got else (NOTHING, end in {NOTHING, DONE}, False)


def _judged(
    attack: Attack, end: str, before: dict[str, str], after: dict[str, str], happened: str, *, held: bool
) -> tuple[str, bool]:
    changed = [name for name in after if before.get(name) != after[name]]
    if end == DONE:
        return happened, held and bool(changed) and "wrong" not in after.values()
    if "wrong" in after.values() or (changed and not attack.changes):
        return f"{happened}; changed {', '.join(changed)}", False
    return happened, held
