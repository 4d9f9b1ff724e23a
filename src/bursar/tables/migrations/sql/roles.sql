-- Roles belong to the whole server, so another Bursar database beside this one may have made them already.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['bursar_owner', 'bursar_check', 'bursar_sign_in'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', name); END IF;
  END LOOP;
  FOREACH name IN ARRAY ARRAY['bursar_migrator', 'bursar_app', 'bursar_worker', 'bursar_agent', 'bursar_sealer'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN EXECUTE format('CREATE ROLE %I LOGIN', name); END IF;
  END LOOP;
END $$;
-- The owner hands guards over to their roles but never acts with their sight: membership without inheritance.
ALTER ROLE bursar_owner NOINHERIT;
GRANT bursar_check, bursar_sign_in TO bursar_owner;
GRANT bursar_owner TO bursar_migrator;
