"""Layouts of what any bookkeeper finds in the mail: programs' standard reports, trades that everybody buys from.

Each page is drawn as one kind of sender does: an ERP system's own report, a forwarder, a workshop, a waterworks.
`parts` holds values with their labels and blocks of them, `grid` the tables, `people` who sells to whom, `words` says
everything in six languages; `programs`, `suppliers`, `contractors` and `offices` draw the pages, and
`layouts` lists them.
"""
