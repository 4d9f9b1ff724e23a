"""How the words of payment terms stand together: a text becomes letters, one for each word that says something.

Every way to divide the letters into discounts, due dates and instalments is tried; what leaves a letter over, or can be
divided in two ways that mean different things, is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from bursar.core.terms import (
    DayAfter,
    DayOfMonth,
    DueRule,
    EarlyPayment,
    EndOfMonth,
    InvalidTerms,
    NetDays,
    Share,
)
from bursar.formats.payment_terms.words import BEFORE, DISCOUNT, KINDS, LATE, NET, NOTHING, PERCENT, PHRASE, REST, UNTIL
from bursar.formats.text_invoice.dates import FoundDate, find_dates
from bursar.formats.text_invoice.plain import plain

MOST_WORDS: Final = 60
MOST_PARTS: Final = 5
_NONE: Final = "These words make no payment terms together."
MOST_UNNAMED_PERCENT: Final = 5  # More of it beside days is an instalment or something else, unless it is named.
NUMBER, DATE, AMOUNT, UNKNOWN, COMMA, STOP, LINE = "n", "A", "K", "?", ",", ".", "|"

_NUMBER: Final = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,6})?)(?!\d)(?:(?:st|nd|rd|th|er|ste|de|e|o|a)(?![^\W\d_]))?", re.ASCII
)
# What the terms come to, beside its currency; so written, it is no number of days.
_SIGN: Final = r"(?:\b(?:eur|euro|chf|usd|gbp)(?![^\W\d_])|[€$£])"
_AMOUNT: Final = r"(?<![\d.,])\d{1,3}(?:[.,' ]?\d{3}){0,4}[.,]\d{2}(?![.,]?\d)"
_MONEY: Final = re.compile(rf"(?:=\s*)?(?:{_SIGN}\s?(?P<behind>{_AMOUNT})|(?P<ahead>{_AMOUNT})\s?{_SIGN})")
_SIGNS: Final = re.compile(
    r"(?P<comma>,|(?<!\S)[-–—•·*](?!\S)|(?<=\s)/(?=\s))|(?P<stop>[.;!](?!\S))|(?P<line>\n)|(?P<percent>%)"
    r"|(?P<slash>(?<=\d)/(?=\d))|(?P<nothing>[\s:()\"]|(?<=\d)-(?=[a-z]))"
)
_OF_SIGN: Final = {"comma": COMMA, "stop": STOP, "line": LINE, "percent": PERCENT, "slash": "/", "nothing": NOTHING}
_WHEN: Final = r"(?:B?nD[BR]?(?:,?UA)?|UA)"
# What a text is divided into; the letters are the kinds of `words`.
_PARTS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("discount", rf"S*n%S*{_WHEN}S*"),
        ("discount", rf"{_WHEN}S*n%S*"),
        ("discount", rf"{_WHEN},(?:S+n%S*|n%S+)"),
        ("short", r"n/n(?=,?T)"),
        ("share", rf"n%T?(?:{_WHEN}|O|R)T?"),
        ("days", r"T?B?nDT?[BR]?T?(?:,?UA)?T?"),
        ("days", r"T?UAT?"),
        ("days", r"Tn"),
        ("days_at_last", r"nT"),
        ("at_once", r"T?(?:OR?|R)T?"),
        ("month_end", r"T?ET?"),
        ("about_month_end", r"T?(?:nDT?B?E|EnD)T?|TnE"),
        ("after_month_end", r"T?nDXT?"),
        ("dated_month_end", r"T?nDGT?"),
        ("next_month_end", r"T?FT?"),
        ("of_next_month", r"T?D?n,?MT?"),
        ("net", r"T"),
    )
)

_WITHOUT_NUMBER: Final[Mapping[str, DueRule]] = MappingProxyType(
    {"at_once": NetDays(0), "month_end": EndOfMonth(), "next_month_end": DayOfMonth(31)}
)


class Word(NamedTuple):
    """A letter for a word that says something, with what it says where it is a number or a date."""

    letter: str
    number: str = ""
    day: date | None = None


class Part(NamedTuple):
    """Some words that say one thing together."""

    name: str
    words: Sequence[Word]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text says: the discounts, and when all of it is due, or when which shares are."""

    discounts: tuple[EarlyPayment, ...] = ()
    rule: DueRule | None = None
    shares: tuple[Share, ...] = ()
    amounts: tuple[Decimal, ...] = ()  # Of money, that the words name besides.


def meaning_of(text: str, issued: date, due: date | None) -> Meaning | None:
    """Return the only meaning that a text can have for a document of that date; None if it has none, or several."""
    said = _without_late_interest(_words(text, due))
    if said is None or len(said.words) > MOST_WORDS:
        return None
    if not said.words:
        return Meaning(amounts=said.amounts)
    letters = "".join(word.letter for word in said.words)
    found = set()
    for parts in _divisions(letters, said.words, 0, MOST_PARTS):
        try:
            found.add(_meaning(parts, issued, due, only_named=said.only_named))
        except (InvalidTerms, OverflowError, ValueError):
            continue
    return replace(found.pop(), amounts=said.amounts) if len(found) == 1 else None


