"""Who, may and did: tenants, people, roles and sessions; the one door for writes; audit, events and jobs."""
