"""What German administration asks of an invoice: the rules of XRechnung, which Peppol has under other numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bursar.core.en16931.engine import DOCUMENT, Rule, Severity
from bursar.core.en16931.german_formats import are_discounts, has_three_digits, is_absolute, is_iban, is_mail_address
from bursar.core.en16931.reading import Test, below, says
from bursar.core.en16931.terms import Group, Term

TAXED: Final = frozenset({"S", "Z", "E", "AE", "K", "G", "L", "M"})  # UNTDID 5305.
TYPES: Final = frozenset({"326", "380", "384", "389", "381", "875", "876", "877"})  # UNTDID 1001.
CORRECTION: Final = "384"
TRANSFERS: Final = frozenset({"30", "58"})  # UNTDID 4461.
SEPA_TRANSFER: Final = "58"
CARDS: Final = frozenset({"48", "54", "55"})
DEBITS: Final = frozenset({"59"})
SEPA: Final = "SEPA"


@dataclass(frozen=True, slots=True)
class GermanRule:
    """One demand; XRechnung calls it BR-DE-<number>, Peppol DE-R-<peppol> ("" where it does not ask for it)."""

    number: str
    peppol: str
    severity: Severity
    context: str
    terms: str
    message: str
    test: Test


def _all_said(group: Group, *parts: tuple[str, str]) -> Iterator[str]:
    for context, term in parts:
        for part in group.groups(context):
            for one in part.all(term):
                yield one.value


def _registered(invoice: Group) -> bool:
    """Judge whether a taxed invoice names the seller's tax registration or a tax representative."""
    reduced = [part for context in ("BG-20", "BG-21") for part in invoice.groups(context)]
    used = {code for part in reduced for code in _all_said(part, ("ALLOWANCE-VAT", "BT-95"), ("CHARGE-VAT", "BT-102"))}
    used |= {code for line in invoice.groups("BG-25") for code in _all_said(line, ("BG-30", "BT-151"))}
    if not used & TAXED or invoice.groups("BG-11"):
        return True
    return any(said for said in _all_said(invoice, ("BG-4", "BT-31"), ("BG-4", "BT-32")))


def _discounts(invoice: Group) -> bool:
    terms = invoice.first("BT-20")
    return terms is None or are_discounts(terms.written or terms.value)


def _names_differ(invoice: Group) -> bool:
    names = [
        term.attributes["filename"]
        for document in invoice.groups("BG-24")
        for term in document.all("BT-125")
        if "filename" in term.attributes
    ]
    return len(names) == len(set(names))


def _corrects(invoice: Group) -> bool:
    return all(term.value != CORRECTION for term in invoice.all("BT-3")) or bool(invoice.groups("BG-3"))


def _is_debit(invoice: Group) -> bool:
    """Tell whether there is a direct debit (BG-19); CII has no element for it, only its three terms."""
    if invoice.syntax == "ubl":
        return any(payment.groups("BG-19") for payment in invoice.groups("BG-16"))
    return invoice.has("BT-90") or _debited(invoice) or any(terms.has("BT-89") for terms in invoice.groups("BG-19"))


def _debited(invoice: Group) -> bool:
    payments = invoice.groups("BG-16")
    return any(one.has("BT-91") or any(debit.has("BT-91") for debit in one.groups("BG-19")) for one in payments)


def _creditor(invoice: Group) -> bool:
    if not _is_debit(invoice):
        return True
    if invoice.syntax != "ubl":
        return invoice.has("BT-90")
    paid = (("BG-4", "BT-29"), ("BG-10", "BT-60"))
    named = (term for context, id_ in paid for party in invoice.groups(context) for term in party.all(id_))
    return any(term.attributes.get("schemeID") == SEPA for term in named)


def _debtor(invoice: Group) -> bool:
    return not _is_debit(invoice) or _debited(invoice)


def _performed(invoice: Group) -> bool:
    if invoice.groups("BG-14") or any(one.has("BT-72") for one in invoice.groups("BG-13")):
        return True
    return all(line.groups("BG-26") for line in invoice.groups("BG-25"))


def _three_digits(contact: Group) -> bool:
    return has_three_digits(contact.text("BT-42"))


def _mail(contact: Group) -> bool:
    return is_mail_address(contact.text("BT-43"))


def _location(document: Group) -> bool:
    return all(is_absolute(term.value) for term in document.all("BT-124"))


def _rate(breakdown: Group) -> bool:
    return any(said for said in _all_said(breakdown, ("BREAKDOWN-VAT", "BT-119")))


