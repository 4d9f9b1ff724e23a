"""The people and firms on the other side: vendors (and, later, customers)."""
