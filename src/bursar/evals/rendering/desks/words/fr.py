"""French words of the desks."""

from typing import Final

LABELS: Final = """
invoice: Facture | FACTURE | Facture de vente
credit_note: Avoir | AVOIR | Facture d'avoir
invoice_number: Facture n° | N° de facture | Numéro de facture | N° facture
credit_number: Avoir n° | N° d'avoir | Numéro d'avoir
issue_date: Date de facture | Date | Date de facturation | Date d'émission
due_date: Date d'échéance | Échéance | Échéance le | À régler avant le
delivery_date: Date de livraison | Date de prestation | Livré le
order_reference: Votre commande | N° de commande | Votre réf. commande | Bon de commande n°
customer_number: N° client | Code client | Numéro client | Compte client
seller_tax_id: N° TVA intracommunautaire | N° TVA | TVA intracom. | Identifiant TVA
buyer_tax_id: Votre n° TVA | N° TVA client | TVA intracom. client
net: Total HT | Montant HT | Total net HT | Sous-total HT
lines_sum: Total marchandises HT | Total lignes HT | Total brut HT
allowance: Remise | Remise globale
shipping: Port | Frais de port | Frais de transport
tax: TVA
tax_sum: Total TVA | Montant TVA | TVA
gross: Total TTC | Montant TTC | Total facture TTC | Montant total TTC
prepaid: Acompte versé | Acomptes | Déjà réglé
payable: Net à payer | Reste à payer | Solde à payer | Montant à régler
iban: IBAN
bic: BIC | Code BIC | BIC/SWIFT
bank: Banque | Domiciliation
terms: Conditions de règlement | Conditions de paiement | Règlement
payment_reference: Référence de paiement | Référence à rappeler | Réf. paiement
phone: Tél. | Tél | Téléphone
email: E-mail | Courriel | Mail
web: Site | Web
register: RCS | SIREN | R.C.S.
director: Gérant | Président | Directeur général | Représentant légal
contact: Votre contact | Votre interlocuteur | Suivi par | Votre conseiller
bill_to: Adresse de facturation | Facturé à | Facturer à | Client facturé
ship_to: Adresse de livraison | Livré à
sold_by: Vendu par
delivery_note: Bon de livraison | N° BL | BL n°
currency: Devise
page: Page {page} sur {pages} | Page {page}/{pages} | Page : {page}/{pages}
carried: À reporter | Report
brought: Report
period: Période de facturation | Période
order_date: Date de commande
subtotal: Sous-total | Total
x01.number_and_date: N° facture/Date | Numéro/Date
x01.credit_and_date: N° avoir/Date | Numéro/Date
x01.order_and_date: N° commande/Date | Votre commande/Date
x01.note_and_date: N° BL/Date | Livraison/Date
x01.net: Total postes | Total net HT | Valeur nette
x01.gross: Montant total | Montant final TTC
x03.issue_date: Date facture | Date
x03.order_reference: Réf. commande | Votre commande
x03.customer_number: Code client | Compte
x03.lines_sum: Total marchandises | Total brut HT
x03.shipping: Port HT | Frais de port
x03.net: Total net HT | Total HT
x03.tax_sum: Total TVA | Montant TVA
x03.gross: Total TTC
x04.invoice: Facture
x04.order_reference: Référence
x04.net: Sous-total
x04.gross: TOTAL | Total TTC
x04.payable: Montant dû
x05.invoice: Facture
x05.invoice_number: Numéro de facture
x05.issue_date: Date d'émission
x05.due_date: Date d'échéance
x05.net: Sous-total | Total hors taxes
x05.gross: Total
x05.payable: Montant dû
x06.invoice: Votre facture | Facture
x06.invoice_number: N° de facture | Facture n°
x06.issue_date: Date de facture | Facture du
x06.net: Total hors taxes | Total HT
x06.gross: Montant à payer TTC | Total de la facture TTC
x07.invoice: Facture d'électricité | Votre facture d'électricité
x07.invoice_number: Facture n° | N° de facture
x07.issue_date: Date de la facture | Facture du
x07.net: Total hors TVA | Total HT
x07.gross: Total TTC de la période | Montant total TTC
x07.prepaid: Mensualités déjà versées | Acomptes déjà payés
x07.payable: Solde à payer | Reste à payer
x07.site: Lieu de consommation | Adresse de consommation
x08.invoice: Facture | Note
x08.invoice_number: Facture n° | N° facture
x08.gross: Total TTC | Total
x08.prepaid: Carte bancaire | Visa | Réglé par CB
x08.payable: Solde | Reste dû
x11.invoice: Note d'honoraires | Facture d'honoraires | Facture
x11.invoice_number: Facture n° | Note n° | N° de facture
x11.net: Total honoraires et frais HT | Total HT
x11.prepaid: Provision versée | À déduire provision
x11.period: Période des prestations
x12.period: Période de mission | Semaines travaillées
x13.prepaid: Acompte reçu | Acompte à déduire
x13.payable: Reste à payer | Net à payer
x13.delivery_date: Date des travaux | Travaux terminés le
x15.gross: Total avoir TTC | Montant de l'avoir TTC | Net à votre crédit
x15.ship_to: Retour de | Adresse d'enlèvement
x16.invoice: Facture
x16.bill_to: Adresse de facturation
x16.ship_to: Adresse de livraison
x16.order_reference: N° de la commande | Commande n°
x16.delivery_date: Date d'expédition | Date de livraison
x16.shipping: Frais de livraison | Livraison | Frais de port
x16.gross: Total TTC | Total de la facture
x16.payable: Total à payer
sales_order: N° commande client | Notre référence
incoterm: Conditions de livraison | Incoterm
meter: N° de compteur | Compteur n°
supply_point: PDL | Point de livraison
contract: Compte de contrat | N° de contrat
billing_account: Compte de facturation | Compte
line_number: N° de ligne | N° d'appel
room: Chambre | N° de chambre
guest_folio: Réservation | N° de séjour
matter: N/Réf. | Dossier n°
subject: Objet | Affaire
depot: Agence | Code agence
fleet: Contrat-cadre | N° de parc
return_note: Retour n° | N° de retour
insertion: Ordre d'insertion | N° d'ordre
job_sheet: Chantier n° | Devis n°
mandate: Référence du mandat | RUM
creditor: ICS | Identifiant créancier
site: Chantier | Adresse du chantier
advertiser: Annonceur
medium: Support | Titre
published: Date de parution
advice: AVIS DE PAIEMENT
advice_to: À :
enclosed: Montant réglé
customer: Client
arrival: Arrivée | Date d'arrivée
departure: Départ | Date de départ
guest: Client | Nom du client
details: Détail de votre facture | Détail de vos consommations
help: Une question ?
hours_sum: Total heures
readings: Relevé de compteur | Vos index
old: Ancien index
new: Nouvel index
used: Consommation kWh
costs: Détail de votre facture | Calcul de votre facture
sku: Réf. | Référence
about_order: Informations sur la commande | Détails de la commande
payment_method: Mode de paiement
section.plan: Abonnements et forfaits
section.calls: Consommations
section.once: Frais ponctuels
section.advice: Honoraires au temps passé
section.expenses: Frais et débours
section.labour: Main-d'œuvre
section.material: Fournitures
"""

