"""French words of the counters."""

from typing import Final

LABELS: Final = """
invoice: Facture | FACTURE | Facture
credit_note: Avoir | AVOIR | Facture d'avoir
invoice_number: Facture n° | N° de facture | Numéro de facture | N° facture
credit_number: Avoir n° | N° d'avoir | Numéro de l'avoir
issue_date: Date de facture | Date | Date facture | Date d'émission
due_date: Échéance | Date d'échéance | À régler avant le
delivery_date: Date de livraison | Livré le | Date de prestation
order_reference: Votre commande | Bon de commande n° | Réf. commande | Vos références
customer_number: N° client | Code client | Client n°
delivery_note: Bon de livraison | BL n° | N° de BL
order_date: Date de commande | Commande du
seller_tax_id: N° TVA intracommunautaire | TVA intracom. | N° TVA | N° de TVA
buyer_tax_id: N° TVA client | Votre n° TVA | TVA intracom. client
tax: TVA
net: Total HT | Montant HT | Sous-total HT | Net HT
lines_sum: Total marchandises HT | Sous-total
shipping: Frais de port | Port et emballage | Livraison
tax_sum: Total TVA | Montant TVA | TVA
gross: Total TTC | Montant TTC | Net à payer TTC
prepaid: Acomptes versés | Déjà réglé | Acompte
payable: Net à payer | Reste à payer | Solde à payer
iban: IBAN
bic: BIC | BIC/SWIFT
bank: Banque | Domiciliation
payment_reference: Référence à rappeler | Référence de paiement
terms: Conditions de règlement | Règlement | Conditions de paiement
phone: Tél. | Tél | Téléphone
email: E-mail | Courriel | Mail
web: Site web | Web
register: RCS | Registre du commerce
bill_to: Facturé à | Adresse de facturation | Client
ship_to: Livré à | Adresse de livraison | Lieu de livraison
contact: Votre contact | Suivi par | Interlocuteur
page: Page {page} sur {pages} | Page {page}/{pages} | Page : {page} / {pages}
carried: À reporter
brought: Report
currency: Devise
odoo.issue_date: Date de la facture | Date de facturation
odoo.due_date: Date d'échéance
odoo.delivery_date: Date de livraison
odoo.order_reference: Référence | Référence client
odoo.source: Origine
odoo.net: Montant HT | Montant hors taxes
odoo.gross: Total
odoo.payment_reference: Communication de paiement | Référence du paiement
odoo.account: sur ce compte
nav.customer_number: N° client facturé | N° client
nav.issue_date: Date document | Date de comptabilisation
nav.order_date: Date d'expédition
nav.order_reference: N° doc. externe | Votre référence
nav.terms: Conditions de paiement
nav.method: Conditions de livraison
nav.contact: Vendeur
nav.allowance: Remise facture
nav.net: Total {currency} HT
nav.tax: TVA {rate}
nav.gross: Total {currency} TTC
nav.summary: Détail montant TVA
cloud.invoice_number: Numéro de facture
cloud.issue_date: Date d'émission
cloud.due_date: Date d'échéance
cloud.bill_to: Facturer à
cloud.lines_sum: Sous-total
cloud.net: Total hors taxes
cloud.gross: Total
cloud.prepaid: Montant payé
cloud.payable: Montant dû
freight.file: N° dossier | Notre dossier
freight.shipper: Expéditeur
freight.consignee: Destinataire
freight.packages: Colis | Nombre de colis
freight.weight: Poids brut (kg) | Poids taxable kg
freight.bill: Lettre de voiture / CMR | LTA / B/L
freight.incoterm: Incoterm | Conditions
food.tour: Tournée
food.order: Commandé par
cover.invoice: Appel de cotisation | Avis d'échéance | Quittance de prime
cover.insurer: Compagnie | Assureur
cover.insured: Assuré | Souscripteur
cover.number: N° de quittance | N° d'avis
cover.gross: Prime TTC à payer | Total à régler
clean.site: Site | Locaux
clean.contract: Contrat n°
clean.net: Total HT | Montant HT du mois
garage.plate: Immatriculation | Immat.
garage.vin: N° de série (VIN) | N° châssis
garage.mileage: Kilométrage
garage.model: Véhicule | Marque / Modèle
garage.first: 1re mise en circulation | Date MEC
garage.job: O.R. n° | Ordre de réparation
garage.labour: Total main d'œuvre
garage.spares: Total pièces
arch.invoice: Note d'honoraires n° {count} | Facture d'acompte n° {count}
arch.project: Opération | Projet
arch.contract: Contrat du
arch.prepaid: Acomptes déjà versés | À déduire : acomptes perçus
print.job: Dossier n° | N° de dossier
print.contact: Dossier suivi par | Votre commercial
utility.invoice: Facture d'eau et d'assainissement | Votre facture d'eau
utility.number: N° de facture | Facture n°
utility.customer_number: Référence client | N° de contrat
utility.issue_date: Date de facture | Facture du
utility.point: Point de service
utility.supply: Adresse desservie | Lieu de consommation
utility.meter: Compteur n°
utility.net: Total HT | Montant HT
utility.gross: Total TTC | Montant TTC
utility.prepaid: Mensualités déjà versées | Prélèvements déjà effectués
utility.payable: Solde à payer | Reste à payer
utility.next: Votre prochain échéancier
hire.candidate: Candidat | Candidat(e)
hire.position: Poste
hire.start: Date d'embauche | Prise de poste
hire.salary: Rémunération annuelle brute | Salaire annuel brut
hire.consultant: Consultant
guard.site: Site
guard.contract: Contrat n° | Marché n°
guard.hours: Total heures
lingua.project: N° de projet | Dossier
lingua.manager: Chef de projet
sap.number: Numéro/Date
sap.order: N° commande/date
sap.before: N° facture/date
sap.customer_number: Numéro client
sap.lines_sum: Total des postes
sap.tax: TVA collectée
sap.gross: Montant final | Montant total
sap.reason: Motif
"""

