"""A reversal takes a posted bill back: an entry with every amount negated, and nothing left open on either side."""