def _by(codes: frozenset[str], test: Test) -> Test:
    """Make a test that is asked only of payments with one of those codes."""
    return lambda payment: not any(term.value in codes for term in payment.all("BT-81")) or test(payment)


def _debit_of(payment: Group) -> bool:
    if payment.root.syntax == "ubl":
        return bool(payment.groups("BG-19"))
    invoice = payment.root
    return payment.has("BT-91") or invoice.has("BT-90") or any(one.has("BT-89") for one in invoice.groups("BG-19"))


def _no_account(payment: Group) -> bool:
    return not payment.groups("BG-17")


def _no_card(payment: Group) -> bool:
    return not payment.groups("BG-18")


def _accounts_paid(payment: Group) -> bool:
    return any(is_iban(said) for said in _all_said(payment, ("BG-17", "BT-84")))


def _account_debited(payment: Group) -> bool:
    debited: list[Term] = [
        *payment.all("BT-91"),
        *(term for one in payment.groups("BG-19") for term in one.all("BT-91")),
    ]
    return any(is_iban(term.value) for term in debited)


_TRANSFER: Final = "A credit transfer (BT-81 is 30 or 58)"
_CARD: Final = "A card payment (BT-81 is 48, 54 or 55)"
_DEBIT: Final = "A direct debit (BT-81 is 59)"

