"""The worker: Celery processes that run the same jobs as the API's own runner, and the sweeper that resends hints.

A message carries a job's id. Whoever gets it claims the row, works, and finishes under the row's fence; so a message
that is lost, doubled, late or redelivered changes nothing (see `bursar.platform.jobs`).
"""
