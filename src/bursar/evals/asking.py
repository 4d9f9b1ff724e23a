"""How seldom a model is asked, against a path that asks for every document, and what that does to what is read.

The model is played by a reader that makes no mistake: it copies from the page what the drawing knows to stand there.
That is allowed here alone, where calls are counted: how good a model is, it says nothing about. It is the hardest
comparison there is, as every question that we save could have been answered rightly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from bursar.core.completion import ESSENTIAL, WELCOME, completed, lacking
from bursar.core.extraction import HEADER, Extraction, Value
from bursar.evals.extraction import Reader
from bursar.evals.intervals import Counts
from bursar.evals.rendering.documents import Document
from bursar.evals.rendering.truth import Truth
from bursar.evals.sameness import AMOUNTS, same
from bursar.evals.scoring import score
from bursar.formats.pdf.page import Page
from bursar.formats.pdf.rows import rows
from bursar.formats.received import text_of
from bursar.formats.text_invoice.dates import find_dates
from bursar.formats.text_invoice.grounding import ground

ASKED: Final = (*ESSENTIAL, *WELCOME)
_DATES: Final = frozenset({"issue_date", "due_date"})
_SIGNS: Final[Mapping[str, str]] = {"EUR": "€", "USD": "$", "GBP": "£"}
_MOST_WORDS: Final = 4  # Of an amount: its sign, and groups of digits with spaces between.

Lacking = Callable[[Extraction, str], Sequence[str]]


@dataclass(slots=True)
class Way:
    """One way to read documents: how often it asks, and what it makes of the header."""

    calls: int = 0
    header: Counts = field(default_factory=Counts)
    asked: Counts = field(default_factory=Counts)  # Of the fields alone that a model is ever asked for.

    def judge(self, document: Document, extraction: Extraction, *, is_call: bool) -> None:
        """Count a document as this path has read it."""
        self.calls += is_call
        counts = score(document.name, extraction, document.truth).counts
        self.header += sum((counts[name] for name in HEADER if name in counts), Counts())
        self.asked += sum((counts[name] for name in ASKED if name in counts), Counts())


@dataclass(slots=True)
class Compared:
    """The same documents read without a model, as the product asks, and with a question for every one."""

    documents: int = 0
    without: Way = field(default_factory=Way)
    ours: Way = field(default_factory=Way)
    always: Way = field(default_factory=Way)

    @property
    def calls_ratio(self) -> float:
        """Our calls as a share of the calls of the path that always asks."""
        return self.ours.calls / self.always.calls if self.always.calls else 0.0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document as it is read without a model, what a reader without fault finds on it, and its text."""

    document: Document
    read: Extraction
    known: Mapping[str, Value]
    text: str


def prepare(documents: Iterable[Document], reader: Reader) -> Iterator[Prepared]:
    """Read each document, once for all comparisons."""
    for document in documents:
        pages, read = reader(document.pdf)
        yield Prepared(document, read, perfect(document.truth, pages), text_of(pages))


def compare(prepared: Iterable[Prepared], wants: Lacking = lacking) -> Compared:
    """Judge the three ways on the same documents; `wants` says which fields our own asks for."""
    result = Compared()
    for one in prepared:
        wanted = frozenset(wants(one.read, one.text))
        ours = completed(one.read, {name: value for name, value in one.known.items() if name in wanted})
        result.documents += 1
        result.without.judge(one.document, one.read, is_call=False)
        result.ours.judge(one.document, ours, is_call=bool(wanted))
        result.always.judge(one.document, completed(one.read, one.known), is_call=True)
    return result


def perfect(truth: Truth, pages: Sequence[Page]) -> dict[str, Value]:
    """Return what a reader without fault copies from the pages, found there by the product's own rules."""
    said: dict[str, Value] = {}
    for name in ASKED:
        true = truth.fields.get(name)
        for words in _written(name, true, pages) if true is not None else ():
            found = ground([(name, words)], pages).get(name)
            if found is not None and same(name, found.value, true or ""):
                said[name] = found
                break
    return said


def _written(name: str, true: str, pages: Sequence[Page]) -> Iterator[str]:
    """Yield how a value may stand on the pages."""
    texts = [row.text for page in pages for row in rows(page)]
    if name == "currency":
        yield from (true, _SIGNS.get(true, true))
    elif name in _DATES:
        yield from (words for text in texts for words in _dates(text, true))
    elif name in AMOUNTS:
        yield from (words for text in texts for words in _amounts(text, true))
    else:
        yield true


def _dates(text: str, true: str) -> Iterator[str]:
    for month_first in (False, True):
        for one in find_dates(text, month_first=month_first):
            if one.day.isoformat() == true:
                yield text[one.start : one.end]


def _amounts(text: str, true: str) -> Iterator[str]:
    digits, words = _digits(true), text.split()
    for start, end in combinations(range(len(words) + 1), 2):
        run = " ".join(words[start:end])
        if end - start <= _MOST_WORDS and _digits(run) in {digits, digits.removesuffix("00")}:
            yield run


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
