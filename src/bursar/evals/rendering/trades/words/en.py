"""English words of the trades."""

from typing import Final

LABELS: Final = """
invoice: Invoice | INVOICE | Tax invoice | VAT invoice
credit_note: Credit note | Credit memo | Corrective invoice
invoice_number: Invoice number | Invoice no | Invoice # | Document no | Bill number
credit_number: Credit note number | Credit no | Document no
issue_date: Date of issue | Invoice date | Date | Bill date | Issued on
due_date: Date due | Due date | Pay by | Payment due date
delivery_date: Delivery date | Date of supply | Service rendered
order_reference: Your PO | P.O. number | Purchase order no | Your order
customer_number: Customer no | Customer | Client number | Sold-to no
seller_tax_id: VAT no | VAT reg. no | VAT ID | VAT number
buyer_tax_id: Your VAT no | Customer VAT ID
ein: EIN | Federal Tax ID
net: Subtotal | Total excluding tax | Net total | Total excl. VAT | Net amount
lines_sum: Items | Merchandise | Goods
tax: VAT | V.A.T.
sales_tax: Sales tax | Tax
gross: Total | Invoice total | Total incl. tax | Total amount | Grand total
prepaid: Amount paid | Payments received | Less payments on account | Paid by instalments
payable: Amount due | Balance due | Amount payable | Remaining amount
shipping: Shipping | Postage and packing | Delivery
iban: IBAN | IBAN:
bic: BIC | SWIFT | BIC/SWIFT
bank: Bank | Bank name
payment_reference: Payment reference | Reference
terms: Terms | Payment terms
phone: Tel. | Phone
register: Company registration no | Company no
director: Directors | Managing director
bill_to: Bill to | Billed to | Invoice to
ship_to: Ship to | Deliver to
from: Supplier | Seller
order_date: Order date | Ordered on
page: Page {page} of {pages} | Page {page}/{pages} | {page} of {pages}
carried: Carried forward | Subtotal c/f
brought: Brought forward | Subtotal b/f
contact: Contact | Your contact | Rep
delivery_note: Delivery note | Delivery no | Despatch note
currency: Currency
supplier_number: Our supplier no with you | Vendor no
incoterms: Incoterms | Delivery terms
document_number: Document reference | File no
contract_number: Contract no | Agreement number | Subscription ID
account_number: Account number | Account ID | Account
meter_number: Meter no | Meter
supply_point: Supply number | MPAN
project: Project | Job ref
case_number: Our ref | Matter no
waybill: AWB / B/L no | Consignment no
quote: Quotation | Estimate no
job: Job no | Order confirmation
line_number: Phone line | Mobile number
terminal: Terminal | Folio
receipt: Slip | Receipt
room: Room | Room no
seat: Table | Server/Table
depot: Central warehouse | Goods-in, gate 3
packages: Packages | Pieces
weight: Gross weight | Weight
chargeable: Chargeable weight
volume: Volume | Measurement
via: Ship via
fob: F.O.B.
period: Billing period | Service period | Period
summary: Summary of this bill | Summary
details: Details | Charges by service
paid: Paid
copy: Copy | Duplicate
transfer: Pay by bank transfer | Bank transfer details
from_day: From
to_day: To
old_reading: Previous reading | Opening
new_reading: Present reading | Closing
consumption: Units used | Consumption kWh
slip.receipt: Receipt | Counterfoil
slip.part: Payment slip | Bank giro credit
slip.scan: Scan to pay
slip.amount: Amount
slip.payee: Account / Payable to
slip.reference: Reference
slip.payer: Payable by
arrival: Arrival | Check-in
departure: Departure | Check-out
guest: Guest | Name of guest
included: VAT included in the total | Prices include VAT as follows
patient: Patient | Patient's name
opponent: Brightwater Holdings
original: Original invoice | Document corrected
reason: Reason | Reason for credit
open_items: Earlier invoices still open | Overdue items on your account
balance: Balance of your account | Account balance
retention: Less retention 5 % | Retention held
serial: S/N | Serial no
their_number: Your material no | Your part no
customs: Commodity code | HS code
section.labour: Labour | Work on site
section.material: Materials | Materials supplied
section.compute: Compute | Elastic Servers
section.storage: Storage | Object Storage
section.network: Networking | Data Transfer
section.line_base: Monthly charges | Plans and rentals
section.line_usage: Usage charges | Calls and data
section.line_extra: Other charges | Extras
"""

