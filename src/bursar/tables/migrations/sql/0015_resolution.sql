-- What is found by equality alone, so that an index serves it under row-level security too, and stays right whoever
-- writes: this release, the one before it, an import.

-- What look-alike numbers have in common; `core/document_numbers.py` computes the same.
CREATE FUNCTION reference_shape(number text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT nullif(ltrim(regexp_replace(
    translate(replace(regexp_replace(
      translate(number, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') COLLATE "C",
      '[^0-9a-z]', '', 'g'), 'rn', 'm'), 'oilszbg', '0115286'),
    '(.)\1+', '\1', 'g'), '0'), '')
$$;

-- The words of a name, and each long one without any of its letters; `core/matching.py` computes the same.
CREATE FUNCTION name_words(name_key text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT variant
  FROM (SELECT left(word, 40) AS word
        FROM unnest(string_to_array(name_key, ' ')) WITH ORDINALITY AS each(word, place)
        WHERE word <> '' GROUP BY 1 ORDER BY min(place) LIMIT 12) AS words,
  LATERAL (SELECT word AS variant
           UNION
           SELECT overlay(word PLACING '' FROM at FOR 1) FROM generate_series(1, length(word)) AS at
           WHERE length(word) >= 5) AS variants
$$;

CREATE FUNCTION vendor_is_alone() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.group_id := coalesce(NEW.group_id, NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER alone BEFORE INSERT ON vendor FOR EACH ROW EXECUTE FUNCTION vendor_is_alone();

-- Words of an earlier name stay: they only find a vendor, whose name is then compared.
CREATE FUNCTION vendor_is_found() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.vendor_word (tenant_id, word, vendor_id)
  SELECT NEW.tenant_id, word, NEW.id FROM public.name_words(NEW.name_key) AS word ON CONFLICT DO NOTHING;
  INSERT INTO public.vendor_domain (tenant_id, vendor_id, domain)
  SELECT NEW.tenant_id, NEW.id, lower(split_part(NEW.email, '@', 2))
  WHERE split_part(NEW.email, '@', 2) LIKE '%.%' ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER found AFTER INSERT OR UPDATE OF name_key, email ON vendor
  FOR EACH ROW EXECUTE FUNCTION vendor_is_found();

-- A bill is of its vendor's group as it is when the bill is committed: who joins groups waits for bills that are being
-- written, and a bill that is being written waits for them.
CREATE FUNCTION bill_is_found() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  SELECT coalesce(group_id, id) INTO NEW.vendor_group_id FROM public.vendor
  WHERE tenant_id = NEW.tenant_id AND id = NEW.vendor_id FOR SHARE;
  NEW.reference_shape := public.reference_shape(NEW.vendor_reference);
  RETURN NEW;
END $$;
CREATE TRIGGER found BEFORE INSERT ON bill FOR EACH ROW EXECUTE FUNCTION bill_is_found();

CREATE FUNCTION proposal_is_found() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.reference_shape := public.reference_shape(NEW.payload #>> '{content,vendor_reference}');
  RETURN NEW;
END $$;
CREATE TRIGGER found BEFORE INSERT ON proposal FOR EACH ROW EXECUTE FUNCTION proposal_is_found();

-- As before, but that a decided bill follows its vendor into a group.
CREATE OR REPLACE FUNCTION bill_posted_is_final() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  later CONSTANT text[] :=
    '{document_status,payment_status,reversal_entry_id,decision_reason,version,updated_at,vendor_group_id}';
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
  IF OLD.document_status IN ('posted', 'reversed', 'rejected') AND to_jsonb(NEW) - later <> to_jsonb(OLD) - later THEN
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
