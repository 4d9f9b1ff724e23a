"""Layouts held out: readers are proved on them and never built on them. Only totals per field are ever printed.

Each is drawn as one kind of sender does: an accountant, an artisan, a dealer in spare parts, a printer, a school.
`parts`, `table` and `sums` are what pages are drawn with, `words` says everything in six languages, `offices`, `makers`
and `suppliers` draw the pages, and `layouts` lists them.
"""