HEADINGS: Final = """
pos: N° | Ligne | Pos.
item_id: Référence | Réf. | Code article | Article
description: Désignation | Description | Libellé
quantity: Quantité | Qté
unit: Unité | U.
unit_price: Prix unitaire HT | P.U. HT | PU HT | Prix unitaire
discount: Rem. % | Remise %
tax_rate: TVA | Taux TVA | % TVA
net: Montant HT | Total HT | Montant
rate: Taux TVA | Taux
base: Base HT | Montant HT
tax: Montant TVA | TVA
gross: TTC | Montant TTC
odoo.tax_rate: Taxes
odoo.net: Montant
nav.item_id: N°
nav.unit: Unité
nav.discount: % remise
nav.tax_rate: % TVA
cloud.tax_rate: Taxe | TVA
cloud.net: Montant
freight.net: Montant HT | Montant
origin: Origine
cover.policy: N° de contrat | Police n°
cover.span: Période de garantie | Période
cover.net: Prime TTC | Cotisation
med.lot: N° lot | Lot
med.expiry: Péremption | Pér.
arch.stage: Phase | Élément
arch.fee: Honoraires HT | Montant marché HT
arch.done: Avancement | % réalisé
arch.net: Cumul HT | Montant dû HT
utility.from: Du
utility.to: Au
utility.old: Ancien index
utility.new: Nouvel index
utility.used: Conso. m³
utility.net: Montant HT
guard.date: Date
guard.time: Horaires | Début - Fin
guard.quantity: Heures
guard.unit_price: Taux horaire
lingua.quantity: Volume | Nombre
sap.pos: Poste
sap.item_id: Article
sap.unit_price: Prix
sap.net: Valeur | Valeur en {currency}
hire.net: Montant HT
"""

