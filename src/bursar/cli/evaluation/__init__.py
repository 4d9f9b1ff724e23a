"""`bursar eval`: documents, companies and models are measured, and what was found is drawn."""
