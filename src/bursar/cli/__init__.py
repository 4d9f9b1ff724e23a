"""The `bursar` command: start, intake, try, worker, config, and the embedded servers."""
