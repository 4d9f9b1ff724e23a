"""Invoices made up, drawn as PDF in many layouts, together with what is printed on them.

`invention` makes up what is charged, `vocabulary` says it in a language, a layout draws it, and `truth` keeps what was
drawn: a value that the page does not show is not asked for. Everything follows from a seed. Every author has a room:
`first`, `habits`, `manners`, `guilds`, `trades`, `fresh`, `houses`, `desks` and `counters`, in each of which `layouts`
lists what is drawn; `evals.datasets` says which of them are held out. What stands beside the rooms is what all of them
draw with.
"""
