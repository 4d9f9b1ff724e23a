"""French words of the trades."""

from typing import Final

LABELS: Final = """
invoice: Facture | FACTURE | Facture client
credit_note: Avoir | Facture d'avoir | Facture rectificative
invoice_number: Numéro de facture | Facture n° | N° de facture | N° facture | N° de pièce
credit_number: Numéro d'avoir | Avoir n° | N° de pièce
issue_date: Date de facturation | Date d'émission | Date | Date de facture
due_date: Date d'échéance | Échéance | À payer avant le | Date limite de paiement
delivery_date: Date de livraison | Date de la prestation | Livré le
order_reference: Votre commande | N° de commande | Réf. commande | Bon de commande
customer_number: N° client | Numéro de client | Code client | Client
seller_tax_id: N° TVA | TVA intracommunautaire | N° TVA intracom. | N° de TVA
buyer_tax_id: Votre n° TVA | TVA client
net: Total HT | Sous-total HT | Montant HT | Net HT
lines_sum: Articles | Sous-total articles | Produits
tax: TVA | T.V.A.
gross: Total TTC | Montant TTC | Montant total TTC | Total à payer TTC | Total
prepaid: Acomptes versés | Déjà réglé | Mensualités payées | Réglé
payable: Net à payer | Reste à payer | Montant dû | Solde à régler
shipping: Frais de port | Livraison | Port et emballage
iban: IBAN | IBAN :
bic: BIC | SWIFT | BIC/SWIFT
bank: Banque | Domiciliation
payment_reference: Référence de paiement | Communication
terms: Conditions de paiement | Conditions de règlement | Règlement
phone: Tél. | Téléphone
register: RCS Lyon B | SIREN | N° d'entreprise
director: Gérant | Président | Direction
bill_to: Facturé à | Adresse de facturation | Client
ship_to: Livré à | Adresse de livraison
from: Vendeur | Émetteur
order_date: Date de commande | Commandé le
page: Page {page} sur {pages} | Page {page}/{pages} | {page}/{pages}
carried: À reporter | Sous-total à reporter
brought: Report | Report de la page précédente
contact: Votre contact | Interlocuteur | Suivi par
delivery_note: Bon de livraison | BL n° | N° de BL
currency: Devise | Monnaie
supplier_number: Notre n° fournisseur chez vous | N° fournisseur
incoterms: Incoterm | Conditions de livraison
document_number: Référence dossier | Réf. interne
contract_number: N° de contrat | Contrat | N° d'abonnement
account_number: Compte client | N° de compte | Compte
meter_number: N° compteur | Compteur
supply_point: Point de livraison (PDL) | PCE
project: Chantier | Affaire n°
case_number: Nos réf. | N° de dossier
waybill: LTA / connaissement | N° d'expédition
quote: Devis n° | Devis
job: N° d'affaire | Confirmation de commande
line_number: Ligne | N° de mobile
terminal: Terminal | Caisse
receipt: Ticket | Reçu
room: Chambre | N° chambre
seat: Table | Table/Serveur
depot: Entrepôt central | Réception, quai 3
packages: Colis | Nombre de colis
weight: Poids brut
chargeable: Poids taxable
volume: Volume | Cubage
via: Transporteur
fob: Franco
period: Période | Période facturée | Période de facturation
summary: Votre facture en bref | Récapitulatif
details: Détail de la facture | Coûts par service
paid: Payé | Acquittée
copy: Duplicata | Copie
transfer: Paiement par virement | Coordonnées bancaires
from_day: du
to_day: au
old_reading: Ancien index | Index début
new_reading: Nouvel index | Index fin
consumption: Consommation | Conso. kWh
slip.receipt: Récépissé | Talon
slip.part: Section paiement | Titre interbancaire
slip.scan: Scanner pour payer
slip.amount: Montant
slip.payee: Compte / Payable à
slip.reference: Référence
slip.payer: Payable par
arrival: Arrivée
departure: Départ
guest: Voyageur | Nom du client
included: TVA comprise dans le total | Dont TVA
patient: Patient | Nom du patient
opponent: Société Clairval
original: Facture d'origine | Pièce rectifiée
reason: Motif | Motif de l'avoir
open_items: Factures antérieures non réglées | Échéances dépassées sur votre compte
balance: Solde de votre compte | Solde du compte
retention: Retenue de garantie 5 % | Moins retenue de garantie
serial: N/S | N° de série
their_number: Votre réf. article | Votre code article
customs: Nomenclature douanière | Code SH
section.labour: Main-d'œuvre | Pose
section.material: Fournitures | Matériaux
section.compute: Calcul | Serveurs virtuels
section.storage: Stockage | Stockage objet
section.network: Réseau | Transfert de données
section.line_base: Abonnements | Forfaits et locations
section.line_usage: Consommations | Communications
section.line_extra: Autres montants | Options et frais
"""

