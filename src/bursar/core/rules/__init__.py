"""The language of tenants' rules: a condition over named facts, written by people and never executed as code.

    vendor has "Telekom" and description has "mobile" and net <= 500
    not (currency = "EUR" or tax_rate in (7, 19))

Whoever has a kind of rule declares its vocabulary: which facts there are, and whether each is a text or a number. A
condition is read against it (`parsing`), has one normal form (`str`), and is judged in bounded time (`conditions`).
"""
