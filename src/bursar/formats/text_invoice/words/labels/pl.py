"""Polish: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": ("faktura", "faktura vat", "faktura sprzedaży"),
    "credit_note": ("faktura korygująca", "korekta faktury", "korekta"),
    "invoice_number": (
        "faktura nr", "numer faktury", "nr faktury", "faktura vat nr", "faktura numer", "faktura korygująca nr",
        "faktura korekta nr",
    ),
    "document_number": ("numer", "nr", "nr dokumentu", "numer dokumentu"),
    "issue_date": ("data wystawienia", "data faktury", "wystawiono dnia", "wystawiona dnia", "wystawiono"),
    "date": ("data", "z dnia", "dnia"),
    "due_date": ("termin płatności", "termin zapłaty", "płatne do", "zapłata do", "płatność do"),
    "delivery_date": (
        "data sprzedaży", "data dostawy", "data wykonania usługi", "data dostawy usługi",
        "data zakończenia dostawy",
    ),
    "currency": ("waluta",),
    "tax_id": ("nip", "vat ue", "nip ue", "nip sprzedawcy", "nr nip"),
    "buyer_tax_id": ("nip nabywcy", "nip klienta", "nip odbiorcy"),
    "iban": (
        "iban", "nr konta", "numer konta", "numer rachunku", "nr rachunku", "konto", "konto bankowe",
        "rachunek bankowy",
    ),
    "bic": ("bic", "swift", "kod swift", "kod bic"),
    "payment_reference": ("tytuł przelewu", "tytułem"),
    "payment_terms": ("warunki płatności", "sposób płatności", "forma płatności"),
    "order_reference": ("zamówienie", "nr zamówienia", "numer zamówienia", "zamówienie nr"),
    "customer_number": ("numer klienta", "nr klienta", "kod klienta"),
    "email": ("email", "e mail"),
    "seller": ("sprzedawca", "wystawca", "dostawca"),
    "buyer": ("nabywca", "kupujący", "klient"),
    "ship_to": ("odbiorca", "adres dostawy", "miejsce dostawy"),
    "name": ("nazwa", "firma"),
    "account_holder": ("właściciel rachunku", "odbiorca przelewu"),
    "other": (
        "adres", "tel", "telefon", "strona", "bank", "regon", "krs", "razem", "należność ogółem", "słownie",
        "do dokumentów", "zapłacono", "do zapłaty", "data zamówienia", "bdo",
    ),
}  # fmt: skip
# Words that tell the language of a page.
COMMON: Final = "dla do faktura i jest na nie nr od oraz się ul w z za"
