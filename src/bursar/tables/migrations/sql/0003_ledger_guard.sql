-- The database refuses wrong books, to every role and whatever the session does with its tenant.
-- The guards read through policies of their own, so they see every row of the entry they judge.
GRANT SELECT ON journal_entry, journal_line, period, open_item, allocation, legal_entity, ledger_account TO bursar_check;
GRANT UPDATE (open_minor) ON open_item TO bursar_check;
CREATE POLICY guard ON journal_entry FOR SELECT TO bursar_check USING (true);
CREATE POLICY guard ON journal_line FOR SELECT TO bursar_check USING (true);
CREATE POLICY guard ON period FOR SELECT TO bursar_check USING (true);
CREATE POLICY guard ON open_item FOR ALL TO bursar_check USING (true) WITH CHECK (true);
CREATE POLICY guard ON allocation FOR SELECT TO bursar_check USING (true);
CREATE POLICY guard ON legal_entity FOR SELECT TO bursar_check USING (true);
CREATE POLICY guard ON ledger_account FOR SELECT TO bursar_check USING (true);

-- An entry without lines is found when the transaction commits, with the tenant already cleared or not; and so is one
-- that moves the payables' control account by anything else than its open items, so that aging equals the books.
CREATE FUNCTION ledger_entry_has_lines() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.journal_line WHERE tenant_id = NEW.tenant_id AND entry_id = NEW.id) THEN
    RAISE EXCEPTION 'ledger_entry_empty: journal entry % has no lines', NEW.id USING ERRCODE = '23514';
  END IF;
  IF (SELECT coalesce(sum(l.base_amount_minor), 0) FROM public.journal_line l
      JOIN public.ledger_account a ON a.tenant_id = l.tenant_id AND a.id = l.account_id AND a.control = 'accounts_payable'
      WHERE l.tenant_id = NEW.tenant_id AND l.entry_id = NEW.id)
    + (SELECT coalesce(sum(i.base_amount_minor), 0) FROM public.open_item i
       WHERE i.tenant_id = NEW.tenant_id AND i.entry_id = NEW.id) <> 0
  THEN
    RAISE EXCEPTION 'ledger_open_items_differ: entry % and its open items do not tie', NEW.id USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

-- Lines are judged at the end of the statement that brings them. A statement trigger cannot be deferred, so neither
-- SET CONSTRAINTS nor a change of tenant before COMMIT gets round it: the lines of an entry arrive balanced or not at all,
-- and only in the transaction that made the entry.
CREATE FUNCTION ledger_lines_balance() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT tenant_id, entry_id FROM arrived) a
    LEFT JOIN public.journal_entry e ON e.tenant_id = a.tenant_id AND e.id = a.entry_id
    WHERE e.xid IS DISTINCT FROM pg_current_xact_id())
  THEN
    RAISE EXCEPTION 'ledger_line_late: a posted entry takes no more lines' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT tenant_id, entry_id FROM arrived) a
    JOIN public.journal_line l ON l.tenant_id = a.tenant_id AND l.entry_id = a.entry_id
    JOIN public.legal_entity b ON b.tenant_id = l.tenant_id AND b.id = l.legal_entity_id
    GROUP BY l.tenant_id, l.entry_id
    HAVING sum(l.amount_minor) <> 0 OR sum(l.base_amount_minor) <> 0
      OR min(l.currency) <> max(l.currency) OR bool_or(l.base_currency <> b.base_currency)
      OR bool_or(l.currency = l.base_currency AND l.amount_minor <> l.base_amount_minor))
  THEN
    RAISE EXCEPTION 'ledger_entry_unbalanced: debits and credits differ' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

-- An open item comes with its entry, wholly open; after that only allocations move what is open.
CREATE FUNCTION ledger_items_arrive() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM arrived a LEFT JOIN public.journal_entry e ON e.tenant_id = a.tenant_id AND e.id = a.entry_id
    WHERE e.xid IS DISTINCT FROM pg_current_xact_id())
  THEN
    RAISE EXCEPTION 'ledger_item_late: a posted entry takes no more open items' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT 1 FROM arrived WHERE open_minor <> amount_minor) THEN
    RAISE EXCEPTION 'ledger_item_settled: an item is settled by allocations alone' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION ledger_item_is_final() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR current_user <> 'bursar_check' THEN
    RAISE EXCEPTION 'ledger_item_final: an open item is moved by allocations alone' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- Posting takes a shared lock on the entity's calendar and closing an exclusive one: nothing slips in while a period closes.
