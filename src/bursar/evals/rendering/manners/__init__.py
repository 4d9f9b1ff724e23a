"""Layouts of a third author, drawn as the habits are. They were held out once and are for development.

`parts` adds to what the habits are drawn with, `words` and `sentences` say everything in six languages, and `layouts`
draws the pages and lists them.
"""
