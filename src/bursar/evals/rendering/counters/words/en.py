"""English words of the counters."""

from typing import Final

LABELS: Final = """
invoice: Invoice | INVOICE | Tax Invoice | VAT Invoice
credit_note: Credit Note | CREDIT NOTE | Sales Credit Note
invoice_number: Invoice No. | Invoice Number | Invoice no | Invoice #
credit_number: Credit Note No. | Credit No. | Credit Note Number
issue_date: Invoice Date | Date | Date/Tax Point | Tax point
due_date: Due Date | Payment Due | Payment due by | Due
delivery_date: Delivery Date | Date of supply | Delivered
order_reference: Your Order No. | PO Number | Purchase Order No. | Your Ref
customer_number: Account No. | Customer No. | Customer ID | A/C No.
delivery_note: Delivery Note No. | Despatch Note | Delivery note
order_date: Order Date | Date of order
seller_tax_id: VAT Reg. No. | VAT No. | VAT Registration Number | VAT number
buyer_tax_id: Your VAT No. | Customer VAT No. | VAT Reg. No. (customer)
ein: EIN | Federal Tax ID
sales_tax: Sales Tax | Tax
tax: VAT
net: Subtotal | Net Total | Total excl. VAT | Total Net
lines_sum: Goods Total | Subtotal
shipping: Carriage | Delivery | Delivery charge
tax_sum: Total VAT | VAT | VAT Total
gross: Total | Invoice Total | Total incl. VAT | Grand Total
prepaid: Less payments received | Payments received | Amount paid
payable: Amount Due | Balance Due | Total Due
iban: IBAN
bic: BIC | SWIFT/BIC | SWIFT
bank: Bank | Bank name
payment_reference: Payment reference | Please quote | Reference
terms: Terms | Payment terms
phone: Tel | Tel. | T
email: Email | E-mail | E
web: Web | Website
register: Company Reg. No. | Registered No. | Company No.
bill_to: Invoice To | Bill To | Customer
ship_to: Deliver To | Delivery Address | Ship To
contact: Contact | Your contact | Account Manager
page: Page {page} of {pages} | Page {page}/{pages} | Page: {page} of {pages}
carried: Carried forward
brought: Brought forward
currency: Currency
odoo.issue_date: Invoice Date
odoo.due_date: Due Date
odoo.delivery_date: Delivery Date
odoo.order_reference: Reference | Customer Reference
odoo.source: Source
odoo.net: Untaxed Amount
odoo.gross: Total
odoo.payment_reference: Payment Communication
odoo.account: on this account
nav.customer_number: Bill-to Customer No. | Customer No.
nav.issue_date: Document Date | Posting Date
nav.order_date: Shipment Date
nav.order_reference: External Document No. | Your Reference
nav.terms: Payment Terms
nav.method: Shipment Method
nav.contact: Salesperson
nav.allowance: Invoice Discount
nav.net: Total {currency} Excl. VAT
nav.tax: {rate} VAT
nav.gross: Total {currency} Incl. VAT
nav.summary: VAT Amount Specification
cloud.invoice_number: Invoice number
cloud.issue_date: Date of issue
cloud.due_date: Date due
cloud.bill_to: Bill to
cloud.lines_sum: Subtotal
cloud.net: Total excluding tax
cloud.gross: Total
cloud.prepaid: Amount paid
cloud.payable: Amount due
freight.file: Our File No. | Job No. | Our Ref
freight.shipper: Shipper | Collected from
freight.consignee: Consignee | Delivered to
freight.packages: Packages | No. of packages
freight.weight: Gross weight (kg) | Chargeable weight kg
freight.bill: CMR No. | HAWB / B/L
freight.incoterm: Incoterms | Terms of delivery
food.tour: Route | Van / Drop
food.order: Order placed by | Taken by
cover.invoice: Premium Invoice | Renewal Invoice
cover.insurer: Insurer | Underwriter
cover.insured: Insured | Policyholder
cover.number: Invoice No. | Document No.
cover.gross: Total Premium Due | Total Payable
clean.site: Premises cleaned | Site
clean.contract: Contract No. | Our contract
clean.net: Net for the month | Total net
garage.plate: Reg. No. | Registration
garage.vin: VIN | Chassis No.
garage.mileage: Mileage
garage.model: Make / Model | Vehicle
garage.first: First registered
garage.job: Job No. | Job Card
garage.labour: Labour total
garage.spares: Parts total
arch.invoice: Interim Invoice No. {count} | Fee Invoice No. {count} (on account)
arch.project: Project | Project Title
arch.contract: Appointment dated
arch.prepaid: Less previous payments | Less paid on account
print.job: Job Number | Docket No.
print.contact: Estimator | Handled by
utility.invoice: Water Bill | Your water and wastewater bill
utility.number: Bill number
utility.customer_number: Account number | Your account number
utility.issue_date: Bill date | Date of bill
utility.point: Supply point ID | SPID
utility.supply: Supply address | Property supplied
utility.meter: Meter No. | Meter serial no.
utility.net: Total charges before VAT | Net charges
utility.gross: Total charges | Total for this period
utility.prepaid: Less payments received | Payments received - thank you
utility.payable: Amount now due | Balance to pay
utility.next: Your payment plan
hire.candidate: Candidate
hire.position: Position
hire.start: Start Date
hire.salary: Annual salary | Base salary
hire.consultant: Consultant
guard.site: Site
guard.contract: Contract ref.
guard.hours: Total hours
lingua.project: Project No. | Job ref.
lingua.manager: Project Manager
sap.number: Number/Date
sap.order: Reference no./date
sap.before: Invoice no./date
sap.customer_number: Customer number
sap.lines_sum: Items total
sap.tax: Output tax
sap.gross: Final amount
sap.reason: Reason
"""

