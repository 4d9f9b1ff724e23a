"""A fiscal year is twelve monthly periods, named after the calendar year in which it ends.

made -> closed, by one entry that moves the result to retained earnings

Years follow one another without a gap. A year that took late postings is closed again, and only what is left moves.
"""
