"""What happened, for those who pull: the outbox as a list that never skips and never repeats."""
