"""Bursar runs a company's payables, receivables and cash with agents, under people's control.

Packages stand on a ladder and import only from the rungs below; `core` is pure finance at its foot and `cli` is its
top. Agents propose, code decides, people release, and the database keeps the books right whoever writes to them.
"""

__version__ = "0.1.0"
