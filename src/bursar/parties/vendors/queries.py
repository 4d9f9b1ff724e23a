"""What is read about vendors."""

from uuid import UUID

from sqlalchemy import and_, func, or_, select, text
from sqlalchemy.dialects.postgresql import aggregate_order_by

from bursar.core.matching import (
    SellerFacts,
    VendorFacts,
    mail_domain,
    name_words,
    normalise_iban,
    normalise_name,
    normalise_tax_id,
)
from bursar.kit.errors import NotFound
from bursar.kit.pages import Page, row_id
from bursar.kit.statements import Row
from bursar.parties.vendors.schemas import BankAccount, VendorAliases, VendorAliasRead, VendorFilter, VendorRead
from bursar.platform.work import Work
from bursar.tables import vendor_aliases, vendor_bank_accounts, vendors

_BANK_ACCOUNTS = (
    select(
        func.coalesce(
            func.jsonb_agg(
                aggregate_order_by(
                    func.jsonb_build_object(
                        "iban",
                        vendor_bank_accounts.c.iban,
                        "bic",
                        vendor_bank_accounts.c.bic,
                        "account_name",
                        vendor_bank_accounts.c.account_name,
                    ),
                    vendor_bank_accounts.c.iban,
                )
            ),
            func.jsonb_build_array(),
        )
    )
    .where(vendor_bank_accounts.c.tenant_id == vendors.c.tenant_id, vendor_bank_accounts.c.vendor_id == vendors.c.id)
    .scalar_subquery()
    .label("bank_accounts")
)
_VENDORS = select(vendors, _BANK_ACCOUNTS)


async def get_vendor(work: Work, vendor_id: UUID) -> VendorRead:
    """Return a vendor. Raises NotFound."""
    row = await work.session.row(_VENDORS.where(work.owns(vendors), vendors.c.id == vendor_id))
    if row is None:
        raise NotFound("No such vendor.")
    return _read(row)


async def list_vendors(work: Work, page: VendorFilter) -> Page[VendorRead]:
    """Return vendors in the order of their normalised names."""
    query = _VENDORS.where(work.owns(vendors)).order_by(vendors.c.name_key, vendors.c.id).limit(page.fetch)
    if page.name:
        query = query.where(vendors.c.name_key.startswith(normalise_name(page.name), autoescape=True))
    if page.group_id:
        query = query.where(vendors.c.group_id == page.group_id)
    if after := page.after(2):
        name_key, last_id = after[0], row_id(after[1])
        query = query.where(
            or_(vendors.c.name_key > name_key, and_(vendors.c.name_key == name_key, vendors.c.id > last_id))
        )
    rows = await work.session.rows(query)
    return page.page(rows, _read, lambda row: [row.name_key, str(row.id)])


# Each branch is one look into an index by equality; of vendors that share words, those that share the rarest. A
# word that hundreds have tells nothing, so it is followed only so far; a whole name is found as such.
CANDIDATES = text("""
    WITH found AS (
      SELECT v.id FROM vendor v WHERE v.tenant_id = :tenant_id AND v.tax_id_key = ANY(:tax_id_keys)
      UNION SELECT b.vendor_id FROM vendor_bank_account b WHERE b.tenant_id = :tenant_id AND b.iban = ANY(:ibans)
      UNION SELECT v.id FROM vendor v WHERE v.tenant_id = :tenant_id AND v.name_key = :name_key
      UNION SELECT a.vendor_id FROM vendor_alias a WHERE a.tenant_id = :tenant_id AND a.name_key = :name_key
      UNION (SELECT d.vendor_id FROM vendor_domain d WHERE d.tenant_id = :tenant_id AND d.domain = ANY(:domains)
             LIMIT 20)
      UNION (SELECT w.vendor_id FROM (
               SELECT v.vendor_id, 1.0 / count(*) OVER (PARTITION BY said.word) AS weight
               FROM unnest(CAST(:words AS text[])) AS said(word) CROSS JOIN LATERAL (
                 SELECT vendor_id FROM vendor_word
                 WHERE tenant_id = :tenant_id AND word = said.word LIMIT 300) v) w
             GROUP BY w.vendor_id ORDER BY sum(w.weight) DESC, w.vendor_id LIMIT 20)
    )
    SELECT v.id, v.name, v.tax_id, v.group_id,
           ARRAY(SELECT b.iban FROM vendor_bank_account b WHERE b.tenant_id = v.tenant_id AND b.vendor_id = v.id
                 ORDER BY b.iban) AS ibans,
           ARRAY(SELECT a.name FROM vendor_alias a WHERE a.tenant_id = v.tenant_id AND a.vendor_id = v.id
                 ORDER BY a.id) AS aliases,
           ARRAY(SELECT d.domain FROM vendor_domain d WHERE d.tenant_id = v.tenant_id AND d.vendor_id = v.id
                 ORDER BY d.domain) AS domains
    FROM found JOIN vendor v ON v.tenant_id = :tenant_id AND v.id = found.id
    WHERE v.state = 'active' ORDER BY v.id LIMIT 100
""")


async def find_candidates(work: Work, seller: SellerFacts) -> tuple[VendorFacts, ...]:
    """Return the vendors that have anything in common with a document's seller; weighing it is another's task.

    What the document does not say is not compared: a vendor without a tax id is no match for lack of one.
    """
    name_key = normalise_name(seller.name)
    values = {
        "tenant_id": work.tenant_id,
        "tax_id_keys": [key for key in map(normalise_tax_id, seller.tax_ids) if key],
        "ibans": [iban for iban in map(normalise_iban, seller.ibans) if iban],
        "name_key": name_key or None,
        "domains": [domain for domain in map(mail_domain, seller.emails) if domain],
        "words": sorted(name_words(name_key)),
    }
    return tuple(
        VendorFacts(
            vendor_id=row.id,
            name=row.name,
            tax_ids=(row.tax_id,) if row.tax_id else (),
            ibans=tuple(row.ibans),
            aliases=tuple(row.aliases),
            domains=tuple(row.domains),
        )
        for row in await work.session.rows(CANDIDATES, values)
    )


async def list_aliases(work: Work, vendor_id: UUID) -> VendorAliases:
    """Return the other names of a vendor, oldest first. Raises NotFound for the vendor."""
    vendor = await get_vendor(work, vendor_id)
    rows = await work.session.rows(
        select(vendor_aliases)
        .where(work.owns(vendor_aliases), vendor_aliases.c.vendor_id == vendor.id)
        .order_by(vendor_aliases.c.id)
    )
    return VendorAliases(items=tuple(VendorAliasRead.model_construct(**row.as_dict()) for row in rows))


def _read(row: Row) -> VendorRead:
    accounts = tuple(BankAccount.model_construct(**account) for account in row.bank_accounts)
    return VendorRead.model_construct(**{**row.as_dict(), "bank_accounts": accounts})
