"""Layouts for development, one per trade: what a wholesaler, a hotel or a public utility sends.

`stock` makes up what such a seller charges, `words` says it in a language, `pairs`, `table` and `sums` are what pages
are drawn with, and each of the other modules draws the pages of some trades. `layouts` lists them.
"""
