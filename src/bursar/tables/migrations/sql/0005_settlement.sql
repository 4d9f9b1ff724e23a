-- What an older writer does not know of is filled in as the row arrives.
CREATE FUNCTION ledger_item_opens() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.base_open_minor := coalesce(NEW.base_open_minor, NEW.base_amount_minor);
  RETURN NEW;
END $$;
CREATE TRIGGER opens BEFORE INSERT ON open_item FOR EACH ROW EXECUTE FUNCTION ledger_item_opens();

CREATE FUNCTION ledger_allocation_opens() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.debit_base_minor := coalesce(NEW.debit_base_minor, NEW.base_amount_minor);
  NEW.credit_base_minor := coalesce(NEW.credit_base_minor, NEW.base_amount_minor);
  RETURN NEW;
END $$;
CREATE TRIGGER opens BEFORE INSERT ON allocation FOR EACH ROW EXECUTE FUNCTION ledger_allocation_opens();

-- Everything so far is in base currency, so what is open in base is what is open. The guards stand aside for the fill
-- alone; the owner, whom row-level security binds as well, is let through for it.
ALTER TABLE open_item NO FORCE ROW LEVEL SECURITY;
ALTER TABLE open_item DISABLE TRIGGER item_is_final;
UPDATE open_item SET base_open_minor = open_minor WHERE base_open_minor IS NULL;
ALTER TABLE open_item ENABLE TRIGGER item_is_final;
ALTER TABLE open_item FORCE ROW LEVEL SECURITY;
ALTER TABLE allocation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE allocation DISABLE TRIGGER append_only;
UPDATE allocation SET debit_base_minor = base_amount_minor, credit_base_minor = base_amount_minor
WHERE debit_base_minor IS NULL;
ALTER TABLE allocation ENABLE TRIGGER append_only;
ALTER TABLE allocation FORCE ROW LEVEL SECURITY;
-- A settled item keeps no residue in base, and what is open in base never changes sign.
ALTER TABLE open_item ADD CONSTRAINT ck_open_item_base_open_within_amount CHECK (
  base_open_minor IS NOT NULL AND (open_minor <> 0 OR base_open_minor = 0)
  AND (base_amount_minor >= 0 AND base_open_minor BETWEEN 0 AND base_amount_minor
       OR base_amount_minor < 0 AND base_open_minor BETWEEN base_amount_minor AND 0));

GRANT SELECT (tenant_id, id, document_status, payment_status, version), UPDATE (payment_status, version, updated_at)
  ON bill TO bursar_check;
CREATE POLICY guard ON bill FOR ALL TO bursar_check USING (true) WITH CHECK (true);
GRANT UPDATE (base_open_minor) ON open_item TO bursar_check;
GRANT SELECT (tenant_id, id, decided_by) ON settlement TO bursar_check;
CREATE POLICY guard ON settlement FOR SELECT TO bursar_check USING (true);

-- An entry moves a control account by its open items and by the exchange differences of the allocations that name it,
-- and by nothing else: in base, and in each currency of its documents. So the sub-ledgers equal their control accounts.
-- All of it is found by key: a plan made while a table is empty would else read all of it, for every entry, until somebody
-- takes statistics.
CREATE FUNCTION ledger_tie(p_tenant uuid, p_entry uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (
      SELECT a.control AS control, l.currency AS currency, l.amount_minor AS amount, l.base_amount_minor AS base
      FROM public.journal_line l
      JOIN public.ledger_account a ON a.tenant_id = l.tenant_id AND a.id = l.account_id
        AND a.control IN ('accounts_payable', 'accounts_receivable')
      WHERE l.tenant_id = p_tenant AND l.entry_id = p_entry
      UNION ALL
      SELECT CASE i.side WHEN 'payable' THEN 'accounts_payable' ELSE 'accounts_receivable' END, i.currency,
             CASE i.side WHEN 'payable' THEN i.amount_minor ELSE -i.amount_minor END,
             CASE i.side WHEN 'payable' THEN i.base_amount_minor ELSE -i.base_amount_minor END
      FROM public.open_item i WHERE i.tenant_id = p_tenant AND i.entry_id = p_entry
      UNION ALL
      SELECT CASE i.side WHEN 'payable' THEN 'accounts_payable' ELSE 'accounts_receivable' END, x.currency, 0,
             x.debit_base_minor - x.credit_base_minor
      FROM public.allocation x JOIN public.open_item i ON i.tenant_id = x.tenant_id AND i.id = x.debit_item_id
      WHERE x.tenant_id = p_tenant AND x.entry_id = p_entry
    ) moved
    GROUP BY control, currency HAVING sum(amount) <> 0 OR sum(base) <> 0)
  THEN
    RAISE EXCEPTION 'ledger_open_items_differ: entry % and its open items do not tie', p_entry USING ERRCODE = '23514';
  END IF;
