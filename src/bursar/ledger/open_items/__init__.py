"""An open item is what one posted document leaves to be settled; allocations settle items against each other."""