HEADINGS: Final = """
pos: # | No | Item
pos10: Item | Line
item_id: Item code | Article | SKU | Product
description: Description | Item | Service | Details
quantity: Qty | Quantity
quantity_unit: Quantity | Qty
unit: Unit | UOM
unit_price: Unit price | Price | Rate | Net price
per_hundred: Price / per | Price/PU
net: Amount | Net amount | Total {currency} | Amount ({currency})
tax_rate: VAT | Tax | VAT rate
letter: VAT | Code
ean: EAN | Barcode
price_inclusive: Price | Price incl. VAT
inclusive: Amount | Total incl. VAT
with_tax: Gross | Incl. VAT
listed: List price | Gross price
discount: D1 % | Disc.
second_discount: D2 % | Extra
date: Date | Day
fee_number: Code | Item no
factor: Factor
foreign: Amount USD | USD
rate: VAT % | Rate
base: Net | Taxable
tax: VAT | Tax
"""

SENTENCES: Final = """
terms: Net {days} days | Due in {days} days | Payable {days} days from invoice date, no deduction. | {days} days net
discount: {percent}% {early} days, net {days} days | {early} days less {percent}% cash discount, {days} days net
due: Please settle this invoice by {date}. | Payment is due on {date}. | Please ensure payment reaches us by {date}.
quote: Please quote {reference} with your payment. | When paying, use the reference {reference}.
    | Reference for your transfer: {reference}
tax_row: {tax} {rate} | {tax} ({rate}) | {rate} {tax} | Plus {rate} {tax}
tax_on: {tax} {rate} on {base} | {tax} ({rate} on {base})
deposit: Deposits are refunded against empties in full crates.
exchange: Charges in USD converted at 1 {currency} = {rate} USD, rate of {date}.
freight_exempt: Charges at 0%: zero-rated, international transport.
conditions: We trade under the forwarding conditions of our association, latest edition. Liability is limited to 8.33
    SDR per kg.
thanks: Thank you for your business! | Thank you, please come again.
check: Make all checks payable to {name}
headline: {amount} due {date} | {amount} due on {date}
online: Pay online with the link in our e-mail, or by bank transfer below.
card: Charged {amount} to Visa ending in {digits} on {date}.
billing: This invoice is for the billing period {start} - {end} | For the period from {start} to {end}
total_due: TOTAL AMOUNT DUE ON {date} | Total due by {date}
later: Usage that is metered late is charged on the next bill. Details follow on the next pages.
debit: We will collect {amount} from your account on {date}.
mandate: Direct debit mandate {number}, creditor no 294 113
instalments: You paid {count} instalments of {amount} each.
next_instalment: Your new instalment is {amount} a month, first due on {date}.
one_line: {title} {number} of {date} | {title} no {number} dated {date}
stay: Thank you for staying with us. The city levy is passed on to the council untaxed.
till_card: Card payment {amount}
wallet: Paid {amount} by card on {date}. There is nothing left to pay.
    | Payment method: PayPal, {amount} received on {date}.
returns: You may return goods within 30 days. Keep this invoice for your warranty of 2 years.
titled: {title} {number} | {title} no. {number}
greeting: Dear Sir or Madam, | Hello,
intro: thank you for your order and the trust that goes with it. We invoice you for the following:
pay_by: Please transfer {amount} by {date} to the account below. | The total of {amount} is payable by {date}.
regards: Kind regards | Yours faithfully
place: {city}, {date}
work: For "{work}", completed last month as agreed, I charge a fee of {net} plus {rate} {name} ({tax}), in total
    {gross}.
work_untaxed: For "{work}", completed last month as agreed, I charge a fee of {net}; the total is {gross}.
within: within {days} days
transfer: Please transfer the amount {within} to my account {iban}, BIC {bic}.
section_sum: Total {name} | Subtotal {name}
master: Joinery, roofing, renovation - members of the guild since 1987
site: refurbishment of stairwell, east wing
labour_share: Labour included in this invoice, incl. tax: {amount}
keep: Please keep this invoice for six years.
fees: For medical services rendered in accordance with the schedule of fees:
medical: Medical services exempt from VAT.
acted: In the matter above we charge our professional fees as follows:
original: No {number} of {date}, total {amount}
returned: goods returned, defective on arrival
credited: The amount will be credited to your account and set off against your next payment.
overdue: If your payment has crossed with this letter, please disregard the list above.
reverse: Reverse charge: customer to account for VAT. | VAT reverse-charged, Article 196 of Directive 2006/112/EC.
exempt: Exempt from VAT. | This supply is VAT exempt.
"""