END $$;

GRANT CREATE ON SCHEMA public TO bursar_check;
SET ROLE bursar_check;
CREATE OR REPLACE FUNCTION ledger_entry_has_lines() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.journal_line WHERE tenant_id = NEW.tenant_id AND entry_id = NEW.id) THEN
    RAISE EXCEPTION 'ledger_entry_empty: journal entry % has no lines', NEW.id USING ERRCODE = '23514';
  END IF;
  PERFORM public.ledger_tie(NEW.tenant_id, NEW.id);
  RETURN NULL;
END $$;
SET ROLE bursar_owner;
REVOKE CREATE ON SCHEMA public FROM bursar_check;

CREATE FUNCTION ledger_allocation_ties() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM public.ledger_tie(NEW.tenant_id, NEW.entry_id);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ties AFTER INSERT ON allocation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.entry_id IS NOT NULL) EXECUTE FUNCTION ledger_allocation_ties();

-- Debits equal credits in every currency of an entry and in base; an exchange goes through a clearing account.
GRANT CREATE ON SCHEMA public TO bursar_check;
SET ROLE bursar_check;
CREATE OR REPLACE FUNCTION ledger_lines_balance() RETURNS trigger
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
    SELECT 1 FROM (
      SELECT l.tenant_id, l.entry_id, sum(l.amount_minor) AS amount, sum(l.base_amount_minor) AS base,
             bool_or(l.base_currency <> b.base_currency
                     OR l.currency = l.base_currency AND l.amount_minor <> l.base_amount_minor) AS is_wrong
      FROM (SELECT DISTINCT tenant_id, entry_id FROM arrived) a
      JOIN public.journal_line l ON l.tenant_id = a.tenant_id AND l.entry_id = a.entry_id
      JOIN public.legal_entity b ON b.tenant_id = l.tenant_id AND b.id = l.legal_entity_id
      GROUP BY l.tenant_id, l.entry_id, l.currency) per_currency
    GROUP BY tenant_id, entry_id HAVING bool_or(amount <> 0 OR is_wrong) OR sum(base) <> 0)
  THEN
    RAISE EXCEPTION 'ledger_entry_unbalanced: debits and credits differ' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
SET ROLE bursar_owner;
REVOKE CREATE ON SCHEMA public FROM bursar_check;

GRANT CREATE ON SCHEMA public TO bursar_check;
SET ROLE bursar_check;
CREATE OR REPLACE FUNCTION ledger_items_arrive() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM arrived a LEFT JOIN public.journal_entry e ON e.tenant_id = a.tenant_id AND e.id = a.entry_id
    WHERE e.xid IS DISTINCT FROM pg_current_xact_id())
  THEN
    RAISE EXCEPTION 'ledger_item_late: a posted entry takes no more open items' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT 1 FROM arrived WHERE open_minor <> amount_minor OR base_open_minor <> base_amount_minor) THEN
    RAISE EXCEPTION 'ledger_item_settled: an item is settled by allocations alone' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
SET ROLE bursar_owner;
REVOKE CREATE ON SCHEMA public FROM bursar_check;

-- People may mark an item as disputed; everything else about it is moved by allocations.
CREATE OR REPLACE FUNCTION ledger_item_is_final() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'ledger_item_final: an open item is moved by allocations alone' USING ERRCODE = '23514';
  END IF;
  IF current_user <> 'bursar_check' AND to_jsonb(NEW) - 'disputed' <> to_jsonb(OLD) - 'disputed' THEN
    RAISE EXCEPTION 'ledger_item_final: an open item is moved by allocations alone' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- An allocation takes a positive and a negative item of one party toward zero, each by its own part in base. What the
