"""The sentences and products of the manners."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_KINDS: Final = ("terms", "discount", "due", "one_line", "reverse", "exempt", "thanks")

_SENTENCES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "Payment term {days} days|{days} days net|Please pay in {days} days of the invoice date.",
        "If you pay within {early} days you may deduct {percent} %, else {days} days net.",
        "Please settle the amount by {date}.|This invoice falls due on {date}.",
        "{title} {number} of {date}",
        "Reverse charge - customer to account for VAT.",
        "VAT exempt.",
        "Thank you and see you again.",
    ),
    "de": (
        "Zahlungsfrist {days} Tage|{days} Tage rein netto|Bitte zahlen Sie in {days} Tagen ab Rechnungsdatum.",
        "Bei Zahlung binnen {early} Tagen gewähren wir {percent} % Skonto, sonst {days} Tage netto.",
        "Bitte begleichen Sie den Betrag bis {date}.|Die Rechnung wird am {date} fällig.",
        "{title} {number} vom {date}",
        "Reverse Charge - Umsatzsteuer schuldet der Kunde.",
        "Umsatzsteuerfrei.",
        "Danke und bis zum nächsten Mal.",
    ),
    "fr": (
        "Délai {days} jours|{days} jours date de facture|Merci de payer sous {days} jours de la facture.",
        "Pour un paiement sous {early} jours déduisez {percent} %, sinon {days} jours net.",
        "Merci de régler le montant avant le {date}.|Cette facture est exigible le {date}.",
        "{title} {number} du {date}",
        "Autoliquidation - TVA due par le client.",
        "Exonéré de TVA.",
        "Merci et à bientôt.",
    ),
    "es": (
        "Plazo {days} días|{days} días fecha factura|Por favor pague en {days} días desde la factura.",
        "Si paga en {early} días puede descontar un {percent} %, si no {days} días neto.",
        "Por favor abone el importe antes del {date}.|Esta factura vence el {date}.",
        "{title} {number} de {date}",
        "Inversión del sujeto pasivo: IVA a cargo del cliente.",
        "Exento de IVA.",
        "Gracias y hasta pronto.",
    ),
    "it": (
        "Termine {days} giorni|{days} giorni data fattura|Vi preghiamo di pagare in {days} giorni.",
        "Per pagamenti entro {early} giorni sconto del {percent} %, altrimenti {days} giorni netto.",
        "Vi preghiamo di saldare l'importo entro il {date}.|La fattura scade il {date}.",
        "{title} {number} del {date}",
        "Inversione contabile - IVA a carico del cliente.",
        "Esente IVA.",
        "Grazie e arrivederci.",
    ),
    "nl": (
        "Betaaltermijn {days} dagen|{days} dagen na factuurdatum|Gelieve binnen {days} dagen te betalen.",
        "Bij betaling binnen {early} dagen mag u {percent} % aftrekken, anders {days} dagen netto.",
        "Gelieve het bedrag voor {date} te voldoen.|Deze factuur vervalt op {date}.",
        "{title} {number} van {date}",
        "Btw verlegd - te voldoen door de klant.",
        "Vrijgesteld van BTW.",
        "Bedankt en tot ziens.",
    ),
}

SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    code: {kind: tuple(some.split("|")) for kind, some in zip(_KINDS, sentences, strict=True)}
    for code, sentences in _SENTENCES.items()
}

PRODUCTS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "Wall paint white 10 l",
        "Fibre line 500",
        "Boiler maintenance",
        "Bearing 6204-2RS",
        "Croissant butter",
        "Photo shoot",
        "Rack 19 inch 12 U",
    ),
    "de": (
        "Wandfarbe weiß 10 l",
        "Glasfaseranschluss 500",
        "Heizungswartung",
        "Kugellager 6204-2RS",
        "Buttercroissant",
        "Fotoaufnahmen",
        "Schrank 19 Zoll 12 HE",
    ),
    "fr": (
        "Peinture murale 10 l",
        "Ligne fibre 500",
        "Entretien chaudière",
        "Roulement 6204-2RS",
        "Croissant au beurre",
        "Prise de vues",
        "Baie 19 pouces 12 U",
    ),
    "es": (
        "Pintura blanca 10 l",
        "Línea de fibra 500",
        "Revisión de caldera",
        "Rodamiento 6204-2RS",
        "Cruasán",
        "Sesión de fotos",
        "Armario 19 pulgadas 12 U",
    ),
    "it": (
        "Pittura bianca 10 l",
        "Linea fibra 500",
        "Manutenzione caldaia",
        "Cuscinetto 6204-2RS",
        "Cornetto al burro",
        "Servizio fotografico",
        "Armadio 19 pollici 12 U",
    ),
    "nl": (
        "Muurverf wit 10 l",
        "Glasvezel 500",
        "Onderhoud ketel",
        "Kogellager 6204-2RS",
        "Roomboter croissant",
        "Fotosessie",
        "Kast 19 inch 12 HE",
    ),
}
