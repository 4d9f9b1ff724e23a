"""Dutch: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        "declaratie", "slotfactuur", "tussentijdse factuur", "rekening nota", "deelfactuur", "voorschotfactuur",
        "nota",
        "factuur", "faktuur", "verkoopfactuur", "handelsfactuur", "rekening", "termijnfactuur", "eindfactuur",
    ),
    "credit_note": (
        "correctienota", "creditdeclaratie",
        "creditnota", "creditfactuur", "credit factuur",
        "credit nota", "creditering", "correctiefactuur", "corrigerende factuur",
    ),
    "self_billed": ("self billing factuur", "zelffacturering"),
    "invoice_number": (
        "kenmerk factuur", "onze creditnota", "declaratienr", "declaratie nr", "onze nota",
        (
            "(ons|onze|) (factuur|faktuur|fact|creditfactuur|creditnota|credit|nota|boekstuk) (nr|no|kenmerk|"
            "referentie|code|id|ref|referentie nr)"
        ),
        "(nummer|kenmerk) (van de|) (factuur|creditnota|creditfactuur)",
        "factuurno", "rekeningnummer factuur", "documentnummer factuur", "ons nummer", "onze factuur",
        "referentienummer",
    ),
    "document_number": (
        "referentie",
        "nummer", "nr", "documentnummer", "document nr", "ons kenmerk", "onze referentie", "documentnr",
    ),
    "issue_date": (
        "gedateerd", "datum nota", "opgemaakt", "opgesteld", "declaratiedatum",
        (
            "(factuur|faktuur|fact|nota|creditnota|creditfactuur|credit|document|uitgifte|opmaak|facturatie|"
            "facturerings|boek|uitreikings) datum"
        ),
        (
            "datum (van|van de|van het|) (factuur|uitgifte|nota|creditnota|creditfactuur|document|facturatie|opmaak|"
            "uitreiking)"
        ),
        (
            "(factuur|) (opgemaakt|opgesteld|aangemaakt|uitgegeven|uitgeschreven|verstuurd|gefactureerd|gedateerd|"
            "uitgereikt) (op|d d|dd)"
        ),
        "factuur d d", "factuur van", "dd", "dagtekening",
    ),
    "date": ("datum", "d d", "van", "dd", "op"),
    "due_date": (
        "te voldoen vóór", "betalen vóór", "te betalen uiterlijk", "betaling vóór", "uiterste betaaldatum",
        "(verval|betaal|betalings|incasso|afschrijf|afschrijvings) (datum|dag)",
        "(uiterste|uiterlijke|laatste) (betaaldatum|betaaldag|betalingsdatum|datum|datum van betaling)",
        (
            "(gelieve te|graag|te|) (betalen|voldoen|betaling|betaal|betaalbaar|overmaken) (voor|uiterlijk|"
            "uiterlijk op|tegen|op|tot|uiterlijk voor)"
        ),
        "vervalt op",
        "(wordt afgeschreven|wordt geïncasseerd|automatische incasso|incasso) op",
        "vervaldatum betaling", "vervaldatum factuur", "uiterlijk", "uiterlijk op", "voor",
        "uiterlijk te betalen op", "uiterlijk voor", "betaling verwacht voor", "vervalt", "betaling verwacht op",
    ),
    "delivery_date": (
        "verricht op", "uitgevoerd", "datum levering", "verricht", "afgerond op", "datum uitvoering",
        "datum werkzaamheden", "geleverd per",
        "(lever|leverings|aflever|prestatie|dienst|uitvoerings|oplever|verzend|bezorg) (datum|dag)",
        "datum (van|van de|) (levering|prestatie|dienst|uitvoering|oplevering|verzending)",
        "(geleverd|uitgevoerd|opgeleverd|bezorgd|verzonden|dienst verricht) op",
        "levering op", "levering", "geleverd", "uitvoering op",
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
        "bij betaling vermelden", "onder vermelding van", "betaalreferentie", "te vermelden", "kenmerk bij betaling",
        "vermelden",
        "(betalings|betaal|transactie|overschrijvings) (kenmerk|referentie|mededeling|code|id)",
        "(gestructureerde|vrije|) mededeling",
        "(graag|gelieve|) (onder|met) vermelding van (kenmerk|nummer|factuurnummer|)",
        "(graag|gelieve te|bij betaling|bij betaling graag|bij uw betaling|) vermelden (bij betaling|bij uw betaling|)",
        "kenmerk", "o v v", "referentie betaling", "vermeld bij betaling", "kenmerk betaling",
        "omschrijving betaling",
    ),
    "payment_terms": (
        "afspraak", "betaalafspraak", "betaalconditie",
        (
            "(onze|) (betalings|betaal|krediet) (voorwaarden|voorwaarde|termijn|termijnen|conditie|condities|wijze|"
            "afspraak|afspraken|regeling)"
        ),
        "betaling", "betalingsvoorwaardenn", "te betalen binnen", "termijn", "condities", "voorwaarden",
    ),
    "order_reference": (
        "uw inkoopnr", "uw opdracht", "opdrachtnr klant", "order klant", "volgens uw order", "opdracht klant",
        "inkoopnr",
        (
            "(uw|) (order|bestel|bestelling|bestelbon|inkoop|inkooporder|po|opdracht|aanvraag|inkoopopdracht) (nr|no|"
            "kenmerk|referentie|ref|id|code)"
        ),
        "uw (order|bestelling|bestelbon|inkooporder|po|opdracht|aanvraag)",
        "inkooporder", "bestelling", "order", "bestelbon", "uw referentie", "uw kenmerk", "uw ref", "opdrachtbon",
        "bestelorder",
    ),
    "customer_number": (
        "cliëntnr", "cliënt nr", "cliëntnummer", "uw klantcode", "debiteur", "relatie nr", "uw debiteurnr",
        "(rekening|account) (code|kenmerk|referentie)",
        (
            "(uw|ons|) (klant|klanten|debiteur|debiteuren|relatie|deb|lid|lidmaatschaps|abonnee|afnemer) (nr|no|code|"
            "id|kenmerk|referentie|rekening|ref)"
        ),
        "relatie", "uw nummer",
    ),
    "account": ("rekening",),
    "email": ("email", "e mail", "mail", "e mailadres", "mailadres"),
    "seller": (
        "verkoper", "leverancier", "afzender", "opdrachtnemer", "factuur van", "dienstverlener",
        "gefactureerd door", "van",
    ),
    "buyer": (
        "factuur (ontvanger|gegevens)", "facturatie (adres|gegevens)",
        "gericht aan", "geadresseerd aan",
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
    "subject": ("onderwerp", "betreft", "betr"),
    "other": (
        "besteld op", "vestiging", "klus", "werkbon", "werknr", "contractnr", "pakbonnr", "ean code",
        "dossier",
        "orderbevestiging", "orderbevestiging nr",
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
