"""A settlement allocates items against each other at once, with what adjusts them and the exchange it realises.

    active → reversed

It is taken back as a whole: every allocation by its negative, its journal entry by a reversal. A payment, a credit or
an invoice that was settled is then open again.
"""
