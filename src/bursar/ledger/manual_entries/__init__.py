"""A manual entry is what people write into the books themselves: accruals, corrections, what no document tells.

    submitted -> posted -> reversed
              -> rejected

Somebody other than who submitted it approves exactly what the digest shows, and that posts it in the same transaction.
A line on a control account names its party and leaves an open item of that party; an entry that is to reverse itself
posts both entries at once, each on its own day.
"""