CREATE FUNCTION ledger_calendar_key(p_tenant uuid, p_entity uuid) RETURNS bigint
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT hashtextextended('calendar' || p_tenant::text || p_entity::text, 0)
$$;

CREATE FUNCTION ledger_period_is_open() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE found_state text; found_year integer; last_number integer;
BEGIN
  -- A transaction that keeps an older snapshot would not see that the period has been closed meanwhile.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'ledger_isolation: posting reads what is committed, not a snapshot' USING ERRCODE = '23514';
  END IF;
  PERFORM pg_advisory_xact_lock_shared(public.ledger_calendar_key(NEW.tenant_id, NEW.legal_entity_id));
  SELECT state, fiscal_year INTO found_state, found_year FROM public.period
  WHERE tenant_id = NEW.tenant_id AND legal_entity_id = NEW.legal_entity_id
    AND starts_on <= NEW.posting_date AND ends_on >= NEW.posting_date
  ORDER BY starts_on DESC LIMIT 1;
  IF found_state IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'ledger_period_closed: % lies in no open period', NEW.posting_date USING ERRCODE = '23514';
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

-- Periods never overlap, else a second one would open what the first has closed; and who serves may close, not reopen.
CREATE FUNCTION ledger_calendar_changes_alone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(public.ledger_calendar_key(NEW.tenant_id, NEW.legal_entity_id));
  IF EXISTS (
    SELECT 1 FROM public.period
    WHERE tenant_id = NEW.tenant_id AND legal_entity_id = NEW.legal_entity_id AND id <> NEW.id
      AND starts_on <= NEW.ends_on AND ends_on >= NEW.starts_on AND starts_on <> NEW.starts_on)
  THEN
    RAISE EXCEPTION 'ledger_period_overlaps: periods do not overlap' USING ERRCODE = '23514';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'closed' AND NEW.state = 'open'
    AND NOT pg_has_role(session_user, 'bursar_owner', 'MEMBER')
  THEN
    RAISE EXCEPTION 'ledger_period_closed: a closed period stays closed' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- An allocation moves what is open on both items; the row locks of the update and the CHECK on the item
