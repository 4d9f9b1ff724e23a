"""What adds up: the numbers of a document, its tax groups, and the totals that they make."""
