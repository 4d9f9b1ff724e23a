"""Pages of those who sell goods or mend things: industry, small firms, wholesalers, craftsmen, credit notes."""

from __future__ import annotations

from bursar.evals.rendering.desks.parts import (
    Pair,
    attention,
    boxes,
    buyer,
    colons,
    feet,
    heads,
    listed,
    paged,
    pair,
    pairs,
    put,
    seller,
    stacked,
    terms,
)
from bursar.evals.rendering.desks.sums import ladder, summed, tax_table
from bursar.evals.rendering.desks.table import Grid, items
from bursar.evals.rendering.draft import Draft
from bursar.evals.rendering.facts import ZERO


def _with_day(d: Draft, key: str, kind: str, day: str) -> Pair:
    """Return a number and its date behind one name, as forms of large companies join them."""
    return d.label(key), f"{pair(d, kind)[1]} / {pair(d, day)[1]}"


def industrial(d: Draft) -> None:
    """Draw the form of a large company's program: a block of numbers with dates, items in tens, one long footer."""
    facts = d.facts
    name, street, city = seller(d)
    d.sheet.logo(d.right - 96, 32, 96, 30)
    put(d, d.left, 126, f"{name}, {street}, {city}", 6.5, width=240)
    d.sheet.line(d.left, 129, d.left + 240, 129)
    stacked(d, d.left, 146, attention(d), 10, width=240)
    x = d.left + 268
    put(d, x, 98, d.title, 15, bold=True, width=d.right - x)
    some = [
        _with_day(d, "credit_and_date" if facts.credit else "number_and_date", "number", "issue_date"),
        _with_day(d, "order_and_date", "order_reference", "order_date"),
        _with_day(d, "note_and_date", "delivery_note", "delivery_date"),
        *pairs(d, "sales_order", "customer_number", "buyer_tax_id", "contact", "phone"),
    ]
    listed(d, some, x, 120, 112, size=8.5)
    d.y = 246
    agreed = [(d.label("terms"), terms(d, "early" if facts.days > facts.early_days else "terms")), pair(d, "incoterm")]
    d.y = listed(d, agreed, d.left, d.y, 120, size=8.5, style="colon")
    d.says("currency", facts.currency)
    put(d, d.right, d.y + 6, colons([(d.label("currency"), facts.currency)]), 8.5, align="R")
    d.y += 26
    columns = (("pos_ten", 44.0, "L"), ("item_id", 74.0, "L"), ("description", 0.0, "L"), ("with_unit", 66.0, "R"),
               ("unit_price", 68.0, "R"), ("net", 76.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="lined", size=8.5, gap=6, carried=True))
    ladder(d, summed(d, "net", "taxes_on", "gross"), d.left + 230, style="ruled", size=9)
    put(d, d.left, d.y + 6, d.sentence("title_kept"), 7.5, width=d.right - d.left)
    heads(d, 48)
    paged(d, d.right, d.sheet.height - 64)
    feet(d, (
        (name, street, city, colons(pairs(d, "phone"), colon=" ")),
        (*(f"{label} {value}" for label, value in pairs(d, "register", "director")), facts.seller.web),
        (colons(pairs(d, "seller_tax_id")), colons(pairs(d, "email"))),
        (facts.accounts[0].bank, colons(pairs(d, "iban"), colon=" "), colons(pairs(d, "bic"), colon=" ")),
    ))  # fmt: skip


