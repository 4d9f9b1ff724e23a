"""Files that came in: kept by their digest, never lost, and what was read from them."""
