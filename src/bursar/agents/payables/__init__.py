"""The payables agent: from a vendor's document to a bill that a person approves.

    understand -> propose -> decide -> wait -> apply
       what it says,   the bill and    may it?   for a    the ordinary action, once,
       whose it is,    its journal,              person   in the approver's name
       had before?     as a dry run

Everything up to `wait` is deterministic and writes proposals only; no model is asked.
"""

from typing import Final

AGENT: Final = "payables"
