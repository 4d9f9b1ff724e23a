"""A customer is who is sent invoices and pays. Active until blocked."""
