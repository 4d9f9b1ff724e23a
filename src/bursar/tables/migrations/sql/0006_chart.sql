-- What an account and a dimension are must fit the lines that name them, whoever writes the lines.
GRANT SELECT ON dimension_value TO bursar_check;
CREATE POLICY guard ON dimension_value FOR SELECT TO bursar_check USING (true);

CREATE FUNCTION ledger_lines_fit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM arrived l JOIN public.ledger_account a ON a.tenant_id = l.tenant_id AND a.id = l.account_id
    WHERE a.currency <> l.currency)
  THEN
    RAISE EXCEPTION 'ledger_account_currency: an account kept in one currency takes no other' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (
    SELECT 1 FROM arrived l JOIN public.dimension_value d ON d.tenant_id = l.tenant_id AND d.id = l.cost_centre_id
    WHERE d.dimension <> 'cost_centre')
    OR EXISTS (
    SELECT 1 FROM arrived l JOIN public.dimension_value d ON d.tenant_id = l.tenant_id AND d.id = l.project_id
    WHERE d.dimension <> 'project')
  THEN
    RAISE EXCEPTION 'ledger_dimension: a cost centre is no project' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

-- What lines were posted to stays what it was. A control of the sub-ledgers is neither taken from such an account nor
-- given to it: its balance would not be that of open items.
CREATE FUNCTION ledger_account_stays() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (NEW.type <> OLD.type OR (NEW.currency IS NOT NULL AND NEW.currency IS DISTINCT FROM OLD.currency)
      OR (NEW.control IS DISTINCT FROM OLD.control
          AND (OLD.control IS NOT NULL OR NEW.control IN ('accounts_payable', 'accounts_receivable'))))
    AND EXISTS (
      SELECT 1 FROM public.journal_line l
      WHERE l.tenant_id = OLD.tenant_id AND l.legal_entity_id = OLD.legal_entity_id AND l.account_id = OLD.id
        AND (NEW.type <> OLD.type OR NEW.control IS DISTINCT FROM OLD.control OR l.currency <> NEW.currency))
  THEN
    RAISE EXCEPTION 'ledger_account_in_use: the account has been posted to' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

REVOKE ALL ON FUNCTION ledger_lines_fit(), ledger_account_stays() FROM PUBLIC;
CREATE TRIGGER lines_fit AFTER INSERT ON journal_line
  REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION ledger_lines_fit();
CREATE TRIGGER stays BEFORE UPDATE ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_account_stays();

GRANT CREATE ON SCHEMA public TO bursar_check;
ALTER FUNCTION ledger_lines_fit() OWNER TO bursar_check;
ALTER FUNCTION ledger_account_stays() OWNER TO bursar_check;
REVOKE CREATE ON SCHEMA public FROM bursar_check;
