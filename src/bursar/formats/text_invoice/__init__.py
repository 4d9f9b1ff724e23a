"""Invoices in text: header, tax groups and lines are found by words, geometry and arithmetic, without a model.

`reader` puts together what `head` (who, when, how it is paid), `table` (the lines) and `sums` (what adds up) find;
`words` says what labels mean;
`grounding` finds on the pages what somebody else says; `shown` and `page_facts` hold pages against data, and apart.
"""
