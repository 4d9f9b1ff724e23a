"""English words of the fresh pages."""

from typing import Final

LABELS: Final = """
invoice: Invoice | Sales invoice | Bill | Final invoice
credit_note: Credit | Credit note | Credit against invoice
invoice_number: Invoice ref. | Our invoice | Bill no. | Document number | Inv. ref.
credit_number: Credit ref. | Our credit no. | Document number
issue_date: Dated | Date & tax point | Billing date | Issue date | Date raised
due_date: To be paid by | Payment date | Settle by | Due on
delivery_date: Completed on | Supplied on | Date of delivery
order_reference: Your PO | Cust. order ref. | Ordered under | PO ref.
customer_number: Client ref. | A/C no. | Your account with us | Client code
seller_tax_id: VAT registered | VAT Registration | VAT reg. | Our VAT no.
buyer_tax_id: Client VAT no. | Your VAT reg. | VAT no. of recipient
ein: Taxpayer ID (EIN) | Tax ID no.
net: Total before tax | Net value | Sum excl. tax | Amount before tax
lines_sum: Value of lines | Charges
shipping: Collection & delivery | Haulage | Delivery
tax: VAT | V.A.T.
sales_tax: Sales tax | State tax
tax_sum: VAT total | Total VAT
gross: Invoice value | Total charge | Total with tax | Bill total | Total payable
payable: Left to pay | Now due | Balance to pay | Sum now due
iban: IBAN | Account (IBAN) | Int. account no.
bic: BIC code | SWIFT/BIC | Bank code (BIC)
bank: Bankers | Paid to | Bank name
payment_reference: Ref. to quote | Your payment ref. | Quote when paying
terms: Agreed terms | Settlement | Our terms
phone: Call | Telephone | Tel
register: Registered no. | Co. reg. | Company registration
bill_to: Billed to | To the account of | Client | Charged to
from: Supplied by | Issued by
order_date: Ordered on | Order of
delivery_note: Docket | Delivery docket | Advice note
contact: Account manager | Handled by | Ask for
person: Student | Participant
attention: Attn. | FAO | c/o
period: Period covered | For the period | Service period
currency: Currency | Billed in
page: Sheet {page} of {pages} | Page {page} of {pages} | p. {page}/{pages}
licence: Licence key | Product key | Key
file: Our file | File ref.
job: Job | Job no.
contract: Contract ref. | Agreement no. | Contract
meter: Meter | Meter serial
supply_point: Supply no. | MPAN
event: Booking | Event ref.
course: Group | Class
site: Site | Depot
tour: Van / stop | Round
registry: School registration | Registration
section.fees: Professional fees | Our time
section.expenses: Expenses | Third-party costs
"""

HEADINGS: Final = """
pos: Ln | Item
item_id: Code | Product ref. | Stock code | Part
description: Particulars | What we did | Work and goods | Service | Details of charge
quantity: Units | No. | Quant. | How many
unit: Per | Measure
unit_price: Each | Rate | Unit cost | Price ex tax
net: Value | Charge | Extended price | Sum
tax_rate: VAT % | VAT rate % | Tax %
with_unit: Quantity | Number | Amount used
per_thousand: Per 1,000 | Price per 1,000
discount: Less % | Disc %
day: Day | On
from_day: From | On hire | Start
to_day: Until | Off hire | End
rate: VAT at | Rate
base: Goods value | On
tax: VAT due | VAT
"""

SENTENCES: Final = """
greeting: Dear Sir or Madam, | Dear customer,
opening: Please find below our charges for the work that you asked for. | As agreed we charge as follows.
closing: Yours faithfully | With kind regards
thanks: It was a pleasure working with you. | Thank you for choosing us.
terms: Payment is due {days} days after the date above. | {days} days from billing | Strictly {days} days net
terms_date: {days} days, which is on or before {date} | Our terms are {days} days: please let us have payment by {date}.
early: {percent}% may be deducted if we are paid within {early} days; otherwise {days} days.
    | Prompt payment within {early} days earns {percent}%, full amount at {days} days
due: {amount} should reach us no later than {date}. | Please make sure that we have {amount} by {date}.
transfer: We kindly ask you to transfer {amount} before {date} to account {iban} (BIC {bic}) in the name of {holder},
    quoting {reference}.
    | Kindly pay {amount} by {date} into {iban}, BIC {bic}, account of {holder}, with reference {reference}.
tax_at: {tax} at {rate} | {rate} {tax} | Add {tax} {rate}
tax_of: {tax} at {rate} on {base} | {rate} {tax} of {base}
paid_on: Deposit of {date} | Less received on {date}
instalments: Instalments up to {date} | Less what you paid by {date}
withheld: Less tax withheld {percent} | Deduction at source {percent}
corrects: This credit relates to our document {number} of {date}. | We credit document {number} dated {date}.
titled: {title} {number} | {title} no. {number}
late: E&OE. We may charge interest and a fixed sum for late payment under the Late Payment of Commercial Debts Act.
    | Interest runs at 8% over base rate on sums paid late. Errors and omissions excepted.
property: Title to the goods passes only when they are paid for. | Goods stay ours until paid in full.
paid_by_transfer: Please pay by bank transfer to: | To our account, please:
slip: Remittance advice | Payment advice
slip_how: Please return this slip with your payment, or send it to our cashiers.
    | Tear off here and send it along, so that we can allocate what you pay.
valid: May be used from {start} until {end} | Term {start} to {end}
software: Keys cannot be returned once they were sent. | Licensed, not sold: the maker's terms apply.
used: In this period you used {amount} kWh. | Your consumption: {amount} kWh
change: From next month your instalment stays as it is. Tell us your readings at any time.
    | Moving home? Tell us two weeks before. Our fuel mix is printed on our site.
cleaned: For cleaning your premises in the period {period} we charge: | Cleaning carried out, {period}:
hours: Hours in all: {hours} | Together {hours} hours
reverse: The customer accounts for the VAT on this supply (reverse charge). | Reverse charge, customer to pay the VAT.
exempt: Education, exempt from VAT. | No VAT is charged: exempt supply of education.
"""