-- two parts differ by is an exchange difference, which an entry of the same transaction books.
GRANT CREATE ON SCHEMA public TO bursar_check;
SET ROLE bursar_check;
CREATE OR REPLACE FUNCTION ledger_allocate() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE debit public.open_item; credit public.open_item; undone public.allocation; toward integer;
BEGIN
  -- Both rows are locked in the order of their ids, so that two allocations of the same pair cannot deadlock.
  PERFORM 1 FROM public.open_item
  WHERE tenant_id = NEW.tenant_id AND id IN (NEW.debit_item_id, NEW.credit_item_id) ORDER BY id FOR UPDATE;
  SELECT * INTO debit FROM public.open_item WHERE tenant_id = NEW.tenant_id AND id = NEW.debit_item_id;
  SELECT * INTO credit FROM public.open_item WHERE tenant_id = NEW.tenant_id AND id = NEW.credit_item_id;
  -- What we owe is a credit above zero, what we are owed a debit above zero.
  toward := CASE debit.side WHEN 'payable' THEN 1 ELSE -1 END;
  IF debit.side <> credit.side OR debit.amount_minor * toward > 0 OR credit.amount_minor * toward < 0
    OR debit.legal_entity_id <> credit.legal_entity_id OR debit.legal_entity_id <> NEW.legal_entity_id
    OR debit.vendor_id IS DISTINCT FROM credit.vendor_id OR debit.customer_id IS DISTINCT FROM credit.customer_id
    OR debit.currency <> credit.currency OR debit.currency <> NEW.currency
    OR NEW.allocated_on < greatest(debit.posting_date, credit.posting_date)
    OR NEW.base_amount_minor <> NEW.debit_base_minor
    OR (NEW.currency = debit.base_currency
        AND (NEW.debit_base_minor <> NEW.amount_minor OR NEW.credit_base_minor <> NEW.amount_minor))
  THEN
    RAISE EXCEPTION 'ledger_allocation_mismatch: the two items do not settle each other' USING ERRCODE = '23514';
  END IF;
  IF NEW.reversal_of IS NOT NULL THEN
    SELECT * INTO undone FROM public.allocation WHERE tenant_id = NEW.tenant_id AND id = NEW.reversal_of;
    IF undone.amount_minor <> -NEW.amount_minor OR undone.debit_item_id <> NEW.debit_item_id
      OR undone.credit_item_id <> NEW.credit_item_id OR undone.debit_base_minor <> -NEW.debit_base_minor
      OR undone.credit_base_minor <> -NEW.credit_base_minor OR NEW.allocated_on < undone.allocated_on
    THEN
      RAISE EXCEPTION 'ledger_allocation_mismatch: a reversal undoes the whole allocation' USING ERRCODE = '23514';
    END IF;
  END IF;
  -- What was settled and taken back was not open in between: settled again on an earlier day, it would count twice then.
  IF NEW.reversal_of IS NULL AND EXISTS (
    SELECT 1 FROM public.allocation x
    WHERE x.tenant_id = NEW.tenant_id AND x.debit_item_id IN (debit.id, credit.id)
      AND x.reversal_of IS NOT NULL AND x.allocated_on > NEW.allocated_on
    UNION ALL
    SELECT 1 FROM public.allocation x
    WHERE x.tenant_id = NEW.tenant_id AND x.credit_item_id IN (debit.id, credit.id)
      AND x.reversal_of IS NOT NULL AND x.allocated_on > NEW.allocated_on)
  THEN
    RAISE EXCEPTION 'ledger_allocation_backdated: an item is not settled again before the day it was taken back'
      USING ERRCODE = '23514';
  END IF;
  IF 'write_off' IN (debit.kind, credit.kind) AND NOT EXISTS (
    SELECT 1 FROM public.settlement s
    WHERE s.tenant_id = NEW.tenant_id AND s.id = NEW.settlement_id AND s.decided_by IS NOT NULL)
  THEN
    RAISE EXCEPTION 'four_eyes: a write-off is approved by a second person' USING ERRCODE = '23514';
  END IF;
  IF NEW.entry_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM public.journal_entry e
    WHERE e.tenant_id = NEW.tenant_id AND e.id = NEW.entry_id AND e.xid = pg_current_xact_id()
      AND e.posting_date = NEW.allocated_on)
  THEN
    RAISE EXCEPTION 'ledger_allocation_late: the entry of an exchange difference is posted with its allocation'
      USING ERRCODE = '23514';
  END IF;
  UPDATE public.open_item
  SET open_minor = open_minor + toward * NEW.amount_minor,
      base_open_minor = base_open_minor + toward * NEW.debit_base_minor
  WHERE tenant_id = NEW.tenant_id AND id = debit.id;
  UPDATE public.open_item
  SET open_minor = open_minor - toward * NEW.amount_minor,
      base_open_minor = base_open_minor - toward * NEW.credit_base_minor
  WHERE tenant_id = NEW.tenant_id AND id = credit.id;
  -- How far a bill is paid follows from its items; one that is taken back is neither paid nor unpaid by that.
  IF coalesce(debit.bill_id, credit.bill_id) IS NOT NULL AND debit.bill_id IS DISTINCT FROM credit.bill_id THEN
    UPDATE public.bill b SET payment_status = s.status, version = b.version + 1, updated_at = NEW.recorded_at
    FROM (
      SELECT i.bill_id AS id, CASE WHEN bool_and(i.open_minor = 0) THEN 'paid'
                                   WHEN bool_and(i.open_minor = i.amount_minor) THEN 'unpaid'
                                   ELSE 'partially_paid' END AS status
      FROM public.open_item i
      WHERE i.tenant_id = NEW.tenant_id AND i.bill_id IN (debit.bill_id, credit.bill_id) AND i.kind <> 'reversal'
      GROUP BY i.bill_id) s
    WHERE b.tenant_id = NEW.tenant_id AND b.id = s.id AND b.payment_status <> s.status;
  END IF;
  RETURN NULL;