def small_firm(d: Draft) -> None:
    """Draw what a firm of five people writes with a program out of a box: title with number, a greeting, four feet."""
    facts = d.facts
    name, street, city = seller(d)
    put(d, d.right, 64, name, 17, bold=True, align="R", width=300)
    put(d, d.left, 132, f"{name} - {street} - {city}", 7, width=230)
    stacked(d, d.left, 152, buyer(d), 10.5, width=230)
    listed(d, pairs(d, "number", "customer_number", "issue_date", "delivery_date"), d.right - 186, 152, 96, size=9.5)
    d.y = 258
    put(d, d.left, d.y, f"{d.title} {facts.number}", 14, bold=True, width=d.right - d.left)
    d.y += 26
    d.paragraph(d.sentence("greeting"), 10)
    d.y += 4
    d.paragraph(d.sentence("opening"), 10)
    d.y += 16
    columns = (("pos", 32.0, "L"), ("description", 0.0, "L"), ("quantity", 48.0, "R"), ("unit", 52.0, "L"),
               ("unit_price", 72.0, "R"), ("net", 80.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="gray", size=9.5, gap=5))
    rows = ("lines", "allowance", "net") if facts.allowance else ("net",)
    ladder(d, summed(d, *rows, "taxes", "gross"), d.left + 250, style="ruled", size=10)
    d.room(80)
    d.y += 10
    d.paragraph(terms(d, "terms"), 10)
    d.y += 8
    d.paragraph(d.sentence("closing"), 10)
    d.paragraph(facts.seller.person, 10)
    paged(d, d.right, d.sheet.height - 96)
    feet(d, (
        (name, street, city),
        tuple(colons([one], colon=" ") for one in pairs(d, "phone", "email", "web")),
        (facts.accounts[0].bank, *(colons([one], colon=" ") for one in pairs(d, "iban", "bic"))),
        tuple(colons([one], colon=" ") for one in pairs(d, "seller_tax_id", "register")),
    ), size=7, lift=30)  # fmt: skip


def wholesaler(d: Draft) -> None:
    """Draw a wholesaler's stationery: two framed addresses, a frame of numbers, an analysis of tax beside the sums."""
    facts = d.facts
    name, *rest = seller(d)
    put(d, d.left, 54, name, 16, bold=True, width=320)
    stacked(d, d.left, 68, [*rest, colons(pairs(d, "phone", "email"))], 8, width=320)
    put(d, d.right, 58, d.title.upper(), 20, bold=True, align="R", width=180)
    put(d, d.left, 112, colons(pairs(d, "seller_tax_id", "register")), 7.5, width=320)
    for x, key, texts in ((d.left, "bill_to", buyer(d)), (d.left + 176, "ship_to", facts.buyer.address)):
        d.sheet.rect(x, 122, 168, 74)
        put(d, x + 5, 133, d.label(key), 7.5, bold=True)
        stacked(d, x + 5, 148, texts, 9, width=158)
    x = d.left + 356
    some = pairs(d, "number", "issue_date", "due_date", "order_reference", "customer_number", "delivery_note")
    listed(d, some, x, 131, 84, size=8.5, right=d.right, style="bold")
    d.y = 222
    columns = (("quantity", 44.0, "R"), ("item_id", 72.0, "L"), ("description", 0.0, "L"), ("unit_price", 58.0, "R"),
               ("discount", 44.0, "R"), ("net", 64.0, "R"), ("bare_rate", 42.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="boxed", size=8.5, gap=4, rules="none"))
    d.room(118)
    d.y = top = max(d.y, d.bottom - 110)
    below = tax_table(d, d.left, (("code", 30), ("rate", 44), ("base", 74), ("tax", 68)))
    d.y = top
    rows = ("lines", "shipping", "net") if facts.shipping else ("net",)
    ladder(d, summed(d, *rows, "tax", "gross"), d.right - 204, style="boxed", size=9.5, lead=1.8)
    d.y = max(below, d.y)
    put(d, d.left, d.y, terms(d, "terms"), 8.5, bold=True, width=d.right - d.left)
    put(d, d.left, d.y + 14, colons(pairs(d, "bank", "iban", "bic")), 8, width=d.right - d.left)
    put(d, d.left, d.y + 27, d.sentence("title_kept"), 7, width=d.right - d.left)
    heads(d, 42)
    paged(d, d.right, d.sheet.height - 26, 8)