HEADINGS: Final = """
pos: N° | Pos. | Ligne
pos_ten: Poste
item_id: Référence | Code article | Réf. | Article
description: Désignation | Description | Libellé
quantity: Qté | Quantité
hours: Heures | Nb h
unit: Unité | U.
with_unit: Quantité | Qté
unit_price: P.U. HT | Prix unitaire HT | Prix unit. | PU HT
discount: Remise % | Rem. %
tax_rate: TVA | % TVA
bare_rate: TVA % | Taux TVA
net: Montant HT | Total HT | Montant
signed_net: Montant | Total HT
when: Date
night: Date
week: Sem. | Sem
worker: Intérimaire | Nom
driver: Conducteur
initials: Int. | Avocat
tracking: N° de colis | N° d'expédition
weight: Poids kg | kg
town: Destination
plate: Immatr. | Immatriculation
contract: Contrat | N° contrat
edition: Parution | Numéro
code: Code
rate: Taux TVA | Taux
base: Base HT | Montant HT
tax: Montant TVA | TVA
with_tax: Total TTC | TTC
x04.hours: Quantité
x05.tax_rate: Taxe
x08.description: Prestation | Désignation
x08.unit_price: Prix unit. TTC | P.U. TTC
x08.net: Montant TTC | Total TTC
x11.description: Diligences | Prestation
x11.unit_price: Taux horaire | Taux
x12.unit_price: Taux facturé | Prix unitaire
x13.hours: Qté | Quantité
x14.description: Annonce | Format et emplacement
x14.quantity: Nb | Qté
x14.unit_price: Prix tarif HT | Tarif brut
x14.net: Net HT | Montant net
x16.unit_price: Prix unitaire (TTC)
x16.signed_net: Total (TTC) | Sous-total (TTC)
"""