def is_harmless(text: str) -> bool:
    """Say whether a text, though not understood, has no number and no word about discounts or about when to pay."""
    letters = {word.letter for word in _words(text, None)}
    return letters <= {UNKNOWN, COMMA, STOP, LINE} and not any(character.isnumeric() for character in text)


def speaks_of_discount(text: str) -> bool:
    """Say whether a text has a word for a discount or a percentage in it, understood or not."""
    return bool({DISCOUNT, PERCENT} & {word.letter for word in _words(text, None)})


class _Said(NamedTuple):
    words: Sequence[Word]
    amounts: tuple[Decimal, ...]
    only_named: bool  # Whether a percentage is a discount only where the word for it stands with it.


def _words(text: str, due: date | None) -> list[Word]:
    """Return the words of a text that say something; what is not known is UNKNOWN."""
    bare = plain(text.replace("’", "'"))
    dates = {one.start: one for one in find_dates(bare)}
    words: list[Word] = []
    at = 0
    while at < len(bare):
        if at in dates:
            is_before = words[-1:] == [Word(BEFORE)]
            words[len(words) - is_before :] = _dated(dates[at], due, is_before=is_before)
            at = dates[at].end
        elif found := _MONEY.match(bare, at):
            words.append(Word(AMOUNT, re.sub(r"\D", "", found["behind"] or found["ahead"])))
            at = found.end()
        elif found := PHRASE.match(bare, at):
            letter = KINDS[" ".join(found[0].split())]
            words.extend([Word(letter)] if letter else [])
            at = found.end()
        elif found := _NUMBER.match(bare, at):
            words.append(Word(NUMBER, found[1]))
            at = found.end()
        else:
            sign = _SIGNS.match(bare, at)
            letter = _OF_SIGN[str(sign.lastgroup)] if sign else UNKNOWN
            words.extend([Word(letter)] if letter else [])
            at = sign.end() if sign else at + 1
    # What is a digit in the text alone (a half, a raised two) is another number without its shape.
    if any(character.isnumeric() and not character.isascii() for character in text):
        words.append(Word(UNKNOWN))
    return words


def _dated(found: FoundDate, due: date | None, *, is_before: bool) -> Sequence[Word]:
    """Return the words for a date. "Before" it is until the day before, in time whatever is meant.

    Where it is the due date that the document states, its author means that day.
    """
    if not found.sure and found.day != due:
        return [Word(UNKNOWN)]
    if not is_before:
        return [Word(DATE, day=found.day)]
    day = found.day if found.day == due else found.day - timedelta(days=1)
    return [Word(UNTIL), Word(DATE, day=day)]


def _without_late_interest(words: Sequence[Word]) -> _Said | None:
    """Return the words less what sentences say of late payment; None where a word that is left is not known."""
    kept: list[Word] = []
    only_named = False
    for sentence in _split(words, STOP):
        for line in _split(sentence, LINE):
            letters = {word.letter for word in line}
            only_named = only_named or LATE in letters
            if LATE in letters:
                break
            kept += line
        late = sentence[_before_late(sentence) :]
        if {DISCOUNT, NET} & {word.letter for word in late}:
            return None
        kept.append(Word(COMMA))
    if any(word.letter == UNKNOWN for word in kept):
        return None
    # "2 % in 10 days, the rest in 30" may be an instalment, where the two are not called a discount and what is left.
    only_named = only_named or Word(REST) in kept
    amounts = tuple(Decimal(word.number).scaleb(-2) for word in kept if word.letter == AMOUNT)
    return _Said(_joined([word for word in kept if word.letter not in {REST, AMOUNT}]), amounts, only_named)


def _before_late(sentence: Sequence[Word]) -> int:
    """Return where the line begins in which a sentence comes to speak of late payment, its end where it does not."""
    start = 0
    for at, word in enumerate(sentence):
        if word.letter == LATE:
            return start
        start = at + 1 if word.letter == LINE else start
    return len(sentence)


def _split(words: Sequence[Word], letter: str) -> Iterator[Sequence[Word]]:
    start = 0
    for at, word in enumerate(words):
        if word.letter == letter:
            yield words[start:at]
            start = at + 1
    yield words[start:]


def _joined(words: Sequence[Word]) -> list[Word]:
    """Return the words with no comma too many, and "until" only where a date is what it points to."""
    joined: list[Word] = []
    for word, after in zip(words, [*words[1:], Word(COMMA)], strict=True):
        is_idle = word.letter == UNTIL and after.letter != DATE
        is_double = word.letter == COMMA and (not joined or joined[-1].letter == COMMA)
        if not is_idle and not is_double:
            joined.append(word)
    return joined[:-1] if joined and joined[-1].letter == COMMA else joined


