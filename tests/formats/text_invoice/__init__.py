"""What the reader of invoices in text does on principle, each shown on a page of a few words."""
