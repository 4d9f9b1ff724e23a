"""The words of the manners, in the order of `habits.words.NAMES` and `habits.phrases.HEADS`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bursar.evals.rendering.habits.phrases import HEADS
from bursar.evals.rendering.habits.words import NAMES
from bursar.evals.rendering.manners.sentences import PRODUCTS, SENTENCES
from bursar.evals.rendering.vocabulary import Vocabulary
from bursar.evals.rendering.vocabulary.de import GERMAN
from bursar.evals.rendering.vocabulary.en import ENGLISH
from bursar.evals.rendering.vocabulary.es import SPANISH
from bursar.evals.rendering.vocabulary.fr import FRENCH
from bursar.evals.rendering.vocabulary.it import ITALIAN
from bursar.evals.rendering.vocabulary.nl import DUTCH

# One wording after the other, divided by semicolons; alternatives of one wording are divided by bars.
_LABELS: Final[Mapping[str, str]] = {
    "en": """
        Invoice|INVOICE ; Credit note|CREDIT MEMO ; Invoice no.|Invoice Ref|Bill no.|Reference number ; Credit note
        no.|Credit ref ; Invoice date|Created|Date issued|Bill date ; Due|Pay before|Payment date|Due for payment ;
        Date delivered|Service date ; Order number|Customer PO|Your order ; Customer number|Acct #|Client ID ; VAT
        Reg No|VAT number|GST/VAT no. ; Customer's VAT no.|Your VAT number ; Total net|Subtotal excl. tax|Amount
        excl. VAT|Taxable total ; Items total|Merchandise ; VAT|Tax amount|VAT total ; Total due|Total (incl.
        VAT)|Gross total|Amount incl. VAT ; Already paid|Advance payment ; Balance|Remaining balance|Net payable ;
        Delivery|Shipping ; Promotional discount|Allowance ; Rounding difference ; IBAN|Bank account (IBAN) ;
        BIC|BIC / SWIFT code ; Bank name|Our bankers ; Your payment reference|Use reference ; Terms|Conditions ;
        Phone|Mobile ; E-Mail|Contact us ; Registered no.|Trade register ; Customer|Invoice address ;
        Supplier|Seller details ; Date ordered ; Page {page} of {pages}|Page {page} ; Carry forward ; Account
        manager|Clerk ; Delivery no.|Packing slip
    """,
    "de": """
        Rechnung|RECHNUNG ; Gutschrift|Korrekturrechnung ; Rechnungsnummer|Nr. der Rechnung|Belegnr.|RNr. ;
        Gutschriftnummer|Belegnr. ; Rechnungsdatum|Erstellt am|Datum d. Rechnung|Belegdatum ;
        Fälligkeitstermin|Zahlung bis|Zahlbar am|fällig zum ; Liefertag|Leistung erbracht am ;
        Bestellung|Kundenbestellnummer|Auftragsnr. Kunde ; Kundennr.|Kundenkonto|KdNr. ;
        USt-IdNr|UStID|Umsatzsteuer-Id ; USt-IdNr. des Empfängers|Kunden-USt-ID ; Netto gesamt|Summe
        Netto|Nettowert|Betrag exkl. MwSt. ; Artikelsumme|Gesamt Waren ; MwSt|USt|MwSt. gesamt ; Gesamt inkl.
        MwSt.|Gesamt brutto|Rechnungssumme|Betrag inkl. USt. ; Bereits gezahlt|Vorauszahlung ;
        Restzahlung|Verbleibender Betrag|Fälliger Betrag ; Lieferung|Porto ; Aktionsrabatt|Abzug ; Rundungsbetrag ;
        IBAN|Bankkonto (IBAN) ; BIC|BIC (SWIFT) ; Name der Bank|Hausbank ; Ihr Verwendungszweck|Referenz bei Zahlung
        ; Zahlungskondition|Bedingungen ; Tel|Mobil ; E-Mail|Schreiben Sie uns ; Handelsreg.-Nr.|Register ;
        Kunde|Rechnungsadresse ; Lieferant|Angaben zum Verkäufer ; Datum der Bestellung ; Seite {page} von
        {pages}|Seite {page} ; Übertrag ; Kundenbetreuer|Sachbearb. ; Lieferscheinnummer|Packzettel
    """,
    "fr": """
        Facture|FACTURE ; Avoir|Facture rectificative ; N° facture|Facture no|Réf. de facture|Numéro de pièce ;
        Numéro de l'avoir|Réf. avoir ; Date de facture|Établie le|Date de création|En date du ; Date de
        paiement|Exigible le|À régler le|Dû le ; Date livraison|Prestation du ; Commande|Bon de commande n°|Votre n°
        de commande ; N° de client|Identifiant client|Réf. compte ; N° TVA|Numéro de TVA|TVA n° ; N° de TVA du
        client|TVA acheteur ; Sous-total HT|Total net HT|Montant net HT|Total hors TVA ; Total produits|Marchandises
        ; TVA|Montant de la TVA|TVA totale ; Total TTC|Montant à régler TTC|Total TVA comprise|Net TTC ; Déjà
        payé|Versement reçu ; Solde|Solde restant dû|Reste dû ; Frais d'envoi|Livraison ; Remise
        promotionnelle|Ristourne ; Écart d'arrondi ; IBAN|Compte bancaire (IBAN) ; BIC|Code BIC / SWIFT ; Nom de la
        banque|Notre banque ; Votre référence de paiement|Réf. à indiquer ; Conditions|Délai de paiement ;
        Téléphone|Portable ; E-mail|Contactez-nous ; Registre du commerce|Immatriculation ; Client|Adresse
        facturation ; Fournisseur|Coordonnées du vendeur ; Date de la commande ; Page {page} sur {pages}|Page {page}
        ; À reporter ; Gestionnaire|Chargé d'affaires ; N° de livraison|Bordereau
    """,
    "es": """
        Factura|FACTURA ; Abono|Factura de rectificación ; Número de factura|Fra. nº|Nº fra.|Documento nº ; Número
        de abono|Rect. nº ; Fecha de factura|Creada el|Fecha documento|Fecha emisión ; Fecha de vencimiento|Pago
        antes de|Vence|Vencimiento el ; Fecha entrega|Fecha del servicio ; Pedido cliente|Nº de pedido|Su nº de
        pedido ; Número de cliente|ID cliente|Cuenta nº ; NIF|CIF|NIF/IVA ; NIF cliente|CIF del comprador ; Total
        base|Subtotal sin IVA|Neto|Importe base ; Total productos|Mercancía ; IVA|Importe de IVA|IVA total ; Total
        con impuestos|Total a abonar|Total IVA incl.|Importe con IVA ; Ya pagado|Pago anticipado ; Resto a
        pagar|Saldo|Saldo pendiente ; Entrega|Gastos de transporte ; Descuento promocional|Dto. especial ;
        Diferencia redondeo ; IBAN|Cuenta bancaria (IBAN) ; BIC|Código BIC / SWIFT ; Nombre del banco|Nuestro banco
        ; Su referencia de pago|Indique la referencia ; Condiciones|Plazo de pago ; Teléfono|Móvil ;
        E-mail|Contáctenos ; Registro mercantil|Inscripción ; Cliente|Dirección de facturación ; Proveedor|Datos del
        vendedor ; Fecha del pedido ; Página {page} de {pages}|Página {page} ; Suma y sigue ; Gestor de
        cuenta|Agente ; Nº de entrega|Nota de entrega
    """,
    "it": """
        Fattura|FATTURA ; Nota di credito|Nota di variazione ; Numero della fattura|Fatt. n.|Doc. n.|Numero ; Nota
        di credito numero|Doc. n. ; Data fattura|Creata il|Data del documento|Emissione ; Scadenza|Entro il|Data
        pagamento|Da saldare il ; Data della consegna|Servizio del ; Ordine cliente|Numero ordine|Vs. ordine n. ;
        Numero cliente|ID cliente|Conto cliente ; P.IVA|Partita IVA n.|P.Iva ; P.IVA del cliente|Partita IVA
        acquirente ; Totale imponibile|Subtotale|Totale al netto IVA|Importo imponibile ; Totale prodotti|Merce ;
        IVA|Importo IVA|Totale IVA ; Totale con IVA|Totale complessivo|Totale lordo|Totale ivato ; Già
        versato|Pagamento anticipato ; Saldo residuo|Resta da pagare|Importo residuo ; Consegna|Spese di consegna ;
        Sconto promozionale|Ribasso ; Differenza di arrotondamento ; IBAN|Conto bancario (IBAN) ; BIC|Codice BIC /
        SWIFT ; Nome della banca|La nostra banca ; Vostro riferimento di pagamento|Indicare ; Condizioni|Termini di
        pagamento ; Telefono|Cellulare ; E-mail|Contattateci ; Registro imprese|Iscrizione ; Cliente|Indirizzo di
        fatturazione ; Fornitore|Dati del venditore ; Data dell'ordine ; Pagina {page} di {pages}|Pagina {page} ; A
        riportare ; Responsabile|Addetto ; Numero di consegna|Distinta
    """,
    "nl": """
        Factuur|FACTUUR ; Creditnota|Correctiefactuur ; Factuurnummer|Fact. nr.|Documentnr.|Referentie factuur ;
        Creditnota nummer|Documentnr. ; Factuurdatum|Aangemaakt op|Documentdatum|Datum ; Vervaldatum|Betaal
        voor|Betalen uiterlijk|Te voldoen voor ; Datum geleverd|Dienst verricht op ; Bestelling|Inkoopordernummer|Uw
        ordernummer ; Klantnummer|Klant-ID|Rekening klant ; BTW-nummer|Btw-nr.|BTW id ; Btw-nummer van de
        klant|BTW-nr. afnemer ; Totaal netto|Subtotaal excl. btw|Bedrag exclusief BTW|Netto totaal ; Totaal
        artikelen|Goederen ; BTW|Bedrag btw|Btw totaal ; Totaal incl. btw|Totaalbedrag incl. BTW|Factuurtotaal|Bruto
        totaal ; Reeds voldaan|Vooruitbetaling ; Resterend bedrag|Restant|Resteert ; Levering|Verzending ;
        Actiekorting|Aftrek ; Afrondverschil ; IBAN|Bankrekening (IBAN) ; BIC|BIC / SWIFT-code ; Naam bank|Onze bank
        ; Uw betalingsreferentie|Vermeld ; Voorwaarden|Termijn ; Telefoon|Mobiel ; E-mail|Neem contact op ;
        Handelsregisternr.|Register ; Klant|Facturatieadres ; Leverancier|Gegevens verkoper ; Datum bestelling ;
        Pagina {page} van {pages}|Pagina {page} ; Transport ; Relatiebeheerder|Medewerker ; Leveringsnummer|Paklijst
    """,
}  # fmt: skip

_HEADINGS: Final[Mapping[str, str]] = {
    "en": """
        No ; Article no. ; Article|Description of work|Goods and services ; Quantity|Qty ordered ; Unit ; Net
        price|Price per unit ; Disc ; VAT % ; Net amount|Line net|Total net ; VAT % ; Taxable|Net value ; VAT
        value|Tax
    """,
    "de": """
        Nr ; Artikel ; Artikelbeschreibung|Tätigkeit|Ware/Leistung ; Menge|Anz. ; Einheit ; Nettopreis|Preis je
        Einheit ; Rabatt ; MwSt % ; Nettobetrag|Positionsnetto|Gesamt netto ; MwSt % ; Steuerbasis|Nettowert ;
        Steuerwert|MwSt
    """,
    "fr": """
        N ; N° article ; Article|Travaux|Produits et services ; Quantité|Qté cdée ; Unité ; Prix net|Prix par unité
        ; Rem ; TVA % ; Montant net|Net ligne|Total net ; TVA % ; Assiette|Valeur nette ; Valeur TVA|Impôt
    """,
    "es": """
        N ; Nº artículo ; Denominación|Trabajos|Bienes y servicios ; Cantidad|Ctd. ; Unidad ; Precio neto|Precio por
        unidad ; Desc ; IVA % ; Importe neto|Neto línea|Total neto ; IVA % ; Base gravable|Valor neto ; Valor
        IVA|Imp.
    """,
    "it": """
        N ; N. articolo ; Denominazione|Lavori|Beni e servizi ; Quantità|Q.tà ord. ; Unità ; Prezzo netto|Prezzo per
        unità ; Sc ; IVA % ; Importo netto|Netto riga|Totale netto ; IVA % ; Base IVA|Valore netto ; Valore
        IVA|Imposta
    """,
    "nl": """
        Nr ; Artikelnummer ; Artikelnaam|Uitgevoerd werk|Goederen en diensten ; Aantal|Aant. besteld ; Eenheid ;
        Nettoprijs|Prijs per eenheid ; Krt ; BTW % ; Netto bedrag|Regel netto|Totaal netto ; BTW % ;
        Belastbaar|Nettowaarde ; BTW-waarde|Belasting
    """,
}  # fmt: skip

# What is printed besides: gross amounts of lines, days of work, the invoice that a credit note is about.
NOISE: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "en": ("Gross amount", "Date", "Corrects invoice {number} of {date}", "Section"),
    "de": ("Bruttobetrag", "Datum", "Korrektur der Rechnung {number} vom {date}", "Abschnitt"),
    "fr": ("Montant TTC", "Date", "Annule la facture {number} du {date}", "Rubrique"),
    "es": ("Importe con IVA", "Fecha", "Rectifica la factura {number} de {date}", "Apartado"),
    "it": ("Importo lordo", "Data", "Rettifica la fattura {number} del {date}", "Sezione"),
    "nl": ("Bruto bedrag", "Datum", "Corrigeert factuur {number} van {date}", "Rubriek"),
}


def _third(words: Vocabulary) -> Vocabulary:
    def table(names: tuple[str, ...], wordings: str) -> dict[str, tuple[str, ...]]:
        some = [tuple(" ".join(one.split()) for one in wording.split("|")) for wording in wordings.split(";")]
        return dict(zip(names, some, strict=True))

    return replace(
        words,
        labels=table(NAMES, _LABELS[words.code]) | {"ein": ("Tax ID number", "EIN"), "sales_tax": ("Sales tax", "Tax")},
        headings=table(HEADS, _HEADINGS[words.code]),
        sentences=SENTENCES[words.code],
        products=PRODUCTS[words.code],
    )


MANNER_LANGUAGES: Final[Mapping[str, Vocabulary]] = {
    words.code: _third(words) for words in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH)
}
