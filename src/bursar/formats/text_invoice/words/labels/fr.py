"""French: the phrases that name values, by what they name."""

from __future__ import annotations

from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "invoice": (
        "facture finale", "facture intermédiaire", "facture définitive",
        "facture client",
        "facture", "facture commerciale", "facture d'acompte", "facture de solde", "facture de vente",
        "note d'honoraires",
    ),
    "credit_note": (
        "note d'avoir", "avoir sur facture",
        "avoir", "facture d'avoir", "note de crédit", "facture rectificative", "note de credit",
    ),
    "self_billed": ("autofacturation", "facture autofacturée"),
    "invoice_number": (
        "notre facture", "notre avoir", "réf de facture",
        (
            "(n|réf|référence|code|identifiant|id) (de|de la|de l|d|) (facture|fact|avoir|note de crédit|"
            "note d honoraires|facture d avoir)"
        ),
        (
            "(notre|) (facture|fact|avoir|note de crédit|note d honoraires|facture d avoir) (n|réf|référence|n de|"
            "réf n|id|portant le n)"
        ),
        "(n|référence|réf) (de|de la|du|) (pièce|document)",
        "réf facture n",
    ),
    "document_number": (
        "numéro", "n", "no", "document n", "référence", "nos références", "notre référence", "pièce n",
        "numéro de pièce",
    ),
    "issue_date": (
        "émise le", "établie le", "en date du", "date d'établissement", "rédigée le", "éditée",
        (
            "date (de|de la|d|du|de l|) (facture|fact|facturation|émission|édition|établissement|avoir|document|"
            "pièce|note de crédit|création|délivrance)"
        ),
        (
            "(facture|avoir|document|note de crédit|) (émise|émis|établie|établi|éditée|édité|datée|daté|dressée|"
            "créée|rédigée) (le|du)"
        ),
        "(facture|avoir|note de crédit) (du|en date du|datée du)",
        "facturé le", "fait le", "émission",
    ),
    "date": ("date", "le", "du", "en date du"),
    "due_date": (
        "à payer le", "à régler pour le", "échéance au", "règlement le", "à payer pour le", "paiement le",
        "à solder le", "virement le",
        "(dû|due|dus) (le|au|avant le)", "montant (total|) (dû|à payer|à régler) (le|au|avant le)",
        "(date|) (limite|butoir) (de|du|pour le|) (paiement|règlement)",
        "date (d|) (échéance|exigibilité)",
        "date (de|du|) (paiement|règlement|prélèvement|virement)",
        (
            "échéance (le|du|au|de paiement|du paiement|de règlement|du règlement|de la facture|facture|règlement|"
            "paiement)"
        ),
        (
            "(à|) (payer|régler|solder|acquitter|virer|honorer|payable|règlement|paiement|exigible|virement) (avant|"
            "avant le|le|pour le|au plus tard|au plus tard le|jusqu au|attendu le|dû le|dû au)"
        ),
        "(prélèvement|prélevé|prélevée|sera prélevé|sera prélevée) (le|au|à partir du|à compter du)",
        "paiement à échéance du", "échéance", "à échéance du", "au plus tard le", "avant le", "date butoir",
        "date limite", "date de paiement prévue", "règlement à", "dernier délai", "dernier délai de paiement",
        "date de règlement prévue", "avant",
    ),
    "delivery_date": (
        "prestation du", "réalisé le", "livré le", "exécuté le", "date d'exécution", "terminé le", "effectué le",
        "travaux du",
        (
            "date (de|de la|d|des|du|de l|de fin de|) (livraison|prestation|prestations|exécution|réalisation|"
            "service|fourniture|expédition|vente|opération|intervention|travaux|achèvement|remise)"
        ),
        (
            "(livrée|livré|livrés|livrées|fournie|fourni|exécutée|exécuté|réalisée|réalisé|effectuée|effectué|"
            "expédiée|expédié|prestation effectuée|prestation réalisée|travaux réalisés|travaux effectués) le"
        ),
        "(livraison|prestation|intervention) (du|le)",
        "remis le", "date de départ", "achevé le",
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
        "(n|) tva (du|de l|) (preneur|acquéreur|acheteur|destinataire)",
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
        "référence à rappeler", "mention du virement", "mention à porter", "libellé à indiquer",
        "à rappeler au virement", "communication", "référence de règlement",
        (
            "(référence|réf|motif|libellé|objet|code) (de|du|de votre|de la|pour le|) (paiement|virement|règlement|"
            "créancier|qr)"
        ),
        (
            "(référence|réf|n) à (rappeler|indiquer|mentionner|reporter) (lors du paiement|lors du règlement|"
            "lors du virement|sur le virement|)"
        ),
        (
            "à (rappeler|indiquer|mentionner) (lors du|lors de votre|au|sur votre|avec votre|pour tout) (paiement|"
            "règlement|virement)"
        ),
        (
            "(merci de|veuillez|prière de|) (rappeler|indiquer|mentionner|reporter) (la référence|cette référence|"
            "la réf|le n|le n de facture|en communication|comme référence)"
        ),
        "communication (structurée|libre|)",
        "référence avis de paiement", "à rappeler", "merci d'indiquer",
    ),
    "payment_terms": (
        "délai convenu", "mode et délai", "conditions convenues", "échéance et mode de règlement",
        "(nos|vos|) (conditions|condition|modalités|modalité|délai|délais|mode|termes) (de|du|) (paiement|règlement)",
        "conditions", "règlement", "paiement", "échéances", "délai", "termes", "accord de paiement",
        "conditions financières", "crédit accordé",
    ),
    "order_reference": (
        "réf commande client", "cde client", "commande client", "selon commande", "selon votre commande",
        "votre commande n",
        "(votre|) (n|réf|référence) (de|du|de la|de votre|) (commande|cde|bon de commande|bc|commande client)",
        "(votre|vos|) (commande|cde|bon de commande|bon de cde|bc) (n|réf|référence|client|client n)",
        "(n|référence|réf) (d|de l|) engagement",
        "engagement (n|juridique|juridique n)",
        "votre commande", "bon de commande", "votre référence", "commande", "vos références",
        "votre bon de commande", "votre réf", "vos réf", "commande du client", "votre ordre", "ordre d'achat",
        "ordre d'achat n", "votre bon", "votre bc", "demande d'achat", "référence acheteur", "votre cde",
        "bon de cde",
    ),
    "customer_number": (
        "réf client", "compte tiers", "votre n de client", "dossier client", "client n",
        "(réf|référence|code) (du|) compte",
        (
            "(votre|vos|) (n|code|réf|référence|identifiant|id|matricule|compte|cpte|n compte|n de compte|"
            "n cpte) (de|du|d|de l|) (client|abonné|adhérent|tiers|débiteur|acheteur|usager)"
        ),
        "(compte|) client (n|réf|id|code)",
        "n de compte de facturation",
        "compte de facturation",
        "votre code", "votre compte", "votre identifiant",
    ),
    "account": ("compte",),
    "email": ("email", "e mail", "mail", "courriel", "mél", "adresse mail"),
    "seller": (
        "vendeur", "fournisseur", "émetteur", "prestataire", "expéditeur", "de la part de", "émis par",
        "facturé par", "de",
    ),
    "buyer": (
        "(destinataire|coordonnées|adresse) (de|de la|) (facturation|facture)",
        "adressé à", "adressée à",
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
    "subject": ("objet", "concerne"),
    "other": (
        "travail n", "dossier suivi par", "n de contrat", "contrat n", "point de livraison", "compteur", "séjour",
        "chantier", "affaire", "tournée", "n de compteur",
        "confirmation de commande", "confirmation de commande n",
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
