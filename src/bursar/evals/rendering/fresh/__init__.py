"""Layouts of small and large firms, each with its own page. They were held out once and are for development.

Each is drawn as one kind of sender does: an accountant, an artisan, a dealer in spare parts, a printer, a school.
`parts`, `table` and `sums` are what pages are drawn with, `words` says everything in six languages, `offices`, `makers`
and `suppliers` draw the pages, and `layouts` lists them.
"""
