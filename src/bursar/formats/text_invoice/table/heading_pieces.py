"""What a heading means piece by piece, where it is no phrase that is known: "netto je Eh." is a price, net and for one.

Each word, and in German and Dutch each part of a compound, says something: that it is money, of one thing, of a line,
without tax. Together they say what stands in the column; a word that says nothing known leaves all of it unsaid.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final

from bursar.formats.text_invoice.sums.total_words import plain
from bursar.formats.text_invoice.table.kinds import Kind

MAX_WORDS: Final = 7
SHORTEST: Final = 3  # Letters of a part of a compound.
JOINTS: Final = ("", "s", "n", "en", "es")


class Piece(StrEnum):
    """What one word says of a column."""

    MONEY = "money"
    WHOLE = "whole"  # A sum.
    PRICE = "price"
    ONE = "one"  # For one thing: each, per, unit.
    EACH = "each"  # The same, and needs no other word.
    NET = "net"
    GROSS = "gross"
    TAX = "tax"
    PERCENT = "percent"
    RATE = "rate"
    SHARE = "share"  # A percentage, or a code that stands for one.
    WITHOUT = "without"
    WITH = "with"
    LINE = "line"
    COUNT = "count"
    GIVEN = "given"  # Delivered, shipped, sold: what was counted.
    UNIT = "unit"
    THING = "thing"
    NUMBER = "number"
    WORDS = "words"
    OFF = "off"
    DAY = "day"
    AND = "and"


_WORDS: Final = {
    Piece.MONEY: """
        amount amt value val worth betrag betrage wert preissumme importe importo import montant mt mnt bedrag
        bedr valor valeur valore waarde monto kosten charge charges fee fees entgelt gebuhr gebuhren honorar
        kwota wartosc posten couts eur euro euros chf gbp usd pln
    """,
    Piece.WHOLE: """
        total totals tot totale totaal totaux summe sum gesamt ges suma somme somma som subtotal sous sub ext
        extended extension gesamter zusammen together complessivo regelsaldo ammontare razem insgesamt
    """,
    Piece.PRICE: """
        price prices preis pr prix px precio prezzo prz prijs cost costs cout costo coste kostprijs tarif
        tarifa tariffa tarief preco cena
    """,
    Piece.ONE: """
        per je pro par por unit units unitary einheit einh eh einzel einzeln unite unites unitaire unitario
        unitaria unitari unidad unidades ud uds uni un unita eenheid eenh stuck stk st stuks stuk piece pieces
        pieza pezzo pz pce pc single suelto sciolto los hour hours stunde std heure hora ora uur day tag jour
        dia giorno dag nacht night h kg kilo jednostkowa jedn item
    """,
    Piece.EACH: "each einzeln cad cadauno apiece unitario unitaire unitaria elk ea",
    Piece.NET: "net nett netto neto nette nets ht imponibile",
    Piece.GROSS: "gross brutto bruto brut ttc lordo ivato ivata",
    Piece.TAX: """
        vat tva iva btw mwst ust tax taxe taxes steuer umsatzsteuer mehrwertsteuer imposta impuesto impuestos
        gst moms mva igic ivaa belasting
    """,
    Piece.PERCENT: "% pct percent prozent percentage pourcent porcentaje procent percentuale",
    Piece.RATE: "rate rates satz satze taux tasa tipo aliquota aliq tarief tarif sats",
    Piece.SHARE: """
        % pct percent prozent percentage rate rates satz satze taux tipo aliquota aliq tasa tarief code cod
        codice codigo kz klasse class cat categorie category schl schlussel kennzeichen art typ type group
        gruppe pourcent porcentaje procent
    """,
    Piece.WITHOUT: """
        ex excl exkl excluding exclusive ohne without before sin sans hors senza zonder exclu esclusa escluso
    """,
    Piece.WITH: """
        inc incl inkl including inclusive mit with con avec met compris comprise inclusa incluso incluido
    """,
    Piece.LINE: """
        line zeile zeilen ligne linea riga regel row pos position positions posicion posizione positie lp rang
    """,
    Piece.COUNT: """
        eenheden einheiten unidades
        qty quantity quantities quantum menge mng anzahl anz zahl count qte quantite nb nbre nombre cant
        cantidad ctd cantidades quantita qta aantal aant hoeveelheid hoev number pieces stuckzahl ilosc
        quantidade qtd volume umfang stunden hours heures horas ore uren tage days jours dias giorni dagen
        nights nachte weight gewicht poids peso stuks piezas pezzi
    """,
    Piece.GIVEN: """
        supplied delivered shipped sold sent ordered billed invoiced issued used geliefert berechnet bestellt
        abgegeben verkauft verbraucht livre livres livree livrees vendu vendus facture facturee facturees
        commande commandee servido servida servidas facturado facturada vendido entregado entregada fornito
        forniti consegnato consegnata consegnati fatturata fatturato venduto venduti geleverd verkocht besteld
        berekend gefactureerd
    """,
    Piece.UNIT: """
        unit uom um einheit einh eh me unite unites unidad ud unita eenheid eenh measure misura medida maat
        mengeneinheit pack packing packung gebinde verpackung envase conditionnement confezione conf
        verpakking ve vpe
    """,
    Piece.THING: """
        item items article articles artikel articulo articulos articolo articoli product products produkt
        produit produits producto productos prodotto prodotti ware waren goods good marchandise mercancia
        merce goederen material magazzino almacen magazijn warehouse part parts teil stock lager materiel
        service services leistung leistungen prestation prestations servicio servicios servizio servizi dienst
        diensten
    """,
    Piece.NUMBER: """
        no nr num number nummer numero n ref reference referenz referencia riferimento code cod codice codigo
        id kode kennung sku #
    """,
    Piece.WORDS: """
        description descriptions text texts texte texto testo tekst bezeichnung beschreibung designation
        libelle intitule descripcion concepto detalle descrizione dettaglio causale omschrijving beschrijving
        name nom nombre nome naam wording narrative details detail particulars denominazione denominacion
        benennung objet gegenstand
    """,
    Piece.OFF: """
        discount disc rabatt rab nachlass nachl remise rem descuento dto desc sconto sc korting off rebate reb
        abzug reduction bonificacion
    """,
    Piece.DAY: """
        date dates datum fecha data day tag jour dia giorno dag period periode periodo zeitraum from until von
        bis
    """,
    Piece.AND: """
        and und et y e en of de du des la le les the der die das del della di dei van a to in for zum zu fur
        im our unsere nos notre nuestro nuestra nostro nostra ons onze your ihre x / los las el il lo i gli
        einer
    """,
}


def _pieces() -> dict[str, frozenset[Piece]]:
    found: dict[str, set[Piece]] = {}
    for piece, words in _WORDS.items():
        for word in words.split():
            found.setdefault(word, set()).add(piece)
    return {word: frozenset(pieces) for word, pieces in found.items()}


_OF_WORD: Final = _pieces()
_WORTHS: Final = frozenset({Piece.MONEY, Piece.PRICE, Piece.NET, Piece.GROSS})
_MONEYS: Final = frozenset(
    {*_WORTHS, Piece.WHOLE, Piece.LINE, Piece.THING, Piece.GIVEN, Piece.AND} - {Piece.NET, Piece.GROSS}
)


@lru_cache(maxsize=4096)
def kind_of_pieces(heading: str) -> Kind | None:
    """Return what the words of a heading mean together, None where one of them means nothing known."""
    words = [] if " / " in heading else plain(heading).replace("%", " % ").split()
    if not words or len(words) > MAX_WORDS:
        return None
    said: set[Piece] = set()
    for word in words:
        pieces = _of_compound(word)
        if not pieces:
            return None
        said |= pieces
    return _of_tax(said) if Piece.TAX in said else _of_worth(said) or _of_things(said)


@lru_cache(maxsize=4096)
def _of_compound(word: str) -> frozenset[Piece]:
    """Return what a word says, or of a compound what its parts do: "Stückpreis" is a price of one."""
    if word in _OF_WORD:
        return _OF_WORD[word]
    for at in range(len(word) - SHORTEST, SHORTEST - 1, -1):
        last = _OF_WORD.get(word[at:])
        if last is None:
            continue
        for joint in JOINTS:
            first = word[:at].removesuffix(joint) if word[:at].endswith(joint) else ""
            pieces = _of_compound(first) if len(first) >= SHORTEST else None
            if pieces:
                return pieces | last
    return frozenset()


def _of_tax(said: set[Piece]) -> Kind | None:
    """Return what a heading that names a tax means."""
    if said & {Piece.WITHOUT, Piece.NET, Piece.WITH, Piece.GROSS}:
        if Piece.PRICE in said and Piece.WHOLE not in said:
            return Kind.PRICE
        return Kind.NET if said & {Piece.WITHOUT, Piece.NET} else Kind.GROSS
    if Piece.SHARE in said:
        return Kind.RATE
    return Kind.TAX if said & {Piece.MONEY, Piece.WHOLE} else None


def _of_worth(said: set[Piece]) -> Kind | None:
    """Return what a heading means that names money: what is taken off, a price, or an amount net or gross."""
    if Piece.OFF in said:
        return Kind.DISCOUNT
    if {Piece.PERCENT, Piece.RATE} <= said:
        return Kind.RATE
    if _is_price(said):
        return Kind.PRICE
    if Piece.COUNT in said and not said & (_WORTHS - {Piece.MONEY}):
        return None
    kinds = ((Piece.NET, Kind.NET), (Piece.GROSS, Kind.GROSS), (Piece.MONEY, Kind.AMOUNT), (Piece.WHOLE, Kind.AMOUNT))
    return next((kind for piece, kind in kinds if piece in said and said <= _MONEYS | {piece}), None)


def _is_price(said: set[Piece]) -> bool:
    """Tell whether words name a price: money or a rate for one thing; "rate per hour" is no rate of tax."""
    if said & {Piece.WHOLE, Piece.LINE}:
        return False
    one = bool(said & {Piece.ONE, Piece.EACH})
    if said & _WORTHS:
        return one or Piece.PRICE in said
    return (Piece.RATE in said and one) or (
        Piece.EACH in said and said <= {Piece.EACH, Piece.ONE, Piece.AND, Piece.UNIT}
    )


_OF_THINGS: Final = (
    ({Piece.THING, Piece.NUMBER}, Kind.ITEM_ID),
    ({Piece.LINE, Piece.NUMBER}, Kind.POSITION),
    ({Piece.COUNT}, Kind.QUANTITY),
    ({Piece.GIVEN}, Kind.QUANTITY),
    ({Piece.UNIT}, Kind.UNIT),
    ({Piece.WORDS}, Kind.DESCRIPTION),
    ({Piece.DAY}, Kind.DATE),
    ({Piece.THING}, Kind.DESCRIPTION),
    ({Piece.LINE}, Kind.POSITION),
    ({Piece.NUMBER}, Kind.ITEM_ID),
)


def _of_things(said: set[Piece]) -> Kind | None:
    """Return what a heading means that names no money: the first that all of its words agree with."""
    return next((kind for pieces, kind in _OF_THINGS if pieces <= said), None)
