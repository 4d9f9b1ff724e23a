"""A ledger account belongs to one legal entity; a control account is written by its sub-ledger alone."""
