"""What the guilds sell, by trade, and the sentences on their pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_KINDS: Final = ("terms", "discount", "due", "corrects", "reverse", "exempt", "opening", "thanks")

_SENTENCES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "Strictly {days} days from date of invoice|Payable within {days} days",
        "{percent} % settlement discount if paid in {early} days, otherwise {days} days",
        "We will collect this sum by direct debit on {date}.|Kindly remit by {date}.",
        "This credit relates to our bill {number} dated {date}",
        "Reverse charge applies: the recipient accounts for the VAT.",
        "Supply exempt from VAT.",
        "For the works carried out at your premises we charge as follows:",
        "With kind regards",
    ),
    "de": (
        "Zahlbar innerhalb von {days} Tagen ohne Abzug|Zahlungsziel {days} Tage netto",
        "{percent} % Skonto bei Zahlung in {early} Tagen, {days} Tage ohne Abzug",
        "Den Betrag buchen wir am {date} von Ihrem Konto ab.|Wir bitten um Überweisung bis zum {date}.",
        "Diese Gutschrift betrifft unsere Rechnung {number} vom {date}",
        "Steuerschuldnerschaft des Leistungsempfängers.",
        "Die Leistung ist von der Umsatzsteuer befreit.",
        "Für die ausgeführten Arbeiten erlauben wir uns zu berechnen:",
        "Mit freundlichen Grüßen",
    ),
    "fr": (
        "Règlement à {days} jours date de facture|Paiement comptant sous {days} jours",
        "Escompte de {percent} % pour règlement sous {early} jours, sinon {days} jours",
        "Le montant sera prélevé sur votre compte le {date}.|Règlement attendu pour le {date}.",
        "Le présent avoir se rapporte à notre facture {number} du {date}",
        "Autoliquidation de la TVA par le preneur.",
        "Opération exonérée de TVA.",
        "Pour les travaux réalisés chez vous, nous vous facturons :",
        "Cordialement",
    ),
    "es": (
        "Pago a {days} días fecha factura|Transferencia a {days} días",
        "{percent} % de descuento por pago en {early} días, resto a {days} días",
        "El importe se cargará en su cuenta el {date}.|Rogamos transferencia antes del {date}.",
        "Este abono corresponde a nuestra factura {number} de {date}",
        "Operación con inversión del sujeto pasivo.",
        "Operación exenta de IVA.",
        "Por los trabajos realizados en sus instalaciones facturamos:",
        "Atentamente",
    ),
    "it": (
        "Bonifico a {days} giorni data fattura|Pagamento a {days} giorni",
        "Sconto {percent} % per pagamento entro {early} giorni, altrimenti {days} giorni",
        "L'importo sarà addebitato sul Vs. conto il {date}.|Si prega di bonificare entro il {date}.",
        "La presente nota si riferisce alla nostra fattura {number} del {date}",
        "Operazione soggetta a inversione contabile.",
        "Operazione esente da IVA.",
        "Per i lavori eseguiti presso di Voi addebitiamo quanto segue:",
        "Distinti saluti",
    ),
    "nl": (
        "Betaling binnen {days} dagen na factuurdatum|Te voldoen binnen {days} dagen",
        "{percent} % korting bij betaling binnen {early} dagen, anders {days} dagen netto",
        "Wij schrijven het bedrag op {date} van uw rekening af.|Graag overmaken voor {date}.",
        "Deze creditnota hoort bij onze factuur {number} van {date}",
        "Btw verlegd naar de afnemer.",
        "Prestatie vrijgesteld van btw.",
        "Voor de uitgevoerde werkzaamheden brengen wij u in rekening:",
        "Met vriendelijke groet",
    ),
}

SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    code: {kind: tuple(one.split("|")) for kind, one in zip(_KINDS, sentences, strict=True)}
    for code, sentences in _SENTENCES.items()
}

_TRADES: Final = ("energy", "telecom", "craft", "software", "freight", "wholesale", "hotel", "law", "garage")
# For each trade the things it charges, and after a slash the units it counts them in; trades are divided by semicolons.
_GOODS: Final[Mapping[str, str]] = {
    "en": """
        Day units|Night units|Standing charge|Climate levy / kWh|days ; Line rental Office 250|Mobile tariff L|Calls
        abroad|Static IP address / lines|mo. ; Fitting of radiators|Copper pipe 22 mm|Call-out charge|Labour
        electrician / hours|lots ; Pro plan seats|Storage 500 GB|Priority support|API calls (per 1,000) / seats|units
        ; Road haulage Hull to Lyon|Fuel surcharge|Customs clearance|Pallet exchange / plt|shipments ; Olive oil extra
        virgin 5 l|Paper towels 2-ply|Coffee beans 1 kg|Gloves nitrile M / case|btl ; Double room with
        breakfast|Parking garage|City tax|Meeting room Rhine / nights|pers. ; Drafting of lease agreement|Telephone
        conference|Court hearing|Review of documents / hrs|units ; Brake pads front axle|Engine oil 5W-30|Wheel
        alignment|Diagnosis / pc|litres
    """,
    "de": """
        Arbeitspreis HT|Arbeitspreis NT|Grundpreis|Konzessionsabgabe / kWh|Tage ; Anschluss Büro 250|Mobiltarif
        L|Verbindungen Ausland|Feste IP-Adresse / Leit.|Mon. ; Heizkörper montieren|Kupferrohr 22
        mm|Anfahrtspauschale|Facharbeiter Elektro / Std|psch ; Lizenz Pro-Plan|Speicher 500 GB|Premium-Support|
        API-Aufrufe (je 1.000) / Nutzer|Einh. ; Transport Hamburg - Lyon|Dieselzuschlag|Zollabfertigung|Palettentausch
        / Pal|Sdg ; Olivenöl nativ 5 l|Papierhandtücher 2-lagig|Kaffeebohnen 1 kg|Handschuhe Nitril M / Kart|Fl ;
        Doppelzimmer mit Frühstück|Stellplatz Tiefgarage|Kurtaxe|Tagungsraum Rhein / Nächte|Pers. ; Entwurf
        Mietvertrag|Telefonkonferenz|Gerichtstermin|Durchsicht der Unterlagen / h|Einh. ; Bremsbeläge
        Vorderachse|Motoröl 5W-30|Achsvermessung|Fehlerdiagnose / St|Ltr
    """,
    "fr": """
        Heures pleines|Heures creuses|Abonnement|Contribution tarifaire / kWh|jours ; Ligne Bureau 250|Forfait mobile
        L|Appels étranger|Adresse IP fixe / lignes|mois ; Pose de radiateurs|Tube cuivre 22 mm|Forfait
        déplacement|Main-d'oeuvre électricien / h|fft ; Licence offre Pro|Stockage 500 Go|Assistance
        prioritaire|Appels API (par 1 000) / postes|unités ; Transport Lille - Lyon|Surcharge
        gazole|Dédouanement|Échange palettes / pal|env. ; Huile d'olive 5 l|Essuie-mains 2 plis|Café en grains 1
        kg|Gants nitrile M / colis|btl ; Chambre double petit déjeuner|Parking couvert|Taxe de séjour|Salle de réunion
        Rhin / nuits|pers. ; Rédaction du bail|Conférence téléphonique|Audience au tribunal|Examen des pièces /
        h|unités ; Plaquettes avant|Huile moteur 5W-30|Géométrie|Diagnostic / pce|litres
    """,
    "es": """
        Energía punta|Energía valle|Término fijo|Impuesto eléctrico / kWh|días ; Línea Oficina 250|Tarifa móvil
        L|Llamadas exterior|Dirección IP fija / líneas|meses ; Montaje de radiadores|Tubo de cobre 22 mm|Salida y
        desplazamiento|Oficial electricista / h|pa ; Licencia plan Pro|Almacenamiento 500 GB|Soporte
        prioritario|Llamadas API (por 1.000) / puestos|unid. ; Transporte Vigo - Lyon|Recargo combustible|Despacho de
        aduanas|Cambio de palés / palé|envíos ; Aceite de oliva 5 l|Toallas de papel 2 capas|Café en grano 1
        kg|Guantes nitrilo M / caja|bot ; Habitación doble con desayuno|Plaza de garaje|Tasa turística|Sala de
        reuniones Rin / noches|pers. ; Redacción del arrendamiento|Conferencia telefónica|Vista judicial|Examen de
        documentos / h|uds ; Pastillas delanteras|Aceite motor 5W-30|Alineación|Diagnosis / pza|litros
    """,
    "it": """
        Energia fascia F1|Energia fascia F2|Quota fissa|Oneri di sistema / kWh|giorni ; Linea Ufficio 250|Piano mobile
        L|Chiamate estero|Indirizzo IP statico / linee|mesi ; Posa radiatori|Tubo rame 22 mm|Diritto di
        chiamata|Manodopera elettricista / ore|corpo ; Licenza piano Pro|Spazio 500 GB|Assistenza prioritaria|Chiamate
        API (per 1.000) / utenti|unità ; Trasporto Genova - Lione|Supplemento carburante|Sdoganamento|Cambio pallet /
        plt|sped. ; Olio d'oliva 5 l|Asciugamani 2 veli|Caffè in grani 1 kg|Guanti nitrile M / cart|bott ; Camera
        doppia con colazione|Garage|Imposta di soggiorno|Sala riunioni Reno / notti|pers. ; Redazione contratto di
        locazione|Conferenza telefonica|Udienza|Esame documenti / ore|unità ; Pastiglie anteriori|Olio motore
        5W-30|Convergenza|Diagnosi / pz|litri
    """,
    "nl": """
        Levering normaal|Levering dal|Vastrecht|Energiebelasting / kWh|dagen ; Lijn Kantoor 250|Mobiel abonnement
        L|Gesprekken buitenland|Vast IP-adres / lijnen|mnd ; Plaatsen radiatoren|Koperbuis 22 mm|Voorrijkosten|Arbeid
        elektricien / uur|post ; Licentie Pro-pakket|Opslag 500 GB|Voorrangsondersteuning| API-verzoeken (per 1.000) /
        plaatsen|eenh. ; Vervoer Venlo - Lyon|Brandstoftoeslag|Inklaring|Palletruil / plt|zend. ; Olijfolie 5
        l|Papieren handdoek 2-laags|Koffiebonen 1 kg|Handschoen nitril M / doos|fles ; Tweepersoonskamer met
        ontbijt|Parkeergarage|Toeristenbelasting|Vergaderzaal Rijn / nachten|pers. ; Opstellen
        huurovereenkomst|Telefonisch overleg|Zitting rechtbank|Bestuderen stukken / uur|eenh. ; Remblokken
        voor|Motorolie 5W-30|Uitlijnen|Diagnose / st|liter
    """,
}


def _goods(said: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    found = {}
    # Lines are broken at any blank, and a slash divides wherever it stands between blanks.
    for trade, sold in zip(_TRADES, " ".join(said.split()).split(";"), strict=True):
        things, units = (tuple(" ".join(one.split()) for one in part.split("|")) for part in sold.split(" / "))
        found[trade] = (things, units)
    return found


GOODS: Final[Mapping[str, Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]]] = {
    code: _goods(said) for code, said in _GOODS.items()
}