HEADINGS: Final = """
pos: Line | # | No.
item_id: Item Code | Part No. | Product Code | Code
description: Description | Details | Item
quantity: Qty | Quantity
unit: Unit | UOM
unit_price: Unit Price | Price | Rate
discount: Disc % | Disc.
tax_rate: VAT % | VAT Rate | VAT
net: Amount | Net Amount | Total | Net
rate: VAT Rate | Rate
base: Net | Taxable Amount | Goods
tax: VAT | VAT Amount
gross: Gross | Total
odoo.tax_rate: Taxes | Tax
odoo.net: Amount
nav.item_id: No.
nav.unit: Unit of Measure
nav.discount: Discount %
nav.tax_rate: VAT %
cloud.tax_rate: Tax
cloud.net: Amount
freight.net: Charges | Amount
origin: Origin
cover.policy: Policy No. | Policy
cover.span: Period of Insurance | Cover period
cover.net: Premium
med.lot: Lot No. | Batch / Lot
med.expiry: Expiry | Exp. Date
arch.stage: RIBA Stage | Work Stage
arch.fee: Stage Fee | Agreed Fee
arch.done: % Complete | Completed
arch.net: Fee to Date | Earned to Date
utility.from: From
utility.to: To
utility.old: Previous reading
utility.new: Current reading
utility.used: Usage m³
utility.net: Charge
guard.date: Date
guard.time: Start - Finish | Shift
guard.quantity: Hours
guard.unit_price: Rate/hr | Hourly rate
lingua.quantity: Words / Units | Volume
sap.pos: Item
sap.item_id: Material
sap.unit_price: Price
sap.net: Value
hire.net: Amount
"""

