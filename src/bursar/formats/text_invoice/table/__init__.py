"""The lines of an invoice: what its columns are, which rows are one line, and what stands between lines and total."""
