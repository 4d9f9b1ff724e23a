"""English words of the houses."""

from typing import Final

LABELS: Final = """
invoice: Tax invoice | Account rendered | Invoice | Customer invoice
fee_note: Fee note | Note of fees | Professional account
credit_note: Credit memo | Credit advice | Credit note
invoice_number: Invoice no | Account ref. | Ledger no. | Our number
credit_number: Credit no | Memo no. | Our number
issue_date: Tax date | Day of issue | Made out on | Written on
due_date: Please pay before | Last day for payment | Falls due | Money due
delivery_date: Carried out on | Job finished | Handed over | Day of supply
order_reference: Instruction no. | Your order no. | Buyer's order | Req. no.
customer_number: Ledger account | Cust. no. | Member no. | Your code here
seller_tax_id: VAT number | GB/IE VAT | VAT ID of supplier | Reg. for VAT under
buyer_tax_id: VAT ID of buyer | Purchaser's VAT | Buyer's VAT reg.
ein: Federal ID (EIN) | FEIN
net: Subtotal ex VAT | Taxable total | Goods & services | Net sum
lines_sum: All items | Items together
shipping: Carriage to farm | Freight out | Carriage charge
tax: VAT | Value added tax
sales_tax: Sales tax | Local sales tax
tax_sum: VAT in all | Tax in all | VAT amount
gross: Sum with VAT | Grand total | Total of this document | Amount of invoice
payable: Still open | Remaining sum | Please remit | To settle
iban: IBAN no. | IBAN
bic: SWIFT | BIC/Swift | Swift code
bank: Our bank | Banking with | Held at
payment_reference: Your reference when paying | Remit with | Payment mark
terms: When to pay | Payment | Credit terms
phone: Phone | Ring us | Tel:
register: Reg. in England | Companies House no. | Reg. no.
bill_to: Account to | For | Invoice address
attention: For the attention of | Att: | Care of
contact: Your contact here | Raised by | Clerk
delivery_note: Note no. | Drop note | Despatch note
currency: All sums in | Currency code
page: {page} / {pages} | Page {page}/{pages} | Leaf {page} of {pages}
period: Rental period | Month billed | Covering
order_date: Order dated | Instructed on
job: Job sheet | Worksheet no.
contract: Policy no. | Cover no.
lease: Membership agreement | Desk agreement
file: Case | Project no.
event: Function no. | Party ref.
site: Works at | Address of works
tour: Delivery run | Lorry / drop
plate: Vehicle | Reg. mark
mileage: Odometer | Miles
patient: Patient | Patient code
deed: Excise no. | Bonded store no.
section.plumb_work: Labour | Time of our fitters
section.plumb_goods: Materials | Fittings used
section.car_work: Labour (10 units = 1 hour) | Workshop units
section.car_parts: Parts fitted | Replacement parts
section.wine: Wines | Bottles
section.crates: Deposits | Returnable packaging
"""

HEADINGS: Final = """
pos: # | Line
item_id: Art. no. | Our code | Item ref. | Stock ref.
pack_code: PIP code | Pack no.
model: Style | Model
description: Text | Supplied and done | Charge for | Wording
quantity: Qty sold | Count | Pieces | Amt.
unit: U/M | Pack | in
unit_price: Unit net | Single price | Cost each | per unit
net: Line net | Goods total | Ext. | Net
tax_rate: V % | % VAT | VAT rate
with_unit: Supplied | Qty and unit | Quantum
discount: Off % | Trade disc.
letter: V | T
span: Covering | Period of use
lot: Batch | Lot
done: Done | Progress
ride: Date of ride | When
rider: Passenger | Rider
rate: % | Tax rate
base: Taxable | Net at rate
tax: Tax | VAT sum
S: S
M: M
L: L
XL: XL
"""

SENTENCES: Final = """
greeting: Good morning, | Dear colleagues,
opening: Thank you for having us in. Here is what we did and what it costs.
    | Our charges for the matter below are these.
closing: Sincerely yours | Best wishes
headed: {title} {number} of {date} | {title} no. {number}, {date}
referred: This refers to your order {order}; in our books you are customer {customer}.
    | You ordered under {order}. Your number with us: {customer}.
corrects: Correction to our account {number} of {date}. | We credit what was charged with {number} on {date}.
terms: Kindly pay within {days} days. | We allow {days} days. | Net cash {days} days
terms_date: Credit of {days} days is given, until {date}. | Pay within {days} days, not after {date}.
early: Take {percent}% off if you pay inside {early} days; {days} days net. | {early} days {percent}%, {days} days net
due: We look forward to receiving {amount} by {date}. | {amount} falls due on {date}.
quoted: On your transfer please state {reference}. | The reference {reference} helps us to find your payment.
comes: Our fee comes to {net}; with {rate} {tax} of {due} this makes {gross}.
    | We charge {net} plus {due} ({tax} {rate}), in all {gross}.
tax_at: {tax} {rate} | plus {rate} {tax} | {tax}, {rate}
tax_of: {rate} {tax} charged on {base} | {tax} {rate} (on {base})
paid_on: Part payments up to {date} | Received on account by {date}
card: Charged to your card on {date} | Card payment {date}
share: {percent}% of a first-year salary of {salary} | Agreed share: {percent}% of {salary} a year
runs: Term: {start} to {end} | From {start} through {end}
late: Disputes within eight days please. Late accounts bear interest by law.
    | Interest and costs of recovery are charged on overdue accounts.
property: Goods belong to us until your payment has cleared. | Ownership is retained until payment.
exempt: Insurance services: exempt from VAT. | No VAT, exempt as insurance mediation.
menu: Served with pleasure | It was lovely to cook for you
"""

