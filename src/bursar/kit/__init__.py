"""The machine room: settings, clock, database, cache, jobs, storage, sandbox and logs, without business words."""
