"""English words of the desks."""

from typing import Final

LABELS: Final = """
invoice: Invoice | INVOICE | Sales Invoice
credit_note: Credit Note | CREDIT NOTE | Sales Credit Note
invoice_number: Invoice Number | Invoice No. | Invoice no | Invoice Ref
credit_number: Credit Note Number | Credit No. | Credit note no.
issue_date: Invoice Date | Date | Tax point date | Date of invoice
due_date: Due Date | Payment due date | Payment due by
delivery_date: Delivery Date | Date of Supply | Supply date
order_reference: Purchase Order No. | Your Order No. | Customer PO | Customer order ref.
customer_number: Customer Number | Account Number | Customer Account | A/C No.
seller_tax_id: VAT Registration Number | VAT Reg. No | VAT No. | VAT registration no.
buyer_tax_id: Customer VAT No. | Your VAT Number | Customer VAT reg. no.
ein: EIN | Tax ID (EIN)
net: Net Total | Subtotal | Total excluding VAT | Net Amount
lines_sum: Goods Total | Total of items | Items total
allowance: Discount | Less discount
shipping: Carriage | Delivery | Postage & Packing
tax: VAT
sales_tax: Sales Tax
tax_sum: Total VAT | VAT Total | VAT
gross: Invoice Total | Total | Total including VAT | Total inc. VAT
prepaid: Less payments received | Paid on account | Payments received
payable: Amount Due | Balance Due | Total Due | Balance to pay
iban: IBAN
bic: BIC | SWIFT/BIC | SWIFT
bank: Bank | Bank name
terms: Terms of payment | Payment terms | Terms
payment_reference: Payment reference | Reference when paying | Your payment reference
phone: Tel | Tel. | Telephone | T:
email: Email | E-mail
web: Web | www
register: Company Reg. No. | Registered No. | Company Registration Number
director: Director | Directors
contact: Contact | Your contact | Account manager
bill_to: Invoice To | Bill to | Invoice Address
ship_to: Deliver To | Delivery Address
sold_by: Sold by
delivery_note: Delivery Note | Despatch No. | Delivery Note No.
currency: Currency
page: Page {page} of {pages} | Page {page} / {pages} | Page: {page}/{pages}
carried: Carried forward | Carried over
brought: Brought forward
period: Billing period | Period
order_date: Order date
subtotal: Subtotal | Total
x01.number_and_date: Invoice no./Date | Number/Date
x01.credit_and_date: Credit memo no./Date | Number/Date
x01.order_and_date: Purchase order no./Date | Your PO no./Date
x01.note_and_date: Delivery note no./Date | Delivery no./Date
x01.net: Total items | Items total | Net value
x01.gross: Final amount | Total amount
x03.issue_date: Invoice/Tax Date | Tax Date
x03.order_reference: Cust. Order No. | Order No.
x03.customer_number: Account No. | Account Ref.
x03.lines_sum: Goods | Total Goods
x03.shipping: Carriage | Carriage Net
x03.net: Total Net Amount | Net Total
x03.tax_sum: Total VAT Amount | Total Tax Amount
x03.gross: Invoice Total
x04.invoice: Tax Invoice | Invoice
x04.order_reference: Reference
x04.net: Subtotal
x04.gross: TOTAL | Total
x04.payable: Amount Due
x05.invoice: Invoice
x05.invoice_number: Invoice number
x05.issue_date: Date of issue
x05.due_date: Date due
x05.net: Subtotal | Total excluding tax
x05.gross: Total
x05.payable: Amount due
x06.invoice: Bill | Your bill
x06.invoice_number: Bill number | Invoice number
x06.issue_date: Bill date | Date of bill
x06.net: Total charges (excl. VAT) | Total before VAT
x06.gross: Total to pay | Total for this bill
x07.invoice: Electricity bill | Your electricity bill
x07.invoice_number: Bill number | Bill reference
x07.issue_date: Bill date | Date of bill
x07.net: Total charges excl. VAT | Total before VAT
x07.gross: Total charges for this period (incl. VAT) | Electricity charges this period incl. VAT
x07.prepaid: Less payments received | Payments you have made
x07.payable: Amount to pay | Please pay
x07.site: Supply address | Address of supply
x08.invoice: Invoice | Guest Folio | Tax Invoice
x08.invoice_number: Invoice No. | Folio No.
x08.gross: Total | Total Charges
x08.prepaid: Visa | Mastercard | Payment - Credit Card
x08.payable: Balance | Balance Due
x11.invoice: Invoice | Bill of Costs | Fee Note
x11.invoice_number: Our bill no. | Invoice no. | Bill Number
x11.net: Total fees and disbursements | Total excluding VAT
x11.prepaid: Less received on account | Less monies on account
x11.period: Work done in the period | For the period
x12.period: Weeks worked | Pay period
x13.prepaid: Less deposit paid | Deposit received
x13.payable: Balance due | Remaining balance
x13.delivery_date: Date completed | Work completed on
x15.gross: Total credit | Credit total | Total credited
x15.ship_to: Collected from | Returned from
x16.invoice: Invoice | VAT Invoice
x16.bill_to: Billing Address
x16.ship_to: Delivery Address | Shipping Address
x16.order_reference: Order # | Order number
x16.delivery_date: Dispatch date | Date of supply
x16.shipping: Postage & packing | Delivery charges | Shipping
x16.gross: Invoice total | Order total
x16.payable: Total payable
sales_order: Sales order no. | Our order no.
incoterm: Terms of delivery | Delivery terms
meter: Meter number | Meter serial no.
supply_point: MPAN | Supply number
contract: Contract account | Contract no.
billing_account: Billing account | Service account
line_number: Phone number | Mobile number
room: Room | Room No.
guest_folio: Conf. No. | Reservation
matter: Our ref. | Matter no.
subject: Re | Matter
depot: Branch | Branch code
fleet: Fleet no. | Agreement no.
return_note: Return no. | RMA no.
insertion: Booking no. | Insertion order
job_sheet: Job no. | Job sheet
mandate: Mandate reference | Direct Debit reference
creditor: Creditor ID | Service user number
site: Site address | Site
advertiser: Advertiser | Client
medium: Publication | Title
published: Publication date | Published
advice: PAYMENT ADVICE
advice_to: To:
enclosed: Amount Enclosed
customer: Customer
arrival: Arrival | Arrival date
departure: Departure | Departure date
guest: Guest | Guest name
details: Your charges in detail | Itemised charges
help: Need help?
hours_sum: Total hours | Hours in total
readings: Meter readings | Your meter readings
old: Previous reading
new: Latest reading
used: kWh used
costs: How your bill is worked out | Your charges
sku: SKU | Item no.
about_order: Order information | Order details
payment_method: Payment method
section.plan: Monthly charges
section.calls: Usage charges
section.once: One-off charges
section.advice: Professional fees
section.expenses: Disbursements
section.labour: Labour
section.material: Materials
"""

