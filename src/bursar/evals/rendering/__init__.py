"""Invoices made up, drawn as PDF in many layouts, together with what is printed on them.

`invention` makes up what is charged, `vocabulary` says it in a language, a layout draws it, and `truth` keeps what was
drawn: a value that the page does not show is not asked for. Everything follows from a seed. `layouts`, `habits`,
`manners`, `trades`, `guilds`, `fresh` and `houses` are for development; `evals.datasets` says which are held out.
"""
