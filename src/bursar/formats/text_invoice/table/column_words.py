"""What the columns of a table of lines are called in six languages, and how well words in a header name each kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from bursar.formats.text_invoice.sums.total_words import plain
from bursar.formats.text_invoice.table.heading_pieces import kind_of_pieces
from bursar.formats.text_invoice.table.kinds import Kind

MAX_HEADING: Final = 80
CLEAR: Final = 8  # Tenths.
NOTHING: Final[Mapping[Kind, int]] = MappingProxyType({})


_WORDS: Final[Mapping[Kind, str]] = {
    Kind.POSITION: """
        vlgnr, volgnr,
        lin, item nr, rang, rg, pos no, lnr, no pos, n pos, pos, position, nr, no, n, #, lp, line, ligne, linea,
        riga, regel, num, lfd nr, lfd, item no, sr no, s no, sl no, ln, zeile, line no, pos nr, positie,
        posicion, posizione, seq, n ro, item #, line #, ligne no, n ligne, no ligne, linea no, n riga, nr riga,
        regelnr, pozice, punkt
    """,
    Kind.ITEM_ID: """
        onderdeel, onderdeelnr,
        id, art code, art id, stock code, stock no, model no, artikel code, matnr, teilenummer, teile nr,
        sachnummer, produktcode, n article, n produit, code prod, num article, num ref, n ref, ref produit, cod
        prodotto, codice prodotto, cod producto, codigo articulo, codigo producto, n articulo, n articolo,
        productnr, product nr, art nummer, itemcode, item ref, product ref, our ref, part, upc, mpn, artikelnr,
        artikel nr, artikelnummer, art nr, artnr, artikel no, item no, item number, item code, sku, code,
        product code, product id, product no, ref, reference, references, referencia, codigo, cod, codice,
        codice articolo, cod articolo, cod art, cod prod, ref art, num art, artikelcode, ean, gtin, part no,
        part number, code article, code produit, ref article, materialnummer, material nr, bestellnr, item id,
        article no, article number, nummer, artikel id, produktnummer, produkt nr, art no, hsn, hsn code,
        catalog no, productcode, productnummer, art nr lieferant, art nr kunde, no articulo, no articolo, no
        article, no producto, no prodotto, no produit, no ref, no referencia, no art, product #, part #, item #,
        stock #, ref #, bestell nr, best nr, modell nr, modellnr, modele, modelo, modello, model, pzn, isbn, mat
        nr, materialnr, produktnr, prod code, prod no, prod nr, prod id, artikel #, art #, codigo de articulo,
        codigo de producto, codice prod, code art, ref fournisseur, catalogue no, cat no, kat nr, sku code,
        leistungsnummer, leistungsnr, zimmer nr
    """,
    Kind.DESCRIPTION: """
        betreft, betrifft, lavori eseguiti,
        descrizione dei servizi, descrizione beni, descrizione dei beni, natura e qualita, artikel bezeichnung,
        bezeichnung der leistung, art der leistung, dienstleistung, dienstleistungen, lieferung, waren,
        narrative, task, job, part, part description, libelle de la prestation, intitule, nature de la
        prestation, objet, descriptif, marchandise, marchandises, denominacion, detalle del servicio, servicios,
        productos, articulos, trabajos, denominazione, prestazione, prestazioni, articoli, servizi, omschrijving
        van de dienst, artikelen, werkzaamheden, goederen, benaming, specification, spezifikation, materials,
        material, service description, item and description, item details, product details, prodotti,
        descripcion del servicio, descripcion del articulo, designation des produits, designation des
        prestations, beschreibung, bezeichnung, artikel, artikelbezeichnung, leistung, leistungen, produkt,
        produktbezeichnung, text, description, descriptions, item, items, product, products, details, service,
        services, item description, description of goods, description of services, goods, designation, libelle,
        article, articles, produit, produits, prestation, prestations, descripcion, concepto, articulo,
        producto, detalle, servicio, descrizione, articolo, prodotto, servizio, omschrijving, dienst,
        particulars, title, nazwa, nazwa towaru, nom, tatigkeit, activity, work, voce, ware, warenbezeichnung,
        gegenstand, oggetto, causale, naam, specificatie, product description, descripcion del producto,
        descrizione articolo, item name, description of work, artikelomschrijving, nature, beschrijving,
        productomschrijving, leistungsbeschreibung, position bezeichnung, detail, detalles, dettaglio, dettagli,
        detaillering, tarea, tareas, opis, what, was, que, cosa, wat, quoi, angaben, leistungstext,
        leistungsart, arbeit, arbeiten, auszufuhrende arbeiten, tatigkeiten, warenart, sache, objekt, travaux,
        travail, operation, operations, contenu, denomination, designations, bien ou service, biens et services,
        nature des prestations, descriptif des travaux, bienes y servicios, bienes, mercancia, mercancias,
        denominacion del producto, descripciones, lavori, lavoro, attivita, beni e servizi, merce, descrizioni,
        omschrijvingen, product omschrijving, geleverd, goederen en diensten, goederen of diensten, goods and
        services, goods or services, goods services, description of service, service provided, services
        rendered, work done, work carried out, work performed, items and services, waren und dienstleistungen,
        waren oder leistungen, lieferung leistung, lieferungen und leistungen, leistung ware, artikel leistung,
        artikel und leistungen, menu, gericht, room, zimmer, charge description, subscription, abonnement,
        abonnement formule, tarif option, kostenart, posten, rechnungsposten
    """,
    Kind.QUANTITY: """
        getal, umfang,
        aant, stuck, stck, st, q ty, count, anz, mng, einheiten, volume, usage, verbrauch, pieces, piezas,
        pezzi, pz, pzas, geleverd, geliefert, delivered, quantite livree, qte livree, ordered, cdad, unid,
        quantita fatturata, billed qty, qty billed, hvh, stuckzahl, liefermenge, menge, anzahl, qty, quantity,
        quantities, quantite, qte, cantidad, cant, uds, unidades, quantita, qta, q ta, aantal, hoeveelheid,
        stuks, hours, hrs, stunden, units, pcs, ilosc, nb, nombre, heures, horas, ore, uren, no of units, qty
        shipped, shipped, stk, qty ordered, qt, quant, num unidades, numero, days, tage, jours, giorni, dagen,
        time, zeit, dauer, aufwand, duree, temps, tiempo, duracion, durata, tempo, tijd, duur, duration, time
        spent, mge, cantidades, invoiced qty, ctd, ctdad, ctad, cantid, unds, n unidades, no unidades, pzs,
        n pezzi, no pezzi, num pezzi, qnt, qnta, qtita, quant ta, hoev, hoeveelh, aantallen, stks, stuckz, menge
        einh, menge me, menge einheit, anzahl stunden, anz std, anzahl std, std, no of hours, number of hours,
        hours worked, nbr, nbre, nb heures, nb jours, nb h, nombre d heures, nombre de jours, quantites, nights,
        nachte, nuits, noches, notti, nachten, personen, personnes, persons, personas, persone, pax, guests,
        kwh, liter, liters, litres, litri, litros, gewicht, weight, poids, peso, seats, users, lizenzen,
        licenses, licences, number of units, no of items, total qty, quantity ordered, quantity shipped,
        quantity delivered, quantity billed, qty delivered, gelieferte menge, berechnete menge, fakturierte
        menge, rechnungsmenge, qte cdee, qte commandee, qte facturee, qte fact, qte liv, quantite commandee,
        quantite facturee, cant pedida, cantidad servida, cant servida, quantita consegnata, qta consegnata,
        geleverde hoeveelheid, besteld, aantal uren, aantal dagen, aantal stuks, num horas, n horas, n ore, num
        ore, ore lavorate
    """,
    Kind.UNIT: """
        maat, per, u, un, mengeneinh, conditionnement, verpakking, measure, unites, unite de mesure, ueh, un mis,
        einheit, eh, me, unit, uom, unite, u m, unidad, ud, um, unita, eenheid, jm, mengeneinheit, unita misura,
        unita di misura, u mis, unit of measure, eenh, einh, unidad de medida, med, medida, u med, ud med, unid
        med, unita mis, mis, me einheit, verp, vpe, ve, pak, pack, uom code, mengen einheit, maateenheid, sold
        by, unit type
    """,
    Kind.PRICE: """
        einzeln, precio millar,
        per 1 000, je 1 000, per 1000, je 1000, par mille, le mille, al mille, por millar, el millar, per mille,
        st preis, stk preis, stck preis, einzelpr, einzelbetrag, net each, unit amount, unit rate, unit value,
        prix unite, px unit, pu net, px u, valor unitario, valor unit, importe unitario, importo unitario, prezzo cad,
        prix net unitaire, montant unitaire, bedrag per stuk, nettoprijs, netto prijs, verkoopprijs, preis unit,
        nettoeinzelpreis, netto einzelpreis, einheitspr, ppu, sell price, p p u, prezzo un, preis einh,
        einzelpreis, e preis, ep, stuckpreis, preis, nettopreis, netto preis, einzel, preis pro einheit,
        einheitspreis, preis einheit, unit price, price, rate, unit cost, price each, unit net price, net unit
        price, net price, each, price per unit, unit net, prix unitaire, prix unit, p u, pu, p u ht, pu ht,
        prix, prix unitaire ht, prix net, precio, precio unitario, precio unit, p unit, precio ud, precio
        unidad, precio neto, prezzo, prezzo unitario, prezzo unit, prezzo netto, prijs, stukprijs, prijs per
        stuk, eenheidsprijs, tarief, tarif, cena, price unit, stundensatz, satz, tarifa, tariffa, prijs per
        eenheid, preis stuck, preis je einheit, preis st, price per item, cost, unit price excl vat, prijs stuk,
        stuksprijs, preis netto, einzelpreis netto, per unit, per stuk, vk, vkp, listenpreis, list price, prix
        u, p unitario, hourly rate, uurtarief, costo, costo unitario, pr unit, u price, preis je, e p, unitario,
        pvp, pvp u, precio por unidad, precio u, precio base, precio hora, precio por hora, preis p st, preis
        pro st, preis pro stuck, preis stk, ep netto, e preis netto, einzelpreis eur, stuckpreis netto, satz
        std, preis je stunde, preis pro stunde, preis h, stundenpreis, tagessatz, tagespreis, rate per hour, per
        hour, rate hour, hour rate, day rate, daily rate, price per hour, price per night, price per day, price
        each net, each price, item price, prod price, unit price net, sales price, selling price, prix u ht,
        prix unit ht, prix unitaire net, prix par unite, prix heure, prix horaire, taux horaire, taux
        journalier, tjm, tarif horaire, tarif unitaire, tarif jour, tarif nuit, cout unitaire, prezzo a unita,
        prezzo per unita, prezzo orario, tariffa oraria, costo orario, importo unit, prijs eenheid, prijs p st,
        prijs p stuk, prijs per uur, prijs per st, uurprijs, dagtarief, dagprijs, p st, stk pr, stuckpr,
        einheitspreis netto, grundpreis, arbeitspreis, verkaufspreis, vkpreis, precio tarifa, tarifa hora,
        precio un, px
    """,
    Kind.DISCOUNT: """
        rbt, descto, bonif, % desc, kort, kort %, red, reduction, rabatt in %, nachl, % rem, % korting, %
        discount, abzug %, rabatt, rab, discount, disc, remise, rem, descuento, dto, sconto, sconti, korting,
        nachlass, rabat, sc, discount or charge, disc amount, rabatt %, discount %, remise %, dto %, % dto,
        sconto %, korting %, % remise, % sconto, % rabatt, disc %, rem %, desc %, desc to, rab %, remises, less,
        dtos, bonificacion, sct, % sct, rabais, remise en %, rem en %, rabatt in eur, abschlag, nachlass %, disc
        pct, discount amount, disc amt, kortingspercentage, kortings %, sconto in %, less %
    """,
    Kind.RATE: """
        st satz, steuers, vat cat, tasa, tasa iva, tipo de iva, % imp, tva taux, impuesto, impuestos, belasting,
        ust s, mwst s, steuer in %, vat pct, iva pct, tva pct, mwst, ust, mwst %, ust %, mwst satz, ust satz,
        steuersatz, steuer, steuer %, vat, vat %, vat rate, tax, tax %, tax rate, tva, tva %, taux, taux tva,
        iva, iva %, % iva, tipo iva, tipo, aliquota, aliq, btw, btw %, btw tarief, vat code, gst, gst %, % vat,
        % tva, % btw, % mwst, % ust, steuercode, tax code, mwst in %, ust in %, aliquota iva, cod iva, btw
        percentage, vat percent, taux de tva, % tax, umsatzsteuer, ust code, imp %, impuesto %, % impuesto, tipo
        impositivo, tipo imp, tva en %, ust in prozent, steuerkz, steuerschl, steuerschlussel, st kz, stkz, st
        schl, st %, % st, steuer in prozent, code tva, ctva, c tva, cod tva, btw code, btw cat, btw klasse, vat
        %age, sales tax %, tax pct, tax percent, tax percentage, mva %, moms %, t v a, i v a, iva tipo, tipo de
        impuesto, % imposta, imposta %, taxe %, % taxe, taux taxe, taux de taxe, belasting %, % belasting,
        belastingtarief, steuergruppe
    """,
    Kind.TAX: """
        ust betrag, mwst betrag, steuerbetrag, vat amount, tax amount, montant tva, importe iva, importo iva,
        cuota, cuota iva, btw bedrag, kwota vat, total vat, total tva, total iva, betrag mwst, betrag ust,
        imposta, montant de la tva, mwst eur, vat eur, bedrag btw, vat amt, tax amt, amt vat, vat value, tax
        value, ust eur, tva eur, iva eur, btw eur, steuer eur, ust chf, mwst chf, mt tva, mnt tva, valor iva,
        imp iva, importo imposta, steueranteil, taxes, amount of vat, montant taxe, gst amount
    """,
    Kind.BASE: """
        basisbetrag, bemessungsgrundlage, taxable amount, taxable base, base, base tva, base ht, base imponible,
        base iva, grondslag, basis, warenwert, tax base, vat base, maatstaf van heffing, steuerbasis
    """,
    Kind.NET: """
        excl, excl vat, excl btw, exkl mwst, total exkl, betrag exkl, total exkl mwst, importe s iva, netto eur,
        netto zeilenbetrag, montant total ht, total net ht, prix total net, prezzo totale netto, importe total
        neto, net line total, net price total, nettobetrag, netto, gesamt netto, positionsbetrag, nettowert,
        netto betrag, net amount, net, line net, total net, total ht, montant ht, prix ht, prix total ht,
        importe neto, totale netto, imponibile, totaal excl, bedrag excl, line amount excl vat, amount excl vat,
        total excl vat, bedrag excl btw, net total, wartosc netto, line total excl vat, gesamtpreis netto,
        nettosumme, netto gesamt, net value, line net amount, netto totaal, total hors taxes, montant hors taxe,
        importe sin iva, total neto, importo netto, nettobedrag, totaal excl btw, total excl tax, amount excl
        tax, ht, line total net, positionsbetrag ohne ust, betrag netto, total sin iva, zeilenbetrag, total ex
        vat, ex vat, amount ex vat, total ex tax, ex btw, totaal ex btw, bedrag ex btw, ex tva, net amt, nett,
        nett amount, nett value, nett total, total nett, zeilennetto, netto pos, netto position, mt ht, mnt ht,
        mtt ht, tot ht, total h t, montant net, valeur ht, valeur nette, valor neto, neto, importe s impuestos,
        importe sin impuestos, total sin impuestos, base imponible linea, importo imponibile, totale imponibile,
        valore netto, netto waarde, nettowaarde, netto regel, regel netto, ligne net, net ligne, riga netto,
        gesamt exkl, summe netto, summe exkl, zeile netto, netto zeile, warenwert netto, zwischensumme netto
    """,
    Kind.GROSS: """
        inkl mwst, total inkl, total inkl mwst, betrag inkl, incl btw, iva inc, iva incluido, total iva incl,
        brutto, bruttobetrag, total ttc, montant ttc, total incl, total incl vat, prijs incl, prijs incl btw,
        incl vat, gross, gross amount, amount incl vat, importe con iva, totale ivato, wartosc brutto, prix ttc,
        gesamt brutto, ttc, total con iva, totaal incl, totaal incl btw, bedrag incl btw, bruttopreis, total
        gross, bruttosumme, brutto eur, brutto betrag, brutto bedrag, bruto bedrag, bruto, importe bruto, total
        bruto, importo lordo, totale lordo, lordo, montant brut ttc, mt ttc, mnt ttc, tot ttc, total tva
        comprise, total tax incl, amount inc vat, inc vat, total inc vat, inc tax, total inc tax, iva inclusa,
        importo ivato, impuestos incluidos, total con impuestos, inklusive mwst, gesamt inkl, summe inkl, summe
        brutto, endpreis, bruttowert
    """,
    Kind.AMOUNT: """
        som, gesamtwert, gesamt preis, pos betrag, positionswert, valeur, somme, prix tot, tot, importe linea, valor
        total, importo riga, regelsom, totaalbedrag, row total, item total, line amt, amt, ext amount, ext,
        total amt, regelsaldo, positionspreis, gesamtpr, zeilenpreis, betrag, gesamt, gesamtpreis, summe, total,
        totals, amount, line total, line amount, totaal, bedrag, importe, importo, totale, montant, total price,
        gesamtbetrag, total amount, preis gesamt, wert, extended price, ext price, extension, valor, valore,
        sum, subtotal, suma, prix total, precio total, prezzo totale, totaalprijs, g preis, gp, sous total, sub
        total, subtotale, subtotaal, zeilensumme, regeltotaal, total line, line value, regelbedrag, gesamtsumme,
        montant total, importe total, importo totale, total linea, total ligne, totale riga, charges, charge,
        entgelt, valor linea, valor eur, importe eur, monto, monto total, somma, prezzo tot, prezzo complessivo,
        importo totale riga, tot riga, totale eur, bedr, bedrag eur, totaal eur, waarde, totale waarde, wert
        eur, wert in eur, gesamtwert eur, value, summe eur, betrag eur, betrag in eur, gp eur, g preis eur, ges
        preis, ges pr, ges betrag, gesamt eur, zeilenwert, total eur, montant eur, valeur totale, total de
        ligne, prix tot ht, montant ligne, line price, line cost, cost total, total cost, total charge, total
        charges, total value, net line amount, ext cost, extd price, extended, extended amount, extended cost,
        row amount, subtot, sub tot, sous tot, zw summe, pos summe, positionssumme, pos wert
    """,
    Kind.DATE: """
        date, datum, fecha, data, delivery date, lieferdatum, periode, zeitraum, period, shipment date,
        shipment, leistungsdatum, service date, dates, fechas, leverdatum, liefertermin, day, tag, jour, dia,
        giorno, dag, date of service, leistungstag, service period, leistungszeitraum, abrechnungszeitraum,
        periodo, periode de prestation, date de prestation, date prestation, fecha servicio, data servizio,
        datum prestatie, billing period, usage period, when, wann
    """,
}


_TARIFFS: Final = frozenset({"rate", "satz", "tarif", "tarifa", "tariffa", "tarief", "cost", "per"})  # Or of a tax.
_WITH_TAX: Final = re.compile(
    r"(?<!\w)(?:ht|ttc|net|nett|netto|neto|brutto|bruto|gross|excl|incl|exkl|inkl|ex|inc|esclusa|inclusa|sin|con|sans"
    r"|ohne|zzgl|hors|zonder)(?!\w)"
)
_TAX_NAMES: Final = re.compile(r"(?<!\w)(?:vat|tva|btw|mwst|ust|iva|tax|taxe|taxes|steuer)(?!\w)")


def _pattern(phrases: str) -> re.Pattern[str]:
    written = sorted(
        {" ".join(plain(one).replace("%", " % ").split()) for one in phrases.split(",")}, key=len, reverse=True
    )
    return re.compile(r"(?<![\w%])(?:" + "|".join(re.escape(phrase) for phrase in written) + r")(?![\w%])")


_PATTERNS: Final = tuple((kind, _pattern(phrases)) for kind, phrases in _WORDS.items())
# Words that say nothing of a column's kind: currencies, articles, that it is of a line, that it was ordered or sent.
_NEUTRAL: Final = re.compile(
    r"(?<!\w)(?:eur|usd|gbp|chf|euro|in|en|per|of|de|du|des|la|the|le|a|x|del|della|dei|delle|dello|der|die|das|van|di|el|los|las|il|lo|les|and|und|et|y|line|ligne|linea|riga|regel|zeile|item"
    r"|ordered|delivered|shipped|invoiced|billed|commandee?|cdee?|livree?|facturee?|pedida|servida|bestellt|geliefert"
    r"|berechnet|besteld|geleverd|ordinata|consegnata)(?!\w)"
)


@lru_cache(maxsize=4096)
def kinds_of(heading: str) -> Mapping[Kind, int]:
    """Return how well a heading names each kind of column, from 1 to 10, the best first.

    It is the share of it that a phrase takes up; of a heading in two languages, of either side of the stroke.
    """
    found = _kinds(heading)
    sides = [side for side in heading.split("/") if side.strip()]
    if len(sides) < 2 or max(found.values(), default=0) >= CLEAR:
        return found
    kinds: dict[Kind, int] = {}
    for side in sides:
        for kind, share in _kinds(side).items():
            kinds[kind] = max(share, kinds.get(kind, 0))
    return MappingProxyType(
        dict(sorted(kinds.items(), key=lambda one: (one[1], one[0] is not Kind.DESCRIPTION), reverse=True))
    )


def _kinds(heading: str) -> Mapping[Kind, int]:
    text = " ".join(plain(heading).replace("%", " % ").split())
    if not text or len(text) > MAX_HEADING:
        return NOTHING
    found: list[tuple[int, int, Kind]] = []
    for kind, pattern in _PATTERNS:
        phrases = [match[0] for match in pattern.finditer(text)]
        best = max(((_share(phrase, text), len(phrase)) for phrase in phrases), default=None)
        if best is not None:
            found.append((min(10, best[0]), best[1], kind))
    found.sort(key=lambda one: (*one[:2], one[2] is Kind.PRICE), reverse=True)  # As well named: the longest words.
    if found and found[0][2] is not Kind.RATE and _is_price(text):
        found.sort(key=lambda one: one[2] is Kind.PRICE, reverse=True)
        found[0] = (10, *found[0][1:])
    if not found or found[0][0] < CLEAR:
        meant = kind_of_pieces(heading)
        if meant is not None:
            found = [(CLEAR, 0, meant), *(one for one in found if one[2] is not meant)]
    return MappingProxyType({kind: share for share, _, kind in found})


def _is_price(text: str) -> bool:
    """Tell whether a heading names a price and else only whether tax is in it; the name of a tax alone is a column."""
    price = dict(_PATTERNS)[Kind.PRICE].search(text)
    if price is None or price[0] in _TARIFFS:
        return False
    rest = text.replace(price[0], " ", 1)
    named = _WITH_TAX.search(rest) is not None or not rest.strip()
    return named and not _NEUTRAL.sub(" ", _TAX_NAMES.sub(" ", _WITH_TAX.sub(" ", rest))).strip()


def _share(phrase: str, text: str) -> int:
    """Return how much of a heading a phrase takes up, in tenths; neutral words count only where there are no others."""
    bare, said = len(_bare(text)), len(_bare(phrase))
    return max(1, 10 * said // bare if said and bare else 10 * len(phrase) // len(text))


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    return " ".join(_NEUTRAL.sub(" ", text).split())


def longest(heading: str) -> int:
    """Return the length of the longest phrase in a heading."""
    text = " ".join(plain(heading).replace("%", " % ").split())[:MAX_HEADING]
    return max((len(match[0]) for _, pattern in _PATTERNS for match in pattern.finditer(text)), default=0)


def best_kind(heading: str) -> Kind | None:
    """Return the kind that a heading names best, if it takes up at least half of it."""
    found = kinds_of(heading)
    best = max(found, key=lambda kind: found[kind], default=None)
    return best if best is not None and found[best] >= 5 else None
