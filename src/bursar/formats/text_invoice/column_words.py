"""What the columns of a table of lines are called in six languages, and how well words in a header name each kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from bursar.formats.text_invoice.total_words import plain

MAX_HEADING: Final = 80
NOTHING: Final[Mapping[Kind, int]] = MappingProxyType({})


class Kind(StrEnum):
    """What stands in a column."""

    POSITION = "position"
    ITEM_ID = "item_id"
    DESCRIPTION = "description"
    QUANTITY = "quantity"
    UNIT = "unit"
    PRICE = "price"
    DISCOUNT = "discount"
    RATE = "rate"
    TAX = "tax"
    BASE = "base"
    NET = "net"
    GROSS = "gross"
    AMOUNT = "amount"  # Net or gross, the words do not say.
    DATE = "date"


_WORDS: Final[Mapping[Kind, str]] = {
    Kind.POSITION: """
        lin, item nr, rang, rg, pos no, lnr, no pos, n pos, pos, position, nr, no, n, #, lp, line, ligne, linea,
        riga, regel, num, lfd nr, lfd, item no, sr no, s no, sl no, ln, zeile, line no, pos nr, positie, posicion,
        posizione, seq, n ro
    """,
    Kind.ITEM_ID: """
        id, art code, art id, stock code, stock no, model no, artikel code, matnr, teilenummer, teile nr,
        sachnummer, produktcode, n article, n produit, code prod, num article, num ref, n ref, ref produit, cod
        prodotto, codice prodotto, cod producto, codigo articulo, codigo producto, n articulo, n articolo,
        productnr, product nr, art nummer, itemcode, item ref, product ref, our ref, part, upc, mpn, artikelnr,
        artikel nr, artikelnummer, art nr, artnr, artikel no, item no, item number, item code, sku, code, product
        code, product id, product no, ref, reference, references, referencia, codigo, cod, codice, codice articolo,
        cod articolo, cod art, cod prod, ref art, num art, art code, artikelcode, ean, gtin, part no, part number,
        code article, code produit, ref article, materialnummer, material nr, bestellnr, item id, article no,
        article number, nummer, artikel id, produktnummer, produkt nr, art no, hsn, hsn code, catalog no,
        productcode, productnummer, art nr lieferant, art nr kunde
    """,
    Kind.DESCRIPTION: """
        descrizione dei servizi, descrizione beni, descrizione dei beni, natura e qualita, artikel bezeichnung,
        bezeichnung der leistung, art der leistung, dienstleistung, dienstleistungen, lieferung, waren, narrative,
        task, job, part, part description, libelle de la prestation, intitule, nature de la prestation, objet,
        descriptif, marchandise, marchandises, denominacion, detalle del servicio, servicios, productos, articulos,
        trabajos, denominazione, prestazione, prestazioni, articoli, servizi, omschrijving van de dienst, artikelen,
        werkzaamheden, goederen, benaming, specification, spezifikation, materials, material, service description,
        item and description, item details, product details, prodotti, descripcion del servicio, descripcion del
        articulo, designation des produits, designation des prestations, beschreibung, bezeichnung, artikel,
        artikelbezeichnung, leistung, leistungen, produkt, produktbezeichnung, text, description, descriptions,
        item, items, product, products, details, service, services, item description, description of goods,
        description of services, goods, designation, libelle, article, articles, produit, produits, prestation,
        prestations, descripcion, concepto, articulo, producto, detalle, servicio, descrizione, articolo, prodotto,
        servizio, omschrijving, dienst, particulars, title, nazwa, nazwa towaru, nom, tatigkeit, activity, work,
        voce, ware, warenbezeichnung, gegenstand, oggetto, causale, naam, specificatie, product description,
        descripcion del producto, descrizione articolo, item name, description of work, artikelomschrijving, nature,
        beschrijving, productomschrijving, leistungsbeschreibung, position bezeichnung
    """,
    Kind.QUANTITY: """
        aant, stuck, stck, st, q ty, count, anz, mng, einheiten, volume, usage, verbrauch, pieces, piezas, pezzi,
        pz, pzas, geleverd, geliefert, delivered, quantite livree, qte livree, ordered, cdad, unid, quantita
        fatturata, billed qty, qty billed, hvh, stuckzahl, liefermenge, menge, anzahl, qty, quantity, quantities,
        quantite, qte, cantidad, cant, uds, unidades, quantita, qta, q ta, aantal, hoeveelheid, stuks, hours, hrs,
        stunden, units, pcs, ilosc, nb, nombre, stuckzahl, heures, horas, ore, uren, no of units, qty shipped,
        shipped, stk, qty ordered, qt, quant, num unidades, numero, liefermenge, days, tage, jours, giorni, dagen, time,
        zeit, dauer, aufwand, duree, temps, tiempo, duracion, durata, tempo, tijd, duur, duration, time spent,
        mge, cantidades, invoiced qty
    """,
    Kind.UNIT: """
        per, u, un, mengeneinh, conditionnement, verpakking, measure, unites, unite de mesure, ueh, un mis, einheit,
        eh, me, unit, uom, unite, u m, unidad, ud, um, unita, eenheid, jm, mengeneinheit, unita misura, unita di
        misura, u mis, unit of measure, eenh, einh, unidad de medida
    """,
    Kind.PRICE: """
        st preis, stk preis, stck preis, einzelpr, einzelbetrag, net each, unit amount, unit rate, unit value, prix
        unite, px unit, px u, valor unitario, valor unit, importe unitario, importo unitario, prezzo cad, prix net
        unitaire, montant unitaire, bedrag per stuk, nettoprijs, netto prijs, verkoopprijs, preis unit,
        nettoeinzelpreis, netto einzelpreis, einheitspr, ppu, sell price, p p u, prezzo un, preis einh, einzelpreis,
        e preis, ep, stuckpreis, preis, nettopreis, netto preis, einzel, preis pro einheit, einheitspreis, preis
        einheit, unit price, price, rate, unit cost, price each, unit net price, net unit price, net price, each,
        price per unit, unit net, prix unitaire, prix unit, p u, pu, p u ht, pu ht, prix, prix unitaire ht, prix
        net, precio, precio unitario, precio unit, p unit, precio ud, precio unidad, precio neto, prezzo, prezzo
        unitario, prezzo unit, prezzo netto, prijs, stukprijs, prijs per stuk, eenheidsprijs, tarief, tarif, cena,
        price unit, stundensatz, satz, tarifa, tariffa, prijs per eenheid, preis stuck, preis je einheit, preis st,
        price per item, cost, unit price excl vat, prijs stuk, stuksprijs, preis netto, einzelpreis netto, per unit,
        per stuk, vk, vkp, listenpreis, list price, prix u, p unitario, hourly rate, uurtarief, costo, costo
        unitario, pr unit, u price, preis je, e p, unitario
    """,
    Kind.DISCOUNT: """
        rbt, descto, bonif, % desc, kort, kort %, red, reduction, rabatt in %, nachl, % rem, % korting, % discount,
        abzug %, rabatt, rab, discount, disc, remise, rem, descuento, dto, sconto, sconti, korting, nachlass, rabat,
        sc, discount or charge, disc amount, rabatt %, discount %, remise %, dto %, % dto, sconto %, korting %, %
        remise, % sconto, % rabatt, disc %, rem %, desc %, desc to, rab %, remises, less
    """,
    Kind.RATE: """
        st satz, steuers, vat cat, tasa, tasa iva, tipo de iva, % imp, tva taux, impuesto, impuestos, belasting, ust
        s, mwst s, steuer in %, vat pct, iva pct, tva pct, mwst, ust, mwst %, ust %, mwst satz, ust satz,
        steuersatz, steuer, steuer %, vat, vat %, vat rate, tax, tax %, tax rate, tva, tva %, taux, taux tva, iva,
        iva %, % iva, tipo iva, tipo, aliquota, aliq, btw, btw %, btw tarief, vat code, gst, gst %, % vat, % tva, %
        btw, % mwst, % ust, steuercode, tax code, mwst in %, ust in %, aliquota iva, cod iva, btw percentage, vat
        percent, taux de tva, % tax, umsatzsteuer, ust code
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
        netto zeilenbetrag, montant total ht, total net ht, prix total net, prezzo totale netto, importe total neto,
        net line total, net price total, nettobetrag, netto, gesamt netto, positionsbetrag, nettowert, netto betrag,
        net amount, net, line net, total net, total ht, montant ht, prix ht, prix total ht, importe neto, totale
        netto, imponibile, totaal excl, bedrag excl, line amount excl vat, amount excl vat, total excl vat, bedrag
        excl btw, net total, wartosc netto, line total excl vat, gesamtpreis netto, nettosumme, netto gesamt, net
        value, line net amount, netto totaal, total hors taxes, montant hors taxe, importe sin iva, total neto,
        importo netto, nettobedrag, totaal excl btw, total excl tax, amount excl tax, ht, line total net,
        positionsbetrag ohne ust, betrag netto, total sin iva, zeilenbetrag
    """,
    Kind.GROSS: """
        inkl mwst, total inkl, total inkl mwst, betrag inkl, incl btw, iva inc, iva incluido, total iva incl,
        brutto, bruttobetrag, total ttc, montant ttc, total incl, total incl vat, prijs incl, prijs incl btw, incl
        vat, gross, gross amount, amount incl vat, importe con iva, totale ivato, wartosc brutto, prix ttc, gesamt
        brutto, ttc, total con iva, totale ivato, totaal incl, totaal incl btw, bedrag incl btw, bruttopreis, total
        gross, bruttosumme
    """,
    Kind.AMOUNT: """
        gesamtwert, gesamt preis, pos betrag, positionswert, valeur, somme, prix tot, tot, importe linea, valor
        total, importo riga, regelsom, totaalbedrag, row total, item total, line amt, amt, ext amount, ext, total
        amt, regelsaldo, positionspreis, gesamtpr, zeilenpreis, betrag, gesamt, gesamtpreis, summe, total, totals,
        amount, line total, line amount, totaal, bedrag, importe, importo, totale, montant, total price,
        gesamtbetrag, total amount, preis gesamt, wert, extended price, ext price, extension, valor, valore, sum,
        subtotal, suma, prix total, precio total, prezzo totale, totaalprijs, g preis, gp, sous total, sub total,
        subtotale, subtotaal, zeilensumme, regeltotaal, total line, line value, regelbedrag, gesamtsumme, montant
        total, importe total, importo totale, total linea, total ligne, totale riga, charges, charge, entgelt
    """,
    Kind.DATE: """
        date, datum, fecha, data, delivery date, lieferdatum, periode, zeitraum, period, shipment date, shipment,
        leistungsdatum, service date, dates, fechas, leverdatum, liefertermin
    """,
}


def _pattern(phrases: str) -> re.Pattern[str]:
    written = sorted({plain(one) for one in phrases.split(",")}, key=len, reverse=True)
    return re.compile(r"(?<![\w%])(?:" + "|".join(re.escape(phrase) for phrase in written) + r")(?![\w%])")


_PATTERNS: Final = tuple((kind, _pattern(phrases)) for kind, phrases in _WORDS.items())
_UNITS: Final = re.compile(r"(?<!\w)(?:eur|usd|gbp|chf|euro|in|en|per|of|de|du|la|the|a|x)(?!\w)")


@lru_cache(maxsize=4096)
def kinds_of(heading: str) -> Mapping[Kind, int]:
    """Return how well a heading names each kind of column, from 1 to 10: the share of it that the phrase takes up."""
    text = plain(heading)
    if not text or len(text) > MAX_HEADING:
        return NOTHING
    bare = " ".join(_UNITS.sub(" ", text).split()) or text
    found: dict[Kind, int] = {}
    for kind, pattern in _PATTERNS:
        longest = max((len(match[0]) for match in pattern.finditer(text)), default=0)
        if longest:
            found[kind] = min(10, max(1, 10 * longest // max(len(bare), 1)))
    return MappingProxyType(found)


def longest(heading: str) -> int:
    """Return the length of the longest phrase in a heading."""
    text = plain(heading)[:MAX_HEADING]
    return max((len(match[0]) for _, pattern in _PATTERNS for match in pattern.finditer(text)), default=0)


def best_kind(heading: str) -> Kind | None:
    """Return the kind that a heading names best, if it takes up at least half of it."""
    found = kinds_of(heading)
    best = max(found, key=lambda kind: found[kind], default=None)
    return best if best is not None and found[best] >= 5 else None
