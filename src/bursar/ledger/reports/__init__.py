"""Reports at any business date, as known at any instant, each beside the figure that it must tie to.

question (entities, dates, known_at) → SQL over postings and allocations → a table → JSON | CSV | XLSX
"""