RULES: Final = (
    GermanRule(
        "1",
        "001",
        "fatal",
        DOCUMENT,
        "BG-16",
        "There are no payment instructions (BG-16).",
        below("BG-16", lambda _: True),
    ),
    GermanRule(
        "2", "002", "fatal", "BG-4", "BG-6", "The seller (BG-4) has no contact (BG-6).", below("BG-6", lambda _: True)
    ),
    GermanRule("3", "003", "fatal", "BG-5", "BT-37", "The seller's address (BG-5) has no city (BT-37).", says("BT-37")),
    GermanRule(
        "4", "004", "fatal", "BG-5", "BT-38", "The seller's address (BG-5) has no post code (BT-38).", says("BT-38")
    ),
    GermanRule("5", "005", "fatal", "BG-6", "BT-41", "The seller's contact (BG-6) has no name (BT-41).", says("BT-41")),
    GermanRule(
        "6", "006", "fatal", "BG-6", "BT-42", "The seller's contact (BG-6) has no telephone (BT-42).", says("BT-42")
    ),
    GermanRule(
        "7", "007", "fatal", "BG-6", "BT-43", "The seller's contact (BG-6) has no mail address (BT-43).", says("BT-43")
    ),
    GermanRule("8", "008", "fatal", "BG-8", "BT-52", "The buyer's address (BG-8) has no city (BT-52).", says("BT-52")),
    GermanRule(
        "9", "009", "fatal", "BG-8", "BT-53", "The buyer's address (BG-8) has no post code (BT-53).", says("BT-53")
    ),
    GermanRule(
        "10", "010", "fatal", "BG-15", "BT-77", "The delivery address (BG-15) has no city (BT-77).", says("BT-77")
    ),
    GermanRule(
        "11", "011", "fatal", "BG-15", "BT-78", "The delivery address (BG-15) has no post code (BT-78).", says("BT-78")
    ),
    GermanRule("14", "014", "fatal", "BG-23", "BT-119", "A VAT breakdown (BG-23) has no rate (BT-119).", _rate),
    GermanRule("15", "015", "fatal", DOCUMENT, "BT-10", "There is no buyer reference (BT-10).", says("BT-10")),
    GermanRule(
        "16",
        "016",
        "fatal",
        DOCUMENT,
        "BT-31 BT-32 BG-11",
        "A taxed invoice names no tax registration of the seller (BT-31, BT-32) and no tax representative (BG-11).",
        _registered,
    ),
    GermanRule(
        "17",
        "017",
        "warning",
        DOCUMENT,
        "BT-3",
        "The type of the document (BT-3) is not one of those used in Germany.",
        lambda invoice: any(term.value in TYPES for term in invoice.all("BT-3")),
    ),
    GermanRule(
        "18",
        "018",
        "fatal",
        DOCUMENT,
        "BT-20",
        "A discount in the payment terms (BT-20) is not written as agreed.",
        _discounts,
    ),
    GermanRule(
        "19",
        "019",
        "warning",
        "BG-16",
        "BT-84 BT-81",
        "A SEPA transfer (BT-81 is 58) names no valid IBAN (BT-84).",
        _by(frozenset({SEPA_TRANSFER}), _accounts_paid),
    ),
    GermanRule(
        "20",
        "020",
        "warning",
        "BG-16",
        "BT-91 BT-81",
        f"{_DEBIT} names no valid IBAN (BT-91).",
        _by(DEBITS, _account_debited),
    ),
    GermanRule(
        "22", "022", "fatal", DOCUMENT, "BT-125", "Two attachments (BT-125) have the same file name.", _names_differ
    ),
    GermanRule(
        "23-a",
        "023-1",
        "fatal",
        "BG-16",
        "BT-81",
        f"{_TRANSFER} names no account (BG-17).",
        _by(TRANSFERS, lambda payment: not _no_account(payment)),
    ),
    GermanRule(
        "23-b",
        "023-2",
        "fatal",
        "BG-16",
        "BT-81",
        f"{_TRANSFER} names a card (BG-18) or a direct debit (BG-19).",
        _by(TRANSFERS, lambda payment: _no_card(payment) and not _debit_of(payment)),
    ),
    GermanRule(
        "24-a",
        "024-1",
        "fatal",
        "BG-16",
        "BT-81",
        f"{_CARD} names no card (BG-18).",
        _by(CARDS, lambda payment: not _no_card(payment)),
    ),
    GermanRule(
        "24-b",
        "024-2",
        "fatal",
        "BG-16",
        "BT-81",
        f"{_CARD} names an account (BG-17) or a direct debit (BG-19).",
        _by(CARDS, lambda payment: _no_account(payment) and not _debit_of(payment)),
    ),
    GermanRule(
        "25-a",
        "025-1",
        "fatal",
        "BG-16",
        "BT-81",
        f"{_DEBIT} says nothing of the debit (BG-19).",
        _by(DEBITS, _debit_of),
    ),
    GermanRule(
        "25-b",
        "025-2",
        "fatal",
        "BG-16",
        "BT-81",
        f"{_DEBIT} names an account (BG-17) or a card (BG-18).",
        _by(DEBITS, lambda payment: _no_account(payment) and _no_card(payment)),
    ),
    GermanRule(
        "26",
        "026",
        "warning",
        DOCUMENT,
        "BT-3",
        "A corrected invoice (BT-3 is 384) names no preceding one (BG-3).",
        _corrects,
    ),
    GermanRule(
        "27",
        "027",
        "warning",
        "BG-6",
        "BT-42",
        "The seller's telephone (BT-42) has less than three digits.",
        _three_digits,
    ),
    GermanRule("28", "028", "warning", "BG-6", "BT-43", "The seller's mail address (BT-43) is not one.", _mail),
    GermanRule("30", "030", "fatal", DOCUMENT, "BT-90", "A direct debit (BG-19) names no creditor (BT-90).", _creditor),
    GermanRule(
        "31", "031", "fatal", DOCUMENT, "BT-91", "A direct debit (BG-19) names no account to debit (BT-91).", _debtor
    ),
    GermanRule(
        "TMP-32",
        "",
        "information",
        DOCUMENT,
        "BT-72 BG-14 BG-26",
        "It is not said when the delivery or service took place (BT-72, BG-14 or each BG-26).",
        _performed,
    ),
    GermanRule(
        "TMP-2",
        "",
        "warning",
        "BG-24",
        "BT-124",
        "The place of a supporting document (BT-124) is no absolute URL.",
        _location,
    ),
)


def peppol_rules() -> tuple[Rule, ...]:
    """Return the demands under Peppol's numbers; Peppol makes them where seller and buyer are in Germany."""

    def among_germans(test: Test) -> Test:
        return lambda group: not _both_german(group.root) or test(group)

    return tuple(
        Rule(
            f"DE-R-{one.peppol}",
            one.severity,
            one.message,
            tuple(one.terms.split()),
            one.context,
            among_germans(one.test),
        )
        for one in RULES
        if one.peppol
    )


def xrechnung_rules() -> tuple[Rule, ...]:
    """Return the demands under XRechnung's numbers."""
    return tuple(
        Rule(_xrechnung_id(one.number), one.severity, one.message, tuple(one.terms.split()), one.context, one.test)
        for one in RULES
    )


def _xrechnung_id(number: str) -> str:
    return "BR-TMP-2" if number == "TMP-2" else f"BR-DE-{number}"


def _both_german(invoice: Group) -> bool:
    return all(
        any(said.upper() == "DE" for party in invoice.groups(context) for said in _all_said(party, (address, country)))
        for context, address, country in (("BG-4", "BG-5", "BT-40"), ("BG-7", "BG-8", "BT-55"))
    )
