"""A legal entity is a company that keeps books of its own: it begins with a chart of accounts and open periods."""
