"""The books a second time, in plain Python over the whole history, beside what the product reports.

`paper` keeps and reports the books and knows nothing of the product; `histories` makes up what happens and tells both;
`comparing` asks both and counts where they differ.
"""
