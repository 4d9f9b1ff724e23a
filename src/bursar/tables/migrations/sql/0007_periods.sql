-- What a posting asks of its period, and what may be done to a period. Both judge with the sight of the check role.
GRANT SELECT ON period_exception TO bursar_check;
CREATE POLICY guard ON period_exception FOR SELECT TO bursar_check USING (true);

-- An entry says which books it is of, and its items show it: one that leaves items of another sub-ledger, as opening
-- balances do, asks for that one's period too. The calendar is held since the entry arrived.
CREATE FUNCTION ledger_items_in_period() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM arrived i
    JOIN public.journal_entry e ON e.tenant_id = i.tenant_id AND e.id = i.entry_id
      AND e.sub_ledger <> CASE i.side WHEN 'payable' THEN 'ap' ELSE 'ar' END
    JOIN public.period p ON p.tenant_id = e.tenant_id AND p.legal_entity_id = e.legal_entity_id
      AND e.posting_date BETWEEN p.starts_on AND p.ends_on
    WHERE CASE i.side WHEN 'payable' THEN p.ap_state ELSE p.ar_state END <> 'open')
  THEN
    RAISE EXCEPTION 'ledger_period_closed: the sub-ledger of an item lies in no open period' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
-- What is settled on a day changes the aging of that day, also where nothing is booked.
CREATE FUNCTION ledger_allocations_in_period() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'ledger_isolation: settling reads what is committed, not a snapshot' USING ERRCODE = '23514';
  END IF;
  PERFORM pg_advisory_xact_lock_shared(public.ledger_calendar_key(x.tenant_id, x.legal_entity_id))
  FROM (SELECT DISTINCT tenant_id, legal_entity_id FROM arrived) x;
  IF EXISTS (
    SELECT 1 FROM arrived a
    JOIN public.open_item i ON i.tenant_id = a.tenant_id AND i.id = a.debit_item_id
    LEFT JOIN LATERAL (
      SELECT p.id, p.state, CASE i.side WHEN 'payable' THEN p.ap_state ELSE p.ar_state END AS own FROM public.period p
      WHERE p.tenant_id = a.tenant_id AND p.legal_entity_id = a.legal_entity_id
        AND a.allocated_on BETWEEN p.starts_on AND p.ends_on
      ORDER BY p.starts_on DESC LIMIT 1) p ON true
    WHERE p.id IS NULL OR (p.state <> 'open' OR p.own <> 'open') AND (
      'closed' IN (p.state, p.own) OR NOT EXISTS (
        SELECT 1 FROM public.period_exception x
        WHERE x.tenant_id = a.tenant_id AND x.period_id = p.id
          AND x.sub_ledger = CASE i.side WHEN 'payable' THEN 'ap' ELSE 'ar' END
          AND (x.user_id IS NULL OR x.user_id = a.created_by) AND x.granted_by <> a.created_by
          AND x.valid_until > clock_timestamp())))
  THEN
    RAISE EXCEPTION 'ledger_period_closed: the day of an allocation lies in no open period' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION ledger_items_in_period(), ledger_allocations_in_period() FROM PUBLIC;
CREATE TRIGGER in_period AFTER INSERT ON allocation
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION ledger_allocations_in_period();
CREATE TRIGGER in_period AFTER INSERT ON open_item
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION ledger_items_in_period();

GRANT CREATE ON SCHEMA public TO bursar_check;
ALTER FUNCTION ledger_items_in_period() OWNER TO bursar_check;
ALTER FUNCTION ledger_allocations_in_period() OWNER TO bursar_check;
SET ROLE bursar_check;

