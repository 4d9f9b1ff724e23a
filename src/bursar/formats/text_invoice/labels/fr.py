"""French: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        "facture", "facture commerciale", "facture d'acompte", "facture de solde", "facture de vente",
        "note d'honoraires",
    ),
    "credit_note": ("avoir", "facture d'avoir", "note de crédit", "facture rectificative", "note de credit"),
    "self_billed": ("autofacturation", "facture autofacturée"),
    "invoice_number": (
        "facture n", "facture no", "facture numéro", "numéro de facture", "n de facture", "no de facture",
        "n facture", "no facture", "num facture", "facture nr", "avoir n", "numéro d'avoir", "n d'avoir",
        "référence facture", "réf facture", "avoir no", "numéro facture", "n de l'avoir", "note de crédit n",
        "note de crédit no", "n de pièce", "facture num", "numéro de la facture", "n de la facture", "facture réf",
        "numéro de l'avoir", "avoir numéro", "n avoir", "n note de crédit", "numéro de note de crédit",
        "facture d'avoir n", "n de document", "facture numéro de", "réf de facture", "référence de facture",
        "réf document", "n pièce", "code facture", "fact n", "fact no", "no de la facture", "notre facture n",
        "id facture", "identifiant facture", "n document", "référence document", "réf facture n",
        "référence avoir", "n de note de crédit", "réf avoir",
    ),
    "document_number": (
        "numéro", "n", "no", "document n", "référence", "nos références", "notre référence", "pièce n",
        "numéro de pièce",
    ),
    "issue_date": (
        "date de facture", "date de la facture", "date facture", "date d'émission", "date de facturation",
        "facture du", "émise le", "émis le", "date d'avoir", "date de l'avoir", "facturé le", "date avoir",
        "date du document", "établie le", "date d'établissement", "date de pièce", "date de la pièce", "avoir du",
        "date emission", "fait le", "datée du", "date fact", "facture établie le", "date de création", "établi le",
        "créée le", "émission", "date de l'émission", "date d'édition", "daté du", "facture en date du",
        "date de note de crédit", "date pièce", "date document", "dressée le", "date de délivrance",
    ),
    "date": ("date", "le", "du", "en date du"),
    "due_date": (
        "date d'échéance", "échéance de paiement", "échéance du paiement", "paiement à échéance du", "échéance",
        "date limite de paiement", "à payer avant le", "payable le", "à régler avant le", "échéance le",
        "à payer avant", "date de règlement", "payable au plus tard le", "règlement avant le", "à régler pour le",
        "à échéance du", "paiement avant le", "payable avant le", "à payer au plus tard le", "au plus tard le",
        "date échéance", "règlement au plus tard le", "échéance au", "échéance du", "paiement au plus tard le",
        "paiement dû le", "date de paiement", "règlement le", "à régler au plus tard le", "avant le",
        "exigible le", "à payer pour le", "paiement pour le", "limite de paiement", "à régler le",
        "échéance règlement", "à acquitter avant le", "règlement pour le", "date butoir", "date limite",
        "payable jusqu'au", "à solder avant le", "date limite de règlement", "date de paiement prévue",
        "règlement attendu le", "paiement attendu le", "payable pour le", "à honorer avant le", "règlement à",
        "échéance de règlement", "dernier délai", "dernier délai de paiement", "date de règlement prévue", "avant",
    ),
    "delivery_date": (
        "date de livraison", "livré le", "date de prestation", "date de la prestation", "date livraison",
        "date d'exécution", "date de la vente", "date de service", "livraison le", "date de réalisation",
        "date de la livraison", "livraison du", "date d'expédition", "expédié le", "prestation du", "fourni le",
        "exécuté le", "réalisé le", "date de fourniture", "date prestation", "date exécution", "remis le",
        "date de remise", "livrée le", "livrés le", "date de départ", "prestation réalisée le", "effectué le",
        "achevé le", "date d'achèvement", "date service",
    ),
    "currency": ("devise", "monnaie"),
    "tax_id": (
        "n tva", "no tva", "tva intracommunautaire", "n tva intracommunautaire", "numéro de tva", "n de tva",
        "id tva", "tva intracom", "tva", "n tva intra", "identifiant tva", "numéro tva", "n intracommunautaire",
        "n tva intracom", "tva n", "tva intra", "n id tva", "no de tva", "n d'identification tva", "n tva ue",
        "ide", "numéro de tva intracommunautaire", "n de tva intracommunautaire", "notre n tva", "n siret tva",
        "numéro d'identification tva", "tva no", "tva be", "numéro intracommunautaire", "ident tva", "code tva",
        "n d'entreprise", "numéro d'entreprise",
    ),
    "buyer_tax_id": (
        "n tva client", "tva client", "votre n tva", "n de tva du client", "numéro de tva client",
        "n tva du client", "votre numéro de tva", "votre tva", "tva intracommunautaire client",
        "n tva intracommunautaire client", "id tva client", "votre n de tva", "tva du client", "n de tva client",
        "tva acheteur", "n tva acheteur", "numéro tva client", "votre tva intracommunautaire", "client tva",
        "votre identifiant tva", "n tva preneur", "tva acquéreur", "tva intracom client",
        "votre n tva intracommunautaire",
    ),
    "iban": ("iban", "compte iban", "code iban", "n iban"),
    "bic": ("bic", "swift", "bic swift", "code bic", "swift bic", "code swift"),
    "payment_reference": (
        "référence de paiement", "référence paiement", "référence avis de paiement", "référence du paiement",
        "communication", "référence à rappeler", "motif de paiement", "communication structurée",
        "libellé du virement", "référence virement", "à rappeler", "référence de virement",
        "référence du virement", "motif du virement", "référence à indiquer", "rappeler la référence",
        "objet du virement", "à rappeler lors du règlement", "à rappeler au paiement", "merci d'indiquer",
        "référence règlement", "référence de règlement",
    ),
    "payment_terms": (
        "conditions de paiement", "condition de paiement", "modalités de paiement", "conditions de règlement",
        "délai de paiement", "modalités de règlement", "conditions", "condition de règlement",
        "termes de paiement", "délai de règlement", "règlement", "paiement", "mode de règlement", "échéances",
        "délai", "modalité de paiement", "modalité de règlement", "mode de paiement", "termes",
        "accord de paiement", "conditions financières", "crédit accordé",
    ),
    "order_reference": (
        "votre commande", "n de commande", "commande n", "bon de commande", "n bon de commande",
        "numéro de commande", "votre référence", "référence commande", "commande", "n commande",
        "votre commande n", "vos références", "votre bon de commande", "réf commande", "no de commande",
        "commande client", "bon de commande n", "votre n de commande", "votre réf", "n de bon de commande",
        "vos réf", "votre numéro de commande", "commande no", "commande réf", "réf de commande", "commande numéro",
        "référence de commande", "bc n", "n bc", "commande du client", "réf de votre commande",
        "référence de votre commande", "votre ordre", "n de votre commande", "ordre d'achat", "ordre d'achat n",
        "votre bon", "votre bc", "demande d'achat", "référence acheteur", "cde n", "n cde", "votre cde",
        "bon de cde",
    ),
    "customer_number": (
        "n client", "numéro client", "code client", "numéro de client", "n de client", "client n",
        "référence client", "no client", "compte client", "réf client", "votre numéro de client", "votre n client",
        "identifiant client", "id client", "votre code client", "client no", "n de compte client",
        "votre n de client", "numéro de compte client", "n compte client", "cpte client", "votre code",
        "réf de client", "matricule client", "code du client", "numéro du client", "n du client", "votre compte",
        "compte tiers", "votre identifiant", "identifiant du client", "votre réf client", "n abonné", "n adhérent",
        "code tiers", "ref client",
    ),
    "email": ("email", "e mail", "mail", "courriel", "mél", "adresse mail"),
    "seller": (
        "vendeur", "fournisseur", "émetteur", "prestataire", "expéditeur", "de la part de", "émis par",
        "facturé par", "de",
    ),
    "buyer": (
        "client", "facturé à", "adresse de facturation", "adresse du client", "acheteur", "destinataire",
        "facturer à", "facture à", "à", "adresse facturation", "adresse client", "à l'attention de", "preneur",
        "nom du client", "facturation", "coordonnées du client", "débiteur",
    ),
    "ship_to": (
        "adresse de livraison", "livraison", "livré à", "lieu de livraison", "destinataire de la livraison",
        "livrer à", "adresse livraison", "livraison à", "expédié à",
    ),
    "name": ("nom", "raison sociale", "société", "dénomination"),
    "account_holder": ("titulaire du compte", "bénéficiaire", "titulaire", "nom du titulaire", "à l'ordre de"),
    "other": (
        "date de commande", "commande du", "tél", "téléphone", "fax", "page", "siret", "siren", "rcs", "ape",
        "naf", "code postal", "n de facture associée", "date de facture associée", "date de début de prestation",
        "date de fin de prestation", "banque", "compte", "bon de livraison", "n bon de livraison",
        "n bon de vente", "n contrat", "contact", "facture liée", "réf marché", "total", "montant", "quantité",
        "contact commercial", "incoterms", "base", "taxe", "date de valeur", "moyen de paiement",
        "n de bon de livraison", "capital", "portable", "mobile", "site web", "site", "suivi par",
        "vendeur contact", "période", "n de série", "devis n", "devis", "facture d'origine", "n facture d'origine",
        "facture initiale", "sur facture n", "annule la facture", "concerne la facture", "n de bon de reception",
        "n bon de reception", "code banque", "numéro de compte", "rib", "net à payer", "total ttc", "total ht",
        "date d'impression", "bon de livraison n", "bl n", "gérant", "directeur", "affaire suivie par",
        "votre contact", "interlocuteur", "commandé le", "montant tva", "taux tva", "taux de tva", "base tva",
        "total tva", "gln", "date de début", "date de fin", "détail tva", "tva acquittée", "tva non applicable",
        "n rcs", "n siret", "montant de la tva", "tva collectée", "article", "désignation", "acompte", "solde",
    ),
}  # fmt: skip
# Words that tell the language of a page.
COMMON: Final = (
    "au aux avec ce cette dans de des du en est et facture la le les merci notre nous ou par pour sont sur un une "
    "votre vous à"
)
