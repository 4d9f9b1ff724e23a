"""A payment is money that left a bank account for a vendor or reached it from a customer, or the other way round.

    posted → reversed

It is posted as it happened, with an open item of what it brings; naming what it pays settles that at once, and what is
left over stays open as unapplied cash. Payments are recorded here, not released: nothing here moves money.
"""