-- (`open_within_amount`) make two racing allocations end in one refusal.
CREATE FUNCTION ledger_allocate() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE debit public.open_item; credit public.open_item; undone public.allocation;
BEGIN
  -- Both rows are locked in the order of their ids, so that two allocations of the same pair cannot deadlock.
  PERFORM 1 FROM public.open_item
  WHERE tenant_id = NEW.tenant_id AND id IN (NEW.debit_item_id, NEW.credit_item_id) ORDER BY id FOR UPDATE;
  SELECT * INTO debit FROM public.open_item WHERE tenant_id = NEW.tenant_id AND id = NEW.debit_item_id;
  SELECT * INTO credit FROM public.open_item WHERE tenant_id = NEW.tenant_id AND id = NEW.credit_item_id;
  IF debit.side <> credit.side OR debit.amount_minor > 0 OR credit.amount_minor < 0
    OR debit.legal_entity_id <> credit.legal_entity_id OR debit.legal_entity_id <> NEW.legal_entity_id
    OR debit.vendor_id IS DISTINCT FROM credit.vendor_id
    OR debit.currency <> credit.currency OR debit.currency <> NEW.currency
    OR NEW.allocated_on < greatest(debit.posting_date, credit.posting_date)
    OR (NEW.currency = debit.base_currency AND NEW.base_amount_minor <> NEW.amount_minor)
  THEN
    RAISE EXCEPTION 'ledger_allocation_mismatch: the two items do not settle each other' USING ERRCODE = '23514';
  END IF;
  IF NEW.reversal_of IS NOT NULL THEN
    SELECT * INTO undone FROM public.allocation WHERE tenant_id = NEW.tenant_id AND id = NEW.reversal_of;
    IF undone.amount_minor <> -NEW.amount_minor OR undone.debit_item_id <> NEW.debit_item_id
      OR undone.credit_item_id <> NEW.credit_item_id
    THEN
      RAISE EXCEPTION 'ledger_allocation_mismatch: a reversal undoes the whole allocation' USING ERRCODE = '23514';
    END IF;
  END IF;
  UPDATE public.open_item SET open_minor = open_minor + NEW.amount_minor WHERE tenant_id = NEW.tenant_id AND id = debit.id;
  UPDATE public.open_item SET open_minor = open_minor - NEW.amount_minor WHERE tenant_id = NEW.tenant_id AND id = credit.id;
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION ledger_entry_has_lines(), ledger_lines_balance(), ledger_period_is_open(),
  ledger_items_arrive(), ledger_calendar_changes_alone(), ledger_allocate(), ledger_calendar_key(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_calendar_key(uuid, uuid) TO bursar_check;

CREATE CONSTRAINT TRIGGER has_lines AFTER INSERT ON journal_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_has_lines();
CREATE TRIGGER period_is_open BEFORE INSERT ON journal_entry
  FOR EACH ROW EXECUTE FUNCTION ledger_period_is_open();
CREATE TRIGGER lines_balance AFTER INSERT ON journal_line
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION ledger_lines_balance();
CREATE TRIGGER items_arrive AFTER INSERT ON open_item
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION ledger_items_arrive();
CREATE TRIGGER item_is_final BEFORE UPDATE OR DELETE ON open_item
  FOR EACH ROW EXECUTE FUNCTION ledger_item_is_final();
CREATE TRIGGER item_is_final_truncate BEFORE TRUNCATE ON open_item
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_item_is_final();
CREATE TRIGGER changes_alone BEFORE INSERT OR UPDATE ON period
  FOR EACH ROW EXECUTE FUNCTION ledger_calendar_changes_alone();
CREATE TRIGGER allocate AFTER INSERT ON allocation FOR EACH ROW EXECUTE FUNCTION ledger_allocate();

-- A bill keeps what was submitted; only its decision, how it is settled and whether it was reversed still change, and only
-- in the order of its life. It is posted by an entry of its own. (What the serving roles may write at all, grants say.)
CREATE FUNCTION bill_posted_is_final() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'bill_final: a bill is never deleted' USING ERRCODE = '23514';
  END IF;
  IF NEW.document_status <> OLD.document_status
    AND (OLD.document_status, NEW.document_status) NOT IN (('draft', 'submitted'), ('submitted', 'posted'),
      ('submitted', 'rejected'), ('posted', 'reversed'))
  THEN
    RAISE EXCEPTION 'bill_final: a % bill does not become %', OLD.document_status, NEW.document_status
      USING ERRCODE = '23514';
  END IF;
  IF OLD.document_status IN ('posted', 'reversed', 'rejected') AND (
    to_jsonb(NEW) - '{document_status,payment_status,reversal_entry_id,decision_reason,version,updated_at}'::text[]
    <> to_jsonb(OLD) - '{document_status,payment_status,reversal_entry_id,decision_reason,version,updated_at}'::text[])
  THEN
    RAISE EXCEPTION 'bill_final: a decided bill is corrected by reversal' USING ERRCODE = '23514';
  END IF;
  IF (NEW.entry_id IS DISTINCT FROM OLD.entry_id AND NOT EXISTS (
      SELECT 1 FROM public.journal_entry WHERE tenant_id = NEW.tenant_id AND id = NEW.entry_id AND source_id = NEW.id))
    OR (NEW.reversal_entry_id IS DISTINCT FROM OLD.reversal_entry_id AND NOT EXISTS (
      SELECT 1 FROM public.journal_entry
      WHERE tenant_id = NEW.tenant_id AND id = NEW.reversal_entry_id AND reversal_of = OLD.entry_id))
  THEN
    RAISE EXCEPTION 'bill_entry: the entry is not of this bill' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER posted_is_final BEFORE UPDATE OR DELETE ON bill FOR EACH ROW EXECUTE FUNCTION bill_posted_is_final();
CREATE TRIGGER posted_is_final_truncate BEFORE TRUNCATE ON bill
  FOR EACH STATEMENT EXECUTE FUNCTION bill_posted_is_final();

-- Each guard runs as the role that may see every row; nobody else may call it.
GRANT CREATE ON SCHEMA public TO bursar_check;
ALTER FUNCTION ledger_entry_has_lines() OWNER TO bursar_check;
ALTER FUNCTION ledger_lines_balance() OWNER TO bursar_check;
ALTER FUNCTION ledger_items_arrive() OWNER TO bursar_check;
ALTER FUNCTION ledger_period_is_open() OWNER TO bursar_check;
ALTER FUNCTION ledger_calendar_changes_alone() OWNER TO bursar_check;
ALTER FUNCTION ledger_allocate() OWNER TO bursar_check;
REVOKE CREATE ON SCHEMA public FROM bursar_check;
