"""Layouts that an accounts clerk finds on the desk on an ordinary day, each as one widely used program prints it.

An industrial supplier, a wholesaler, a telephone company, a hotel, a law firm: `desk` invents what such a sender
charges, `parts`, `table` and `sums` draw what pages are made of, `trade`, `offices`, `networks` and `guests` draw the
pages, `words` says everything in six languages, and `layouts` lists them.
"""
