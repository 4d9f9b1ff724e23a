CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = '23514';
END $$;

-- People belong to tenants by membership; a person is visible where they are a member.
ALTER TABLE app_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_user FORCE ROW LEVEL SECURITY;
CREATE POLICY member ON app_user FOR SELECT USING (EXISTS (
  SELECT 1 FROM membership m
  WHERE m.tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid) AND m.user_id = app_user.id));
CREATE POLICY provisioned ON app_user FOR ALL TO bursar_owner USING (true) WITH CHECK (true);
GRANT SELECT (id, email, name, active, created_at) ON app_user TO bursar_app, bursar_worker, bursar_agent;

ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY itself ON tenant FOR SELECT USING (id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid));
CREATE POLICY provisioned ON tenant FOR ALL TO bursar_owner USING (true) WITH CHECK (true);
GRANT SELECT ON tenant TO bursar_app, bursar_worker, bursar_agent;

-- The dispatcher claims work for every tenant; a job row names ids only, and only its course may be changed.
CREATE POLICY dispatch ON job FOR SELECT TO bursar_worker USING (true);
CREATE POLICY dispatch_claim ON job FOR UPDATE TO bursar_worker USING (true) WITH CHECK (true);

-- Before a tenant is known, sign-in may ask for one address at a time, and only through this function.
GRANT SELECT ON app_user, membership, tenant TO bursar_sign_in;
CREATE POLICY sign_in ON app_user FOR SELECT TO bursar_sign_in USING (true);
CREATE POLICY sign_in ON membership FOR SELECT TO bursar_sign_in USING (true);
CREATE POLICY sign_in ON tenant FOR SELECT TO bursar_sign_in USING (true);
CREATE FUNCTION find_sign_in(p_email text)
RETURNS TABLE (user_id uuid, password_hash text, tenant_id uuid, tenant_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.id, u.password_hash, t.id, t.name
  FROM public.app_user u
  JOIN public.membership m ON m.user_id = u.id AND m.active
  JOIN public.tenant t ON t.id = m.tenant_id
  WHERE u.email = p_email AND u.active
  ORDER BY t.name
$$;
REVOKE ALL ON FUNCTION find_sign_in(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_sign_in(text) TO bursar_app;
GRANT CREATE ON SCHEMA public TO bursar_sign_in;
ALTER FUNCTION find_sign_in(text) OWNER TO bursar_sign_in;
REVOKE CREATE ON SCHEMA public FROM bursar_sign_in;

-- The first statement of every transaction: set the tenant, and say what the actor may do there now. One round trip, and a
-- revoked session or a changed role counts from the next request on, not when a token expires.
CREATE FUNCTION begin_work(p_tenant uuid, p_user uuid, p_session uuid)
RETURNS TABLE (active boolean, permissions text[], approval_limit_minor bigint)
LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM set_config('app.tenant_id', p_tenant::text, true);
  RETURN QUERY
    SELECT
      m.active AND (p_session IS NULL OR EXISTS (
        SELECT 1 FROM public.user_session s
        WHERE s.tenant_id = p_tenant AND s.id = p_session AND s.user_id = p_user
          AND s.revoked_at IS NULL AND s.expires_at > now())),
      (SELECT array_agg(DISTINCT granted) FROM public.membership_role mr
        JOIN public.role r ON r.tenant_id = mr.tenant_id AND r.code = mr.role_code, unnest(r.permissions) AS granted
        WHERE mr.tenant_id = p_tenant AND mr.user_id = p_user),
      m.approval_limit_minor
    FROM public.membership m
    WHERE m.tenant_id = p_tenant AND m.user_id = p_user;
END $$;
REVOKE ALL ON FUNCTION begin_work(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION begin_work(uuid, uuid, uuid) TO bursar_app, bursar_worker, bursar_agent;

-- Serving processes read the schema's revision, to refuse one that they do not know.
GRANT SELECT ON alembic_version TO bursar_app, bursar_worker, bursar_agent;
