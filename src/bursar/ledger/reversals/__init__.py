"""A reversal takes a posted entry back by another with every amount negated, and settles what the first left open."""