SENTENCES: Final = """
closing: Cordialement, | Veuillez agréer nos salutations distinguées.
terms: {days} jours date de facture | Paiement à {days} jours | Règlement à {days} jours net
    | Règlement par virement à {days} jours
due: Montant de {amount} à régler au plus tard le {date}. | Merci de régler {amount} avant le {date}.
early: Escompte de {percent} % pour paiement sous {early} jours, {days} jours net.
debit: La somme de {amount} sera prélevée sur votre compte le {date}.
set_off: Le montant de cet avoir sera déduit de votre prochain règlement. | Avoir à valoir sur vos prochaines factures.
credit_for: Avoir sur notre facture n° {number} du {date}
reverse: Autoliquidation de la TVA par le preneur, art. 283-2 du CGI.
    | Autoliquidation - article 196 de la directive 2006/112/CE.
exempt: Opération exonérée de TVA, art. 261 C du CGI. Primes toutes taxes d'assurance comprises.
    | Exonéré de TVA ; les cotisations comprennent les taxes d'assurance en vigueur.
late: En cas de retard : pénalités au taux légal et indemnité forfaitaire pour frais de recouvrement de 40 €.
property: Réserve de propriété : les marchandises restent notre propriété jusqu'au paiement intégral.
odoo.terms: Conditions de paiement : {days} jours
nav.shipment: Expédition n° {number} du {date} :
cloud.due: {amount} à payer le {date} | {amount} dus le {date}
cloud.paid: {amount} payés le {date}
cloud.tax: {tax} ({rate} sur {base})
clean.intro: Prestations de nettoyage du mois de {month}, selon contrat :
arch.intro: Conformément au contrat, nos honoraires pour les missions réalisées à ce jour s'établissent comme suit :
hire.intro: Suite au recrutement de votre collaborateur, nous vous adressons nos honoraires selon notre convention.
hire.fee: Honoraires de recrutement : {percent} % de la rémunération annuelle
guard.intro: Prestations de surveillance du {start} au {end}
food.note: Vérifiez la marchandise à la livraison. Aucune réclamation ne sera acceptée passé 24 heures.
med.note: Aucun retour sans accord préalable. Conserver selon les indications de l'emballage.
utility.note: Pour toute question sur votre facture, contactez-nous avant le {date}.
garage.note: Resserrage des roues conseillé après 50 km. Pièces garanties un an.
print.made: Impression {colours}, façonnage, mise en cartons | Impression {colours}, coupe, conditionnement
print.proof: Imprimé selon bon à tirer. Tolérance de livraison de 5 % en plus ou en moins.
lingua.note: Merci d'indiquer le numéro de facture lors du paiement. Frais bancaires à la charge du donneur d'ordre.
sap.reason: Retour marchandise | Écart de prix | Avarie de transport
nav.method: Franco | Départ usine
"""

PARTIES: Final = """
stems: Lefèvre | Durand & Fils | Morel | Garnier | Bonnet Frères | Charpentier | Delorme | Vasseur | Méridien
    | Rhône-Alpes
    | Perrot | Leclercq | Armor | Fontaine | Colas-Roy | Beaulieu
trades: Industrie | Immobilier | Hôtellerie | Construction | Distribution | Électronique | Plasturgie | Groupe
    | Agencement
streets: 12 rue de la République | ZA des Peupliers, lot 4 | 87 avenue Jean Jaurès | 3 impasse du Moulin
    | 145 route de Lyon | 21 quai des Chartrons
FR: 44000 Nantes | 33000 Bordeaux | 59800 Lille | 38000 Grenoble | 13008 Marseille
BE: 1050 Bruxelles | 4020 Liège | 7000 Mons
CH: 1202 Genève | 1700 Fribourg | 2000 Neuchâtel
office: Mobilier de Bureau | Bureau Concept | Équipement
tools: Quincaillerie | Matériel Électrique | Outillage
cloud: Logiciels | Cloud | Numérique
freight: Transit | Transports | Logistique Internationale
food: Primeurs | Distribution Alimentaire | Restauration Services
cover: Courtage d'Assurances | Assurances | Conseil Assurances
clean: Propreté | Nettoyage | Services Propreté
med: Médical | Matériel Médical | Santé
garage: Automobiles | Garage | Carrosserie
arch: Architectes | Atelier d'Architecture
print: Imprimerie | Impressions | Arts Graphiques
utility: Eaux | Régie des Eaux
hire: Recrutement | Conseil RH | Talents
guard: Sécurité | Gardiennage
lingua: Traductions | Langues
machine: Mécanique | Transmissions | Hydraulique
"""

