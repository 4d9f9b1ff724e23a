"""Invoices in text: header, tax groups and lines are found by words, geometry and arithmetic, without a model."""