SENTENCES: Final = """
attention: À l'attention de {person} | Service comptabilité, {person}
tax_at: {tax} {rate} | {tax} à {rate} | Montant {tax} {rate}
tax_of: {tax} {rate} sur {base} | {tax} à {rate} sur {base} | {tax} ({rate} de {base})
terms: Paiement à {days} jours date de facture. | {days} jours net | Règlement par virement à {days} jours.
    | Payable à {days} jours à compter de la date de facture.
terms_date: Règlement à {days} jours, soit le {date}. | Paiement par virement à {days} jours, au plus tard le {date}.
early: Escompte de {percent} % pour paiement sous {early} jours, sinon {days} jours net.
    | {percent} % d'escompte à {early} jours, net à {days} jours
greeting: Madame, Monsieur,
opening: Nous vous remercions de votre confiance et vous facturons comme suit :
    | Veuillez trouver ci-dessous le détail de nos prestations :
closing: Nous vous remercions de votre confiance. | Veuillez agréer nos salutations distinguées.
title_kept: Les marchandises restent notre propriété jusqu'au paiement intégral du prix.
    | Pénalités de retard : 3 fois le taux d'intérêt légal. Indemnité forfaitaire de recouvrement : 40 €.
property: L'avoir est imputé sur la plus ancienne facture ouverte de votre compte.
motto: Plomberie · Chauffage · Sanitaire | Électricité générale depuis 1986
labour: Dont main-d'œuvre : {amount} HT. | La main-d'œuvre représente {amount} HT.
corrects: Avoir sur notre facture n° {number} du {date}. | Cet avoir concerne la facture {number} du {date}.
settled: Ce montant sera porté au crédit de votre compte. | Ce montant sera déduit de votre prochaine facture.
transfer: Merci de régler par virement à : {bank} | Règlement par virement bancaire : {bank}
headline: {amount} à payer avant le {date} | {amount} dus le {date}
online: Payer en ligne
case: Cession d'actions, site logistique | Bail de bureaux | Droit social, conseil courant
services: Pour les diligences accomplies dans l'affaire citée en objet, nos honoraires s'élèvent comme suit :
    | Prestations effectuées pendant la période ci-dessus :
assigned: Créance cédée à {bank} par subrogation. Pour être libératoire, le paiement doit être fait sur le compte :
    | Pour être libératoire, votre règlement doit être effectué directement à l'ordre de {bank} :
brand: Eau minérale Alpenquell | Cycles Norbrook | Cuisines Halden
medium: L'Économie régionale | Logistique Magazine | Le Courrier du soir
quote: Merci de rappeler la facture {number} et le code client {customer} lors du règlement.
    | À rappeler lors du paiement : {number} / {customer}
copy: Un justificatif de parution vous est adressé séparément. | Justificatif joint.
headed: {title} de {month} | {title} - {month}
collected: Ce montant sera prélevé à partir du {date} sur votre compte {iban}.
    | Prélèvement le {date} sur le compte {iban}.
objection: Toute réclamation doit nous parvenir dans les huit semaines suivant la réception de la facture.
advert: Deux fois plus rapide au même prix : passez à la fibre ! | Parrainez un confrère : 50,00 € offerts.
pay_until: Merci de régler {amount} avant le {date}. | Montant de {amount} à régler au plus tard le {date}.
mix: Origine de l'électricité : renouvelable 61,4 %, gaz 28,1 %, nucléaire 8,0 %, autres 2,5 % ; CO2 142 g/kWh.
index: Les kilomètres supplémentaires sont facturés en fin de contrat aux conditions convenues.
goodbye: Merci de votre visite et à bientôt. | Nous espérons vous revoir très prochainement.
returns: Retour possible sous 30 jours. Pour toute question, consultez nos pages d'aide.
incoterm: DAP | EXW départ usine | FCA | CPT
method: Carte bancaire | PayPal | Visa
"""

PARTIES: Final = """
trades: Alimentaire | Ingénierie | Soins | Aménagement | Événements | Distribution | Médias | Immobilier
streets: 3 quai des Docks | 41 rue du Château | 12 allée des Prés | Ancienne Laiterie, lot 2
details: selon devis | selon commande
"""

