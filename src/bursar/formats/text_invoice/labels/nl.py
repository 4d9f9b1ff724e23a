"""Dutch: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        "factuur", "faktuur", "verkoopfactuur", "handelsfactuur", "rekening", "termijnfactuur", "eindfactuur",
    ),
    "credit_note": ("creditnota", "creditfactuur", "credit factuur", "credit nota", "creditering"),
    "self_billed": ("self billing factuur", "zelffacturering"),
    "invoice_number": (
        "factuurnummer", "faktuurnummer", "faktuur nr", "factuur nummer", "factuurnr", "factuur nr", "factuur no",
        "creditnotanummer", "nota nummer", "notanummer", "creditfactuurnummer", "fact nr", "ons factuurnummer",
        "factuurno", "nummer factuur", "creditnota nr", "creditnummer", "factnr", "creditnotanr",
        "creditnota nummer", "creditfactuur nr", "rekeningnummer factuur", "factuurkenmerk", "factuurreferentie",
        "creditfactuur nummer", "credit nr", "fact no", "documentnummer factuur", "factuurcode", "factuur id",
        "ons nummer", "notanr", "nota nr", "factuurreferentie nr", "onze factuur", "factuur kenmerk",
        "referentienummer", "kenmerk factuur", "boekstuknummer", "factuur ref", "nummer creditnota",
        "nummer van de factuur",
    ),
    "document_number": (
        "nummer", "nr", "documentnummer", "document nr", "ons kenmerk", "onze referentie", "documentnr",
    ),
    "issue_date": (
        "factuurdatum", "faktuurdatum", "factuur datum", "datum factuur", "uitgiftedatum", "datum van factuur",
        "creditdatum", "documentdatum", "opgemaakt op", "datum van uitgifte", "creditnotadatum",
        "datum creditnota", "notadatum", "factuur d d", "factuur van", "gefactureerd op", "datum uitgifte",
        "factdatum", "datum creditfactuur", "creditfactuurdatum", "dd", "fact datum", "datum nota", "opmaakdatum",
        "dagtekening", "opgesteld op", "aangemaakt op", "uitgegeven op", "uitgeschreven op", "datum document",
        "verstuurd op", "datum facturatie", "facturatiedatum", "factuur dd", "boekdatum", "datum opmaak",
        "datum uitreiking",
    ),
    "date": ("datum", "d d", "van", "dd", "op"),
    "due_date": (
        "vervaldatum", "vervaldatum betaling", "vervaldatum factuur", "vervaldag", "te betalen voor",
        "betalen voor", "uiterste betaaldatum", "betaaldatum", "te voldoen voor", "uiterlijk", "uiterlijk op",
        "voor", "verval datum", "betaling voor", "gelieve te betalen voor", "te betalen vóór", "betaal voor",
        "uiterlijk te betalen op", "uiterste betaaldag", "te voldoen uiterlijk", "graag betalen voor",
        "graag voldoen voor", "vervalt op", "betaling uiterlijk", "te betalen uiterlijk", "betaling uiterlijk op",
        "uiterlijke betaaldatum", "voldoen voor", "te voldoen uiterlijk op", "betaalbaar op", "betaalbaar voor",
        "betalen uiterlijk", "te betalen tegen", "uiterste datum van betaling", "uiterlijk voor",
        "betaling verwacht voor", "te betalen uiterlijk op", "vervalt", "betalen vóór", "te betalen op",
        "uiterste datum", "betaling vóór", "laatste betaaldatum", "betaaldag", "betalen tot", "te voldoen vóór",
        "betalingsdatum", "voldoen vóór", "betaal vóór", "betaling tegen", "betaling op", "te voldoen op",
        "te betalen tot", "laatste betaaldag", "betaling verwacht op", "vóór",
    ),
    "delivery_date": (
        "leverdatum", "leveringsdatum", "datum levering", "geleverd op", "datum van levering", "prestatiedatum",
        "datum prestatie", "levering op", "verzenddatum", "datum van prestatie", "afleverdatum", "dienstdatum",
        "levering", "uitgevoerd op", "datum uitvoering", "geleverd", "uitvoeringsdatum", "leveringsdag",
        "datum oplevering", "opleverdatum", "opgeleverd op", "bezorgd op", "bezorgdatum", "datum dienst",
        "uitvoering op", "verzonden op", "datum verzending", "dienst verricht op",
    ),
    "currency": ("valuta", "munt", "munteenheid"),
    "tax_id": (
        "btw nummer", "btw nr", "btw", "btw id", "btw identificatienummer", "btw no", "ons btw nummer", "btwnr",
        "btw nummer leverancier", "btw identificatie nr", "btw id nr", "btw ident nr", "btw code",
        "ondernemingsnummer", "btw be", "btw identificatie", "onze btw nr", "btw ondernemingsnummer", "ons btw nr",
        "omzetbelastingnummer", "ob nummer", "btw id nummer", "fiscaal nummer",
    ),
    "buyer_tax_id": (
        "uw btw nummer", "btw nummer klant", "btw nr klant", "uw btw nr", "uw btw id", "btw nummer afnemer",
        "klant btw nummer", "btw klant", "btw id klant", "btw nr afnemer", "uw btw", "btw nummer van de klant",
        "klant btw nr", "btw afnemer", "uw btw identificatienummer", "btw debiteur", "klant btw", "btw id afnemer",
    ),
    "iban": (
        "iban", "iban nummer", "iban nr", "rekeningnummer iban", "bankrekening iban", "iban rekening",
        "rekening iban",
    ),
    "bic": ("bic", "swift", "bic swift", "swift bic", "bic code", "swift code"),
    "payment_reference": (
        "betalingskenmerk", "kenmerk", "betaalkenmerk", "betalingsreferentie", "onder vermelding van", "o v v",
        "ovv", "gestructureerde mededeling", "mededeling", "betaalreferentie", "betalingsmededeling",
        "referentie betaling", "vermeld bij betaling", "bij betaling vermelden", "kenmerk betaling",
        "graag vermelden", "gelieve te vermelden", "omschrijving betaling", "bij betaling graag vermelden",
    ),
    "payment_terms": (
        "betalingsvoorwaarden", "betalingstermijn", "betaaltermijn", "betalingsconditie", "betalingscondities",
        "betaling", "betalingsvoorwaarde", "betaalvoorwaarden", "betalingswijze", "betalingsvoorwaardenn",
        "betaalafspraak", "betaalconditie", "betaalcondities", "te betalen binnen", "betaalwijze",
        "betalingsafspraak", "termijn", "betalingsregeling", "condities", "voorwaarden", "krediettermijn",
        "betaaltermijnen",
    ),
    "order_reference": (
        "ordernummer", "order nr", "bestelnummer", "uw bestelling", "bestelnr", "uw order", "inkoopnummer",
        "uw ordernummer", "inkooporder", "bestelling", "order", "bestelbon", "uw bestelnummer", "bestel nr",
        "opdrachtnummer", "uw referentie", "ordernr", "inkoopordernummer", "uw kenmerk", "uw ref",
        "uw inkoopnummer", "bestelbonnummer", "uw opdracht", "uw bestelnr", "uw order nr", "po nummer",
        "inkooporder nr", "uw inkooporder", "orderreferentie", "bestelreferentie", "uw bestelbon", "bestelbon nr",
        "order nummer", "uw ordernr", "bestelling nr", "uw bestelling nr", "bestelkenmerk", "uw bestelreferentie",
        "inkoopreferentie", "aanvraagnummer", "opdracht nr", "uw opdrachtnummer", "opdrachtbon",
        "uw inkoopordernummer", "order id", "po nr", "uw po", "uw aanvraag", "bestelorder",
    ),
    "customer_number": (
        "klantnummer", "klant nr", "debiteurnummer", "klantnr", "debiteurennummer", "relatienummer", "debiteur nr",
        "uw klantnummer", "klantcode", "debiteurnr", "relatie nr", "klant nummer", "debiteuren nr", "klant id",
        "uw klantnr", "relatiecode", "klant no", "klant code", "uw klantcode", "uw debiteurnummer", "relatie",
        "relatie code", "uw relatienummer", "uw nummer", "klantkenmerk", "debiteurcode", "deb nr", "uw klant nr",
        "lidnummer", "klantrekening", "klantreferentie",
    ),
    "email": ("email", "e mail", "mail", "e mailadres", "mailadres"),
    "seller": (
        "verkoper", "leverancier", "afzender", "opdrachtnemer", "factuur van", "dienstverlener",
        "gefactureerd door", "van",
    ),
    "buyer": (
        "klant", "factuuradres", "factureren aan", "afnemer", "koper", "factuur aan", "aan", "debiteur",
        "opdrachtgever", "gefactureerd aan", "ontvanger", "t a v", "klantgegevens", "t n v klant", "besteller",
        "facturatieadres", "factuur voor", "geadresseerde",
    ),
    "ship_to": (
        "afleveradres", "leveradres", "leveringsadres", "bezorgadres", "levering aan", "geleverd aan",
        "afleveren aan", "verzendadres", "verzonden aan",
    ),
    "name": ("naam", "bedrijfsnaam", "bedrijf"),
    "account_holder": ("ten name van", "t n v", "tnv", "rekeninghouder", "begunstigde", "op naam van"),
    "other": (
        "orderdatum", "besteldatum", "datum bestelling", "tel", "telefoon", "fax", "pagina", "blad", "kvk",
        "kvk nummer", "k v k", "pakbon", "pakbonnummer", "bank", "bankrekening", "rekeningnummer", "contact",
        "website", "totaal", "subtotaal", "bedrag", "aantal", "artikel", "omschrijving", "artikelnummer",
        "serienummer", "mobiel", "internet", "contactpersoon", "leveringsbon", "vrachtbrief", "periode", "project",
        "contract", "contractnummer", "oorspronkelijke factuur", "betreft factuur", "originele factuur",
        "bij factuur", "offerte", "offertenummer", "kvk nr", "rpr", "gsm", "behandeld door", "verzendwijze",
        "vertegenwoordiger", "kamer van koophandel", "projectnummer", "factuurbedrag", "totaalbedrag",
        "te betalen", "directeur", "directie", "bestuurder", "zaakvoerder", "uw contact", "uw contactpersoon",
        "pakbon nr", "verzendnummer", "printdatum", "afdrukdatum", "ten laste van", "btw bedrag", "btw tarief",
        "btw percentage", "totaal btw", "btw overzicht", "btw verlegd", "betaalmethode", "factuur totaal",
        "factuurtotaal", "order van", "bestelling van",
    ),
}  # fmt: skip
# Words that tell the language of a page.
COMMON: Final = (
    "aan als bij dan dank de deze dit door een en het is met naar niet of ons onze op te tot u uw van voor wij "
    "worden zijn"
)
