"""What is said of a number: no list has all labels, but what people say of a number has few roots.

"Req. no." and "Demande d'achat" have a root of ordering in them; "Your code here" and
"Sie führen wir als" say both "you" and "we": what we call you. A root begins a word; "~" before it lets it stand inside
of a compound.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from bursar.formats.text_invoice.plain import plain
from bursar.formats.text_invoice.words.roots import roots

FEW: Final = 4  # Words at the end of a sentence.


class Named(Enum):
    """What words say that a number is of."""

    INVOICE = "invoice_number"
    ORDER = "order_reference"
    CUSTOMER = "customer_number"
    PAYMENT = "payment_reference"
    YOURS = "your_reference"
    OURS = "our number"
    NUMBER = "number"  # Of something that is not said, or not known.
    ELSE = "else"


# In English, German, French, Spanish, Italian, Dutch, Portuguese and Polish, without accents.
_INVOICE: Final = roots(
    """
    invoic, inv\\b, bill\\b, bills\\b, billing, fee note, debit note, credit (?:note|memo|advice|no), memo\\b,
    receipt, document, doc\\b, voucher, serial of, ~rechnung, rg\\b, re[- ]n, rn\\b, ~faktur, ~gutschrift, gs\\b,
    ga\\b, ~storno, honorarnote, kostennote, liquidation, ~beleg, dokument, quittung, factur, fact\\b, fac\\b, avoir,
    honoraires, memoire, quittance, decompte, releve n, piece, note de (?:credit|debit|frais), minuta, recibo, abono,
    fra\\b, nota de (?:cargo|credito|debito|abono), liquidacion, rectificativ, serie, fattur, fatt\\b, ft\\b,
    parcella, notula, nota (?:di )?(?:credito|debito|accredito|n\\b), accredit, ricevuta, ~factuur, ~nota\\b,
    declaratie, afrekening, creditering, boekn, boekstuk, stuknu, fatur, korekt
    """
)
_CUSTOMER: Final = roots(
    """
    customer, cust\\b, client, account, acct, acc\\b, a/c, debtor, member, subscriber, policyholder, tenant, consumer,
    ledger, ~kunde, kd\\b, ~debitor, ~mandant, ~klient, ~mitglied, ~abonnent, teilnehmer, abnehmer, nutzer,
    versicherten, ~konto, compte, tiers, abonne\\b, abonnes, adheren, societaire, usager, locataire, cliente, cli\\b,
    cte\\b, socio, abonado, usuario, cuenta, cta\\b, utent, utenza, abbonat, intestatari, anagrafic, conto\\b, ~klant,
    ~debiteur, relatie, ~lidn, ~lidm, lid\\b, afnemer, gebruiker, huurder, ~rekening, assinante, nabywc
    """
)
_ORDER: Final = roots(
    """
    order, p\\.?o\\b, purchas, requisition, req\\b, instruct, indent\\b, call[- ]off, release, procurement, ~bestell,
    ~auftrag, ~abruf, beauftrag, kommission, ~order, command, cde\\b, bdc\\b, bc\\b, ordre, engagement, achat, pedid,
    pidi, orden\\b, encarg, oc\\b, solicit, compra, ordin[ei], ordinat, ordinaz, oda\\b, richiest, commessa, acquist,
    ~bestel, best\\b, ~opdracht, inkoop, aanvra, encomend, requisic, zamow
    """
)
_PAYMENT: Final = roots(
    """
    payment, paying, remit, transfer, bank ref, bacs, ~zahlung, ~uberweis, ~zweck, paiement, reglement, virement,
    rappeler, pago, transferenc, ingreso, concepto, pagament, bonific, causale, versament, betaling, ~betaal,
    overschrij, overma, mededeling, pagto, przelew, platnos, to quote, (?:please|always|kindly) quote, quote
    (?:when|with|this), quoting, angeben, anzugeben, ~verwendung, rappel, mention, indiquer, indicar, indique,
    indicare, citar, citare, vermeld, onder vermelding
    """
)
_BUYER: Final = roots(
    "buyer, purchaser, ~kaufer, besteller, acheteur, preneur, comprador, acquirent, committent, koper"
)
_YOURS: Final = roots(
    """
    your, you\\b, ihre?[rnsm]?\\b, sie\\b, votre, vos\\b, vous, v/, su\\b, usted, vuestr, s/, vs\\b, vostr, suo\\b,
    lei\\b, uw\\b, u\\b, vossa, vosso
    """
)
_US: Final = roots(
    """
    with us, to us, we\\b, here\\b, our (?:books|files|records|system), bei uns, wir\\b, uns\\b, hier\\b, chez nous,
    nous\\b, ici\\b, nosotros, aqui\\b, da noi, di noi, noi\\b, qui\\b, bij ons, wij\\b
    """
)
_OURS: Final = roots(
    """
    our\\b, unser, notre, nos\\b, n/, nuestr, nostr, ns\\b, ons\\b, onze, nossa, nosso
    """
)
_MARK: Final = roots("ref, rif\\b, riferim, ~zeichen, ~referenz, kenmerk, ~kenmerk, bezug, mark\\b")
_NUMBER: Final = roots(
    """
    no\\b, nos\\b, nr\\b, nbr\\b, num, n\\b, ~number, ~nummer, ~nr\\b, #, id\\b, code, cod\\b, codice, codigo,
    kennung, identif, key\\b, schlussel, matricul, vorgang, protocol, prot\\b, ~zeichen, ref, rif\\b, kenmerk
    """
)
_BEHIND: Final = re.compile(
    r"(?<!\w)(?:with|by|in|on|to|under|from|mit|unter|zu|zur|auf|bei|avec|sous|par|sur|con|por|en|sobre|per|su|met|op|in|onder"
    r"|bij|van)\W*$"
)
_CREDIT: Final = roots(
    """
    credit, refund, ~gutschrift, ~storno, korrekturrechn, rechnungskorrekt, avoir, rectificativ, rectificac, abono,
    devolucion, nota di (?:storno|variazione), accredit, storno, creditering, correctienota, korekt, nota de credit
    """
)
_OF_ANOTHER: Final = roots(
    """
    correct, corrig, corregg, rectifi, credit what, we credit, credit (?:for|against|to), cancel, replac, revers,
    original, previous, preceding, charged, korrigier, gutschr, schreiben, gutgeschr, stornier, storno (?:zu|der),
    ersetz, ursprung, zu rechnung, zur rechnung, zu unserer, zu ihrer, berechnet, a votre credit, annul, remplac,
    origine, initiale, abonam, abono de, este abono, anula, sustitu, sostitu, accreditiamo, storna, addebitat,
    crediter(?:en|t), vervang, oorspronk, corrigeert, berekend, betreft
    """
)
_ELSE: Final = roots(
    """
    vat\\b(?! (?:inv|cred)), gst\\b, tax\\b(?! (?:inv|cred)), \\(ein\\), fein\\b, ^ein\\b, utr\\b, federal, regist,
    reg\\b, companies, company, incorporat, licen[cs]e, charity, phone, tel, fax, mobile, ring us, call us, llam,
    chiam, appel, bel\\b, web\\b, bank, iban, bic\\b, swift, sort code, aba\\b, routing, deliver, despatch, dispatch,
    shipment, shipping, consignm, waybill, tracking, parcel, docket, note no, drop\\b, packing, project, job, work,
    repair, event, function, table, room, course, party, contract, agreement, subscription, policy, cover\\b, lease,
    membership agree, meter, mpan, mprn, supply, vehicle, plate, odometer, mileage, chassis, vin\\b, batch, lot\\b,
    serial no, item, article, part     no, stock, sku, product, page, sheet, case, file\\b, matter, quotation, quote
    (?:n|ref|id), offer, vendor, supplier, mandate, creditor, excise, bonded, patient, ticket, incident, claim, cost
    cent, contact, version, confirmation, previous, preceding, original, correct, replac, revers, charged, date\\b,
    period, postcode, box\\b, box no, suite, unit, floor, ust\\b, ustid, uid\\b, mwst, ~steuer, ~register,
    amtsgericht, hrb, hra, handels, ~telefon, fon\\b, ruf\\b, ~bank, blz, geldinst, ~liefer, ~schein, ~versand,
    sendung, paket, ~projekt, bauvorh, baustell, objekt, ~werkstatt, ~reparatur, auftragsblatt, feier, anlass, ~tisch,
    zimmer, kurs\\b, ~vertrag(?!skonto), ~police, ~zahler, ~zahlernummer, marktlok, fahrzeug, kennzeichen, kilometer,
    tacho, fahrgest, charge, ~artikel, ~seite, blatt, akte, aktenz, fall\\b, ~angebot, lieferant, ~mandat, glaubiger,
    betriebs, ~patient, kostenst, ~kontakt, ~bestatigung, postfach, ~datum, zeitraum, korrigier, ersetzt, ursprung, zu
    rechnung, zur rechnung, zu unserer, berechnet wurde, was mit, tva\\b, siret, siren, rcs, ape\\b, naf\\b, greffe,
    immatric, fixe\\b, banque, livraison, bordereau, bl\\b, expedition, colis, suivi, projet, chantier, dossier,
    affaire, travaux, travail, reparation, reception\\b, contrat, compteur, pdl\\b, vehicule, immat, kilometr, lot n,
    devis, offre, fournisseur, creancier, accise, interlocuteur, cedex, ~abonnement, suscrip, abbonamento, boite,
    bp\\b, correction, annule, remplace, origine, iva\\b, nif\\b, cif\\b, dni\\b, inscri, registr, fijo\\b, movil,
    banco, entrega, albaran, envio, proyect, obra\\b, trabajo, reparac, evento, celebrac, contrato, poliza, contador,
    cups, vehicul, matricula, lote, articul, pagina, presupuest, ofert, proveed, acreedor, expedient, asunto,
    apartado, fecha,
    corrige, rectifica\\b, p\\.? ?iva, partita, codice fisc, rea\\b, sdi\\b, destinatario, univoco, cig\\b, cup\\b,
    fisso, cell, banca, consegn, ddt\\b, bolla, trasport, spediz, progett, cantier, pratica, lavor, riparaz, festa,
    contratt, polizza, contator, pod\\b, veicol, targa, lotto, articol, preventiv, offert, fornitor, mandato, data\\b,
    corregge, storna, casella, accisa, btw, kvk, handelsreg, ~telefoon, ~lever(?!anc), pakbon,
    (?:pak|lever|aflever|werk|zend)bon, vracht, ~project, werk, klus, ~contract, ~polis, ean\\b, voertuig, kenteken,
    offerte, leverancier, ~machtiging, incassant, postbus, corrigeert, oorspronk, accijns, lidmaatschap\\b, feest,
    nip\\b, regon, krs\\b, dostaw, umow, kontribu, guia, contribuinte, to (?:our |the |this )?account, auf (?:das
    |unser |folgendes )?konto, sur (?:le |notre )?compte, sul (?:nostro |mio )?conto, (?:a|en) (?:la |nuestra
    )?cuenta, op (?:de |onze |mijn )?rekening
    """
)


def is_title(words: str) -> bool:
    """Tell whether words before a number can be what a document is called: no sentence with "we", "you" or "with"."""
    text = " ".join(plain(words).split())
    return not (_YOURS.search(text) or _US.search(text) or _OURS.search(text) or _BEHIND.search(text))


def is_credit(words: str) -> bool | None:
    """Tell whether words call a document a credit note rather than an invoice, None if they call it neither."""
    text = " ".join(plain(words).split())
    if _ELSE.search(text) or not is_title(words):
        return None
    is_note = _CREDIT.search(text) is not None
    return is_note if is_note or _INVOICE.search(text) else None


def is_of_another(words: str) -> bool:
    """Tell whether words before a number say that it is of a document that this one corrects."""
    return _OF_ANOTHER.search(" ".join(plain(words).split())) is not None


@lru_cache(maxsize=4096)
def named(words: str) -> frozenset[Named]:
    """Return what words at a number say of it; nothing where they say nothing of the kind.

    Of a sentence the last words count, and the others only where these say nothing.
    """
    if "@" in words or "www." in words:
        return frozenset({Named.ELSE})
    said = " ".join(plain(words).replace("\u00ba", "").replace("\u00b0", "").split())
    last = " ".join(said.split(" ")[-FEW:])
    strong = _strong(last) if last != said else None
    found = frozenset({strong}) if strong else _whole(said)
    is_theirs = Named.ORDER in found and any(roots_.search(last) for roots_ in (_YOURS, _CUSTOMER, _BUYER))
    return found | {Named.YOURS} if is_theirs else found


def _strong(text: str) -> Named | None:
    """Return of what a number is by words that say it outright."""
    for known, said in (
        (_ELSE, Named.ELSE),
        (_PAYMENT, Named.PAYMENT),
        (_ORDER, Named.ORDER),
        (_INVOICE, Named.INVOICE),
        (_CUSTOMER, Named.CUSTOMER),
    ):
        if known.search(text):
            return said
    return None


def _whole(text: str) -> frozenset[Named]:
    if _YOURS.search(text) and _US.search(text) and not _ELSE.search(text):
        return frozenset({Named.CUSTOMER})
    strong = _strong(text)
    if strong:
        return frozenset({strong})
    is_number = bool(_NUMBER.search(text))
    if _YOURS.search(text) or _BUYER.search(text):
        return frozenset({Named.CUSTOMER if is_number and not _MARK.search(text) else Named.YOURS})
    if _OURS.search(text):
        return frozenset({Named.OURS})
    return frozenset({Named.NUMBER} if is_number else ())
