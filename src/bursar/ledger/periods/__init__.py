"""A period is a span of days that takes entries or does not, for each sub-ledger and for the general ledger.

    open <-> soft_closed -> closed

Closing asks a checklist first. In a soft-closed period those post who were granted an exception by somebody else; a
closed one takes nothing from anybody. The database holds both, whoever posts.
"""
