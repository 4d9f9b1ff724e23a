"""The first layouts, put together from parts and said in the words of `vocabulary`.

Each part is a function that draws on a draft, notes what it printed, and leaves `y` below itself: letterheads and
buyers, header blocks, tables of items, sums, payment, footers and noise. `layouts` puts them together and lists them.
"""
