"""A document is a file as it was received. The same bytes are the same document, however often they come.

received -> proposed -> posted
-> needs_attention    (a person looks: the reason codes say why)
proposed, needs_attention -> received    (a person has it read again: what was missing is there now)
-> rejected
-> proposed -> split  (it held several invoices: each of its parts is a document with a life of its own)
"""