FIRMS: Final = """
x01: Roulements | Hydraulique | Transmissions | Robinetterie
x02: Informatique | Propreté | Maintenance
x03: Grossiste | Équipement Pro | Fournitures
x04: Design | Digital | Création
x05: Cloud | Logiciels | Apps
x06: Télécom | Mobile | Fibre
x07: Énergie | Électricité | Énergies
x08: Hôtel | Auberge | Résidence
x09: Colis | Express | Messagerie
x10: Location Auto | Leasing | Mobilité
x11: Avocats | Cabinet d'Avocats | Avocats Associés
x12: Intérim | Travail Temporaire | Emploi
x13: Plomberie Chauffage | Électricité | Bâtiment
x14: Éditions | Presse | Médias
x15: Grossiste | Distribution | Fournitures
x16: Boutique | En Ligne | Direct
"""

GOODS: Final = """
machine: Roulement à billes 6205-2RS=PCE | Flexible hydraulique DN12, 1,2 m=PCE | Motoréducteur 0,75 kW=PCE
    | Vis H M12x60 8.8=PCE | Kit joints vérin 63/36=JEU | Détecteur inductif M18 PNP=PCE | Graisse EP2=KG
    | Électrovanne 5/2 G1/4=PCE
service: Technicien sur site=h | Télémaintenance=h | Déplacement=forfait | Sauvegarde mensuelle=mois
    | Disque dur 2 To=pce | Formation du personnel=h
supplies: Serviettes 2 plis blanches x 2000 | Gants latex M, boîte de 100 | Bobine bleue 150 m
    | Sacs poubelle renforcés x 200
    | Boîte repas kraft 750 ml | Liquide vaisselle 5 l | Bobines caisse 80 x 80 x 20 | Nettoyant sols concentré 5 l
supplies_low: Eau minérale 24 x 50 cl | Café moulu 1 kg | Sucre bûchettes x 1000
design: Identité visuelle, phase 2 | Site internet, conception et réalisation | Forfait mensuel
    | Rédaction de fiches produits
    | Atelier, demi-journée | Photographie, images retouchées
software: Offre Équipe, par utilisateur | Offre Business | Stockage supplémentaire 100 Go | Requêtes API
    | Support prioritaire
plan: Forfait mobile pro illimité=u. | Abonnement fibre 500=u. | Adresse IP fixe=u. | Carte SIM data 20 Go=u.
calls: Appels vers mobiles=min | Appels vers l'Europe=min | SMS=u. | Données en itinérance, monde=Mo
    | Numéros spéciaux=min | Appels vers fixes=min
once: Frais de mise en service=u. | Remplacement carte SIM=u.
kwh: Consommation électricité=kWh | Consommation, tarif professionnel=kWh
grid: Abonnement=mois | Location compteur=mois | Acheminement, part fixe=mois | Gestion et comptage=mois
room: Nuitée chambre double | Nuitée chambre simple | Chambre avec petit-déjeuner
extras: Parking | Minibar | Dîner restaurant | Bar | Blanchisserie | Petit-déjeuner
parcel: Express avant 12 h | Colis standard | Express international | Colis 48 h | Retour
surcharge: Surcharge carburant | Supplément zone éloignée | Supplément haute saison
cars: Loyer break | Loyer entretien compris | Loyer utilitaire électrique | Loyer compacte
insurance: Assurance auto, refacturée | Taxe sur véhicule, refacturée
advice: Examen du projet d'acte | Entretien téléphonique avec le client | Courrier à la partie adverse
    | Recherche sur la prescription | Participation à une réunion | Révision du contrat de cession | Conclusions
expenses: Frais de dossier | Frais de coursier | Extraits Kbis
shifts: Préparateur de commandes, heures normales | Préparateur, heures sup. 25 % | Cariste, heures normales
    | Cariste, nuit
    | Agent de production, heures normales | Opérateur machine, samedi
labour: Plombier=h | Apprenti=h | Électricien=h | Déplacement=h
material: Tube cuivre 22 mm=ml | Kit robinet thermostatique=u | Vanne d'arrêt 15 mm=u | Chaudière condensation 24 kW=u
    | Câble 3G2,5=ml | Tableau électrique 12 modules=u | Petites fournitures=ens | Tube évacuation D40=ml
adverts: 1/1 page quadri, 2e de couverture | 1/2 page largeur, quadri | 1/4 page, n/b
    | Bannière site internet, 4 semaines | Encart jusqu'à 20 g
goods: Station d'accueil USB-C | Souris sans fil noire | Lampe de bureau LED | Boîtes d'archives, lot de 10
    | Casque à réduction de bruit | Bras d'écran double | Imprimante d'étiquettes
books: Manuel de gestion de projet | Atlas routier | Apprendre l'espagnol
"""