PARTIES: Final = """
trades: Sons | Services | House | Supply | Trading | Bureau | Brothers | Group
streets: 14 Millrace Lane | The Forge, 2 Church End | Unit 5b, Harbour Works | 203 Station Parade
details: Use: website and press, two years | Use: one poster, one season | Use: all media, one year
"""

GOODS: Final = """
plumb_work: Fitter, on site=hrs | Apprentice=hrs | Pressure test=visit | Call-out Saturday=visit
plumb_goods: Copper pipe 22 mm=m | Ball valve 3/4"=pcs | Basin mixer, chrome=pcs | Thermostat head=pcs
    | Solder, flux=lot
dental: Crown, zirconia, layered=tooth | Model from scan=pcs | Bridge, three units=pcs | Night guard, hard=pcs
    | Shade taken in our lab=visit
dental_low: Clasp denture, upper=pcs | Repair of a denture=pcs
words: Contract, German to English=words | Operating manual, French to English=words | Web pages into Dutch=words
    | Certificates, sworn=lines | Second reading=words
shoot: Half a day in the studio=day! | Full day on location=day! | Retouching, per picture=pcs | Assistant=day
licence: Reproduction right, picture A-14=pcs! | Reproduction right, series of six=pcs! | Archive picture, one use=pcs!
car_work: Service to schedule=units | Brake discs front, replaced=units | Diagnosis of engine light=units
    | Wheels balanced=units
car_parts: Oil 5W-30=l | Oil filter=pcs | Brake disc, vented=pcs | Pad set=set | Wiper blades=pair | Screenwash=l
phases: Phase 2, outline design | Phase 3, building permit | Phase 5, working drawings | Phase 6, tender papers
    | Phase 8, supervision on site
menu: Hot buffet "Harvest"=guests | Canapés, six each=guests | Cheese table=guests | Coffee and cake=guests
menu_staff: Waiting staff=hrs | Cook on site=hrs | Glasses and linen=lot! | Bar, drinks as taken=lot!
seed: Winter wheat, dressed=t | Maize for silage=kg | Grass mix, reseeding=kg | Clover, red=kg
feed: Dairy nuts 18 %=t | Mineral mix=kg | Calf milk powder=kg | Barley, rolled=t
drugs: Paracetamol 500 mg 20 tabs=PK | Ibuprofen gel 50 g=TB | Insulin pens 5 x 3 ml=PK | Nasal spray 10 ml=BT
    | Amoxicillin caps 500 mg=PK | Saline 0.9 % 100 ml=BT | Vitamin D drops=BT | Eye ointment 5 g=TB
drugs_low: Baby milk 800 g=TIN | Sip feed vanilla 4 x 200=PK | Gluten-free flour=BAG
domains: Domain fjordline.eu=year | Domain quartzmill.com=year | Mail hosting, 10 boxes=year | TLS certificate=year
    | Domain oldharbour.shop=year
desks: Fixed desk, window=desk | Flexible desk=pass | Meeting room, hours used=hrs | Letterbox and name plate=month
    | Lockers=pcs
cover: Fire and theft, warehouse=year! | Public liability=year! | Fleet, six vans=year! | Cyber cover=year!
rides: Station to head office=ride | Airport, early=ride | Court and back=ride | Night ride=ride
    | Hospital, waiting=ride
cloth: Work trousers, grey=pcs | Polo shirt, pique=pcs | Fleece jacket=pcs | Apron dress, striped=pcs
hire: Placement: head of purchasing | Placement: payroll specialist | Placement: plant engineer
wine: Riesling dry, 0.75 l=btl | Rosé, 0.75 l=btl | Pinot Noir, barrel, 0.75 l=btl | Grape juice, 1 l=btl
crates: Crate, six-bottle, deposit=pcs | Pallet, deposit=pcs
"""
