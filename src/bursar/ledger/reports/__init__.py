"""Reports at any business date, as known at any instant; each carries the figure that it must tie to."""
