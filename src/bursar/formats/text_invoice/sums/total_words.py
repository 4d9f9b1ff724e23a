"""What amounts are called in six languages: which total, tax or payment the words beside an amount mean."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Final

MAX_LABEL: Final = 200  # Characters; a label is short, and a paragraph is none.
_LETTERS: Final = re.compile(r"\b[a-z](?: [a-z])+\b")
_DROPPED: Final = re.compile(r"[^\w%#]+|_")


class Role(StrEnum):
    """What an amount is for a document."""

    CARRIED = "carried"
    ROUNDING = "rounding"
    PREPAID = "prepaid"
    WITHHELD = "withheld"
    PAYABLE = "payable"
    BASE = "base"
    NET = "net"
    GROSS = "gross"
    TAX = "tax"
    SUBTOTAL = "subtotal"
    ALLOWANCE = "allowance"
    CHARGE = "charge"
    TOTAL = "total"


def plain(text: str) -> str:
    """Return a text without case, accents and punctuation, its words divided by single spaces; V.A.T. is one word."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    words = " ".join(_DROPPED.sub(" ", bare.casefold().replace("ł", "l")).split())
    return _LETTERS.sub(lambda found: found[0].replace(" ", ""), words)


def _joined(phrase: str) -> str:
    return _LETTERS.sub(lambda found: found[0].replace(" ", ""), " ".join(phrase.split()))


