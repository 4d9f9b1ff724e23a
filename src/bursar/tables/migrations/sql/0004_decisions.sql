-- What was decided stays decided, and what was decided on stays what it was: for every role, the owner included.
CREATE FUNCTION decided_once() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  changes CONSTANT text[] := '{state,decided_by,decided_at,decision_reason,reason,bill_id,failure,version}';
  effects CONSTANT text[] := '{state,bill_id,failure,version}';
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'decision_final: a decision is never deleted' USING ERRCODE = '23514';
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('pending', 'approved'), ('pending', 'rejected'),
      ('pending', 'withdrawn'), ('pending', 'superseded'), ('approved', 'applied'), ('approved', 'failed'),
      ('failed', 'superseded'))
    OR to_jsonb(NEW) - changes <> to_jsonb(OLD) - changes
    OR OLD.state <> 'pending' AND to_jsonb(NEW) - effects <> to_jsonb(OLD) - effects
  THEN
    RAISE EXCEPTION 'decision_final: what was decided is not decided again' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decided_once BEFORE UPDATE OR DELETE ON proposal FOR EACH ROW EXECUTE FUNCTION decided_once();
CREATE TRIGGER decided_once_truncate BEFORE TRUNCATE ON proposal FOR EACH STATEMENT EXECUTE FUNCTION decided_once();
CREATE TRIGGER decided_once BEFORE UPDATE OR DELETE ON approval_request FOR EACH ROW EXECUTE FUNCTION decided_once();
CREATE TRIGGER decided_once_truncate BEFORE TRUNCATE ON approval_request
  FOR EACH STATEMENT EXECUTE FUNCTION decided_once();
