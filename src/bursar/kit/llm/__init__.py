"""The gateway to language models: one place where a model is asked, whoever asks and whoever answers.

A question goes this way:

    answer kept from before → single flight → for each model of the chain:
        breaker → budget reserved → one attempt, with a time limit → settled → retry, repair or next model

Nothing here knows what a document or a company is, and there are no tables: what is spent is kept by a `Ledger`, what
was answered by an `AnswerCache`, and both are handed in. A provider's library is imported when a model is first asked.
"""