def _of(phrases: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases; "~" at an end goes on inside of a longer word."""
    listed = sorted((_joined(one) for one in phrases.split(",")), key=len, reverse=True)
    whole = "|".join(re.escape(one) for one in listed if "~" not in one)
    begun = "|".join(re.escape(one.rstrip("~")) for one in listed if one.endswith("~") and not one.startswith("~"))
    ended = "|".join(re.escape(one.lstrip("~")) for one in listed if one.startswith("~") and not one.endswith("~"))
    within = "|".join(re.escape(one.strip("~")) for one in listed if one.startswith("~") and one.endswith("~"))
    # One test of a word's boundary for all phrases that begin a word: most places in a text are none.
    parts = (rf"\b(?:(?:{whole})\b|(?:{begun}))" if begun else rf"\b(?:{whole})\b", ended and rf"(?:{ended})\b", within)
    return re.compile("|".join(part for part in parts if part))


_CARRIED: Final = _of(
    """
    ubertrag, ubertrag~, carried forward, brought forward, carry forward, carried over, a reporter, report de page,
    report page, total page, page total, seitensumme, suma y sigue, suma anterior, riporto, a riportare, da riportare,
    transport page, te transporteren, transporteren, overdracht, seitenubertrag, zwischensumme seite, report, arrastre,
    overgebracht, over te brengen, subtotal page, sous total page, page subtotal, total pagina, totale pagina, totaal
    pagina
    """
)
_ROUNDING: Final = _of("rundung~, rounding, arrondi~, redondeo, arrotondament~, afronding~")
_PREPAID: Final = _of(
    """
    ~anzahlung, ~anzahlungen, ~abschlagszahlung~, ~vorauszahlung~, bereits gezahlt, bereits bezahlt, gezahlte~,
    geleistete~, bezahlt, gezahlt, geleistete zahlung~, erhaltene zahlung~, zahlungseingang, prepaid, pre paid,
    prepayment~, deposit, advance~, amount paid, already paid, paid, payment received, payments received, less
    payments, acompte~, deja regle~, deja paye~, avance~, montant regle, arrhes, paye, anticipo~, anticipos, pago~ a
    cuenta, pagad~, instalments paid, instalment paid, ~abschlage gezahlt, abgebucht, charged to your card, deja
    preleve~, mensualites payees, rate versate, rate pagate, termijnen betaald, pagat~, a cuenta, pagos recibidos, ya
    pagado, acconto~, gia pagato, versato, pagato, anticipat~, aanbetaling~, voorschot~, reeds betaald, betaald,
    voldaan, betaalde~, voldane~, vooruitbetaald~, vooruitbetaling~, payments and credits, on account, part payment~,
    down payment~, card payment~, retainer~, received by, received on, amount received, payments to date, paid to
    date, already charged, ~teilzahlung, ~teilzahlungen, ~akontozahlung~, akonto, a conto, ~kartenzahlung~,
    ~vorschuss, vorschusse, angezahlt, vorausbezahlt, vorausgezahlt, bereits beglichen, bereits uberwiesen,
    eingegangen~, erhaltene~, verse, versements recus, paiement recu, paiements recus, reglement recu, reglements
    recus, paiement par carte, regle par carte, encaisse~, provision~, a valoir, entrega~ a cuenta, entregado,
    cobrado, provision de fondos, pago con tarjeta, pago recibido, pagos parciales, pago parcial, incassat~, versat~,
    caparra, pagamento ricevuto, pagamenti ricevuti, pagamento con carta, pagamenti parziali, deelbetaling~, betaling
    ontvangen, ontvangen betaling~, kaartbetaling~, pinbetaling~, reeds ontvangen, adiantamento~, zaliczka~,
    zaplacono, przedplata
    """
)
_WITHHELD: Final = _of(
    """
    retention~, retained, withheld, withholding~, ~einbehalt, ~einbehalte, ~garantieeinbehalt~, ~quellensteuer~,
    abzugsteuer, bauabzugsteuer, retenue~, retencion~, irpf, ritenut~, inhouding~, ingehouden, prelevement a la source,
    deduction at source, taxed at source, a la source, alla fonte, en origen, aan de bron
    """
)
_PAYABLE: Final = _of(
    """
    ~nachzahlung, restforderung, zahlbarer betrag, zahlbar, rechnungsbetrag zahlbar, ~zahlbetrag, zu zahlen~,
    ~zahlungsbetrag, offener betrag, offener saldo, ~restbetrag, ~restbedrag, restzahlung, noch zu zahlen, falliger
    betrag, uberweisungsbetrag, uberweisen, zu uberweisen, amount due, balance due, total due, due now, amount
    payable, total payable, payable, to pay, balance, pay this amount, outstanding, please pay, net a payer, a payer,
    reste du, reste a payer, solde, montant du, total du, a pagar, por pagar, pendiente~, saldo, liquido, da pagare, a
    pagare, te betalen, openstaand~, te voldoen, verschuldigd~, dovuto, importo dovuto, resta da pagare, nog te
    betalen, please remit, remit, remaining, still open, still due, still to pay, left to pay, to settle, owing, owed,
    you owe, open amount, to be paid, amount to pay, outstanding amount, rest, bleibt, verbleibt, verbleibend~, noch
    offen~, offen, offene forderung, ~restsumme, zu begleichen, zu entrichten, zu uberweisende~, ihre zahlung,
    ~schlusszahlung, noch zu entrichten, reste, restant~, a regler, a verser, somme due, net a regler, reste a regler,
    reste a verser, a devoir, a prelever, a abonar, a ingresar, a liquidar, resta, resto, restante, queda, adeudado,
    debido, por abonar, rimanente, residuo, rimane, da saldare, da versare, netto a pagare, resteert, resterend~, nog
    open, nog te voldoen, nog openstaand, over te maken, em divida, valor a pagar, do zaplaty, pozostaje
    """
)
_BASE: Final = _of(
    """
    ~basisbetrag, bemessungsgrundlage~, steuerbasis, taxable amount, taxable base, taxable, tax base, vat base, base,
    base tva, base ht, base imponible, base iva, imponibile, grondslag~, basisbedrag, maatstaf~, belastbaar~, base
    taxable, base d imposition, bases, steuerpflichtig~, nettowarenwert
    """
)
_EXCLUSIVE: Final = _of(
    """
    ohne ust, ohne mwst, ohne umsatzsteuer, ohne mehrwertsteuer, ohne steuer~, exkl~, excl~, exclu~, ex vat, ex tax, ex
    btw, ex gst, without vat, without tax~, before vat, before tax~, net of tax, netto~, ~netto, net, nets, nett, ht, h
    t, hors taxe~, hors tva, sin iva, sin impuestos, antes de impuestos, antes de iva, neto, iva excl~, senza iva, al
    netto, iva esclusa, zonder btw, btw excl~, untaxed~, pre tax, vor steuer~, excluding
    """
)
_INCLUSIVE: Final = _of(
    """
    inkl~, incl~, including, einschl~, with vat, with tax~, ttc, t t c, toutes taxes~, tva comprise, con iva, iva incl~,
    con impuestos, ivato, ivata, compresa iva, comprensivo~, met btw, brutto~, ~brutto, gross, bruto, mit ust, mit mwst,
    after tax
    """
)
_CONTAINED: Final = _of(
    """
    davon, darin, enthalten~, enthalt, of which, includes, dont, de los cuales, di cui, waarvan
    """
)
_PLUS: Final = _of("zzgl, zuzugl~, plus, plus vat, mas iva, piu iva")
_TAX: Final = _of(
    """
    ust, mwst, ~umsatzsteuer~, ~omzetbelasting~, belasting, taxe sur la valeur ajoutee, imposta sul valore aggiunto,
    impuesto sobre el valor, value added tax, service tax, hst, qst, pdv, ~mehrwertsteuer~, ~steuerbetrag~,
    ~mwstbetrag, vat, tax, taxes, sales tax, gst, hst, pst, cst, cgst, sgst, igst, tva, taxe, iva, imposta,
    impuesto~, igic, cuota, btw, ~versicherungsteuer, ~versicherungssteuer, steuer, steuern, btw bedrag, moms, mva,
    m w st, u st
    """
)
_NOT_TAX: Final = _of(
    """
    ust id~, ustid~, id nr, idnr, vat id, vat no, vat number, vat reg~, tax id, tax no, tax number, steuernummer, steuer
    nr, n tva, no tva, numero tva, p iva, partita iva, btw nr, btw nummer, btw id, nif, cif, vat clause, tva intra~, vat
    identifi~, num tva
    """
)
_SUBTOTAL: Final = _of(
    """
    zwischensumme~, zwischentotal, ~positionssumme~, summe positionen, summe der positionen, warenwert, subtotal,
    sub total, total amount of lines, total of lines, lines total, line total, sum of lines, items total, goods
    total, sous total, total des lignes, total lignes, sub totale, subtotale, totale righe, totale merce, subtotaal,
    sub totaal, regeltotaal, total lineas, importe lineas, total bruto, totaal regels, goods value
    """
)
_ALLOWANCE: Final = _of(
    """
    ~rabatt, ~rabatte, ~nachlass, ~abschlag, abschlage, abzug, discount~, allowance~, rebate, remise~, rabais,
    ristourne, escompte, reduction, descuento~, dto, bonificacion, sconto, sconti, abbuono, korting~, ~skonto~
    """
)
_CHARGE: Final = _of(
    """
    ~zuschlag, zuschlage, ~fracht, ~frachtkosten, fracht~, versand~, ~versandkosten, porto~, ~transportkosten,
    lieferkosten, verpackung~, shipping~, freight~, postage~, delivery, handling, carriage, charge, charges, surcharge,
    frais~, port, livraison, transport, envio, portes, gastos~, recargo, spese, trasporto, spedizione, verzend~,
    verzendkosten, toeslag~, vrachtkosten, porti, gastos de envio, bezorgkosten, imballo
    """
)
_GROSS: Final = _of(
    """
    ~rechnungsbetrag, ~endbetrag, ~endsumme, ~gesamtbetrag, ~rechnungssumme, ~rechnungsendbetrag, grand total,
    invoice total, invoice amount, total amount, total invoice, total for this invoice, total general, total
    facture, montant total, total factura, importe total, totale fattura, totale documento, totale complessivo,
    importo totale, totale generale, ~factuurbedrag, ~factuurtotaal, totaalbedrag, ~eindtotaal, ~gutschriftsbetrag,
    ~rechnungsbeitrag, gesamtbeitrag, gutschriftbetrag, credit total, total credit, total avoir, totale nota~,
    ~gesamtsumme, total abono, order total
    """
)
_TOTAL: Final = _of(
    """
    total, totals, totale, totaal, totaux, summe, gesamt~, ~summe, ~gesamt, sum, totales, importe, montant, importo,
    bedrag, betrag, amount, ~betrag, razem, suma, somme
    """
)

_EXEMPT: Final = _of(
    """
    reverse charge, steuerschuldnerschaft~, ~steuerfrei~, umsatzsteuerfrei~, kleinunternehmer~, inversion del sujeto
    pasivo, autoliquidation, inversione contabile, btw verlegd, verlegd, exempt~, exoner~, esente, esenzione, exento,
    exenta, vrijgesteld~, non imponibile, no sujeta, no sujeto, non soggett~, non applicable, intra community,
    intracomunit~, innergemeinschaftliche~, zero rated, steuerbefreit~, umsatzsteuerbefreit~, franchise en base,
    regime forfettario, intracommunautaire, outside the scope, nicht steuerbar~, kor, kleineondernemersregeling
    """
)
_OPTIONAL: Final = _of(
    """
    optional~, option, alternativ~, alternative~, alternate, eventual~, eventuell, bedarfsposition, bei bedarf, en
    option, facultati~, variante, opcional~, opzional~, facoltativ~, optionee~, if required, not included, nicht
    enthalten, wahlweise
    """
)
_UNTAXED: Final = (
    (Role.SUBTOTAL, _SUBTOTAL),
    (Role.ALLOWANCE, _ALLOWANCE),
    (Role.CHARGE, _CHARGE),
    (Role.GROSS, _GROSS),
    (Role.TOTAL, _TOTAL),
)


@lru_cache(maxsize=4096)
def role_of(label: str) -> Role | None:
    """Return what the words beside an amount say that it is; None where they say nothing of the kind."""
    text = plain(label[-MAX_LABEL:])
    if not text or _NOT_TAX.search(text):
        return Role.CARRIED if text and _CARRIED.search(text) else None
    taxed = _TAX.search(text) is not None
    return _of_payments(text, taxed=taxed) or _of_totals(text, taxed=taxed)


def _of_payments(text: str, *, taxed: bool) -> Role | None:
    """Return what words say that are no net, tax or gross, those that say most first."""
    for role, pattern in ((Role.CARRIED, _CARRIED), (Role.ROUNDING, _ROUNDING), (Role.WITHHELD, _WITHHELD)):
        if pattern.search(text):
            return role
    if not taxed and _PREPAID.search(text):
        return Role.PREPAID
    if not taxed and _ALLOWANCE.search(text) and not _EXCLUSIVE.search(text):
        return Role.ALLOWANCE
    named = ((Role.PREPAID, _PREPAID), (Role.PAYABLE, _PAYABLE), (Role.BASE, _BASE))
    return next((role for role, pattern in named if pattern.search(text)), None)


def says_untaxed(text: str) -> bool:
    """Tell whether a text says that no tax is charged: an exemption, or a tax that the buyer owes."""
    return _EXEMPT.search(plain(text)) is not None


def says_optional(text: str) -> bool:
    """Tell whether a text says that something may be had and is not charged."""
    return _OPTIONAL.search(plain(text)) is not None


def includes_tax(text: str) -> bool:
    """Tell whether words beside an amount say that tax is in it."""
    words = plain(text[-MAX_LABEL:])
    return _INCLUSIVE.search(words) is not None and _TAX.search(words) is not None


def _of_totals(text: str, *, taxed: bool) -> Role | None:
    is_sum = _TOTAL.search(text) is not None or _GROSS.search(text) is not None
    if taxed and (_CONTAINED.search(text) or (_PLUS.search(text) and not is_sum)):
        return Role.TAX
    if _INCLUSIVE.search(text):
        return Role.TAX if taxed and not is_sum else Role.GROSS
    if _EXCLUSIVE.search(text) or (taxed and _PLUS.search(text)):
        return Role.NET
    return Role.TAX if taxed else next((role for role, pattern in _UNTAXED if pattern.search(text)), None)