SENTENCES: Final = """
closing: Yours sincerely, | Kind regards,
terms: {days} days net | {days} days from date of invoice | Payment within {days} days of invoice date | Net {days} days
due: Please pay {amount} by {date}. | Payment of {amount} is due by {date}.
early: {percent}% settlement discount if paid within {early} days, otherwise {days} days net
debit: {amount} will be collected by Direct Debit on or around {date}.
set_off: The amount will be credited to your account. | This credit will be set against your next payment.
credit_for: Credit for our invoice {number} of {date} | Relates to invoice {number} dated {date}
reverse: Reverse charge: customer to account for VAT to HMRC or the relevant tax authority.
    | VAT reverse charge applies (Article 196, Directive 2006/112/EC).
exempt: Exempt from VAT. The premium includes Insurance Premium Tax at the current rate.
    | Insurance is exempt from VAT. Premium stated includes IPT where applicable.
late: We understand and will exercise our statutory right to claim interest under the late payment legislation.
property: Title to the goods remains with us until payment has been received in full.
odoo.terms: Payment terms: {days} Days
nav.shipment: Shipment No. {number} of {date}:
cloud.due: {amount} due {date}
cloud.paid: {amount} paid on {date}
cloud.tax: {tax} ({rate} on {base})
clean.intro: For cleaning services in {month} we charge as agreed:
arch.intro: In accordance with our appointment we submit our account for services performed to date:
hire.intro: Further to the successful placement of your candidate we submit our fee as agreed in our terms of business.
hire.fee: Placement fee: {percent}% of first year's salary
guard.intro: Security services provided during the period {start} to {end}
food.note: Please check goods on delivery. Shortages must be reported to the driver on the day.
med.note: Store according to label. Returns only with prior authorisation.
utility.note: If you are having difficulty paying, please contact us before {date}.
garage.note: Please have wheel nuts re-torqued after 30 miles. Parts carry a 12 month warranty.
print.made: Printed {colours}, trimmed, packed in boxes | {colours} colour, cut, folded and boxed
print.proof: Printed as per proof approved by you. Quantity may vary by up to 5%.
lingua.note: Please state the invoice number when making payment. Bank charges are borne by the sender.
sap.reason: Goods returned | Price difference | Damaged in transit
nav.method: Carriage paid | Ex Warehouse
"""

PARTIES: Final = """
stems: Hargreaves | Pennine | Thornbury & Wells | O'Sullivan | Ashdown | Calder Valley | Whitmore | Northgate
    | J. Barlow & Sons | Kingsley | Fairfax | McAllister | Riverside | Oakfield | Dunmore | Stratton
trades: Manufacturing | Group | Engineering | Properties | Hotels | Foods | Retail | Care Homes | Electronics
streets: 42 High Street | Unit 12, Brookside Industrial Estate | 7 Victoria Parade | 118 Canal Road
    | The Old Dairy, Church Lane | Building 3, Harwell Business Park
GB: Leeds LS11 5QP | Manchester M17 1HH | Sheffield S9 2QF | Bristol BS2 0ZX | London SE1 9GF
IE: Dublin 12, D12 X7P3 | Cork T12 R5CP | Galway H91 E2K7
US: Denver, CO 80202 | Columbus, OH 43215 | San Jose, CA 95113
office: Office Interiors | Workspace | Office Supplies
tools: Fixings & Tools | Electrical Wholesale | Trade Supplies
cloud: Cloud | Software | Apps
freight: Freight | Forwarding | Global Logistics
food: Catering Foods | Fresh Produce | Foodservice
cover: Insurance Brokers | Risk Services | Insurance Services
clean: Cleaning Services | Facilities | Contract Cleaning
med: Medical Supplies | Surgical | Healthcare
garage: Motors | Autocentre | Garage Services
arch: Architects | Architecture
print: Print | Press | Litho
utility: Water | Water Services
hire: Recruitment | Search & Selection | Talent
guard: Security | Guarding Services
lingua: Translations | Language Services
machine: Machinery | Drives & Bearings | Hydraulics
"""

