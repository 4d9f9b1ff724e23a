"""Layouts drawn by one function each, by another author than the first. They were held out once.

`parts` are what pages are drawn with, `words` and `phrases` say everything in six languages, and `layouts` draws the
pages and lists them.
"""
