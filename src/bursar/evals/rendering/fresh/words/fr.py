"""French words of the fresh pages."""

from typing import Final

LABELS: Final = """
invoice: Facture | Facture de solde | Note | Facture client
credit_note: Facture d'avoir | Avoir | Note d'avoir
invoice_number: Pièce n° | Notre facture | Réf. facture | Facture réf. | N° de pièce
credit_number: Pièce n° | Avoir réf. | Notre avoir
issue_date: Émise le | Établie le | Fait le | En date du | Date d'établissement
due_date: À payer le | À régler pour le | Échéance au | Règlement le
delivery_date: Prestation du | Réalisé le | Livré le | Date d'exécution
order_reference: Votre commande | Bon de commande | Réf. commande client | Cde client
customer_number: Réf. client | Compte tiers | Votre n° de client | Dossier client
seller_tax_id: Assujetti TVA | N° TVA | Identifiant TVA | TVA intra.
buyer_tax_id: Votre n° TVA | TVA du client | Identifiant TVA du preneur
net: Montant hors taxes | Sous-total HT | Base HT | Total hors TVA
lines_sum: Somme des lignes | Total des postes
shipping: Aller et retour | Transport | Acheminement
tax: TVA | T.V.A.
tax_sum: TVA totale | Montant de TVA
gross: Montant TTC | Total taxes comprises | Total facture TTC | Somme TTC
payable: Solde dû | Reste à régler | À verser | Solde à payer
iban: IBAN | Compte IBAN | N° IBAN
bic: Code BIC | BIC-SWIFT | BIC
bank: Établissement | Domiciliation | Banque
payment_reference: Référence à rappeler | Mention du virement | À rappeler
terms: Règlement | Délai convenu | Mode et délai
phone: Téléphone | Tél | Ligne directe
register: RCS | Siret | Reg. commerce
bill_to: Adressée à | Client | Facturer à
from: Émetteur | Prestataire
order_date: Commandé le | Commande du
delivery_note: BL | Bon n°
contact: Suivi par | Dossier suivi par | Votre conseiller
person: Élève | Stagiaire
attention: À l'att. de | Aux soins de
period: Période du | Pour la période | Période facturée
currency: Devise | Montants en
page: Feuillet {page} sur {pages} | Page {page} sur {pages} | p. {page}/{pages}
licence: Clé de licence | Clé du produit | Clé
file: Notre dossier | N/réf.
job: Ordre de fabrication | Travail n°
contract: Réf. contrat | Contrat | N° de contrat
meter: Compteur | Compteur n°
supply_point: Point de livraison | PDL
event: Événement | Réservation
course: Groupe | Classe
site: Chantier | Dépôt
tour: Tournée | Tournée / arrêt
registry: Agrément | Déclaration d'activité
section.fees: Honoraires | Temps passé
section.expenses: Débours | Frais refacturés
"""

HEADINGS: Final = """
pos: Lg | Poste
item_id: Code | Pièce | Code article | Réf. produit
description: Nature | Prestation fournie | Objet | Détail des travaux | Intitulé
quantity: Nb | Nombre | Nbre | Unités
unit: Un. | Mesure
unit_price: Prix HT | Taux | Prix de l'unité | PU hors taxe
net: Valeur HT | Somme HT | Prix total HT | Montant
tax_rate: TVA % | Taux TVA % | Tx TVA
with_unit: Volume | Nombre | Quantité
per_thousand: Le mille | Prix le mille
discount: Rem. % | % remise
day: Le | Jour
from_day: Du | Début | Départ
to_day: Au | Fin | Retour
rate: Taux | TVA à
base: Base HT | Assiette
tax: TVA due | Taxe
"""

SENTENCES: Final = """
greeting: Madame, Monsieur, | Cher client,
opening: Veuillez trouver ci-dessous le décompte de nos interventions. | Comme convenu, nous vous facturons ce qui suit.
closing: Sincères salutations | Bien cordialement
thanks: Ce fut un plaisir de travailler avec vous. | Merci de votre confiance.
terms: Règlement à {days} jours | {days} jours à compter de ce jour | Paiement sous {days} jours, sans escompte.
terms_date: {days} jours, soit le {date} au plus tard | Paiement à {days} jours : merci de régler avant le {date}.
early: Escompte de {percent} % sous {early} jours, sinon {days} jours nets
    | {percent} % à déduire pour tout paiement sous {early} jours ; à défaut, {days} jours.
due: Merci de nous faire parvenir {amount} avant le {date}. | La somme de {amount} est attendue pour le {date}.
transfer: Nous vous prions de virer {amount} avant le {date} sur le compte {iban} (BIC {bic}) de {holder}, mention
    {reference}.
    | Merci de virer {amount} pour le {date} au compte {iban}, BIC {bic}, au nom de {holder}, référence {reference}.
tax_at: {tax} à {rate} | {tax} ({rate}) | Plus {tax} {rate}
tax_of: {tax} à {rate} sur {base} | {tax} {rate} de {base}
paid_on: Acompte du {date} | Arrhes reçues le {date}
instalments: Mensualités versées au {date} | Moins vos mensualités au {date}
withheld: Retenue de garantie {percent} | Moins retenue de garantie {percent}
corrects: Le présent avoir porte sur notre pièce {number} du {date}. | Annule et corrige la pièce {number} du {date}.
titled: {title} {number} | {title} n° {number}
late: Tout retard entraîne des pénalités au taux de la BCE majoré de 10 points et une indemnité forfaitaire de 40 €.
    | Pas d'escompte pour paiement anticipé. Indemnité pour frais de recouvrement : 40 €.
property: Les biens restent notre propriété jusqu'au paiement du prix. | Réserve de propriété : loi du 12 mai 1980.
paid_by_transfer: Par virement sur le compte : | Merci de payer par virement :
slip: Avis de règlement | Coupon de paiement
slip_how: Merci de joindre ce coupon à votre règlement. | À détacher et à envoyer à notre comptabilité.
valid: Valable du {start} au {end} | Utilisable du {start} au {end}
software: Les clés envoyées ne sont pas reprises. | Les conditions de l'éditeur s'appliquent.
used: Vous avez consommé {amount} kWh sur la période. | Votre consommation : {amount} kWh
change: Votre mensualité reste la même. Transmettez-nous vos relevés à tout moment.
    | Vous déménagez ? Prévenez-nous deux semaines avant.
cleaned: Pour le nettoyage de vos locaux, période {period} : | Nettoyage effectué, {period} :
hours: Total des heures : {hours} | Soit {hours} heures
reverse: TVA due par le preneur (autoliquidation). | Autoliquidation : la taxe est à payer par le client.
exempt: Enseignement exonéré de TVA. | Sans TVA : enseignement exonéré.
"""

