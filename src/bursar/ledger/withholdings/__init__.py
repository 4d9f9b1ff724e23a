"""What is withheld from a vendor: computed as a payment is recorded or a bill is posted, by the vendor's code.

    counted → taken back with its settlement, or with its bill

Each payment and each bill notes what it counted in the vendor's calendar year, in base currency and at the book value
of what it settled, even where the year stays below the threshold. The vendor is locked from adding up its year to the
note, so that two who pay it at once do not both count on the same year. Named by a person, an item's withholding is as
they say: nothing is computed for that item, and nothing counted.
"""
