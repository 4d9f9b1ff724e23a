"""A run is one agent's work on one document: what it saw, what it concluded, and where it stands.

running -> waiting -> applying -> done
-> done (nothing to propose: a person looks)
-> done (the document is read again, by another run)
"""
