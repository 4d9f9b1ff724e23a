"""The rules of EN 16931 by id, on a tree of business terms.

A syntax binding (`binding_ubl`, `binding_cii`) turns elements into a tree of groups (BG) and terms (BT). A rule is data
with one test on a group; a rule set is a tuple of rules; `engine.validate` runs them and says what failed, where.
"""
