"""French words of the houses."""

from typing import Final

LABELS: Final = """
invoice: Facture | Décompte | Facture de vente
fee_note: Note d'honoraires | Facture d'honoraires | Mémoire d'honoraires
credit_note: Avoir | Note de crédit | Avoir client
invoice_number: Numéro | N° facture | Notre n° | Facture numéro
credit_number: Numéro | N° d'avoir | Notre n°
issue_date: Le | Facturé le | Rédigée le | Jour d'émission
due_date: À acquitter le | Date limite | Paiement attendu le | Exigible le
delivery_date: Exécuté le | Terminé le | Remis le | Jour de la prestation
order_reference: Ordre n° | Votre bon | Demande d'achat | N° d'ordre client
customer_number: Compte n° | Adhérent | Client numéro | Votre code
seller_tax_id: TVA n° | Notre TVA | N° id. TVA | Immatriculation TVA
buyer_tax_id: TVA acheteur | N° TVA de l'acheteur | Votre TVA
net: Somme hors taxe | Total imposable | Ensemble hors taxe | HT
lines_sum: Total marchandises | Ensemble des articles
shipping: Port jusqu'à la ferme | Camionnage | Part de transport
tax: TVA | Taxe
tax_sum: Total des taxes | Ensemble TVA | TVA en tout
gross: TTC | Ensemble TTC | Montant de la facture TTC | Total avec TVA
payable: Encore dû | Il reste | Votre paiement | Reste
iban: IBAN | IBAN n°
bic: BIC | SWIFT | Swift/BIC
bank: Notre banque | Tenue par | Compte chez
payment_reference: À citer | Motif du virement | Votre référence de paiement
terms: Quand payer | Délai | Paiement convenu
phone: Appel | Tél. bureau | Fixe
register: R.C.S. n° | Greffe n° | Immatriculée sous
bill_to: Pour | Acheteur | Compte de
attention: À l'intention de | Attn | Pour le service de
contact: Votre contact ici | Rédigée par | Chargé du dossier
delivery_note: Bon de sortie | Note de livraison | Bordereau
currency: Toutes sommes en | Code devise
page: {page} / {pages} | Page {page}/{pages} | Feuille {page} de {pages}
period: Mois | Location du | Usage du
order_date: Ordre du | Commandé
job: Fiche de travail | Ordre de réparation
contract: Police n° | N° de police
lease: Adhésion | Convention de bureau
file: Affaire | N° de projet
event: Réception | Fête n°
site: Travaux à | Lieu des travaux
tour: Course de livraison | Camion / dépose
plate: Véhicule | Immatriculation
mileage: Kilométrage | Km au compteur
patient: Patient | Code patient
deed: N° d'accise | CVI
section.plumb_work: Main-d'oeuvre | Temps passé sur place
section.plumb_goods: Fournitures | Matériel posé
section.car_work: Main-d'oeuvre (10 unités = 1 heure) | Travaux d'atelier
section.car_parts: Pièces posées | Pièces de rechange
section.wine: Vins | Bouteilles
section.crates: Consignes | Emballages consignés
"""

HEADINGS: Final = """
pos: L. | Ligne
item_id: Notre code | N° art. | Code stock
pack_code: Code CIP | N° de boîte
model: Modèle | Forme
description: Texte | Fourni et fait | Pour | Libellé du poste
quantity: Quant. | Pièces | Sorties | Q.
unit: U. | Cond. | en
unit_price: Net l'unité | Prix seul | l'unité | Prix net
net: Net | Total net | Valeur de ligne | HT
tax_rate: T.V.A. % | % TVA | Taux en %
with_unit: Livré | Qté et unité | Quantité facturée
discount: Rab. % | Remise en %
letter: T | C
span: Pour la période | Usage
lot: Lot | Partie
done: Avancement | Fait
ride: Course du | Date de course
rider: Passager | Voyageur
rate: % | Taux de taxe
base: Net au taux | Imposable
tax: TVA | Montant taxe
S: S
M: M
L: L
XL: XL
"""

SENTENCES: Final = """
greeting: Bonjour, | Chers collègues,
opening: Merci de nous avoir fait venir. Voici ce que nous avons fait et ce qu'il en coûte.
    | Pour les prestations suivantes, nous vous comptons :
closing: Bien à vous | Salutations distinguées
headed: {title} {number} du {date} | {title} n° {number}, {date}
referred: Nous nous référons à votre commande {order} ; vous êtes notre client {customer}.
    | Commandé par vous sous {order}. Votre numéro chez nous : {customer}.
corrects: Correction de notre facture {number} du {date}. | Nous portons à votre crédit la facture {number} du {date}.
terms: Merci de payer dans les {days} jours. | Nous accordons {days} jours. | Comptant net {days} jours
terms_date: Un délai de {days} jours est accordé, jusqu'au {date}. | À payer en {days} jours, pas après le {date}.
early: Déduisez {percent} % si vous payez dans les {early} jours ; {days} jours net.
    | {early} jours {percent} %, {days} jours net
due: Nous comptons sur votre paiement de {amount} pour le {date}. | {amount} sont exigibles le {date}.
quoted: Dans votre virement, indiquez {reference}. | La mention {reference} nous aide à trouver votre paiement.
comes: Nos honoraires se montent à {net} ; avec {due} de {tax} à {rate}, cela fait {gross}.
    | Nous comptons {net} plus {due} ({tax} {rate}), en tout {gross}.
tax_at: {tax} {rate} | et {tax} {rate} | {tax}, {rate}
tax_of: {rate} de {tax} pour {base} | {tax} {rate} (sur {base})
paid_on: Versements jusqu'au {date} | Reçu en compte au {date}
card: Débité de votre carte le {date} | Paiement par carte {date}
share: {percent} % du salaire de première année de {salary} | Part convenue : {percent} % de {salary} par an
runs: Durée : {start} au {end} | Du {start} jusqu'au {end}
late: Réclamations sous huit jours. Pénalités de retard : trois fois l'intérêt légal ; indemnité de 40 €.
    | Intérêts et frais de recouvrement sont dus sur toute facture échue.
property: La marchandise nous appartient jusqu'à l'encaissement. | Propriété réservée jusqu'au paiement.
exempt: Assurance : exonérée de TVA, art. 261 C du CGI. | Sans TVA, courtage d'assurance exonéré.
menu: Servi avec plaisir | Ce fut un bonheur de cuisiner pour vous
"""

