"""Whether a bill, or what is proposed as one, was received before: asked when a person or an agent wants to know.

Nothing is kept: the answer is as of now, among posted and submitted bills and what is proposed. What stops a bill is
the database's own rule, one number of a vendor's group and a year; this says so before, and what the rule cannot see.
"""
