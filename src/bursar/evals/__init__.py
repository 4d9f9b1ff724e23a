"""What reads, codes and recognises is measured here: documents with known truth, scores with intervals, baselines.

Nothing of the product imports this package. It stands above what it measures, so a measurement can call every door that
people call, and it is a room of its own, so that who builds a reader does not build its examination in the same file.
"""
