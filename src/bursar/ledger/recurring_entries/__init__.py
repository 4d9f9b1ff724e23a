"""A recurring entry is a template that posts itself as a manual entry on each day of its schedule.

    submitted -> active <-> paused
              -> ended   -> ended

It is approved once, by somebody else than who submitted it, as its digest shows it; what it posts is posted in the
approver's name and within their limit. What the books refuse pauses it, and a person resumes it.
"""
