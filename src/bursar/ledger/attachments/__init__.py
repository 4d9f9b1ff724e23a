"""An attachment says that a received document speaks for an entry; it is never taken away.

The bytes stay with the document.
"""
