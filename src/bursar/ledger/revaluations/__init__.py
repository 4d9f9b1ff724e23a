"""A revaluation states at a day's rates what is open in foreign currency, and is taken back on the next day.

    posted ──reverse──> reversed

Posted, it stands: one for each legal entity and day. It never touches what it looks at: its difference lies on an
account beside payables, receivables and banks, and is gone before anything can be settled on the next day, so that
only realised differences last. A wrong one is reversed, and may then be run again.
"""