GOODS: Final = """
parts: Hexagon bolt M10x40 galvanised=PC | Ball bearing 6204-2RS=PC | Gasket ring NBR 70=PC | Hydraulic hose DN12=M
    | Terminal block 2.5 mm²=PC | Cutting fluid drum=KG
food: Basmati rice 10 kg=bag | Peeled tomatoes 6x2.5 kg=case | Sunflower oil 10 l=can
    | Butter unsalted 20x250 g=case | Penne 5 kg=bag | Ground coffee 8x500 g=case | Wheat flour 25 kg=bag
drinks: Mineral water still 12x0.75 l=crate | Lager 24x0.33 l=crate | Apple juice 6x1 l=crate
    | Tonic water 24x0.2 l=crate | House red 6x0.75 l=case | Cola 24x0.33 l=crate
deposit: Deposit crate=crate | Deposit bottle 0.33=bottle | Euro pallet=pc
haulage: Haulage to terminal=trip | Customs clearance import=entry | Terminal handling=cntr | Document fee=set
    | Storage 4 days=day
haulage_abroad: Ocean freight Shanghai - Felixstowe=cntr | Bunker surcharge=cntr | Marine insurance=pol.
    | Air freight JFK - LHR=kg
office: Filing cabinet, 4 drawers=ea | Laser paper A4 80 g=box | Whiteboard 120 x 90=ea | Ergonomic mouse=ea
    | Visitor chair blue=ea | Label printer=ea
services: Project management=hrs | Workshop on site=day | Analysis and report=flat! | Travel expenses=flat!
    | Coaching session=hrs
software: Team plan=seat | Business seats=user | Priority support=month | API calls, bundle of 10,000=bundle
    | Extra storage 100 GB=pack
compute: Server m5.large Linux, per hour=Hrs | Server t3.small, per hour=Hrs | Function requests, per million=M
    | Container hours=Hrs
storage: Standard storage, first 50 TB=GB-Mo | Snapshot storage=GB-Mo | PUT and COPY requests, per 1,000=K
    | Cold archive=GB-Mo
network: Data transfer out, next 40 TB=GB | Load balancer hours=Hrs | Public IPv4 address=Hrs
line_base: Business Unlimited 20 GB=SIM | Line rental fibre 500=line | Router hire=unit
line_usage: Calls to UK mobiles=min | Roaming data zone 2=MB | Text messages=SMS | Calls to 0845 numbers=min
    | International calls=min
line_extra: Premium directory entry=month | Paper bill=pc | Late payment fee=pc
hosting: Virtual server S2=month | Domain example-shop.com=year | Backup 250 GB=month | Mailbox package 25=month
    | SSL certificate=year
energy: Electricity units, day rate=kWh | Electricity units, night rate=kWh | Grid use=kWh
energy_base: Standing charge=day | Metering=year!
town: Water supply=m³ | Sewerage=m³ | Refuse bin 120 l=bin | Street cleaning frontage=m
town_more: Hire of lorry with driver=hr | Use of weighbridge=pc | Room hire, town hall=day
hotel: Double room, bed only=night | Single room superior=night
hotel_more: Breakfast buffet=pers. | Minibar=pc | Car park=day | Dinner, restaurant=pers.
hotel_free: City visitor levy=pers.
menu: Soup of the day | Grilled sea bass | Fish & chips | Sticky toffee pudding | Caesar salad | Burger Deluxe
menu_drinks: Sparkling water 0.7 | Glass Merlot | Espresso | Draught beer pint | Fresh lemonade
shop: Bluetooth headphones black | USB-C charger 65 W | Desk lamp Aurora | Steel bottle 750 ml | Phone case clear
shop_books: Paperback "The Long Coast" | Cookbook "One Pot" | Road atlas Europe
writing: Translation of the annual report | Text for the autumn brochure | Photographs of the new plant
labour: Foreman=hrs | Carpenter=hrs | Apprentice=hrs | Travel and set-up=flat!
material: Plasterboard 12.5 mm=m² | Spruce battens 40/60=m | Screws and fixings=flat! | Mineral wool 160 mm=m²
    | Primer=l
treatment: Consultation, detailed | Full physical examination | Ultrasound abdomen | Venous blood sample
    | ECG at rest | Letter to referring doctor
counsel: Fee for proceedings | Fee for hearing | Drafting of agreement | Postage and telephone, flat
counsel_free: Court fees advanced | Land registry extract
cleaning: Office cleaning, monthly=month! | Window cleaning 3 floors=job | Carpet shampoo=m² | Consumables=flat!
"""
