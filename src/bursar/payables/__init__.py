"""What we owe: vendors' bills, from submission to the books."""
