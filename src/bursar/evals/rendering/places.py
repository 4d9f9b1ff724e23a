"""How countries write: rates, dates, numbers, tax ids, accounts. Invented, with right check digits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

from bursar.formats.identifiers import vat_id_valid


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """What a country prints: `dates` are patterns of `writing.written_date`, `numbers` of `writing.Numbers`."""

    code: str
    currency: str
    rates: tuple[str, ...]
    dates: tuple[str, ...]
    numbers: tuple[str, ...]
    phone: str
    paper: str = "A4"


COUNTRIES: Final[Mapping[str, Country]] = {
    country.code: country
    for country in (
        Country(
            code="GB", currency="GBP", rates=("20", "5"), phone="+44 113 ",
            dates=("d/m/Y", "d Month Y", "d Mon Y", "Y-m-d"), numbers=(",.", ",."),
        ),
        Country(
            code="IE", currency="EUR", rates=("23", "13.5", "9"), phone="+353 1 ",
            dates=("d/m/Y", "d Month Y", "Y-m-d"), numbers=(",.", ".."),
        ),
        Country(
            code="US", currency="USD", rates=("8.25", "6"), phone="(512) 555-", paper="Letter",
            dates=("m/d/Y", "Month d, Y", "Mon d, Y"), numbers=(",.",),
        ),
        Country(
            code="DE", currency="EUR", rates=("19", "7"), phone="0561 ",
            dates=("d.m.Y", "d.m.y", "d. Month Y", "Y-m-d"), numbers=(".,", ".,", " ,"),
        ),
        Country(
            code="AT", currency="EUR", rates=("20", "10", "13"), phone="+43 1 ",
            dates=("d.m.Y", "d. Month Y"), numbers=(".,", " ,"),
        ),
        Country(
            code="CH", currency="CHF", rates=("8.1", "2.6"), phone="044 ",
            dates=("d.m.Y", "d. Month Y"), numbers=("'.", "’."),
        ),
        Country(
            code="FR", currency="EUR", rates=("20", "10", "5.5"), phone="04 72 ",
            dates=("d/m/Y", "d Month Y", "Y-m-d"), numbers=(" ,", "\xa0,", ".,"),
        ),
        Country(
            code="BE", currency="EUR", rates=("21", "6", "12"), phone="+32 2 ",
            dates=("d/m/Y", "d-m-Y", "d Month Y"), numbers=(".,", " ,"),
        ),
        Country(
            code="ES", currency="EUR", rates=("21", "10", "4"), phone="91 ",
            dates=("d/m/Y", "d-m-Y", "d de Month de Y"), numbers=(".,", ".,"),
        ),
        Country(
            code="IT", currency="EUR", rates=("22", "10", "4"), phone="02 ",
            dates=("d/m/Y", "d-m-Y", "d Month Y"), numbers=(".,", ".,"),
        ),
        Country(
            code="NL", currency="EUR", rates=("21", "9"), phone="020 ",
            dates=("d-m-Y", "d Month Y", "d/m/Y"), numbers=(".,", ".,"),
        ),
    )
}  # fmt: skip

_IRISH_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVW"


def digits(rng: Random, count: int) -> str:
    """Return so many random digits."""
    return "".join(rng.choice("0123456789") for _ in range(count))


def _french(rng: Random) -> str:
    base = digits(rng, 8)
    doubled = sum(sum(divmod(int(digit) * (2 if place % 2 else 1), 10)) for place, digit in enumerate(base))
    siren = f"{base}{-doubled % 10}"
    return f"FR{(12 + 3 * (int(siren) % 97)) % 97:02d}{siren}"


_TAX_IDS: Final[Mapping[str, Callable[[Random], str]]] = {
    "GB": lambda rng: f"GB{digits(rng, 9)}",
    "IE": lambda rng: f"IE{digits(rng, 7)}{rng.choice(_IRISH_LETTERS)}",
    "DE": lambda rng: f"DE{digits(rng, 9)}",
    "AT": lambda rng: f"ATU{digits(rng, 8)}",
    "CH": lambda rng: f"CHE{digits(rng, 9)}MWST",
    "FR": _french,
    "BE": lambda rng: f"BE0{digits(rng, 9)}",
    "ES": lambda rng: f"ESB{digits(rng, 8)}",
    "IT": lambda rng: f"IT0{digits(rng, 6)}0{rng.randint(10, 99)}{digits(rng, 1)}",
    "NL": lambda rng: f"NL{digits(rng, 9)}B01",
}


def tax_id(rng: Random, country: str) -> str:
    """Return a compact VAT identifier with right check digits; in the United States an EIN, which has none."""
    if country == "US":
        return f"{digits(rng, 2)}-{digits(rng, 7)}"
    while not vat_id_valid(found := _TAX_IDS[country](rng)):
        pass
    return found


def _belgian(rng: Random) -> str:
    base = digits(rng, 10)
    return f"{base}{int(base) % 97 or 97:02d}"


def _spanish(rng: Random) -> str:
    weights = (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)

    def check(number: str) -> str:
        rest = 11 - sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True)) % 11
        return {11: "0", 10: "1"}.get(rest, str(rest))

    bank, account = digits(rng, 8), digits(rng, 10)
    return f"{bank}{check('00' + bank)}{check(account)}{account}"


_BBANS: Final[Mapping[str, Callable[[Random], str]]] = {
    "GB": lambda rng: f"NWBK{digits(rng, 14)}",
    "IE": lambda rng: f"AIBK{digits(rng, 14)}",
    "DE": lambda rng: digits(rng, 18),
    "AT": lambda rng: digits(rng, 16),
    "CH": lambda rng: digits(rng, 17),
    "FR": lambda rng: digits(rng, 23),
    "BE": _belgian,
    "ES": _spanish,
    "IT": lambda rng: f"{rng.choice('ABCDEFGH')}{digits(rng, 22)}",
    "NL": lambda rng: f"{rng.choice(('ABNA', 'INGB', 'RABO'))}{digits(rng, 10)}",
}


def iban(rng: Random, country: str) -> str:
    """Return an account number with the check digits of ISO 13616 (remainder 1 of 97) and of its country."""
    bban = _BBANS[country](rng)
    as_digits = "".join(str(int(sign, 36)) for sign in f"{bban}{country}00")
    return f"{country}{98 - int(as_digits) % 97:02d}{bban}"


def bic(rng: Random, country: str) -> str:
    """Return a bank's identifier in the form of ISO 9362."""
    letters = "".join(rng.choice("BCDFGKLMNPRSTV") for _ in range(4))
    return f"{letters}{country}{rng.choice(('2A', 'MM', '22', 'PP'))}{rng.choice(('', 'XXX', '1KS'))}"