PARTIES: Final = """
trades: Associates | Partners | Works | Hire | Press | Education | Parts Centre | Events | Energy
streets: 3 Tanner's Yard | 61 Canal Street | The Old Granary, Quay Road | 118 Victoria Avenue | Plot 9, Eastfield
details: 135 gsm silk, 4/4 colours | uncoated 90 gsm, 1/1 | board 300 gsm, one side | packed in hundreds
"""

GOODS: Final = """
accounting: Bookkeeping, monthly=hrs | Preparing the annual accounts=hrs | Payroll run=hrs | VAT return=hrs
    | Advice on company car=hrs
technical: Inspection of the lift=visit | Calibration of scales=pcs | Annual service of the boiler=visit
    | Software update of controls=hrs | Call-out at night=visit | Gas safety certificate=pcs
fees: Concept and direction=days | Copywriting=hrs | Media planning=days | Photography on location=days
    | Project management=hrs
expenses: Print of posters=lot | Rail fares=trip | Stock pictures=pcs | Courier=trip
design: Identity: mark, colours and type | Website, design of nine templates | Annual report, 64 pages
    | Signage for two floors | Packaging for a family of teas
freelance: Article, 1,200 words=pcs | Editing of a manuscript=hrs | Portrait session=days | Workshop for editors=days
courses: Spanish A2, evenings=weeks | Exam preparation, small group=weeks | Conversation, one to one=lessons
    | Business English B1=weeks | Summer course for teenagers=weeks
craft: Gate, forged and galvanised=pcs | Handrail, stainless=m | Repair of shutter=hrs | Fitting on site=hrs
    | Steel plate, cut to size=pcs
craft_low: Window sill, renovated home=m | Insulation of a dwelling=m2 | Replacing a door, dwelling=pcs
supplies: Apron with print=pcs | Glass jar with lid=box | Labels on a roll=roll | Paper bags, brown=box
    | Baking tray, perforated=pcs | Cake board, round=pack
spare: Seal, crankshaft front=EA | Belt, ribbed=EA | Bearing, wheel hub=EA | Filter, cabin=EA | Relay 12 V=EA
    | Bush, lower arm=EA | Gasket set, head=SET | Cable, bonnet=EA | Nut, flanged M10=BAG | Sensor, coolant=EA
print: Flyers A5, both sides=sheets | Folders, six pages=pcs | Letterheads=sheets | Posters A2=pcs
    | Envelopes C5 with window=pcs
print_books: Programme, stapled=pcs | Brochure, perfect bound=pcs
machines: Mini excavator 1.8 t=days | Scissor lift 8 m=days | Vibrating plate 90 kg=days | Generator 20 kVA=days
    | Site dumper=days
facility: Hand towels, two-ply=case | Soap cartridge=pcs | Entrance mat, laundered=pcs | Air freshener, refill=pcs
    | Washroom service=month | Sharps box=pcs
licences: Drawing suite, per user, 1 year=pcs | Endpoint guard, per device=pcs | Backup for servers=pcs
    | Office plan, business=pcs | Remote support, concurrent=pcs
energy: Electricity used by day=kWh | Electricity used by night=kWh
energy_base: Standing charge=days | Metering=days
cleaning: Offices, first floor=hrs | Stairs and entrance=hrs | Windows, outside=hrs | Kitchen, deep clean=hrs
    | Floor, machine scrubbed=hrs
event: Hall, full day=day | Sound and lights=set | Stage 6 x 4 m=pcs | Host, bilingual=hrs | Folding chairs=pcs
event_food: Buffet, per guest=guests | Coffee and pastry=guests
"""
