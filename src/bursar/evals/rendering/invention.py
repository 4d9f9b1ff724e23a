"""Invoices are invented here: from a seed, a language, and what the layout can show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from bursar.evals.rendering.facts import ZERO, Account, Facts, Group, Line, Party, cents
from bursar.evals.rendering.places import COUNTRIES, Country, bic, digits, iban, tax_id
from bursar.evals.rendering.vocabulary import PEOPLE, STEMS, Vocabulary

_FIRST_DAY: Final = date(2024, 1, 2)
_DAYS: Final = 900
_BANKS: Final = ("Kontora Bank", "First Meridian", "Banca Levante", "Crédit du Rhin", "Volksbank Nord", "Oost Bank")


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a layout can show, and so may occur: at most so many lines and rates, and the sums beside the lines."""

    lines: tuple[int, int] = (1, 8)
    rates: int = 1
    credit: bool = False
    discount: bool = False
    allowance: bool = False
    shipping: bool = False
    prepaid: bool = False
    rounding: bool = False
    untaxed: bool = False
    accounts: int = 1


def invented(rng: Random, words: Vocabulary, needs: Needs) -> Facts:
    """Return an invoice whose sums agree: net is lines less allowance plus shipping, tax is rounded per rate."""
    country = COUNTRIES[rng.choice(sorted(words.cities))]
    seller, buyer = _party(rng, words, country), _party(rng, words, country)
    while buyer.name == seller.name:
        buyer = _party(rng, words, country)
    untaxed = rng.choice(("reverse", "exempt")) if needs.untaxed and country.code != "US" else ""
    rates = _rates(rng, country, needs.rates, untaxed=untaxed)
    lines = tuple(_line(rng, words, rates, discount=needs.discount) for _ in range(rng.randint(*needs.lines)))
    lines_sum = sum((line.net for line in lines), ZERO)
    allowance = cents(lines_sum * Decimal(rng.choice(("0.02", "0.05")))) if needs.allowance else ZERO
    shipping = Decimal(rng.choice(("4.90", "12.50", "39.00"))) if needs.shipping else ZERO
    groups = _groups(lines, shipping - allowance)
    net, tax = sum((one.base for one in groups), ZERO), sum((one.tax for one in groups), ZERO)
    gross = net + tax
    rounding = _to_five(gross) - gross if needs.rounding and country.code == "CH" else ZERO
    prepaid = cents(gross * Decimal(rng.choice(("0.3", "0.5")))) if needs.prepaid else ZERO
    issued = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
    ordered, delivered = issued - timedelta(days=rng.randint(9, 40)), issued - timedelta(days=rng.randint(1, 8))
    days = rng.choice((10, 14, 21, 30, 30, 45, 60))
    return Facts(
        credit=needs.credit and rng.random() < 0.6,
        number=_number(rng, issued),
        issue_date=issued,
        due_date=issued + timedelta(days=days),
        delivery_date=delivered,
        order_date=ordered,
        currency=country.currency,
        seller=seller,
        buyer=buyer,
        accounts=tuple(_account(rng, country) for _ in range(needs.accounts)),
        references=_references(rng),
        lines=lines,
        allowance=allowance,
        shipping=shipping,
        groups=groups,
        net=net,
        tax=tax,
        gross=gross,
        rounding=rounding,
        prepaid=prepaid,
        payable=gross + rounding - prepaid,
        days=days,
        early_days=rng.choice((7, 8, 10)),
        early_percent=Decimal(rng.choice(("2", "3", "1.5"))),
        untaxed=untaxed,
    )


def _rates(rng: Random, country: Country, most: int, *, untaxed: str) -> tuple[Decimal, ...]:
    if untaxed:
        return (ZERO,)
    most = 1 if country.code == "US" else most
    return tuple(Decimal(rate) for rate in country.rates[: rng.randint(min(2, most), most)])


def _groups(lines: tuple[Line, ...], beside: Decimal) -> tuple[Group, ...]:
    bases: dict[Decimal, Decimal] = {}
    for line in lines:
        bases[line.tax_rate] = bases.get(line.tax_rate, ZERO) + line.net
    main = max(bases, key=lambda rate: bases[rate])
    bases[main] += beside
    return tuple(
        Group(rate=rate, base=base, tax=cents(base * rate / 100)) for rate, base in sorted(bases.items(), reverse=True)
    )