END $$;
SET ROLE bursar_owner;
REVOKE CREATE ON SCHEMA public FROM bursar_check;

-- What a payment or a settlement says stands; only that it was taken back is added, once, with an entry where it had one.
CREATE FUNCTION payment_is_final() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.status = 'reversed'
    OR to_jsonb(NEW) - '{status,reason,reversal_entry_id,version,updated_at}'::text[]
    <> to_jsonb(OLD) - '{status,reason,reversal_entry_id,version,updated_at}'::text[]
  THEN
    RAISE EXCEPTION 'payment_final: a payment is corrected by reversal' USING ERRCODE = '23514';
  END IF;
  IF NEW.reversal_entry_id IS DISTINCT FROM OLD.reversal_entry_id AND NOT EXISTS (
      SELECT 1 FROM public.journal_entry
      WHERE tenant_id = NEW.tenant_id AND id = NEW.reversal_entry_id AND reversal_of = OLD.entry_id)
  THEN
    RAISE EXCEPTION 'payment_entry: the entry does not reverse this payment' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_final BEFORE UPDATE OR DELETE ON payment FOR EACH ROW EXECUTE FUNCTION payment_is_final();
CREATE TRIGGER is_final_truncate BEFORE TRUNCATE ON payment FOR EACH STATEMENT EXECUTE FUNCTION payment_is_final();

-- A request is decided once; what stands is taken back once.
CREATE FUNCTION settlement_is_final() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE free text[] := CASE WHEN TG_OP <> 'UPDATE' THEN '{}'
  WHEN (OLD.status, NEW.status) IN (('requested', 'active'), ('requested', 'rejected'))
    THEN '{status,reason,entry_id,decided_by,decided_at,version,updated_at}'
  WHEN (OLD.status, NEW.status) = ('active', 'reversed') THEN '{status,reason,reversal_entry_id,version,updated_at}'
  ELSE '{}' END;
BEGIN
  IF TG_OP <> 'UPDATE' OR to_jsonb(NEW) - free <> to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'settlement_final: a settlement is decided once and corrected by reversal' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_final BEFORE UPDATE OR DELETE ON settlement FOR EACH ROW EXECUTE FUNCTION settlement_is_final();
CREATE TRIGGER is_final_truncate BEFORE TRUNCATE ON settlement FOR EACH STATEMENT EXECUTE FUNCTION settlement_is_final();

REVOKE ALL ON FUNCTION ledger_tie(uuid, uuid), ledger_allocation_ties() FROM PUBLIC;
GRANT CREATE ON SCHEMA public TO bursar_check;
ALTER FUNCTION ledger_tie(uuid, uuid) OWNER TO bursar_check;
ALTER FUNCTION ledger_allocation_ties() OWNER TO bursar_check;
REVOKE CREATE ON SCHEMA public FROM bursar_check;
