"""Alembic migrations: forward only in production, each reversible in tests."""
