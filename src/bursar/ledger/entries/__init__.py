"""A journal entry is posted whole, numbered without gaps, and never changed: a mistake is reversed by another entry."""
