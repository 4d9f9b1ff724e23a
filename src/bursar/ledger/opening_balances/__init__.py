"""Opening balances are what a legal entity's books begin with: a trial balance, and the open items behind its controls.

posted → reversed. One set stands for a legal entity; a wrong one is reversed as a whole and imported anew.
"""