PARTIES: Final = """
trades: Fils | Services | Maison | Fournitures | Négoce | Bureau | Frères | Groupe
streets: 14 chemin du Moulin | 2 place de la Forge | 5 bis quai du Port | 203 rue de la Gare
details: Usage : site et presse, deux ans | Usage : une affiche, une saison | Usage : tous supports, un an
"""

GOODS: Final = """
plumb_work: Monteur sur place=h | Apprenti=h | Essai de pression=fois | Dépannage samedi=fois
plumb_goods: Tube cuivre 22 mm=m | Vanne 3/4"=pce | Mitigeur lavabo chromé=pce | Tête thermostatique=pce
    | Brasure et flux=lot
dental: Couronne zircone stratifiée=dent | Modèle d'après scan=pce | Bridge, trois éléments=pce | Gouttière dure=pce
    | Prise de teinte au labo=fois
dental_low: Prothèse à crochets, haut=pce | Réparation d'une prothèse=pce
words: Contrat, français-anglais=mots | Notice technique, allemand-français=mots | Pages web en néerlandais=mots
    | Actes, traduction jurée=lignes | Seconde lecture=mots
shoot: Demi-journée au studio=jour! | Journée sur place=jour! | Retouche par image=pce | Assistant=jour
licence: Droit de reproduction, image A-14=pce! | Droit de reproduction, série de six=pce! | Image d'archive=pce!
car_work: Révision selon plan=unités | Disques avant remplacés=unités | Diagnostic voyant moteur=unités
    | Équilibrage des roues=unités
car_parts: Huile 5W-30=l | Filtre à huile=pce | Disque ventilé=pce | Jeu de plaquettes=jeu | Balais d'essuie-glace=paire
    | Lave-glace=l
phases: Phase 2, avant-projet sommaire | Phase 3, permis de construire | Phase 5, plans d'exécution
    | Phase 6, appel d'offres | Phase 8, suivi du chantier
menu: Buffet chaud « Moisson »=convives | Amuse-bouches, six chacun=convives | Table de fromages=convives
    | Café et gâteaux=convives
menu_staff: Service en salle=h | Cuisinier sur place=h | Verres et nappes=lot! | Bar, selon consommation=lot!
seed: Blé d'hiver traité=t | Maïs ensilage=kg | Mélange prairie=kg | Trèfle violet=kg
feed: Aliment vaches 18 %=t | Minéral=kg | Lait pour veaux=kg | Orge aplatie=t
drugs: Paracétamol 500 mg 20 cp=BT | Ibuprofène gel 50 g=TB | Insuline stylos 5 x 3 ml=BT | Spray nasal 10 ml=FL
    | Amoxicilline gél. 500 mg=BT | Sérum 0,9 % 100 ml=FL | Vitamine D gouttes=FL | Pommade oculaire 5 g=TB
drugs_low: Lait infantile 800 g=BT | Boisson vanille 4 x 200=BT | Farine sans gluten=SAC
domains: Domaine fjordline.eu=an | Domaine quartzmill.com=an | Messagerie, 10 boîtes=an | Certificat TLS=an
    | Domaine oldharbour.shop=an
desks: Bureau fixe, fenêtre=poste | Bureau flexible=carte | Salle de réunion, à l'heure=h
    | Boîte aux lettres et plaque=mois | Casiers=pce
cover: Incendie et vol, entrepôt=an! | Responsabilité civile=an! | Flotte, six fourgons=an! | Garantie cyber=an!
rides: Gare - siège=course | Aéroport, matin=course | Tribunal aller-retour=course | Course de nuit=course
    | Hôpital, avec attente=course
cloth: Pantalon de travail gris=pce | Polo piqué=pce | Veste polaire=pce | Blouse rayée=pce
hire: Recrutement : direction des achats | Recrutement : gestionnaire de paie | Recrutement : ingénieur d'usine
wine: Riesling sec, 0,75 l=btl | Rosé, 0,75 l=btl | Pinot noir, fût, 0,75 l=btl | Jus de raisin, 1 l=btl
crates: Caisse de six, consigne=pce | Palette, consigne=pce
"""
