"""The PostgreSQL roles Bursar works under; none of them is a superuser or may bypass row-level security.

`OWNER` owns every table and never signs in. `MIGRATOR` signs in to change the schema. `APP` serves requests, `WORKER`
runs jobs and sees the job table across tenants, `AGENT` runs graphs and may only read and propose, `SEALER` reads the
audit trail. `CHECK` owns the guards of the ledger and `SIGN_IN` the one function that finds a person before a tenant
is known.
"""

OWNER = "bursar_owner"
MIGRATOR = "bursar_migrator"
APP = "bursar_app"
WORKER = "bursar_worker"
AGENT = "bursar_agent"
SEALER = "bursar_sealer"
CHECK = "bursar_check"
SIGN_IN = "bursar_sign_in"

LOGIN_ROLES = (MIGRATOR, APP, WORKER, AGENT, SEALER)
ALL_ROLES = (OWNER, *LOGIN_ROLES, CHECK, SIGN_IN)
