"""Words that say whose something is, in labels and headings that no list has: the buyer's or the seller's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bursar.formats.text_invoice.plain import plain
from bursar.formats.text_invoice.words.roots import roots

SELLER: Final = "seller"
BUYER: Final = "buyer"
# In English, German, French, Spanish, Italian, Dutch, Portuguese and Polish, without accents.
_BUYERS: Final = roots(
    """
    your\\b, customer, client, buyer, purchaser, recipient, debtor, payer\\b, member, tenant, guest, subscriber,
    ihre?r?\\b, ~kunde, kd\\b, ~kaufer, besteller, ~empfanger, auftraggeber, abnehmer, ~debitor, mandant, mieter,
    votre, vos\\b, acheteur, acquereur, preneur, destinataire, debiteur, abonne, locataire, locatrice,
    su\\b, vuestr, comprador, adquirente, receptor, destinatari, deudor, abonado, tomador,
    vs\\b, vostr, suo\\b, sua\\b, acquirente, cessionari, committent, ricevent, intestatari, utente,
    uw\\b, ~klant, koper, afnemer, ontvanger, opdrachtgever, debiteur, huurder, lidnr, nabywc
    """
)
_SELLERS: Final = roots(
    """
    our\\b, seller, supplier, vendor, issuer, payee, provider,
    unsere?\\b, ~verkaufer, ~lieferant, ~aussteller, ~erbringer, auftragnehmer, absender,
    notre, nos\\b, vendeu, fournisseur, emetteu, prestataire, beneficiaire,
    nuestr, vendedor, proveedor, emisor, expedidor, prestador,
    ns\\b, nostr, venditor, fornitor, cedent, prestator, emittent,
    onze\\b, ons\\b, verkoper, leverancier, afzender, opdrachtnemer, verhuurder, sprzedawc
    """
)
_NUMBER: Final = re.compile(r"\S*\d\S*")


@lru_cache(maxsize=1024)
def whose(words: str) -> str | None:
    """Return whose it is by the words before it, BUYER or SELLER; None where they do not tell."""
    text = plain(_NUMBER.split(words)[-1])
    is_buyers, is_sellers = _BUYERS.search(text) is not None, _SELLERS.search(text) is not None
    if is_buyers is is_sellers:
        return None
    return BUYER if is_buyers else SELLER
