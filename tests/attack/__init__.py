"""Attacks on the books and on the walls between tenants, as `make attack` and, in short, as ordinary tests.

Every attack says beforehand by what it must be refused. Another refusal, or none, is a hole: an attack that fails for
the wrong reason has proven nothing.
"""