HEADINGS: Final = """
pos: No. | # | Item
pos_ten: Item
item_id: Product Code | Stock Code | Part No. | Item code
description: Description | Details | Item description
quantity: Qty | Quantity
hours: Hours | Hrs
unit: Unit | UOM
with_unit: Quantity | Qty
unit_price: Unit Price | Price | Unit price
discount: Disc % | Discount %
tax_rate: VAT % | VAT
bare_rate: VAT % | VAT rate
net: Net Amount | Amount | Total | Net
signed_net: Amount | Total
when: Date
night: Date
week: Week | Wk
worker: Name | Worker
driver: Driver
initials: By
tracking: Consignment no. | Tracking no.
weight: Weight kg | Kg
town: Destination | Delivered to
plate: Reg. no. | Registration
contract: Contract | Agreement
edition: Issue | Edition
code: Code
rate: VAT rate | Rate %
base: Net | Goods net | Net amount
tax: VAT | VAT amount
with_tax: Gross | Total
x04.hours: Quantity
x05.tax_rate: Tax
x08.description: Description
x08.unit_price: Price | Rate
x08.net: Amount | Charges
x11.description: Work done | Description
x11.unit_price: Rate | Hourly rate
x12.unit_price: Charge rate | Rate
x13.hours: Qty | Quantity
x14.description: Advertisement | Size and position
x14.quantity: Ins. | No.
x14.unit_price: Rate card price | Gross price
x14.net: Net price | Net
x16.unit_price: Unit price (incl. VAT)
x16.signed_net: Item total (incl. VAT) | Subtotal (incl. VAT)
"""

