"""Layouts that were held out once, until a reader was changed with their totals in view.

Each is drawn as a trade draws its invoices: those who deliver power, telephone lines and goods, craftsmen, programs by
subscription, carriers, hotels, lawyers, garages. `parts` are what pages are drawn with, `words` and `goods` say
everything in six languages, and `layouts` draws the pages and lists them.
"""