GOODS: Final = """
office: Bureau réglable en hauteur, 160 x 80 cm=Unité(s) | Cloison acoustique, grise=Unité(s)
    | Fauteuil de bureau, noir=Unité(s) | Montage et reprise des emballages=Heures | Bras d'écran double=Unité(s)
    | Caisson mobile, 3 tiroirs=Unité(s) | Table de réunion, 8 places=Unité(s) | Lampe de bureau LED=Unité(s)
tools: Vis H M10 x 60 zinguée=BTE | Câble R2V 3G1,5 100 m=COUR | Foret SDS 8 x 160=PCE | Disjoncteur 16 A courbe C=PCE
    | Collier nylon 200 mm noir=SAC | Chaussures de sécurité S3 T43=PAI | Boîte de dérivation IP55=PCE
    | Perceuse 18 V avec 2 batteries=PCE | Mastic silicone transparent 310 ml=PCE | Cheville 8 mm=BTE
    | Disque à tronçonner 125 x 1,0=PCE | Tige filetée M12 1 m=PCE | Réglette LED 1200 mm=PCE | Prise double 16 A=PCE
cloud: Formule Business, par utilisateur | Stockage supplémentaire 1 To | Appels API, lot de 10 000 | Support premium
    | Licence équipe, mensuelle | Trafic sortant, par 100 Go
freight: Fret | Transport routier, lot complet | Fret aérien | Enlèvement | Fret maritime LCL
freight_extra: Surcharge gazole | Formalités en douane | Frais de terminal | Livraison avec hayon
duty: Droits et taxes avancés pour votre compte | Débours douane | Taxes portuaires, débours
food: Emmental râpé 5 kg=kg | Carottes lavées=kg | Farine T55 10 kg=sac | Beurre doux 40 x 250 g=crt
    | Tomates concassées 6 x 2,5 kg=crt | Œufs plein air, plateau de 30=plt | Filet de poulet frais=kg
    | Riz basmati 20 kg=sac | Petits pois surgelés 4 x 2,5 kg=crt | Filet de saumon paré=kg | Lait entier 12 x 1 l=crt
    | Pommes de terre 25 kg=sac | Huile d'olive 5 l=bid | Penne 5 kg=sac | Citrons, 80 pièces=col
    | Yaourt nature 5 kg=sea
food_other: Cola 24 x 33 cl=crt | Bière blonde fût 30 l=fût | Essuie-tout, 6 rouleaux=pqt | Eau minérale 12 x 75 cl=cais
deposit: Consigne caisse=cais | Consigne fût 30 l=fût | Consigne palette=pal
returned: Retour caisses consignées=cais | Retour fûts consignés=fût
cover: Responsabilité civile exploitation | Multirisque professionnelle | Flotte automobile | RC professionnelle
    | Cyber-risques
clean: Entretien des bureaux, 3 étages=mois! | Consommables sanitaires=mois! | Entretien quotidien des cuisines=mois!
clean_extra: Nettoyage de la vitrerie extérieure=passage | Nettoyage de moquette=m² | Remise en état après travaux=h
med: Gants nitrile, taille M, 200=bte | Seringue 10 ml Luer-Lock, 100=bte | Cathéter veineux 20G=pce
    | Pansement mousse 10 x 10=bte | Masque chirurgical type IIR, 50=bte | Suture 3-0 résorbable, 36=bte
    | Bandelettes glycémie, 50=bte | Lingettes désinfectantes=pot | Set sonde CH 14=set
labour: Révision constructeur=h | Remplacement disques et plaquettes avant=h | Diagnostic électronique=h
    | Géométrie des trains=h | Remplacement kit de distribution=h
spares: Disques de frein avant, paire=jeu | Plaquettes avant=jeu | Huile moteur 5W-30=l | Filtre à huile=pce
    | Filtre à air=pce | Balais d'essuie-glace=jeu | Filtre d'habitacle=pce | Kit de distribution=jeu
mot: Contrôle technique (débours)
phases: Esquisse | Avant-projet sommaire | Avant-projet définitif | Permis de construire | Projet et DCE
    | Direction de l'exécution des travaux
print: Brochures A4, 16 pages, piquées | Cartes de visite 85 x 55 mm, 400 g | Têtes de lettre A4, 100 g
    | Kakémonos 850 x 2000 mm | Dépliants DL, 170 g couché | Pochettes à rabats
print_low: Livres, 128 pages, dos carré collé | Livrets A5, 32 pages
water: Consommation eau potable=m³ | Collecte et traitement des eaux usées=m³
water_base: Abonnement eau=jours | Abonnement assainissement=jours
hire: Responsable comptable | Directeur commercial Nord | Développeur logiciel
guard: Agent de sécurité, jour | Agent de sécurité, nuit | Majoration dimanche | Ronde mobile | Intervention sur alarme
lingua: Français-anglais, manuel technique=mots | Anglais-français, contrat=mots | Relecture=mots
    | Localisation de site web, espagnol=mots | Traduction assermentée, acte de naissance=mots
    | Français-néerlandais=mots
machine: Roulement à billes 6205-2RS | Motoréducteur 0,75 kW 1400 tr/min | Courroie SPA 1250
    | Flexible hydraulique DN12, 2 m
    | Détecteur inductif M12 PNP | Guidage linéaire 400 mm | Pochette de joints vérin 63 x 45 | Pignon 08B-1 Z 25
"""
