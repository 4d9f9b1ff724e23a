"""A dimension tells journal lines apart beside their accounts: values (cost centres, projects), and the rules for both.

A value is active until it is switched off, and may be valid for a time only. A rule requires or forbids a dimension on
an account's lines, or gives a project to a cost centre; a project with such rules goes with these cost centres alone.
"""
