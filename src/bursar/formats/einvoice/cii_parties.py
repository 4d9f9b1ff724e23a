"""The parties and the delivery of a Cross Industry Invoice."""

from __future__ import annotations

from bursar.core.invoices import Address, Contact, Delivery, Identifier, Party
from bursar.formats.einvoice.reading import Reading
from bursar.formats.einvoice.xml import Node

VAT, FISCAL = "VA", "FC"  # The schemes of a VAT identifier and of a local tax number.


def party(reading: Reading, node: Node | None, at: str) -> Party | None:
    """Read a trade party; None if it is absent or empty."""
    if node is None:
        return None
    text, legal = reading.text, node.walk(("ram:SpecifiedLegalOrganization",))
    found = Party(
        name=text(node, "ram:Name", f"{at}.name"),
        trading_name=text(legal, "ram:TradingBusinessName", f"{at}.trading_name"),
        ids=_ids(reading, node, at),
        legal_id=reading.identifier(legal, "ram:ID", f"{at}.legal_id"),
        vat_id=_registration(reading, node, VAT, f"{at}.vat_id"),
        tax_registration_id=_registration(reading, node, FISCAL, f"{at}.tax_registration_id"),
        legal_information=text(node, "ram:Description", f"{at}.legal_information"),
        endpoint=reading.identifier(node, "ram:URIUniversalCommunication/ram:URIID", f"{at}.endpoint"),
        address=address(reading, node.walk(("ram:PostalTradeAddress",)), f"{at}.address"),
        contact=_contact(reading, node.walk(("ram:DefinedTradeContact",)), f"{at}.contact"),
    )
    return None if found == Party() else found


def _ids(reading: Reading, node: Node, at: str) -> tuple[Identifier, ...]:
    ids: list[Identifier] = []
    for one in (*node.all("ram:ID"), *node.all("ram:GlobalID")):
        if found := reading.identifier(one, "", f"{at}.ids[{len(ids)}]"):
            ids.append(found)
    return tuple(ids)


def _registration(reading: Reading, node: Node, scheme: str, field: str) -> str | None:
    for one in node.all("ram:SpecifiedTaxRegistration"):
        found = one.walk(("ram:ID",))
        if found and found.text and found.attribute("schemeID") == scheme:
            return reading.text(found, "", field)
    return None


def address(reading: Reading, node: Node | None, at: str) -> Address | None:
    """Read a postal address; None if it is absent or empty."""
    found = Address(
        street=reading.text(node, "ram:LineOne", f"{at}.street"),
        additional_street=reading.text(node, "ram:LineTwo", f"{at}.additional_street"),
        extra_line=reading.text(node, "ram:LineThree", f"{at}.extra_line"),
        city=reading.text(node, "ram:CityName", f"{at}.city"),
        postal_code=reading.text(node, "ram:PostcodeCode", f"{at}.postal_code"),
        region=reading.text(node, "ram:CountrySubDivisionName", f"{at}.region"),
        country=reading.text(node, "ram:CountryID", f"{at}.country"),
    )
    return None if found == Address() else found


def _contact(reading: Reading, node: Node | None, at: str) -> Contact | None:
    number = "ram:TelephoneUniversalCommunication/ram:CompleteNumber"
    found = Contact(
        name=reading.text(node, "ram:PersonName|ram:DepartmentName", f"{at}.name"),
        phone=reading.text(node, number, f"{at}.phone"),
        email=reading.text(node, "ram:EmailURIUniversalCommunication/ram:URIID", f"{at}.email"),
    )
    return None if found == Contact() else found


def delivery(reading: Reading, node: Node, day: str) -> Delivery | None:
    """Read where, when and to whom it was delivered; `day` is the path of the day."""
    to = node.walk(("ram:ShipToTradeParty",))
    found = Delivery(
        party_name=reading.text(to, "ram:Name", "delivery.party_name"),
        location_id=reading.identifier(to, "ram:GlobalID|ram:ID", "delivery.location_id"),
        date=reading.date(node, day, "delivery.date"),
        address=address(reading, to.walk(("ram:PostalTradeAddress",)) if to else None, "delivery.address"),
    )
    return None if found == Delivery() else found
