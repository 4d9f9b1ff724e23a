"""Payment terms as vendors write them become terms that can be computed with: wholly understood, or not at all.

They come in words of eight languages, as XRechnung's `#SKONTO#` lines, and as discounts that Factur-X states as data.
"""