GOODS: Final = """
office: Desk, height adjustable, 160 x 80 cm=Units | Acoustic screen, grey=Units | Task chair, black=Units
    | Installation and removal of packaging=Hours | Monitor arm, dual=Units | Pedestal, 3 drawers=Units
    | Conference table, 8 seats=Units | LED desk lamp=Units
tools: Hex bolt M10 x 60 zinc plated=BOX | Cable 3G1.5 white 100 m=ROLL | SDS drill bit 8 x 160=PCS
    | MCB 16 A type B=PCS | Cable tie 200 mm black=PACK | Safety boots S3 size 43=PAIR | Junction box IP55=PCS
    | Cordless drill 18 V with 2 batteries=PCS | Silicone sealant clear 310 ml=PCS | Wall plug 8 mm=BOX
    | Cutting disc 125 x 1.0=PCS | Threaded rod M12 1 m=PCS | LED batten 1200 mm 36 W=PCS | Twin socket 13 A=PCS
cloud: Business plan, per user | Additional storage 1 TB | API calls, package of 10,000 | Premium support
    | Team seat, monthly | Data egress, per 100 GB
freight: Freight charge | Road freight, full load | Air freight | Collection | Sea freight LCL
freight_extra: Fuel surcharge | Customs clearance | Terminal handling | Tail lift delivery
duty: Import duty, paid on your behalf | Customs duties advanced | Port dues disbursed
food: Cheddar mature, block 5 kg=kg | Carrots washed=kg | Plain flour 16 kg=bag | Butter unsalted 40 x 250 g=case
    | Chopped tomatoes 6 x 2.5 kg=case | Free range eggs, tray of 30=tray | Chicken breast fillet, chilled=kg
    | Basmati rice 20 kg=bag | Frozen peas 4 x 2.5 kg=case | Salmon side, trimmed=kg | Whole milk 12 x 1 l=case
    | Potatoes, chipping, 25 kg=bag | Olive oil 5 l=tin | Penne 5 kg=bag | Lemons, box of 80=box | Yoghurt 5 kg=tub
food_other: Cola 24 x 330 ml=case | Lager 30 l keg=keg | Blue roll, 6 pack=pack | Mineral water 12 x 750 ml=crate
deposit: Deposit crate=crate | Deposit keg 30 l=keg | Pallet deposit=pallet
returned: Empty crates returned=crate | Empty kegs returned=keg
cover: Commercial Combined | Employers' Liability | Motor Fleet | Professional Indemnity | Cyber Insurance
clean: Office cleaning, 3 floors=month! | Washroom supplies=month! | Daily cleaning of kitchenettes=month!
clean_extra: Window cleaning, outside=visit | Carpet cleaning=m² | Special clean after building works=hrs
med: Nitrile gloves, size M, 200=box | Syringe 10 ml Luer lock, 100=box | IV cannula 20G=pcs | Foam dressing 10 x 10=box
    | Surgical mask type IIR, 50=box | Suture 3-0 absorbable, 36=box | Blood glucose test strips, 50=pack
    | Disinfectant wipes=tub | Catheter set CH 14=set
labour: Annual service=hrs | Replace front brake discs and pads=hrs | Diagnostic check=hrs | Wheel alignment=hrs
    | Fit timing belt kit=hrs
spares: Brake disc, front, pair=set | Brake pads, front=set | Engine oil 5W-30=l | Oil filter=pc | Air filter=pc
    | Wiper blades=pair | Pollen filter=pc | Timing belt kit=set
mot: MOT test fee
phases: Preparation and briefing | Concept design | Spatial coordination | Technical design
    | Manufacturing and construction | Site inspections
print: Brochures A4, 16 pages, stapled | Business cards 85 x 55 mm, 400 gsm | Letterheads A4, 100 gsm
    | Roll-up banners 850 x 2000 mm | Folded leaflets DL, 170 gsm silk | Presentation folders with flap
print_low: Paperback books, 128 pages, perfect bound | Programme booklets A5, 32 pages
water: Fresh water volume charge=m³ | Wastewater volume charge=m³
water_base: Fixed charge water=days | Surface water drainage=days
hire: Senior Accountant | Sales Manager North | Software Developer
guard: Static guard, day | Static guard, night | Sunday supplement | Mobile patrol | Key holding call-out
lingua: German to English, technical manual=words | English to French, contract=words | Proofreading=words
    | Website localisation, Spanish=words | Certified translation, birth certificate=words | English to Dutch=words
machine: Deep groove ball bearing 6205-2RS | Gear motor 0.75 kW 1400 rpm | V-belt SPA 1250 | Hydraulic hose DN12, 2 m
    | Proximity switch M12 PNP | Linear guide 400 mm | Cylinder seal kit 63 x 45 | Sprocket 08B-1 Z 25
"""
