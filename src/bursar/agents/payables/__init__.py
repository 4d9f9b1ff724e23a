"""The payables agent: from a vendor's document to a bill that a person approves.

    understand -> propose -> decide -> wait -> apply
       what it says,   the bill and    may it?   for a    the ordinary action, once,
       whose it is,    its journal,              person   in the approver's name
       had before?     as a dry run

Everything up to `wait` writes proposals only. A model is asked, where there is one, for what a page lacks and among
accounts to choose from; what it says passes the same checks, and without it the same steps run.
"""

from typing import Final

AGENT: Final = "payables"
