"""An exchange rate is what somebody recorded for a day, a type and two currencies, with where it is from.

It is never changed: the latest recording for a day and type counts, and what counted before can still be asked for.
"""
