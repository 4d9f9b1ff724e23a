"""Charts of accounts to start from: what each account is, and which one the books themselves post to.

`control` names the account's part in the books, held by one account of a legal entity at most. `cash_flow` is the part
of the cash-flow statement that a movement against the bank belongs to; a bank account is the cash itself and has none.
Accumulated depreciation is operating, so that it takes away again what depreciation charged and no money ever paid.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ChartAccount:
    """A ledger account to be made; `currency` is set where an account is kept in one currency alone."""

    code: str
    name: str
    type: str
    control: str | None = None
    cash_flow: str | None = "operating"
    is_bank: bool = False
    currency: str | None = None


# The money itself, and what was there when the books began.
_NOT_CASH: Final[str | None] = None

# In the order of IFRS statements: assets, liabilities, equity, income, expenses. Codes stay as they are: books that
# were begun with this chart are found by them.
IFRS: Final = (
    ChartAccount("1000", "Cash at bank", "asset", None, _NOT_CASH, is_bank=True),
    ChartAccount("1100", "Trade receivables", "asset", "accounts_receivable"),
    ChartAccount("1150", "Exchange revaluation of open items", "asset", "exchange_revaluation"),
    ChartAccount("1200", "Prepayments", "asset", "prepayments"),
    ChartAccount("1300", "Inventories", "asset"),
    ChartAccount("1400", "Recoverable input tax", "asset", "input_tax"),
    ChartAccount("1410", "Withholding tax receivable", "asset", "withholding_receivable"),
    ChartAccount("1500", "Property, plant and equipment", "asset", None, "investing"),
    ChartAccount("1590", "Accumulated depreciation", "asset"),
    ChartAccount("1600", "Intangible assets", "asset", None, "investing"),
    ChartAccount("1990", "Exchange clearing", "asset", "exchange_clearing"),
    ChartAccount("2000", "Trade payables", "liability", "accounts_payable"),
    ChartAccount("2100", "Accrued liabilities", "liability"),
    ChartAccount("2200", "Reverse charge tax payable", "liability", "reverse_charge_tax"),
    ChartAccount("2210", "Output tax payable", "liability", "output_tax"),
    ChartAccount("2220", "Withholding tax payable", "liability", "withholding_payable"),
    ChartAccount("2300", "Wages and social security payable", "liability"),
    ChartAccount("2400", "Borrowings", "liability", None, "financing"),
    ChartAccount("3000", "Share capital", "equity", None, "financing"),
    ChartAccount("3100", "Retained earnings", "equity", "retained_earnings", "financing"),
    ChartAccount("3900", "Opening balances", "equity", "opening_balances", _NOT_CASH),
    ChartAccount("4000", "Revenue from goods", "income"),
    ChartAccount("4100", "Revenue from services", "income"),
    ChartAccount("4800", "Discounts allowed", "income", "discount_allowed"),
    ChartAccount("4900", "Other income", "income"),
    ChartAccount("4910", "Discounts received", "income", "discount_received"),
    ChartAccount("4950", "Exchange gains", "income", "exchange_gain"),
    ChartAccount("5000", "Cost of goods", "expense"),
    ChartAccount("5100", "Purchased services", "expense"),
    ChartAccount("6000", "Employee benefits", "expense"),
    ChartAccount("6100", "Rent and premises", "expense"),
    ChartAccount("6200", "Energy and water", "expense"),
    ChartAccount("6300", "Software and IT services", "expense"),
    ChartAccount("6400", "Telephone and postage", "expense"),
    ChartAccount("6500", "Professional fees", "expense"),
    ChartAccount("6600", "Travel", "expense"),
    ChartAccount("6700", "Marketing", "expense"),
    ChartAccount("6800", "Freight", "expense"),
    ChartAccount("6850", "Insurance", "expense"),
    ChartAccount("6880", "Depreciation and amortisation", "expense"),
    ChartAccount("6900", "Bank charges", "expense", "bank_charges"),
    ChartAccount("6950", "Other operating expenses", "expense"),
    ChartAccount("6970", "Bad debts and write-offs", "expense", "write_off"),
    ChartAccount("6990", "Rounding differences", "expense", "rounding"),
    ChartAccount("7000", "Finance costs", "expense", None, "financing"),
    ChartAccount("7050", "Exchange losses", "expense", "exchange_loss"),
    ChartAccount("7060", "Unrealised exchange differences", "expense", "unrealised_exchange"),
    ChartAccount("7100", "Income tax", "expense"),
)

# In the order of US GAAP statements. Interest paid is operating there (ASC 230-10-45-17). Sales tax on purchases is
# part of what was bought; the account for recoverable tax is for purchases abroad.
US: Final = (
    ChartAccount("10100", "Checking account", "asset", None, _NOT_CASH, is_bank=True),
    ChartAccount("10200", "Savings account", "asset", None, _NOT_CASH, is_bank=True),
    ChartAccount("11000", "Accounts receivable", "asset", "accounts_receivable"),
    ChartAccount("11500", "Foreign currency revaluation", "asset", "exchange_revaluation"),
    ChartAccount("12000", "Inventory", "asset"),
    ChartAccount("13000", "Prepaid expenses", "asset", "prepayments"),
    ChartAccount("13500", "Recoverable value added tax", "asset", "input_tax"),
    ChartAccount("13600", "Tax withheld by customers", "asset", "withholding_receivable"),
    ChartAccount("15000", "Property and equipment", "asset", None, "investing"),
    ChartAccount("15900", "Accumulated depreciation", "asset"),
    ChartAccount("16000", "Intangible assets", "asset", None, "investing"),
    ChartAccount("19900", "Foreign currency clearing", "asset", "exchange_clearing"),
    ChartAccount("20000", "Accounts payable", "liability", "accounts_payable"),
    ChartAccount("21000", "Accrued expenses", "liability"),
    ChartAccount("22000", "Sales tax payable", "liability", "output_tax"),
    ChartAccount("22100", "Use tax payable", "liability", "reverse_charge_tax"),
    ChartAccount("22200", "Tax withheld from vendors", "liability", "withholding_payable"),
    ChartAccount("23000", "Payroll liabilities", "liability"),
    ChartAccount("24000", "Deferred revenue", "liability"),
    ChartAccount("26000", "Notes payable", "liability", None, "financing"),
    ChartAccount("30000", "Common stock", "equity", None, "financing"),
    ChartAccount("30500", "Additional paid-in capital", "equity", None, "financing"),
    ChartAccount("31000", "Retained earnings", "equity", "retained_earnings", "financing"),
    ChartAccount("32000", "Dividends", "equity", None, "financing"),
    ChartAccount("39000", "Opening balance equity", "equity", "opening_balances", _NOT_CASH),
    ChartAccount("40000", "Product sales", "income"),
    ChartAccount("41000", "Service revenue", "income"),
    ChartAccount("48000", "Sales discounts", "income", "discount_allowed"),
    ChartAccount("49000", "Other income", "income"),
    ChartAccount("49100", "Purchase discounts", "income", "discount_received"),
    ChartAccount("49500", "Foreign currency gains", "income", "exchange_gain"),
    ChartAccount("50000", "Cost of goods sold", "expense"),
    ChartAccount("51000", "Subcontractors", "expense"),
    ChartAccount("60000", "Wages and salaries", "expense"),
    ChartAccount("60500", "Payroll taxes and benefits", "expense"),
    ChartAccount("61000", "Rent", "expense"),
    ChartAccount("62000", "Utilities", "expense"),
    ChartAccount("63000", "Software and IT services", "expense"),
    ChartAccount("64000", "Telephone and postage", "expense"),
    ChartAccount("65000", "Professional fees", "expense"),
    ChartAccount("66000", "Travel and meals", "expense"),
    ChartAccount("67000", "Advertising", "expense"),
    ChartAccount("68000", "Freight", "expense"),
    ChartAccount("68500", "Insurance", "expense"),
    ChartAccount("68800", "Depreciation and amortization", "expense"),
    ChartAccount("69000", "Bank fees", "expense", "bank_charges"),
    ChartAccount("69500", "Other operating expenses", "expense"),
    ChartAccount("69700", "Bad debt expense", "expense", "write_off"),
    ChartAccount("69900", "Rounding differences", "expense", "rounding"),
    ChartAccount("70000", "Interest expense", "expense"),
    ChartAccount("70500", "Foreign currency losses", "expense", "exchange_loss"),
    ChartAccount("70600", "Unrealized foreign currency differences", "expense", "unrealised_exchange"),
    ChartAccount("71000", "Income tax expense", "expense"),
)

TEMPLATES: Final[Mapping[str, tuple[ChartAccount, ...]]] = {"ifrs": IFRS, "us": US}
