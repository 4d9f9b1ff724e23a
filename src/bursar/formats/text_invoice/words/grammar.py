"""What labels mean that no list has: of what they speak (invoice, customer, order …) and what of it (number, date).

"Nr. der Rechnung", "Referentie factuur" and "Invoice/credit note ref." are one label in other words. So words are
known, also inside of compounds, and their order is free; but one word that is not known makes a label unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from bursar.formats.text_invoice.words.phrases import Part

LONGEST: Final = 7  # Words.
SHORTEST_STEM: Final = 4  # Only longer words are parts of compounds.


class Sense(Enum):
    """What a word of a label speaks of, or what of it."""

    INVOICE = "invoice"
    CUSTOMER = "customer"
    BUYER = "buyer"
    ORDER = "order"
    DELIVERY = "delivery"
    PAYMENT = "payment"
    DUE = "due"
    TAX = "tax"
    ELSE = "else"
    YOURS = "yours"
    US = "us"
    NUMBER = "number"
    MARK = "mark"
    DATE = "date"
    SMALL = "small"


_ROLES: Final = frozenset({Sense.NUMBER, Sense.MARK, Sense.DATE})
_FREE: Final = frozenset({Sense.SMALL, Sense.YOURS})  # As often as people like.
# In English, German, French, Spanish, Italian and Dutch, without accents; compounds are of these words.
_SAID: Final = MappingProxyType(
    {
        Sense.INVOICE: """
            invoice inv bill billing invoicing creditnote creditmemo
            rechnung rechn rech rg faktura fakt beleg gutschrift storno stornorechnung korrekturrechnung
            facture fact facturation avoir factura fra facturacion abono rectificativa
            fattura fatt ft fatturazione parcella factuur faktuur facturatie nota creditnota creditfactuur
        """,
        Sense.CUSTOMER: """
            utenza utente usuario usager
            customer client cust acct debtor subscriber kunde kunden kd debitor debitoren deb abonne cliente cli
            klant klanten debiteur debiteuren relatie afnemer abonnee
        """,
        Sense.BUYER: """
            buyer purchaser recipient kaufer besteller empfanger leistungsempfanger preneur acquereur acheteur
            destinataire comprador receptor destinatario adquirente committente acquirente cessionario koper
        """,
        Sense.ORDER: """
            order purchase po requisition bestell bestellung best auftrag auftrags auftr commande cde pedido
            orden compra ordine acquisto oda bestel bestelling bestelbon inkoop inkooporder opdracht
        """,
        Sense.DELIVERY: """
            delivery supply service services shipping shipment dispatch despatch performance
            liefer lieferung leistung versand auslieferung livraison prestation prestations expedition
            entrega servicio servicios prestacion operacion suministro consegna spedizione fornitura prestazione
            lever levering prestatie verzend verzending
        """,
        Sense.PAYMENT: """
            payment remittance transfer zahlung uberweisung paiement reglement virement pago transferencia
            pagamento bonifico betaal betaling betalings overschrijving
        """,
        Sense.DUE: """
            due maturity falligkeit fallig zahlbar echeance vencimiento vto vcto scadenza scad verval vervaldag
        """,
        Sense.TAX: """
            vat gst taxpayer ust ustid uid mwst umsatzsteuer mehrwertsteuer steuer identifikation tva intracommunautaire
            iva nif cif btw omzetbelasting
        """,
        Sense.ELSE: """
            vendor supplier contract agreement subscription project tracking meter mobile phone serial batch item part
            registration company mandate creditor file case ticket confirmation
            lieferant vertrag vertrags projekt artikel mandat glaubiger zahler mobil auftragsbestatigung akte vorgang
            fournisseur contrat abonnement projet article mandat dossier compteur
            proveedor contrato suscripcion proyecto articulo mandato expediente confirmacion
            fornitore contratto abbonamento progetto articolo pratica conferma
            leverancier contract project artikel machtiging dossier orderbevestiging
        """,
        Sense.YOURS: "your yours ihre ihr votre vos su vuestro vs vostro suo uw",
        Sense.US: "us uns nosotros noi here hier ici aqui",
        Sense.NUMBER: """
            n id code cod kennung codice codigo identifier identifiant identificador identificativo key schlussel
            account konto compte cuenta conto rekening clave matricule
        """,
        Sense.MARK: "ref reference referenz referencia riferimento rif referentie referte kenmerk zeichen",
        Sense.DATE: "date datum dat data fecha dt tag dag dated",
        Sense.SMALL: """
            of the our my for d de la le du des der die das den vom von dem unsere il lo del della di el los nuestro
            van het ons onze notre nos ns nostro und et y and l zur with bei chez con presso da bij
        """,
    }
)
_LINKS: Final = ("s", "es", "en")  # What may stand between the words of a compound.


def named(text: str, parts: Sequence[Part], start: int, end: int) -> tuple[int, frozenset[str]]:
    """Return how far words are one label, and the kinds that it names; `start` itself if they are none."""
    found: tuple[int, frozenset[str]] = (start, frozenset())
    senses: set[Sense] = set()
    meant: set[Sense] = set()
    for position in range(start, min(end, start + LONGEST)):
        between = text[parts[position - 1].end : parts[position].start] if position > start else ""
        said = _senses(parts[position].plain)
        again = bool(said & senses - _FREE)
        if said == frozenset() or set(between) & set(":,;|=") or (again and found[1]):
            break
        senses |= said
        kinds = _kinds(frozenset(senses - {Sense.SMALL}))
        if kinds and not said <= _FREE:
            found, meant = (position + 1, kinds), set(senses)
    stop = found[0]
    follows = _senses(parts[stop].plain) if start < stop < end else frozenset()
    between = text[parts[stop - 1].end : parts[stop].start] if follows else ""
    if follows and follows <= _ROLES - meant and not between.strip(" ."):
        return start, frozenset()  # "Date invoice no." are two labels.
    return found


@lru_cache(maxsize=256)
def _kinds(senses: frozenset[Sense]) -> frozenset[str]:
    roles, of = senses & _ROLES, senses - _ROLES
    if Sense.MARK in roles:
        roles -= {Sense.NUMBER}  # A "reference number" is a reference.
    if len(roles) != 1 or not of:
        return frozenset()
    if Sense.ELSE in of:
        return frozenset({"other"})
    is_date = Sense.DATE in roles
    if not is_date and (of == {Sense.YOURS, Sense.US} or (of == {Sense.YOURS} and Sense.NUMBER in roles)):
        return frozenset({"customer_number"})  # What you are called by us; a mark of yours is your own.
    if Sense.BUYER in of:  # What the buyer calls it is not what we call the buyer.
        of = of - {Sense.BUYER} | {Sense.YOURS if of == {Sense.BUYER} and Sense.MARK in roles else Sense.CUSTOMER}
    of -= {Sense.US}
    kind = _DATES.get(of - {Sense.YOURS}) if is_date else _NUMBERS.get(of) or _NUMBERS.get(of - {Sense.YOURS})
    return frozenset({kind}) if kind else frozenset()


_DATES: Final[MappingProxyType[frozenset[Sense], str]] = MappingProxyType(
    {
        frozenset({Sense.INVOICE}): "issue_date",
        frozenset({Sense.PAYMENT}): "due_date",
        frozenset({Sense.DUE}): "due_date",
        frozenset({Sense.PAYMENT, Sense.DUE}): "due_date",
        frozenset({Sense.INVOICE, Sense.DUE}): "due_date",
        frozenset({Sense.INVOICE, Sense.PAYMENT}): "due_date",
        frozenset({Sense.DELIVERY}): "delivery_date",
        frozenset({Sense.ORDER}): "other",
        frozenset({Sense.ORDER, Sense.CUSTOMER}): "other",
    }
)
_NUMBERS: Final[MappingProxyType[frozenset[Sense], str]] = MappingProxyType(
    {
        frozenset({Sense.INVOICE}): "invoice_number",
        frozenset({Sense.CUSTOMER}): "customer_number",
        frozenset({Sense.ORDER}): "order_reference",
        frozenset({Sense.ORDER, Sense.CUSTOMER}): "order_reference",
        frozenset({Sense.PAYMENT}): "payment_reference",
        frozenset({Sense.YOURS}): "your_reference",
        frozenset({Sense.DELIVERY}): "other",
        frozenset({Sense.TAX}): "tax_id",
        frozenset({Sense.TAX, Sense.YOURS}): "buyer_tax_id",
        frozenset({Sense.TAX, Sense.CUSTOMER}): "buyer_tax_id",
    }
)


@lru_cache(maxsize=1)
def _words() -> MappingProxyType[str, Sense]:
    return MappingProxyType({word: sense for sense, words in _SAID.items() for word in words.split()})


@lru_cache(maxsize=8192)
def _senses(word: str) -> frozenset[Sense]:
    """Return the senses of a word or of the words that it is a compound of, nothing if it is unknown."""
    words = _words()
    whole = next((words[stem] for stem in _stems(word) if stem in words), None)
    if whole is not None:
        return frozenset({whole})
    for cut in range(len(word) - 1, SHORTEST_STEM - 1, -1):
        first = next((words[stem] for stem in _stems(word[:cut]) if len(stem) >= SHORTEST_STEM and stem in words), None)
        rest = _senses(word[cut:]) if first is not None else frozenset()
        if first is not None and rest and Sense.SMALL not in rest:
            return frozenset({first}) | rest
    return frozenset()


def _stems(word: str) -> Iterator[str]:
    """Yield a word, and without what links it to the next one of a compound."""
    yield word
    yield from (word[: -len(link)] for link in _LINKS if word.endswith(link) and len(word) - len(link) >= SHORTEST_STEM)