HEADINGS: Final = """
pos: N° | Lg | #
pos10: Poste | Pos.
item_id: Réf. | Référence | Code article
description: Désignation | Description | Libellé | Prestation
quantity: Qté | Quantité
quantity_unit: Quantité | Qté
unit: Unité | U.
unit_price: P.U. HT | Prix unitaire | PU net | Prix unitaire HT
per_hundred: Prix / par | Prix par U.
net: Montant HT | Total HT | Montant {currency} | Total ({currency})
tax_rate: TVA | Taux TVA | % TVA
letter: TVA | Code
ean: EAN | Gencod
price_inclusive: P.U. TTC | Prix TTC
inclusive: Montant TTC | Total TTC
with_tax: TTC | Montant TTC
listed: Tarif | Prix tarif
discount: Rem. 1 | R1 %
second_discount: Rem. 2 | R2 %
date: Date | Jour
fee_number: Code | Acte
factor: Coef.
foreign: Montant USD | USD
rate: Taux | TVA %
base: Base HT | HT
tax: TVA | Montant TVA
"""

SENTENCES: Final = """
terms: Paiement à {days} jours date de facture | {days} jours net | Règlement à {days} jours, sans escompte.
    | Payable sous {days} jours
discount: {percent} % d'escompte sous {early} jours, {days} jours net
    | Escompte {percent} % à {early} jours, sinon {days} jours net.
due: Merci de régler cette facture avant le {date}. | Facture payable le {date}.
    | Paiement attendu au plus tard le {date}.
quote: Merci d'indiquer {reference} lors de votre paiement. | Référence à rappeler sur votre virement : {reference}
tax_row: {tax} {rate} | {tax} ({rate}) | {tax} à {rate}
tax_on: {tax} {rate} sur {base} | {tax} à {rate} (base {base})
deposit: Les consignes sont remboursées au retour des casiers complets.
exchange: Montants en USD convertis au cours de 1 {currency} = {rate} USD du {date}.
freight_exempt: Lignes à 0% : transport international exonéré, art. 262 du CGI.
conditions: Nos prestations sont régies par les conditions générales des organisateurs de transport. Responsabilité
    limitée à 8,33 DTS par kg.
thanks: Merci de votre confiance ! | Merci de votre visite et à bientôt
check: Chèques à l'ordre de {name}
headline: {amount} à payer le {date} | {amount} dus le {date}
online: Payez en ligne avec le lien de notre courriel, ou par virement ci-dessous.
card: {amount} débités le {date} sur votre carte Visa se terminant par {digits}.
billing: Cette facture couvre la période du {start} au {end} | Période de facturation : {start} - {end}
total_due: MONTANT TOTAL DÛ LE {date} | Total à régler avant le {date}
later: L'usage relevé en retard est porté sur la facture suivante. Le détail figure aux pages suivantes.
debit: La somme de {amount} sera prélevée sur votre compte le {date}.
mandate: Prélèvement SEPA, référence du mandat {number}, ICS FR12ZZZ123456
instalments: Vous avez payé {count} mensualités de {amount} chacune.
next_instalment: Votre nouvelle mensualité est de {amount}, à compter du {date}.
one_line: {title} n° {number} du {date} | {title} {number} du {date}
stay: Nous vous remercions de votre séjour. La taxe de séjour est reversée à la commune sans TVA.
till_card: Carte bancaire {amount}
wallet: {amount} payés par carte le {date}. Il ne reste rien à régler.
    | Mode de paiement : PayPal, {amount} reçus le {date}.
returns: Vous pouvez retourner les articles sous 30 jours. Conservez cette facture pour votre garantie de 2 ans.
titled: {title} {number} | {title} n° {number}
greeting: Madame, Monsieur, | Bonjour,
intro: nous vous remercions de votre commande et de votre confiance. Veuillez trouver ci-dessous le détail de nos
    prestations :
pay_by: Merci de virer {amount} avant le {date} sur le compte ci-dessous.
    | La somme de {amount} est à régler avant le {date}.
regards: Cordialement | Veuillez agréer nos salutations distinguées
place: {city}, le {date}
work: Pour « {work} », achevé le mois dernier comme convenu, je vous facture des honoraires de {net} plus {name}
    {rate} ({tax}), soit au total {gross}.
work_untaxed: Pour « {work} », achevé le mois dernier comme convenu, je vous facture des honoraires de {net} ; le
    total est de {gross}.
within: sous {days} jours
transfer: Merci de virer cette somme {within} sur mon compte {iban}, BIC {bic}.
section_sum: Total {name} | Sous-total {name}
master: Artisan menuisier, couverture, rénovation - depuis 1987
site: rénovation de la cage d'escalier, aile est
labour_share: Dont main-d'œuvre TTC : {amount}
keep: Assurance décennale n° 4477 120, couverture France métropolitaine.
fees: Pour les actes médicaux suivants, selon la nomenclature :
medical: TVA non applicable, article 261-4-1° du CGI.
acted: Dans le dossier ci-dessus, nos honoraires s'établissent comme suit :
original: N° {number} du {date} d'un montant de {amount}
returned: retour de marchandise, défectueuse à l'arrivée
credited: Le montant sera porté au crédit de votre compte et déduit de votre prochain règlement.
overdue: Si votre règlement a croisé ce courrier, veuillez ne pas tenir compte de la liste ci-dessus.
reverse: Autoliquidation par le preneur. | Autoliquidation, article 283-2 du CGI.
exempt: TVA non applicable, art. 293 B du CGI. | Opération exonérée de TVA.
"""

