"""A bill is a vendor's claim on us; a vendor credit is the same document with the signs turned.

    draft -> submitted -> posted -> reversed
                       -> rejected

Approval posts it, in one transaction: a gapless number, a balanced journal entry, an open item. What was approved is
the digest that the approver saw. Document, approval and payment status are three separate fields.
"""
