"""Coding: which account, dimensions and tax code a bill's lines belong to, as people coded such lines before.

The history is the posted bills themselves: a line that people approved is a precedent from the commit that posted it,
and a bill that is reversed stops being one. Nothing is trained, so nothing can be out of date. The nearest precedent is
the same line of the same order. What an invoice names by codes of ours is suggested where people did not decide
otherwise. What a person named is never changed; a suggestion only fills what is open.
"""
