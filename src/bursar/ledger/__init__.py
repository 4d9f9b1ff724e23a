"""The books: accounts, journal entries, open items, and the reports that tie them together."""
