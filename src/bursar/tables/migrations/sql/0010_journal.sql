-- A manual entry keeps what was submitted; only its decision and its reversal still change, and only in the order of its
-- life. It is posted by an entry of its own. (What the serving roles may write at all, grants say.)
CREATE FUNCTION manual_entry_is_final() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'manual_entry_final: a manual entry is never deleted' USING ERRCODE = '23514';
  END IF;
  IF NEW.state <> OLD.state
    AND (OLD.state, NEW.state) NOT IN (('draft', 'submitted'), ('submitted', 'posted'), ('submitted', 'rejected'),
      ('posted', 'reversed'))
  THEN
    RAISE EXCEPTION 'manual_entry_final: a % entry does not become %', OLD.state, NEW.state USING ERRCODE = '23514';
  END IF;
  IF to_jsonb(NEW) - '{state,number,decided_by,decided_at,decision_reason,entry_id,reversal_entry_id,version,updated_at}'::text[]
    <> to_jsonb(OLD) - '{state,number,decided_by,decided_at,decision_reason,entry_id,reversal_entry_id,version,updated_at}'::text[]
    OR OLD.state IN ('posted', 'reversed', 'rejected') AND (
    to_jsonb(NEW) - '{state,reversal_entry_id,decision_reason,version,updated_at}'::text[]
    <> to_jsonb(OLD) - '{state,reversal_entry_id,decision_reason,version,updated_at}'::text[])
    OR OLD.reversal_entry_id IS NOT NULL AND NEW.reversal_entry_id IS DISTINCT FROM OLD.reversal_entry_id
  THEN
    RAISE EXCEPTION 'manual_entry_final: what was submitted stays, and a decided entry is corrected by reversal'
      USING ERRCODE = '23514';
  END IF;
  IF (NEW.entry_id IS DISTINCT FROM OLD.entry_id AND NOT EXISTS (
      SELECT 1 FROM public.journal_entry WHERE tenant_id = NEW.tenant_id AND id = NEW.entry_id AND source_id = NEW.id
        AND reversal_of IS NULL))
    OR (NEW.reversal_entry_id IS DISTINCT FROM OLD.reversal_entry_id AND NOT EXISTS (
      SELECT 1 FROM public.journal_entry
      WHERE tenant_id = NEW.tenant_id AND id = NEW.reversal_entry_id AND reversal_of = OLD.entry_id))
  THEN
    RAISE EXCEPTION 'manual_entry_entry: the journal entry is not of this manual entry' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_final BEFORE UPDATE OR DELETE ON manual_entry FOR EACH ROW EXECUTE FUNCTION manual_entry_is_final();
CREATE TRIGGER is_final_truncate BEFORE TRUNCATE ON manual_entry
  FOR EACH STATEMENT EXECUTE FUNCTION manual_entry_is_final();

-- A template is approved as it was submitted and never edited: another one takes its place. Its next day moves forward only,
-- what has ended does not begin again, and who approved it stays.
CREATE FUNCTION recurring_entry_is_final() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'recurring_entry_final: a recurring entry is never deleted' USING ERRCODE = '23514';
  END IF;
  IF NEW.state <> OLD.state
    AND (OLD.state, NEW.state) NOT IN (('submitted', 'active'), ('submitted', 'ended'), ('active', 'paused'),
      ('active', 'ended'), ('paused', 'active'), ('paused', 'ended'))
    OR to_jsonb(NEW) - '{state,next_on,failure,decided_by,decided_at,reason,version,updated_at}'::text[]
    <> to_jsonb(OLD) - '{state,next_on,failure,decided_by,decided_at,reason,version,updated_at}'::text[]
    OR OLD.state <> 'submitted' AND (NEW.decided_by, NEW.decided_at) IS DISTINCT FROM (OLD.decided_by, OLD.decided_at)
    OR OLD.state = 'ended' OR NEW.next_on < OLD.next_on
  THEN
    RAISE EXCEPTION 'recurring_entry_final: what was approved stays as it is' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_final BEFORE UPDATE OR DELETE ON recurring_entry
  FOR EACH ROW EXECUTE FUNCTION recurring_entry_is_final();
CREATE TRIGGER is_final_truncate BEFORE TRUNCATE ON recurring_entry
  FOR EACH STATEMENT EXECUTE FUNCTION recurring_entry_is_final();
