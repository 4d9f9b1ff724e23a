"""Work for later, kept in PostgreSQL: whatever broker carries the hint, the row is the truth.

    pending ──claim──> running ──finish──> done
       ^                  │ fails, or the lease runs out
       └──── backoff ─────┤
                          └── after `max_attempts` ──> dead (a person looks)

A claim takes a lease and raises the fence; only the holder of the current fence may finish, in the transaction of the
effect. So a redelivered, doubled or lost message changes nothing.
"""
