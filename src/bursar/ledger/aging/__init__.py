"""What is open by party and age: now, from sums that the database keeps; at a past date, from items and allocations.

posted, allocated ──> changes ──fold──> sums as of a day ──> now = sums + items that aged since + changes
"""
