"""What is said of a day: no list has all labels, but what people say of a day has few roots.

"Letzter Zahltag", "To be settled before" and "Échoit le" have a root of paying in them, "Übergeben am" one of doing.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import Final

from bursar.formats.text_invoice.plain import plain
from bursar.formats.text_invoice.words.roots import roots


class Said(Enum):
    """What words say of a day."""

    ISSUED = "issue_date"
    DUE = "due_date"
    DELIVERED = "delivery_date"
    ORDERED = "ordered"
    ELSE = "else"


# In English, German, French, Spanish, Italian, Dutch, Portuguese and Polish, without accents.
_SAID: Final = {
    Said.ISSUED: roots(
        """
        issu, invoice, billed, billing, bill\\b, tax point, tax date, tax\\b, document, written, made (?:out|up),
        drawn, dated, raised, created, prepared, posting, posted, statement, ~rechnung, ~faktur, ~ausstell,
        ~ausgestellt, ~erstell, geschrieben, datiert, ~beleg, ausfertig, ausgefertigt, ~dokument, ~gutschrift,
        verfasst, erteilt, schreibdatum, buchung, factur, emis, emission, etabli, redig, fait, edite, edition,
        creation, avoir\\b, emit, expedi[cd], extend, fattur, emess, redatt, compil, ~factuur, ~factur, opgemaakt,
        gedaan te, rekening, hech[ao], opgesteld, uitgeschreven, uitgereikt, geschreven, opmaak, fatur, wystaw
        """
    ),
    Said.DUE: roots(
        """
        due\\b, dues\\b, payable, pay\\b, paying, payment, settle, remit, deadline, matur, latest, no later,
        not later, collection, debit\\b(?! note), direct debit, debit date, clear(?:ed|ance)? by, owing, last day,
        final day, letzter tag, dernier jour, (?:ultimo|ultimi) (?:giorn|dia), giorno utile, laatste dag, attendu,
        expected by, expected on, ~fallig, zahl(?:ung|bar|tag|ziel|dat|termin|en\\b|frist), ~zahlung, ~bezahlen,
        ~uberweis, ~begleich, ~frist, ziel\\b, ~ziel\\b, valuta, ~abbuch, ~einzug, ~lastschrift, belastung,
        ~belastungs, spatestens, ausgleich, echea, echoi, exigib, regler\\b, reglement, payer, paiement, acquit,
        prelev, limite, delai, honorer, au plus tard, versement, venc[ei], vto\\b, vcto\\b, pago, pagar, pagader,
        abonar, plazo, (?<!nota de )cargo\\b, dovut, adeudo, domicili, cobr, a mas tardar, scad, pagament, pagabil,
        saldar, saldo\\b, termine\\b, (?<!nota di )addebit, incass, versar, versament, entro, verval, betaal, betalen,
        betaling, ~betaal, voldoen, uiterst, uiterlijk, afschrij, overmak, ~termijn, ~incasso, prazo, cobranc,
        (?<!nota de )debito, platn, zaplat, termin platn
        """
    ),
    Said.DELIVERED: roots(
        """
        deliver, supply\\b, supplied, perform, complet, finish, dispatch, despatch, ship, fulfil, provided, rendered,
        service, carried, hand(?:ed|ing|over), works?\\b, done, executed, install, fitted, attended, attendance,
        visit, job\\b, treat, event, held\\b, collected, ~liefer(?!ant|sch|er\\b), ~leistung(?!sempf), ausgefuhrt,
        ~ausfuhrung, fertig, ubergeb, ubergab, ~erbracht, ~erbringung, abgeschlossen, abschluss, versand, versendet,
        abnahme, einsatz, montage, montiert, durchgefuhrt, durchfuhrung, erledigt, verrichtet, behandlung, abgeholt,
        abholung, ~ausgeliefert, bereitgestellt, eingebaut, livr, prestation, execut, realis, achev,
        termine(?:e|es|s)?\\b, remis, expedition, expedie, intervent, effectu, rendu, chantier, pose\\b, enleve,
        retrait, accompli, mise? a disposition, fin de, entreg, prestac, servici, servizi, realiz, ejecu, finaliz,
        termina[cd], suministr, operacion, envi[oa], trabajo, devengo, consegn, prestaz, eseguit, esecuz, effettu,
        ultima[tz], spediz, lavor, svolt, fornitur, operazion, compiut, ritir, completa, lever(?!anci), ~gelever,
        ~oplever, ~aflever, prestatie, uitgevoerd, gedaan op, uitvoer, verricht, gereed, klaar\\b, voltooi, afgerond,
        overgedrag, overhandig, werkzaam, dienst, bezorg, afgehaald, verzend, fornec, conclu, dostaw, wykon, sprzedaz,
        zakoncz
        """
    ),
    Said.ORDERED: roots(
        """
        order, instruct, requisition, purchas, ~bestell, ~auftrag, ~abruf, beauftragt, commande, pedido, encargo,
        ordin[ei], incaric, ~bestel, opdracht, encomenda, zamow
        """
    ),
    Said.ELSE: roots(
        """
        print, valid, birth, born, contract, agreement, quot, offer, period, from\\b, corrects\\b,
        correction (?:to|of|de)\\b, corrige, corregg, korrigier, correctie op, stornier(?:t|en), annule\\b, annuls,
        annulla\\b, anula\\b, ersetz, remplac, replac, vervang, sostitui, sustitu, zu(?:r| unserer) rechnung,
        zu rechnung, addebitat, cargado, abonamos, accredit, crediter, since, term\\b, card\\b, visa\\b, mastercard,
        ~karte, carte\\b, tarjeta, carta\\b, ~kaart, rate\\b, exchange, ~kurs\\b, cours\\b, cambio, koers, taux,
        anreise, abreise, ankunft, abfahrt, aankomst, vertrek, entrada, salida, partenza, check, von\\b, start, begin,
        vanaf, looptijd, beginning, note\\b, docket, advice, receiv, paid, previous,
        last (?:invoice|bill|reading|statement|payment), next, discount, regist, arriv, depart, reading, letter,
        mandate, if paid, policy, reminder, expir, deposit, angebot, ~vertrag, ~druck, gultig, gebor, geburt, geb\\b,
        ~zeitraum, periode, beginn, seit\\b, ab\\b, laufzeit, ~schein\\b, ~scheindat, anfrage, mandat, erhalten,
        eingegangen, ~eingang, bezahlt, skonto, ~abschlag, ~anzahlung, ~vorauszahlung, abzug, ~ables, zahler,
        stand\\b, ~nachste, vorig, letzte rechn, schreiben vom, nachricht, police, mahn, ~teilzahlung, devis, offre,
        contrat, imprim, valab, validite, naissance, debut, depuis, duree, bons?\\b, bordereau, recu,
        paye(?:e|s|es)?\\b, reglee?s?\\b, escompte, acompte, prochain, precedent, courrier, rappel, releve,
        presupuest, ofert, impres, nacimient, inici, desde, albaran, recib, pagad, descuent, anticip, proxim,
        anterior, preventiv, offert, stampa, nascit, inizi, dal\\b, durata, nota di consegna, ddt\\b, bolla, ricev,
        pagat, scont, accont, prossim, preced, polizz, afgedrukt, geldig, geboorte, ~bon\\b, ontvang, betaald,
        voldaan, korting, aanbetal, volgend, polis, meterstand, orcament, recebid, oferta, wazn, urodz, otrzym
        """
    ),
}


@lru_cache(maxsize=4096)
def said_of(words: str) -> frozenset[Said]:
    """Return what words before a day say of it; nothing where they say nothing of the kind."""
    text = " ".join(plain(words).split())
    found = {said for said, roots in _SAID.items() if roots.search(text)}
    if Said.ELSE in found:
        return frozenset({Said.ELSE})
    if Said.DUE in found:
        return frozenset({Said.DUE})  # An invoice, an order or a delivery is due.
    if Said.DELIVERED in found:
        return frozenset(found - {Said.ORDERED})  # An order was carried out.
    return frozenset({Said.ORDERED}) if Said.ORDERED in found else frozenset(found)
