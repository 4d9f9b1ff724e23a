"""What language models are asked, and what may be spent on it. A call is one attempt at one question.

reserved -> settled (the provider answered, or nobody knows whether it did: then it costs what was reserved)
         -> failed  (the provider said no, and charged nothing)
cached (answered by what was paid for before)

A reservation whose process died has cost all of it once it expires. Budgets are of the company by day or month, of one
agent by day or month, of each run and of each document; all that apply are asked, and locked, before a call.
"""