def _divisions(letters: str, words: Sequence[Word], at: int, most: int) -> Iterator[tuple[Part, ...]]:
    """Yield every way to divide the letters from there on into that many parts at most."""
    if letters[at : at + 1] == COMMA:
        at += 1
    if at == len(letters):
        yield ()
    elif most:
        for name, pattern in _PARTS:
            if found := pattern.match(letters, at):
                part = Part(name, words[at : found.end()])
                yield from ((part, *rest) for rest in _divisions(letters, words, found.end(), most - 1))


def _meaning(parts: Sequence[Part], issued: date, due: date | None, *, only_named: bool) -> Meaning:
    """Return what the parts say together. Raises InvalidTerms, and what dates refuse."""
    shares = tuple(_share(part, issued) for part in parts if part.name == "share")
    offers = [part for part in parts if part.name in {"discount", "short"}]
    nets = [part for part in parts if part.name not in {"share", "discount", "short", "net"}]
    if shares:
        if len(shares) < len(parts) or sum(share.percent for share in shares) != 100:
            raise InvalidTerms(_NONE)
        return Meaning(shares=shares)
    bare = len(parts) - len(offers) - len(nets)
    if len(nets) > 1 or (bare and (offers or not nets)):
        raise InvalidTerms(_NONE)
    if not offers and nets and nets[0].name == "days_at_last":
        raise InvalidTerms(_NONE)  # "30 net" alone may be an amount.
    rule = _one(_rules(nets[0], issued), issued, due) if nets else None
    last = rule.due(issued) if rule else due
    discounts = tuple(_discount(part, issued) for part in offers)
    for part, one in zip(offers, discounts, strict=True):
        is_named = DISCOUNT in {word.letter for word in part.words}
        if not is_named and (only_named or rule is None):
            raise InvalidTerms(_NONE)
        # Beside no due date in the words, so much may as well be a rebate on the price, and the days those to pay in.
        if one.percent > MOST_UNNAMED_PERCENT and (not is_named or rule is None):
            raise InvalidTerms(_NONE)
        until = issued + timedelta(days=one.days)
        # Days that lead to the stated due date alone may be those of that date.
        if last is not None and (until > last or (rule is None and until == last)):
            raise InvalidTerms(_NONE)
    return Meaning(discounts, rule)


def _discount(part: Part, issued: date) -> EarlyPayment:
    if part.name == "short":
        return EarlyPayment(Decimal(part.words[0].number.replace(",", ".")), _whole(part.words[2]))
    return EarlyPayment(_percent(part), _days(part, issued))


def _share(part: Part, issued: date) -> Share:
    at_once = not {NUMBER, DATE} & {word.letter for word in part.words[2:]}
    return Share(_percent(part), NetDays(0 if at_once else _days(part, issued)))


def _rules(part: Part, issued: date) -> tuple[DueRule, ...]:
    """Return what the words about a due date mean, all of it where countries differ."""
    if rule := _WITHOUT_NUMBER.get(part.name):
        return (rule,)
    if part.name in {"days", "days_at_last"}:
        return (NetDays(_days(part, issued)),)
    number = next(_whole(word) for word in part.words if word.letter == NUMBER)
    if part.name == "of_next_month":
        return (DayOfMonth(number),)
    if part.name == "after_month_end":
        return (EndOfMonth(number),)
    months, rest = divmod(number, 30)
    in_days = (DayAfter(31, number), *((DayOfMonth(31, months),) if months and not rest else ()))
    return in_days if part.name == "dated_month_end" else (EndOfMonth(number), *in_days)


def _one(rules: Sequence[DueRule], issued: date, due: date | None) -> DueRule:
    """Return the rule that is meant: they come to one day, or one of them to the day that the document states."""
    days = {rule.due(issued): rule for rule in reversed(rules)}
    if len(days) == 1:
        return rules[0]
    if due is None or due not in days:
        raise InvalidTerms(_NONE)
    return days[due]


def _days(part: Part, issued: date) -> int:
    """Return the days that a part names, by their number or by a date; both must say the same."""
    words = part.words
    after_percent = [
        word for at, word in enumerate(words) if [one.letter for one in words[at + 1 : at + 2]] != [PERCENT]
    ]
    found = {_whole(word) for word in after_percent if word.letter == NUMBER}
    found |= {(word.day - issued).days for word in words if word.day}
    if len(found) != 1:
        raise InvalidTerms(_NONE)
    return found.pop()


def _whole(word: Word) -> int:
    return int(word.number)


def _percent(part: Part) -> Decimal:
    at = [word.letter for word in part.words].index(PERCENT)
    return Decimal(part.words[at - 1].number.replace(",", "."))