GOODS: Final = """
parts: Vis hexagonale M10x40 zinguée=PCE | Roulement à billes 6204-2RS=PCE | Joint NBR 70=PCE
    | Flexible hydraulique DN12=M | Borne de passage 2,5 mm²=PCE | Huile de coupe fût=KG
food: Riz basmati 10 kg=sac | Tomates pelées 6x2,5 kg=carton | Huile de tournesol 10 l=bidon
    | Beurre doux 20x250 g=carton | Penne 5 kg=sac | Café moulu 8x500 g=carton | Farine de blé 25 kg=sac
drinks: Eau plate 12x0,75 l=casier | Bière blonde 24x0,33 l=casier | Jus de pomme 6x1 l=casier
    | Tonic 24x0,2 l=casier | Vin rouge maison 6x0,75 l=carton | Cola 24x0,33 l=casier
deposit: Consigne casier=casier | Consigne bouteille 0,33=bout. | Palette Europe=pce
haulage: Pré-acheminement=trajet | Dédouanement import=décl. | Manutention terminal=cont. | Frais de dossier=jeu
    | Magasinage 4 jours=jour
haulage_abroad: Fret maritime Shanghai - Le Havre=cont. | Surcharge carburant=cont. | Assurance transport=pol.
    | Fret aérien JFK - CDG=kg
office: Armoire à dossiers 4 tiroirs=u. | Papier laser A4 80 g=carton | Tableau blanc 120 x 90=u.
    | Souris ergonomique=u. | Chaise visiteur bleue=u. | Imprimante d'étiquettes=u.
services: Conduite de projet=h | Atelier sur site=jour | Analyse et rapport=forf.! | Frais de déplacement=forf.!
    | Séance de coaching=h
software: Forfait Équipe=poste | Licences Business=util. | Assistance prioritaire=mois
    | Appels API, lot de 10 000=lot | Stockage 100 Go=lot
compute: Serveur m5.large Linux, à l'heure=h | Serveur t3.small, à l'heure=h | Requêtes de fonction, par million=M
    | Heures de conteneur=h
storage: Stockage standard, 50 premiers To=Go-mois | Instantanés=Go-mois | Requêtes PUT et COPY, par 1 000=K
    | Archive froide=Go-mois
network: Transfert sortant, 40 To suivants=Go | Heures d'équilibreur=h | Adresse IPv4 publique=h
line_base: Business Illimité 20 Go=SIM | Abonnement fibre 500=ligne | Location routeur=app.
line_usage: Appels vers mobiles=min | Données itinérance zone 2=Mo | SMS envoyés=SMS | Appels vers 08=min
    | Appels internationaux=min
line_extra: Annuaire premium=mois | Facture papier=u. | Frais de retard=u.
hosting: Serveur virtuel S2=mois | Domaine exemple-boutique.fr=an | Sauvegarde 250 Go=mois
    | Pack 25 boîtes mail=mois | Certificat SSL=an
energy: Consommation heures pleines=kWh | Consommation heures creuses=kWh | Acheminement=kWh
energy_base: Abonnement=jours | Comptage=an!
town: Eau potable=m³ | Assainissement=m³ | Bac ordures 120 l=bac | Balayage, mètre de façade=m
town_more: Camion avec chauffeur=h | Pesée pont-bascule=u. | Location salle des fêtes=jour
hotel: Chambre double, nuitée seule=nuit | Chambre simple supérieure=nuit
hotel_more: Petit déjeuner buffet=pers. | Minibar=u. | Parking=jour | Dîner restaurant=pers.
hotel_free: Taxe de séjour=pers.
menu: Soupe du jour | Bar grillé | Steak frites | Tarte Tatin | Salade César | Burger Deluxe
menu_drinks: Eau gazeuse 0,7 | Verre Merlot | Espresso | Bière pression 0,5 | Limonade maison
shop: Casque Bluetooth noir | Chargeur USB-C 65 W | Lampe de bureau Aurora | Gourde acier 750 ml | Coque transparente
shop_books: Poche « La longue côte » | Livre de cuisine « Une cocotte » | Atlas routier Europe
writing: Traduction du rapport annuel | Textes de la brochure d'automne | Photographies de la nouvelle usine
labour: Chef d'équipe=h | Menuisier=h | Apprenti=h | Déplacement et installation=forf.!
material: Plaque de plâtre 12,5 mm=m² | Tasseaux épicéa 40/60=m | Visserie et fixations=forf.!
    | Laine minérale 160 mm=m² | Primaire=l
treatment: Consultation approfondie | Examen clinique complet | Échographie abdominale | Prise de sang veineuse
    | ECG de repos | Courrier au médecin traitant
counsel: Honoraires de procédure | Audience de plaidoirie | Rédaction d'un contrat
    | Frais de poste et téléphone, forfait
counsel_free: Frais de greffe avancés | Extrait du cadastre
cleaning: Nettoyage bureaux, mensuel=mois! | Vitrerie 3 étages=interv. | Shampouinage moquette=m² | Consommables=forf.!
"""
