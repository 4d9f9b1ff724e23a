"""Programs that measure the project; not part of the package."""
