"""Pure codecs between bytes and values: e-invoices, PDF files, identifiers; no network, no disk, no decisions."""