def _to_five(amount: Decimal) -> Decimal:
    return cents((amount * 20).to_integral_value() / 20)


def _line(rng: Random, words: Vocabulary, rates: tuple[Decimal, ...], *, discount: bool) -> Line:
    price = Decimal(rng.choice((rng.randint(50, 900), rng.randint(900, 24_000), rng.randint(24_000, 260_000)))) / 100
    quantity = Decimal(rng.choice((1, 1, 2, 3, 4, 5, 6, 8, 10, 12, 24, 50, 100)))
    if rng.random() < 0.15:
        quantity = Decimal(rng.choice(("0.5", "1.25", "2.75", "7.5")))
    percent = Decimal(rng.choice((0, 0, 5, 10, 15))) if discount else Decimal(0)
    form = rng.choice(("{}", "{}-{}", "{}.{}", "AB{}", "{}/{}"))
    return Line(
        description=rng.choice(words.products),
        detail=rng.choice(words.details),
        item_id=form.format(digits(rng, 5), digits(rng, 2)),
        quantity=quantity,
        unit=rng.choice(words.units),
        unit_price=price,
        discount=percent,
        tax_rate=rng.choice(rates),
        net=cents(quantity * price * (100 - percent) / 100),
    )


def _party(rng: Random, words: Vocabulary, country: Country) -> Party:
    stem, trade = rng.choice(STEMS), rng.choice(words.trades)
    form = rng.choice(words.forms[country.code])
    name = rng.choice((f"{stem} {trade} {form}", f"{stem} {form}", f"{trade} {stem} {form}"))
    domain = "".join(sign for sign in stem.casefold() if sign.isascii() and sign.isalnum())
    ending = {"GB": "co.uk", "US": "com"}.get(country.code, country.code.casefold())
    mailbox = rng.choice(("info", "billing", "office", "accounts"))
    return Party(
        name=name,
        person=rng.choice(PEOPLE),
        street=rng.choice(words.streets),
        city=rng.choice(words.cities[country.code]),
        country=country.code,
        tax_id=tax_id(rng, country.code),
        phone=f"{country.phone}{digits(rng, 3)} {digits(rng, 4)}",
        email=f"{mailbox}@{domain}.{ending}",
        web=f"www.{domain}.{ending}",
        register=digits(rng, rng.choice((5, 6, 8))),
    )


def _number(rng: Random, issued: date) -> str:
    year = issued.year % 100
    forms = (
        f"{issued.year}-{digits(rng, 4)}",
        f"RE{year}{digits(rng, 5)}",
        f"INV-{digits(rng, 6)}",
        f"{rng.randint(1, 9)}{digits(rng, 5)}",
        f"{issued.year}/{digits(rng, 3)}",
        f"F{digits(rng, 4)}-{year}",
        f"{rng.randint(1, 9)}{digits(rng, 7)}",
        f"A-{digits(rng, 3)}.{digits(rng, 3)}",
        f"{digits(rng, 2)}{rng.choice(('/', '/', ' / '))}{digits(rng, 4)}",
    )
    return rng.choice(forms)


def _references(rng: Random) -> dict[str, str]:
    order = rng.choice(("PO-{}", "45{}", "B{}", "{}/A"))
    return {
        "order_reference": order.format(digits(rng, 6)),
        "customer_number": rng.choice(("{}", "K{}", "C-{}")).format(f"1{digits(rng, 4)}"),
        "delivery_note": rng.choice(("{}", "LS{}", "DN-{}")).format(digits(rng, 6)),
        "payment_reference": f"{digits(rng, 5)}-{digits(rng, 4)}",
    }


def _account(rng: Random, country: Country) -> Account:
    # Suppliers in the United States are paid in euro at a bank abroad here, so that there is an IBAN to read.
    place = "IE" if country.code == "US" else country.code
    return Account(iban=iban(rng, place), bic=bic(rng, place), bank=rng.choice(_BANKS))
