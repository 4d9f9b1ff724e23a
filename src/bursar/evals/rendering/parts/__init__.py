"""What a page is made of: letterheads, buyers, header blocks, item tables, sums, payment, footers, and noise.

Each part is a function that draws on a draft, notes what it printed, and leaves `y` below itself.
"""
