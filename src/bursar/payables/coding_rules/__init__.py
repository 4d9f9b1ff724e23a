"""Coding rules: what a tenant says of lines before anybody codes them, such as `vendor has "Telekom" → 6320`.

    active <-> inactive, and a version for each wording

The first active rule by position whose condition holds is a line's. It stands before what people confirmed until the
rule was last worded, and behind what they put right since. Nothing that a person named is changed by a rule.
"""