SENTENCES: Final = """
attention: FAO {person} | Attn: {person} | Accounts Payable, {person}
tax_at: {tax} @ {rate} | {tax} {rate} | Total {tax} {rate}
tax_of: {tax} ({rate} on {base}) | {tax} {rate} on {base} | {tax} at {rate} on {base}
terms: Payment due within {days} days of invoice date. | Payment terms: {days} days net. | Net {days} days.
    | Terms strictly {days} days from date of invoice.
terms_date: Please pay within {days} days, by {date} at the latest.
    | Our terms are {days} days. Payment is due by {date}.
early: {percent}% discount within {early} days, {days} days net. | Within {early} days {percent}% cash discount,
    within {days} days without deduction.
greeting: Dear Sir or Madam, | Dear customer,
opening: Thank you for your order. Please find our charges below. | We invoice you for the following services:
closing: Thank you for your business. | Kind regards | Yours faithfully
title_kept: Title to the goods remains with us until payment is received in full.
    | Goods remain the property of the seller until paid for in full. E&OE.
property: Credits are set off against the oldest open invoice of your account.
motto: Plumbing · Heating · Bathrooms | Electrical contractors since 1986
labour: The labour included in this invoice comes to {amount} excluding VAT. | Of this, labour: {amount} excl. VAT.
corrects: This credit note relates to our invoice {number} of {date}.
    | Credit against invoice no. {number} dated {date}.
settled: The amount will be credited to your account. | We will deduct this credit from your next invoice.
transfer: Please pay by bank transfer to {bank}. | Payment by bank transfer: {bank}
headline: {amount} due {date} | {amount} is due on {date}
online: Pay online
case: Share purchase agreement, warehouse site | Lease of office premises | Employment matters, general advice
services: For professional services rendered in the above matter we charge as follows:
    | To our professional charges in the above matter as set out below.
assigned: Our claims are assigned to {bank}. Payment in discharge of this debt can only be made to the account below:
    | This debt has been assigned to {bank}, to whom payment must be made:
brand: Alpenquell mineral water | Norbrook Bicycles | Halden Kitchens
medium: Regional Business Review | Logistics Today | The Evening Courier
quote: Please quote invoice number {number} and customer number {customer} when paying.
    | With your payment please state {number} / {customer}.
copy: A voucher copy of the issue is sent to you separately. | Voucher copy enclosed.
headed: {title} for {month} | {title} - {month}
collected: We will collect the amount from your account {iban} by Direct Debit on or after {date}.
    | Your Direct Debit will be taken on {date} from account {iban}.
objection: Please tell us within eight weeks if you believe that any charge is wrong. Calls to 0800 numbers are free.
advert: Twice the speed for the same price: ask about fibre! | Refer a colleague and get 50.00 credit.
pay_until: Please pay {amount} by {date}. | {amount} is to be paid by {date}.
mix: Fuel mix of this supply: renewables 61.4%, gas 28.1%, nuclear 8.0%, other 2.5%; CO2 142 g/kWh.
index: Rentals follow the mileage agreed per contract; excess mileage is charged at the end of the term.
goodbye: Thank you for staying with us. | We hope to welcome you again soon.
returns: Goods may be returned within 30 days. For questions about your order see our help pages.
incoterm: DAP | EXW | FCA | CPT
method: Credit card | PayPal | Visa
"""

PARTIES: Final = """
trades: Foods | Engineering | Care | Interiors | Events | Retail | Media | Property
streets: 3 Quayside House | 41 Castle Street | Unit 12, Meadow Trade Park | The Old Dairy, Farm Lane
details: as agreed | as ordered
"""

