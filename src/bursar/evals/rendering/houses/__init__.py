"""Layouts of houses of many kinds, each with its own page. They were held out once and are for development.

Each is drawn as one kind of house does: a plumber, a laboratory, a registrar, a broker, a vineyard. `parts` and `table`
add to the drawing tools of the fresh layouts, `words` says everything in six languages, `crafts`, `bureaus` and
`dealers` draw the pages, and `layouts` lists them.
"""
