"""How a document comes a second time, generated: each kind of change that people and machines make to it."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bursar.evals.histories import Sent, lines

_MISREAD: Final = ("0O", "O0", "1l", "1I", "5S", "8B", "2Z", "6G", "I1", "S5", "B8", "rnm", "RNM")


class Under(StrEnum):
    """Who seems to send it the second time."""

    SAME = "same"
    GROUPED = "grouped"  # Another row of the same company, as people said.
    SAME_ACCOUNT = "same_account"  # Another row that is paid to the same account.
    TWIN = "twin"  # Another row, and nothing says that it is the same company.


# None where the document cannot be changed so.
Change = Callable[[random.Random, Sent], Sent | None]


def _file(dice: random.Random, sent: Sent) -> Sent | None:
    return replace(sent, same_file=True, number=f"X{dice.randrange(10**6)}")


def _number(dice: random.Random, sent: Sent) -> Sent | None:
    return replace(sent, lines=(*sent.lines[1:], ("Something", dice.randrange(1_000, 9_000))))


def _written(dice: random.Random, sent: Sent) -> Sent | None:
    other = "".join(char + dice.choice(("", "", " ", ".", "-")) for char in sent.number)
    return replace(sent, number=dice.choice((other, sent.number.lower(), sent.number.replace("-", "/"))))


def _misread(dice: random.Random, sent: Sent) -> Sent | None:
    places = [(n, pair) for pair in _MISREAD for n in range(len(sent.number)) if sent.number.startswith(pair[:-1], n)]
    if not places:
        return None
    n, pair = dice.choice(places)
    number = sent.number[:n] + pair[-1] + sent.number[n + len(pair) - 1 :]
    return replace(sent, number=number, on=_near(dice, sent.on, 3))


def _missing(dice: random.Random, sent: Sent) -> Sent | None:
    n = _place(dice, sent)
    return None if n is None else replace(sent, number=sent.number[:n] + sent.number[n + 1 :])


def _doubled(dice: random.Random, sent: Sent) -> Sent | None:
    n = _place(dice, sent)
    return None if n is None else replace(sent, number=sent.number[:n] + sent.number[n] + sent.number[n:])


def _mistyped(dice: random.Random, sent: Sent) -> Sent | None:
    """Hit another digit, or exchange two neighbours, anywhere in the number."""
    n = _place(dice, sent)
    if n is None:
        return None
    if dice.random() < 0.5 and n and sent.number[n - 1].isdigit() and sent.number[n - 1] != sent.number[n]:
        return replace(sent, number=sent.number[: n - 1] + sent.number[n] + sent.number[n - 1] + sent.number[n + 1 :])
    other = dice.choice([digit for digit in "123456789" if digit != sent.number[n]])
    return replace(sent, number=sent.number[:n] + other + sent.number[n + 1 :])


def _place(dice: random.Random, sent: Sent) -> int | None:
    digits = [n for n, char in enumerate(sent.number) if char.isdigit()]
    return dice.choice(digits) if len(digits) > 3 else None


def _prefix(dice: random.Random, sent: Sent) -> Sent | None:
    if len(sent.number) < 4:
        return None
    bare = sent.number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
    added = dice.choice(("INV-", "RE ", "No. ", "Rechnung Nr. ", "#")) + sent.number
    return replace(sent, number=bare if bare != sent.number and dice.random() < 0.5 else added)


def _suffix(dice: random.Random, sent: Sent) -> Sent | None:
    if len(sent.number) < 4:
        return None
    added = dice.choice(("-1", "/1", "-A", " copy", "_2", " (1)"))
    return replace(sent, number=sent.number + added, on=_near(dice, sent.on, 10))


def _year(dice: random.Random, sent: Sent) -> Sent | None:
    """Write the year elsewhere, in two digits, not at all, or where there was none."""
    digits, year = "".join(char if char.isdigit() else " " for char in sent.number).split(), str(sent.on.year)
    rest = [run for run in digits if run not in {year, year[2:]}]
    if sum(map(len, rest)) < 4:
        return None
    core = "-".join(rest)
    return replace(sent, number=dice.choice((f"{core}/{year}", f"{year}/{core}", f"{core}-{year[2:]}", core)))


def _date(dice: random.Random, sent: Sent) -> Sent | None:
    return replace(sent, on=sent.on.replace(year=sent.on.year + dice.choice((-1, 1)), day=min(sent.on.day, 28)))


def _other_reference(dice: random.Random, sent: Sent) -> Sent | None:
    return replace(sent, number=_reference(dice), on=_near(dice, sent.on, 7))


def _net_as_gross(dice: random.Random, sent: Sent) -> Sent | None:
    number = dice.choice((_reference(dice), f"{sent.number}-1")) if len(sent.number) > 3 else _reference(dice)
    return replace(sent, number=number, tax_percent=0)


def _other_currency(dice: random.Random, sent: Sent) -> Sent | None:
    number = dice.choice((_reference(dice), f"INV {sent.number}")) if len(sent.number) > 3 else _reference(dice)
    return replace(sent, number=number, currency=dice.choice(("USD", "CHF", "GBP")))


def _part(dice: random.Random, sent: Sent) -> Sent | None:
    """Send some of the lines once more: under the number with a mark, or under a new one that names the order."""
    if len(sent.lines) < 3 or (sent.order is None and len(sent.number) < 4):
        return None
    kept = tuple(dice.sample(sent.lines, dice.randrange(2, len(sent.lines))))
    number = f"{sent.number}-2" if sent.order is None else dice.choice((f"{sent.number}/B", _counted_on(sent.number)))
    return replace(sent, number=number, lines=kept, on=sent.on + timedelta(days=dice.randrange(15)))


def _order_line(dice: random.Random, sent: Sent) -> Sent | None:
    if sent.order is None:
        return None
    on = sent.on + timedelta(days=dice.randint(3, 150))
    again = (dice.choice(sent.lines), *lines(dice, 2))
    return replace(sent, number=_counted_on(sent.number), lines=again, on=on)


def _alike(dice: random.Random, sent: Sent) -> Sent | None:
    return _misread(dice, sent) if dice.random() < 0.5 else sent


def _unchanged(_dice: random.Random, sent: Sent) -> Sent | None:
    return sent if len(sent.number) > 3 else None


def _near(dice: random.Random, on: date, days: int) -> date:
    return on + timedelta(days=dice.randint(0, days))


def _reference(dice: random.Random) -> str:
    """Return what stands on a bill beside its number and is taken for it."""
    return dice.choice(("LS {} / DN", "Kd.Nr. {}", "Order {} B", "Your ref {}/ac")).format(
        dice.randrange(10_000, 99_999)
    )


def _counted_on(number: str) -> str:
    """Return a later number of the same series."""
    at = max(n for n, char in enumerate(number) if char.isdigit()) + 1
    begin = at
    while begin and number[begin - 1].isdigit():
        begin -= 1
    return f"{number[:begin]}{int(number[begin:at]) + 7:0{at - begin}}{number[at:]}"


def badly_scanned(dice: random.Random, sent: Sent) -> Sent:
    """Return a copy some of whose lines have a slip in their text."""
    texts = []
    for text, net in sent.lines:
        at = dice.randrange(len(text))
        texts.append((text[:at] + text[at + 1 :] if dice.random() < 0.5 else text, net))
    return replace(sent, lines=tuple(texts))


CHANGES: Final[Mapping[str, tuple[Under, Change]]] = MappingProxyType(
    {
        "same_file": (Under.SAME, _file),
        "same_number": (Under.SAME, _number),
        "number_written_otherwise": (Under.SAME, _written),
        "number_misread": (Under.SAME, _misread),
        "character_missing": (Under.SAME, _missing),
        "character_doubled": (Under.SAME, _doubled),
        "digit_mistyped": (Under.SAME, _mistyped),
        "prefix": (Under.SAME, _prefix),
        "suffix": (Under.SAME, _suffix),
        "year_moved_in_number": (Under.SAME, _year),
        "year_of_date_mistaken": (Under.SAME, _date),
        "other_reference_as_number": (Under.SAME, _other_reference),
        "net_as_gross": (Under.SAME, _net_as_gross),
        "other_currency": (Under.SAME, _other_currency),
        "part_sent_again": (Under.SAME, _part),
        "order_line_billed_again": (Under.SAME, _order_line),
        "same_account_other_vendor": (Under.SAME_ACCOUNT, _alike),
        "grouped_vendor": (Under.GROUPED, _unchanged),
        "vendor_twice": (Under.TWIN, _unchanged),
    }
)
