"""A proposal is an action that an agent would have done, with its whole effect: people decide it by its digest.

pending -> approved -> applied
-> failed      (the books said no; edit it)
-> rejected
-> superseded              (an edit is a new proposal)
"""
