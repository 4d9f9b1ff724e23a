"""A tax code says how something is taxed: category, rates by date, price with or without tax, what of it comes back.

    active -> inactive

Its meaning never changes: a new percentage is a new rate from a later day than anything posted under the code, and
whatever else is different is another code. Documents keep what they took from it.
"""
