"""Layouts held out: readers are proved on them and never built on them. Only totals per field are ever printed.

Each is drawn as one kind of house does: a plumber, a laboratory, a registrar, a broker, a vineyard. `parts` and `table`
add to the drawing tools of the fresh layouts, `words` says everything in six languages, `crafts`, `bureaus` and
`dealers` draw the pages, and `layouts` lists them.
"""
