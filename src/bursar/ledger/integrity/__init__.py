"""Live checks that the books are right: what the database refuses to let in is looked for in what is there.

A check says what it examined; one that examined nothing has proved nothing, and then the whole has not passed.
"""
