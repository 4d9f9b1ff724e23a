"""The words that payment terms are made of, in eight languages, without case and accents.

Each kind of word is a letter, so that the grammar of `reader` is a pattern of letters. A word that stands in no list is
not understood, and then neither are the terms: so what turns a meaning round (not, only, after, per month, except) must
never stand under "", the kind of words that say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

DAYS, PERCENT, DISCOUNT, NET, AT_ONCE, RECEIPT, COUNTED = "D", "%", "S", "T", "O", "R", "B"
UNTIL, MONTH_END, AFTER_MONTH_END, DATED_MONTH_END, NEXT_MONTH_END, OF_NEXT_MONTH = "U", "E", "X", "G", "F", "M"
BEFORE, LATE, REST, NOTHING = "V", "L", "Z", ""

_ENGLISH: Final = {
    DAYS: "days|day|calendar days|d",
    PERCENT: "percent|per cent|pct",
    DISCOUNT: "discount|discount of|cash discount|early payment discount|prompt payment discount|settlement discount"
    "|deduct|deduction of|less|off",
    NET: "net|nett|strictly|strictly net|without deduction|without any deduction|without discount|no discount"
    "|no deduction|net cash",
    AT_ONCE: "immediate|immediately|at once|immediate payment",
    RECEIPT: "on receipt|upon receipt|of receipt|from receipt|after receipt|on receipt of invoice"
    "|on receipt of the invoice|upon receipt of invoice|upon receipt of the invoice|of receipt of invoice"
    "|of receipt of the invoice|from receipt of invoice|from receipt of the invoice|after receipt of invoice"
    "|after receipt of the invoice|on receipt of this invoice|upon receipt of this invoice|of receipt of this invoice",
    COUNTED: "from invoice date|from the invoice date|of invoice date|of the invoice date|after invoice date"
    "|after the invoice date|from date of invoice|from the date of invoice|from the date of the invoice|of the invoice"
    "|of date of invoice|of the date of invoice|of the date of the invoice|after date of invoice|of invoice"
    "|after the date of invoice|after the date of the invoice|after invoice|from invoice|invoice date|date of invoice"
    "|of this invoice|from the date of this invoice|of the date of this invoice|from date of issue|of issue",
    UNTIL: "by|until|till|not later than|no later than|at the latest by|on or before|due on|due by|payable by|due date"
    "|payable on|due|up to and including",
    MONTH_END: "end of month|end of the month|at the end of the month|at month end|month end|eom",
    AFTER_MONTH_END: "after end of month|from end of month|after the end of the month|from the end of the month"
    "|after month end|after the end of the invoice month|after the end of the month of invoice",
    NEXT_MONTH_END: "end of the following month|end of following month|end of next month|end of the next month"
    "|at the end of the following month|at the end of next month",
    OF_NEXT_MONTH: "of the following month|of following month|of the next month|of next month",
    BEFORE: "before|prior to",
    LATE: "late|overdue|interest|penalty|penalties|arrears|in default|surcharge",
    REST: "balance|the balance|remainder",
    NOTHING: "discount amount|amount payable|amount due|or|and|otherwise|else|payment|payments|pay|paying|payable|paid"
    "|please|kindly|terms|term|payment terms|terms of payment|if|when|payment term|for|the|a|in|within|is|are|be|to be"
    "|you|you may|we|we grant|our|your|amount|total|invoice amount|invoice total|on the|full amount"
    "|the amount of the invoice|this invoice|settle|settled|remit|apply|applies|granted|allowed|offered|take|in full"
    "|made|bank transfer|by bank transfer|falls|conditions|it|invoice|with|we ask you to|ask you to",
}
_GERMAN: Final = {
    DAYS: "tage|tagen|tag|kalendertage|kalendertagen|tg",
    PERCENT: "prozent|v.h.",
    DISCOUNT: "skonto|skontoabzug|skontovereinbarung|skontosatz|skontofrist|barzahlungsrabatt|abzug|abzug von"
    "|unter abzug von|abzuglich|abzgl.|abzgl|skonti",
    NET: "netto|rein netto|netto kasse|ohne abzug|ohne jeden abzug|ohne jeglichen abzug|ohne weiteren abzug"
    "|ohne skonto|ohne abzuge|rein|kein skonto|netto ohne abzug",
    AT_ONCE: "sofort|unverzuglich|umgehend|prompt",
    RECEIPT: "nach erhalt|bei erhalt|ab erhalt|nach erhalt der rechnung|bei erhalt der rechnung|ab erhalt der rechnung"
    "|nach rechnungserhalt|bei rechnungserhalt|ab rechnungserhalt|nach rechnungseingang|bei rechnungseingang"
    "|ab rechnungseingang|nach eingang der rechnung|nach zugang der rechnung|nach erhalt dieser rechnung"
    "|ab zugang der rechnung|nach rechnungszugang",
    COUNTED: "ab rechnungsdatum|nach rechnungsdatum|vom rechnungsdatum|ab dem rechnungsdatum|nach dem rechnungsdatum"
    "|ab rechnungsstellung|nach rechnungsstellung|nach belegdatum|ab belegdatum|ab datum der rechnung|rechnungsdatum"
    "|nach rechnungslegung|ab rechnungslegung|nach rechnung|ab rechnung|dato",
    UNTIL: "am|falligkeit|falligkeitsdatum|bis|bis zum|bis spatestens|bis spatestens zum|bis spatestens am|spatestens"
    "|spatestens am|spatestens bis|spatestens bis zum|fallig am|fallig bis|fallig bis zum|fallig|bis einschliesslich"
    "|zahlbar am",
    MONTH_END: "monatsende|zum monatsende|ende des monats|zum ende des monats|am monatsende",
    AFTER_MONTH_END: "nach monatsende|ab monatsende|nach ende des monats|nach ende des rechnungsmonats"
    "|nach dem ende des monats",
    NEXT_MONTH_END: "ende des folgemonats|zum ende des folgemonats|ende des nachsten monats"
    "|zum ende des nachsten monats|am ende des folgemonats|ende folgemonat",
    OF_NEXT_MONTH: "des folgemonats|des nachsten monats|des folgenden monats|im folgemonat",
    BEFORE: "vor dem",
    LATE: "verzug|verzugszinsen|zahlungsverzug|zinsen|mahngebuhr|mahngebuhren|mahnung|verspatet|verspateter|verspatete"
    "|uberfallig",
    REST: "rest|restbetrag",
    NOTHING: "zahlungseingang|zahlbetrag|zahlungsbetrag|skontobetrag|zahlungsweise|zahlungsart|oder|und|sonst"
    "|ansonsten|andernfalls|bzw.|bzw|zahlung|zahlungen|zahlbar|zahlen|zahlen sie|bezahlung|bezahlen"
    "|zahlungsbedingungen|zahlungsbedingung|wird|zahlungsziel|zahlungsfrist|zahlungskonditionen|konditionen|frist"
    "|bitte|wir|wir gewahren|gewahren|gewahrt|bitten|bitten um|um|sie|sie den|den|der|die|das|ein|eine|einem|betrag"
    "|rechnungsbetrag|gesamtbetrag|rechnung|ist|bei|in|innerhalb|innerhalb von|innert|binnen|innerh.|mit|zu|uberweisen"
    "|uberweisung|begleichen|durfen|konnen|des rechnungsbetrages|unsere|unseren|ziel|uberweisen sie|auf unser konto"
    "|auf unser unten genanntes konto|auf das unten angegebene konto|auf das angegebene konto|erhalten sie|voll"
    "|in voller hohe|werden|durch",
}
_FRENCH: Final = {
    DAYS: "jours|jour|jrs|j|jours calendaires",
    PERCENT: "pour cent",
    DISCOUNT: "escompte|escompte de|d'escompte|deduisez|remise de|remise pour paiement anticipe|de remise",
    NET: "net|nets|sans escompte|aucun escompte|pas d'escompte|pas d'escompte pour paiement anticipe"
    "|net de tout escompte|sans deduction|net sans escompte|aucun escompte pour paiement anticipe"
    "|sans escompte pour paiement anticipe|pas d'escompte en cas de paiement anticipe"
    "|escompte pour paiement anticipe neant",
    AT_ONCE: "comptant|immediat|immediatement|au comptant|sans delai",
    RECEIPT: "suivant la reception|a reception|a reception de facture|a reception de la facture|des reception"
    "|des reception de la facture|apres reception de la facture|a compter de la reception de la facture"
    "|reception de facture|suivant la reception de la facture|de reception de la facture",
    COUNTED: "date de facture|date facture|de la date de facture|a compter de la date de facture|date de la facture"
    "|a compter de la date de la facture|apres la date de facture|de la facture|date d'emission de la facture"
    "|a compter de la facturation|a partir de la date de facture|apres facturation|date d'emission|apres facture"
    "|a compter de la date d'emission de la facture",
    UNTIL: "date d'echeance|jusqu'au|au plus tard le|au plus tard|pour le|exigible le|echeance|echeance le|payable le"
    "|a regler le|a payer le|du au|avant ou le",
    MONTH_END: "fin de mois|fin du mois|en fin de mois|f.d.m.|fdm",
    AFTER_MONTH_END: "apres la fin du mois|apres fin de mois|a compter de la fin du mois|a partir de la fin du mois"
    "|apres la fin du mois de facturation",
    NEXT_MONTH_END: "fin du mois suivant|a la fin du mois suivant|fin de mois suivant|fin du mois prochain",
    OF_NEXT_MONTH: "du mois suivant|du mois prochain",
    BEFORE: "avant le",
    LATE: "retard|penalites|penalite|interets|interet|indemnite|recouvrement",
    REST: "le solde|solde",
    NOTHING: "ou|et|sinon|a defaut|paiement|paiements|payable|payer|a payer|regler|reglement|reglez|a regler"
    "|conditions de paiement|delai|conditions de reglement|conditions|modalites de paiement|modalites de reglement"
    "|condition de paiement|delai de|delai de paiement|delai de reglement|nos|nous|vous|merci|de|le|la|un|une|des|du|a"
    "|au|sous|dans|dans les|dans un|en|pour|si|par|virement|montant|facture|cette facture|total|est|sont|d'un|avec"
    "|par virement|anticipe|votre|veuillez|merci de|s'il vous plait|vous prions|vous accordons|accorde|prions"
    "|en cas de|montant de la facture|les|le montant de la facture",
}
_SPANISH: Final = {
    DAYS: "dias|dia|dias naturales",
    PERCENT: "por ciento",
    DISCOUNT: "descuento|descuento por pronto pago|descuento de|de descuento|dto.|dto|dto. p.p.|descontar|pronto pago"
    "|descuento del|dto. pronto pago|dto. por pronto pago",
    NET: "neto|netos|sin descuento|sin deduccion",
    AT_ONCE: "al contado|contado|inmediato|inmediatamente",
    RECEIPT: "desde la recepcion|a la recepcion de la factura|a la recepcion|a recepcion de factura"
    "|recepcion de factura|desde la recepcion de la factura|a la vista|tras la recepcion de la factura",
    COUNTED: "fecha factura|fecha de factura|desde fecha factura|desde la fecha de factura|de fecha factura|f.f."
    "|desde la fecha de la factura|de la fecha de factura|desde la factura|a partir de la fecha de factura"
    "|fecha de la factura|desde la fecha de emision|desde fecha de factura",
    UNTIL: "fecha limite de pago|fecha de vencimiento|hasta el|hasta|a mas tardar el|vence el|vencimiento"
    "|vencimiento el|con vencimiento el|a pagar el",
    MONTH_END: "fin de mes|a fin de mes|final de mes|a final de mes",
    AFTER_MONTH_END: "despues de fin de mes|desde fin de mes|a partir de fin de mes|desde el fin de mes",
    NEXT_MONTH_END: "fin del mes siguiente|a fin del mes siguiente|fin de mes siguiente|final del mes siguiente",
    OF_NEXT_MONTH: "del mes siguiente|del proximo mes",
    BEFORE: "antes del|antes de",
    LATE: "mora|demora|intereses|interes|recargo|retraso",
    REST: "resto|el resto",
    NOTHING: "recibo|recibo a|recibo domiciliado a|abonen|ingresen|o|y|si no|en caso contrario|de lo contrario|pago"
    "|pagos|pagar|pagadero|pague|paga|forma de pago|condiciones de pago|condiciones|plazo|plazo de pago|nuestras"
    "|rogamos|les|les rogamos|por favor|por|el|la|los|un|una|de|del|en|a|al|si|puede|giro|transferencia|importe|total"
    "|factura|esta factura|dentro de|dentro de los|en un plazo de|abone|abonar|con|transferencia a|por transferencia"
    "|para|giro a|vencimiento a|se concede|importe total",
}
_ITALIAN: Final = {
    DAYS: "giorni|giorno|gg|gg.|g",
    PERCENT: "per cento",
    DISCOUNT: "sconto|sconto del|sconto di|di sconto|sconto cassa|sconto per pagamento anticipato",
    NET: "netto|netti|senza sconto|senza deduzioni|senza sconti|senza detrazioni",
    AT_ONCE: "immediato|immediata|per contanti|contanti|immediatamente",
    RECEIPT: "dal ricevimento|a vista fattura|vista fattura|a vista|a ricevimento fattura|al ricevimento della fattura"
    "|ricevimento fattura|dal ricevimento della fattura|dal ricevimento fattura|a ricevimento della fattura"
    "|rimessa diretta a vista fattura",
    COUNTED: "data fattura|dalla data fattura|dalla data della fattura|dalla data di fattura|d.f.|df|dalla fattura"
    "|dalla data di emissione|data della fattura|dalla data di emissione della fattura",
    UNTIL: "data scadenza|data di scadenza|entro il|entro e non oltre il|entro|entro e non oltre|fino al|scade il"
    "|scadenza|scadenza il|al piu tardi il|con scadenza il|con scadenza|da pagare il",
    MONTH_END: "fine mese|a fine mese|f.m.|fm",
    AFTER_MONTH_END: "dopo fine mese|da fine mese|dalla fine del mese|dopo la fine del mese",
    DATED_MONTH_END: "d.f.f.m.|d.f.f.m|dffm|d.f. f.m.|df fm|data fattura fine mese|df f.m.|d.f.fm|data fattura f.m."
    "|d.f. fine mese",
    NEXT_MONTH_END: "fine mese successivo|fine del mese successivo|a fine mese successivo"
    "|alla fine del mese successivo|fine mese prossimo",
    OF_NEXT_MONTH: "del mese successivo|del mese prossimo",
    BEFORE: "prima del",
    LATE: "mora|interessi|interesse|ritardo|ritardato|penale|penali",
    REST: "saldo|il saldo",
    NOTHING: "da saldare|da versare|da regolare|versare|preghiamo di|vi preghiamo di|o|e|oppure|altrimenti|pagamento"
    "|pagamenti|pagare|pagabile|pagate|condizioni di pagamento|modalita di pagamento|termini di pagamento|termine"
    "|termine di pagamento|condizioni|nostre|vi|preghiamo|vi preghiamo|si prega|si prega di|di|il|la|un|una"
    "|per pagamento|per pagamenti|per il pagamento|per bonifico|se|da pagare|a|in|con|del|della|l'importo|importo"
    "|saldare|fattura|la fattura|rimessa diretta|bonifico|bonifico bancario|a mezzo bonifico|chiediamo|totale"
    "|entro il termine di|anticipato|r.d.|del totale|importo totale",
}
_DUTCH: Final = {
    DAYS: "dagen|dag|dgn|dgn.|kalenderdagen",
    PERCENT: "procent",
    DISCOUNT: "korting|betalingskorting|korting voor contant|aftrekken|korting van|korting contant|kredietbeperking",
    NET: "netto|zonder korting|zonder aftrek|strikt",
    AT_ONCE: "direct|onmiddellijk|per direct|per omgaande|contant|meteen",
    RECEIPT: "na ontvangst|bij ontvangst|na ontvangst van de factuur|bij ontvangst van de factuur|na ontvangst factuur"
    "|na ontvangst van deze factuur|na factuurontvangst",
    COUNTED: "na factuurdatum|vanaf factuurdatum|factuurdatum|na de factuurdatum|na dagtekening|vanaf de factuurdatum"
    "|na datum factuur|na facturatie|na factuur",
    UNTIL: "vervalt|tot|tot en met|t/m|uiterlijk|uiterlijk op|vervalt op|vervaldatum|uiterlijk tot|vervaldag"
    "|te betalen op",
    MONTH_END: "einde maand|einde van de maand|eind van de maand|eind van de maand|einde der maand",
    AFTER_MONTH_END: "na einde maand|na einde van de maand|na het einde van de maand|vanaf einde maand",
    NEXT_MONTH_END: "einde volgende maand|einde van de volgende maand|eind volgende maand|eind van de volgende maand",
    OF_NEXT_MONTH: "van de volgende maand|volgende maand",
    BEFORE: "voor",
    LATE: "rente|te laat|verzuim|boete|aanmaning|wettelijke rente|incassokosten|te late",
    REST: "restant|saldo",
    NOTHING: "voldoening|of|en|anders|betaling|betalingen|betalen|te betalen|voldoen|te voldoen|betaalbaar"
    "|betalingsvoorwaarden|betaaltermijn|betalingstermijn|betalingsconditie|betalingscondities|condities|onze|gelieve"
    "|graag|verzoeken|u|u mag|mag u|mag|wij|bij|binnen|in|een|het|de|bedrag|factuur|deze factuur|factuurbedrag"
    "|over te maken|overmaken|op|onze rekening|van|dient|termijn|is|indien|betaald|als|wordt|bankoverschrijving"
    "|per bank|te|voldaan|worden",
}
_PORTUGUESE: Final = {
    DAYS: "dias|dia|dias corridos",
    PERCENT: "por cento",
    DISCOUNT: "desconto|desconto de|de desconto|desconto de pronto pagamento",
    NET: "liquido|liquidos|sem desconto|sem deducao",
    AT_ONCE: "imediato|pronto pagamento|a pronto|pagamento imediato",
    RECEIPT: "a recepcao da fatura|com a recepcao da fatura|apos recepcao da fatura|apos a recepcao da fatura",
    COUNTED: "data da fatura|data fatura|da data da fatura|apos a data da fatura|a contar da data da fatura"
    "|data de emissao|apos data da fatura",
    UNTIL: "ate|ate ao dia|ate a data|ate o dia|vence em|vencimento|ate dia",
    MONTH_END: "fim do mes|fim de mes|final do mes",
    AFTER_MONTH_END: "apos o fim do mes|apos fim do mes|a contar do fim do mes",
    NEXT_MONTH_END: "fim do mes seguinte|no fim do mes seguinte|final do mes seguinte",
    OF_NEXT_MONTH: "do mes seguinte",
    BEFORE: "antes de|antes do dia",
    LATE: "mora|juros|multa|atraso",
    REST: "restante|o restante",
    NOTHING: "ou|e|caso contrario|senao|pagamento|pagamentos|pagar|a pagar|pagavel|condicoes de pagamento"
    "|condicao de pagamento|prazo|no prazo de|prazo de pagamento|a|de|em|o|se|pago|para|por|dentro de|transferencia"
    "|valor|total|fatura|da fatura|com",
}
_POLISH: Final = {
    DAYS: "dni|dzien|dnia|dni kalendarzowych",
    PERCENT: "procent|proc.",
    DISCOUNT: "rabat|rabatu|skonto|skonta|upust|znizki",
    NET: "netto|bez rabatu|bez skonta|bez potracen",
    AT_ONCE: "natychmiast|niezwlocznie|platne natychmiast",
    RECEIPT: "po otrzymaniu faktury|od otrzymania faktury|przy odbiorze faktury",
    COUNTED: "od daty wystawienia faktury|od daty faktury|od daty wystawienia|od dnia wystawienia faktury"
    "|od wystawienia faktury",
    UNTIL: "do dnia|do|najpozniej do|termin platnosci do",
    MONTH_END: "koniec miesiaca|do konca miesiaca|na koniec miesiaca",
    AFTER_MONTH_END: "po koncu miesiaca|od konca miesiaca",
    NEXT_MONTH_END: "koniec nastepnego miesiaca|do konca nastepnego miesiaca|na koniec nastepnego miesiaca",
    OF_NEXT_MONTH: "nastepnego miesiaca",
    BEFORE: "przed",
    LATE: "odsetki|opoznienie|opoznienia|zwloki|po terminie",
    REST: "reszta",
    NOTHING: "lub|i|albo|w przeciwnym razie|platnosc|platne|zaplata|zaplaty|prosimy|o zaplate|warunki platnosci"
    "|termin platnosci|forma platnosci|w|w ciagu|w terminie|ciagu|przelew|przelewem|przy|kwota|faktura|za|z"
    "|przy platnosci|przy zaplacie|terminie",
}
LANGUAGES: Final = (_ENGLISH, _GERMAN, _FRENCH, _SPANISH, _ITALIAN, _DUTCH, _PORTUGUESE, _POLISH)


def _kinds() -> Mapping[str, str]:
    """Return the kind of each phrase: the same in all languages, but for those in which it says nothing."""
    kinds: dict[str, str] = {}
    for language in LANGUAGES:
        for kind, phrases in language.items():
            for phrase in phrases.split("|"):
                kinds[phrase] = kinds.get(phrase) or kind
    return MappingProxyType(kinds)


KINDS: Final = _kinds()
# The longest phrase counts, whatever it begins with.
PHRASE: Final = re.compile(
    r"(?<![^\W\d_])(?:"
    + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(KINDS, key=len, reverse=True))
    + r")(?![^\W\d_])"
)