FIRMS: Final = """
x01: Bearings | Hydraulics | Drive Systems | Valves
x02: IT Services | Cleaning | Maintenance
x03: Wholesale | Catering Supplies | Trade Supplies
x04: Design | Digital | Creative
x05: Cloud | Software | Apps
x06: Telecom | Mobile | Broadband
x07: Energy | Power | Electricity
x08: Hotel | Lodge | Inn
x09: Parcels | Express | Couriers
x10: Leasing | Vehicle Solutions | Fleet
x11: Solicitors | Law | Legal
x12: Recruitment | Staffing | Personnel
x13: Plumbing & Heating | Electrical | Building Services
x14: Publishing | Media | Press
x15: Wholesale | Distribution | Trade Supplies
x16: Online | Store | Direct
"""

GOODS: Final = """
machine: Deep groove ball bearing 6205-2RS=PC | Hydraulic hose DN12, 1.2 m=PC | Gear motor 0.75 kW=PC
    | Hexagon bolt M12x60 8.8=PC | Seal kit cylinder 63/36=SET | Proximity sensor M18 PNP=PC | Lubricating grease EP2=KG
    | Solenoid valve 5/2 G1/4=PC
service: On-site service technician=hrs | Remote maintenance=hrs | Call-out charge=flat | Monthly backup service=month
    | Replacement hard disk 2 TB=pcs | Training of staff=hrs
supplies: Napkins 2 ply white x 2000 | Latex gloves, medium, box of 100 | Blue roll 2 ply 150 m
    | Bin liners heavy duty x 200
    | Takeaway box kraft 750 ml | Washing up liquid 5 l | Till rolls 80 x 80 x 20 | Floor cleaner concentrate 5 l
supplies_low: Mineral water 24 x 500 ml | Ground coffee 1 kg | Sugar sticks x 1000
design: Brand identity, phase 2 | Website design and build | Monthly retainer | Copywriting, product pages
    | Workshop, half day | Photography, edited images
software: Team plan, per seat | Business plan | Additional storage 100 GB | API requests | Priority support
plan: Business Mobile Unlimited=each | Fibre 500 line rental=each | Static IP address=each | Data SIM 20 GB=each
calls: Calls to UK mobiles=min | Calls to Europe=min | Text messages=msgs | Roaming data, world zone=MB
    | Directory and service numbers=min | Calls to landlines=min
once: Activation fee=each | Replacement SIM=each
kwh: Electricity, standard unit rate=kWh | Electricity, business tariff=kWh
grid: Standing charge=months | Meter operation=months | Climate change levy, fixed part=months | Metering data=months
room: Accommodation, double room | Accommodation, single room | Room incl. breakfast
extras: Parking | Minibar | Restaurant dinner | Bar | Laundry service | Breakfast
parcel: Next Day by 12:00 | Standard Parcel | Express Worldwide | Two Day | Returns service
surcharge: Fuel surcharge | Remote area surcharge | Peak season surcharge
cars: Lease rental, estate car | Lease rental incl. maintenance | Rental, electric van | Rental, compact hatchback
insurance: Motor insurance, passed on | Road fund licence, passed on
advice: Review of draft agreement | Telephone conference with client | Drafting of letter to other side
    | Research on limitation periods | Attendance at meeting | Amending share purchase agreement
    | Correspondence with court
expenses: Copying and postage | Courier | Land Registry search fees
shifts: Warehouse operative, basic | Warehouse operative, overtime | Forklift driver, basic
    | Forklift driver, night shift
    | Production worker, basic | Machine operator, Saturday
labour: Plumber=hrs | Apprentice=hrs | Electrician=hrs | Travel to site=hrs
material: Copper tube 22 mm=m | Radiator valve set=pcs | Isolating valve 15 mm=pcs | Condensing boiler 24 kW=pcs
    | Cable 3 x 2.5 mm2=m | Consumer unit 12 way=pcs | Sealant and fixings=lot | Waste pipe 40 mm=m
adverts: 1/1 page, 4 colour, inside front cover | 1/2 page landscape, 4 colour | 1/4 page, b/w
    | Banner on website, 4 weeks | Loose insert up to 20 g
goods: USB-C docking station | Wireless mouse, black | Desk lamp LED, dimmable | Filing boxes, pack of 10
    | Noise cancelling headset | Monitor arm, dual | Label printer
books: Handbook of Project Management | Street atlas | Learning Spanish, course book
"""
