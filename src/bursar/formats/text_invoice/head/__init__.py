"""Who, when, whose and how it is paid: what labels, sentences and letterheads say around the figures of an invoice."""