CREATE OR REPLACE FUNCTION ledger_period_is_open() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE found_id uuid; found_year integer; ledger_state text; own_state text; last_number integer;
BEGIN
  -- A transaction that keeps an older snapshot would not see that the period has been closed meanwhile.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'ledger_isolation: posting reads what is committed, not a snapshot' USING ERRCODE = '23514';
  END IF;
  PERFORM pg_advisory_xact_lock_shared(public.ledger_calendar_key(NEW.tenant_id, NEW.legal_entity_id));
  SELECT id, fiscal_year, state, CASE NEW.sub_ledger WHEN 'ap' THEN ap_state WHEN 'ar' THEN ar_state ELSE state END
  INTO found_id, found_year, ledger_state, own_state FROM public.period
  WHERE tenant_id = NEW.tenant_id AND legal_entity_id = NEW.legal_entity_id
    AND starts_on <= NEW.posting_date AND ends_on >= NEW.posting_date
  ORDER BY starts_on DESC LIMIT 1;
  IF found_id IS NULL THEN
    RAISE EXCEPTION 'ledger_no_fiscal_year: % lies in no fiscal year', NEW.posting_date USING ERRCODE = '23514';
  END IF;
  -- The stricter of the sub-ledger's state and the general ledger's counts; `closed` is closed to all.
  IF ledger_state <> 'open' OR own_state <> 'open' THEN
    IF 'closed' IN (ledger_state, own_state) OR NOT EXISTS (
      SELECT 1 FROM public.period_exception
      WHERE tenant_id = NEW.tenant_id AND period_id = found_id AND sub_ledger = NEW.sub_ledger
        AND (user_id IS NULL OR user_id = NEW.posted_by) AND granted_by <> NEW.posted_by
        AND valid_until > clock_timestamp())
    THEN
      RAISE EXCEPTION 'ledger_period_closed: % lies in no open period', NEW.posting_date USING ERRCODE = '23514';
    END IF;
  END IF;
  IF found_year <> NEW.fiscal_year THEN
    RAISE EXCEPTION 'ledger_fiscal_year: % lies in fiscal year %', NEW.posting_date, found_year USING ERRCODE = '23514';
  END IF;
  -- Two that post at once wait for each other at the unique number, so what is seen here is the end of the series.
  SELECT max(number) INTO last_number FROM public.journal_entry
  WHERE tenant_id = NEW.tenant_id AND legal_entity_id = NEW.legal_entity_id
    AND series = NEW.series AND fiscal_year = NEW.fiscal_year;
  IF NEW.number > coalesce(last_number, 0) + 1 OR NEW.number < 1 THEN
    RAISE EXCEPTION 'ledger_number_gap: % % follows %', NEW.series, NEW.number, last_number USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- Periods never overlap, else a second one would open what the first has closed; and who serves may close, not reopen
-- what is closed, in whichever of the three states. What is soft closed is opened again by permission.
CREATE OR REPLACE FUNCTION ledger_calendar_changes_alone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'ledger_isolation: the calendar is read as committed, not from a snapshot' USING ERRCODE = '23514';
  END IF;
  PERFORM pg_advisory_xact_lock(public.ledger_calendar_key(NEW.tenant_id, NEW.legal_entity_id));
  IF EXISTS (
    SELECT 1 FROM public.period
    WHERE tenant_id = NEW.tenant_id AND legal_entity_id = NEW.legal_entity_id AND id <> NEW.id
      AND starts_on <= NEW.ends_on AND ends_on >= NEW.starts_on AND starts_on <> NEW.starts_on)
  THEN
    RAISE EXCEPTION 'ledger_period_overlaps: periods do not overlap' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'UPDATE'
    AND (OLD.state = 'closed' AND NEW.state <> 'closed' OR OLD.ap_state = 'closed' AND NEW.ap_state <> 'closed'
      OR OLD.ar_state = 'closed' AND NEW.ar_state <> 'closed')
    AND NOT pg_has_role(session_user, 'bursar_owner', 'MEMBER')
  THEN
    RAISE EXCEPTION 'ledger_period_closed: a closed period stays closed' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

SET ROLE bursar_owner;
REVOKE CREATE ON SCHEMA public FROM bursar_check;