PARTIES: Final = """
trades: Associés | Ateliers | Location | Imprimerie | École | Pièces | Événements | Énergies
streets: 3 cour des Tanneurs | 61 rue du Canal | 2 quai du Vieux-Grenier | 118 avenue Victoria | ZA Est, lot 9
details: couché 135 g, 4/4 couleurs | offset 90 g, 1/1 | carte 300 g, recto | en paquets de 100
"""

GOODS: Final = """
accounting: Tenue des comptes=h | Préparation du bilan=h | Bulletins de paie=h | Déclaration de TVA=h
    | Conseil sur un véhicule=h
technical: Contrôle de l'ascenseur=visite | Étalonnage de balances=pce | Entretien de la chaudière=visite
    | Mise à jour de l'automate=h | Dépannage de nuit=visite | Certificat gaz=pce
fees: Conception et direction=jours | Rédaction=h | Plan média=jours | Photographie sur place=jours
    | Conduite de projet=h
expenses: Tirage d'affiches=forfait | Trajets en train=trajet | Droits d'images=pce | Coursier=trajet
design: Identité : signe, couleurs et caractères | Site, dessin de neuf gabarits | Rapport annuel, 64 pages
    | Signalétique de deux étages | Emballage d'une gamme de thés
freelance: Article, 1200 mots=pce | Relecture d'un manuscrit=h | Séance de portraits=jours
    | Atelier pour rédacteurs=jours
courses: Espagnol A2, le soir=semaines | Préparation à l'examen, petit groupe=semaines
    | Conversation individuelle=leçons | Anglais des affaires B1=semaines | Cours d'été pour adolescents=semaines
craft: Portail forgé, galvanisé=pce | Main courante inox=m | Réparation de volet=h | Pose sur place=h
    | Tôle sur mesure=pce
craft_low: Appui de fenêtre, rénovation=m | Isolation d'un logement=m² | Remplacement d'une porte=pce
supplies: Tablier imprimé=pce | Bocal avec couvercle=carton | Étiquettes en rouleau=rlx | Sachets kraft=carton
    | Plaque perforée=pce | Rond à gâteau=paquet
spare: Joint de vilebrequin avant=PCE | Courroie striée=PCE | Roulement de moyeu=PCE | Filtre d'habitacle=PCE
    | Relais 12 V=PCE | Silentbloc de bras=PCE | Pochette de joints=JEU | Câble de capot=PCE | Écrou M10=SAC
    | Sonde de liquide=PCE
print: Tracts A5, recto verso=feuilles | Dépliants, six volets=ex. | Têtes de lettre=feuilles | Affiches A2=ex.
    | Enveloppes C5 à fenêtre=ex.
print_books: Programme piqué=ex. | Brochure, dos collé=ex.
machines: Mini-pelle 1,8 t=jours | Nacelle à ciseaux 8 m=jours | Plaque vibrante 90 kg=jours | Groupe 20 kVA=jours
    | Dumper de chantier=jours
facility: Essuie-mains, deux plis=carton | Cartouche de savon=pce | Tapis d'entrée, lavé=pce | Parfum, recharge=pce
    | Entretien des sanitaires=mois | Boîte à aiguilles=pce
licences: Suite de dessin, par poste, 1 an=pce | Protection de poste=pce | Sauvegarde de serveurs=pce
    | Bureautique, entreprise=pce | Assistance à distance=pce
energy: Électricité, heures pleines=kWh | Électricité, heures creuses=kWh
energy_base: Abonnement=jours | Comptage=jours
cleaning: Bureaux, premier étage=h | Escalier et entrée=h | Vitres, extérieur=h | Cuisine, à fond=h
    | Sol, à la machine=h
event: Salle, journée=jour | Son et lumière=lot | Scène 6 x 4 m=pce | Animation bilingue=h | Chaises pliantes=pce
event_food: Buffet, par convive=convives | Café et viennoiseries=convives
"""
