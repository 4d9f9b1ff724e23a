"""Work for later, kept in PostgreSQL: whatever broker carries the hint, the row is the truth.

    pending ──claim──> running ──finish──> done
       ^                  │ fails, or the lease runs out
       └──── backoff ─────┤
                          └── after `max_attempts` ──> dead (a person looks; `when_buried` has told them)

A claim takes a lease and raises the fence; only the holder of the current fence may finish, in the transaction of the
effect. So a redelivered, doubled or lost message changes nothing.

A kind of job that people wait for names what is done `when_buried`. Its row then gets as many attempts once more, for
that alone, and is dead when one of them has finished: a job whose worker died every time ends like one that failed.
"""