def craftsman(d: Draft) -> None:
    """Draw a craftsman's bill: where he worked, labour and material apart with what each comes to, what was paid."""
    facts = d.facts
    name, *rest = seller(d)
    d.sheet.logo(d.left, 36, 44, 44)
    put(d, d.left + 56, 54, name, 15, bold=True, width=300)
    put(d, d.left + 56, 69, d.sentence("motto"), 8.5, width=300)
    stacked(d, d.right, 46, [*rest, *(colons([one], colon=" ") for one in pairs(d, "phone", "email"))], 8, align="R",
            width=140)  # fmt: skip
    d.sheet.line(d.left, 90, d.right, 90)
    stacked(d, d.left, 132, buyer(d), 10, width=250)
    listed(d, pairs(d, "number", "issue_date", "customer_number", "job_sheet", "contact"), d.right - 190, 126, 92,
           style="colon")  # fmt: skip
    d.y = 222
    put(d, d.left, d.y, d.title, 16, bold=True)
    d.y += 18
    site = f"{facts.buyer.street}, {facts.buyer.city}"
    d.y = listed(d, [(d.label("site"), site), pair(d, "delivery_date")], d.left, d.y, 110, size=9.5, style="colon") + 14
    columns = (("pos", 28.0, "L"), ("description", 0.0, "L"), ("hours", 52.0, "R"), ("unit", 46.0, "L"),
               ("unit_price", 66.0, "R"), ("net", 76.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="plain", rules="none", size=9, gap=5, sections=True, subtotals=True))
    ladder(d, summed(d, "net", "taxes_on", "gross", "prepaid", *_left(d)), d.left + 210, style="gray")
    d.room(80)
    d.paragraph(terms(d, "terms_date"), 9)
    kind = facts.lines[0].kind
    labour = sum((line.net for line in facts.lines if line.kind == kind), ZERO)
    d.paragraph(d.sentence("labour", amount=d.money(labour)), 9)
    d.y += 8
    d.paragraph(d.sentence("closing"), 9)
    feet(d, (
        (facts.accounts[0].bank, colons(pairs(d, "iban"))),
        (colons(pairs(d, "bic")), colons(pairs(d, "seller_tax_id")), colons(pairs(d, "register"))),
    ), size=7, lift=34)  # fmt: skip


def _left(d: Draft) -> tuple[str, ...]:
    return ("payable",) if d.facts.prepaid else ()


def credit(d: Draft) -> None:
    """Draw a wholesaler's credit note: what was returned, from which invoice, with a minus before every amount."""
    facts = d.facts
    name, street, city = seller(d)
    middle = (d.left + d.right) / 2
    put(d, middle, 52, name, 18, bold=True, align="C", width=d.right - d.left)
    reached = f"{street} | {city} | {colons(pairs(d, 'phone'), colon=' ')}"
    put(d, middle, 67, reached, 8, align="C", width=d.right - d.left)
    d.sheet.line(d.left, 76, d.right, 76)
    put(d, d.left, 104, d.title.upper(), 15, bold=True)
    d.y = boxes(d, pairs(d, "number", "issue_date", "customer_number", "order_reference", "return_note"), d.left,
                d.right, 114) + 22  # fmt: skip
    put(d, d.left, d.y, d.label("bill_to"), 7.5, bold=True)
    stacked(d, d.left, d.y + 14, (*buyer(d), colons(pairs(d, "buyer_tax_id"))), 10, width=240)
    put(d, middle + 20, d.y, d.label("ship_to"), 7.5, bold=True)
    stacked(d, middle + 20, d.y + 14, facts.buyer.address[1:], 10, width=220)
    d.y += 82
    before = f"{int(facts.seller.register) % 9000 + 1000}"
    d.paragraph(d.sentence("corrects", number=before, date=d.day(facts.order_date)), 9.5)
    d.y += 16
    columns = (("item_id", 74.0, "L"), ("description", 0.0, "L"), ("quantity", 46.0, "R"),
               ("unit_price", 66.0, "R"), ("discount", 50.0, "R"), ("tax_rate", 46.0, "R"),
               ("net", 76.0, "R"))  # fmt: skip
    items(d, Grid(columns=columns, head="gray", rules="rows", size=8.5, gap=7))
    d.room(120)
    d.y += 6
    d.y = tax_table(d, d.left + 140, (("rate", 66), ("base", 100), ("tax", 90), ("with_tax", d.right - d.left - 396)),
                    total=True)  # fmt: skip
    ladder(d, summed(d, "gross"), d.left + 250, style="gray", size=11)
    d.room(40)
    d.paragraph(d.sentence("settled"), 9)
    d.paragraph(d.sentence("property"), 7.5)
    rows = [colons([one]) for one in pairs(d, "seller_tax_id", "register", "iban", "bic")]
    feet(d, (rows[:2], rows[2:]), size=7)
    paged(d, d.right, d.sheet.height - 46, 7)
