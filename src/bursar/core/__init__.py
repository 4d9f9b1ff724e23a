"""Pure finance: money, terms, totals, posting, aging, matching, e-invoice checks and policies.

Standard library only: no I/O, no clock, no framework. Everything here is a value or a function of values, so that every
rule can be proved by examples and laws alone.
"""
