import type pg from "pg";

/** Tables without tenant data; everything else in `public` is specified and walled. */
const OPEN_TABLES = ["_prisma_migrations", "worker_heartbeat", "lifecycle_transition"];
/** Tables the runtime role reaches through functions only: they need no policy, because there is no grant. */
const SHUT_TABLES = ["person", "session", "one_time_token"];
/** Rows that are evidence: added, never changed. */
const EVIDENCE_TABLES = ["risk_score", "submission", "returned_question", "clarification_message", "finding_decision", "audit_event",
  "agreement_version", "own_questionnaire_version", "breach_notice", "finding_report", "register_review"];
/** The functions that see across tenants, or act with the owner's rights. */
const DEFINERS = [
  "find_sign_in", "create_session", "read_session", "enter_session", "touch_session", "delete_session", "delete_sessions", "switch_organisation", "my_organisations",
  "update_profile", "own_password_hash", "set_password", "create_reset", "peek_reset", "use_reset", "organisation_exists", "create_first_run_token", "peek_first_run",
  "first_run", "peek_invitation", "link_processor", "accept_invitation", "find_directory", "link_own_processor", "record_audit", "mail_waiting", "packages_waiting",
  "reminders_waiting", "applied_migrations", "member_languages", "follow_standing", "begin_answering", "guard_answer", "take_submission", "hold_request", "read_calendar", "certificates_expired",
  "record_audits", "rounds_waiting", "escalations_waiting",
  "my_controllers", "take_notice", "take_finding_report", "findings_waiting", "notices_awaited",
  "undo_agreements", "undo_processors", "imports_waiting",
];

/** Faults in the walls, one line each; none means the catalogue is as security.md §1.4 demands. `specified` = tables with a specification. */
export async function lintCatalogue(owner: pg.Client, specified: readonly string[]): Promise<string[]> {
  const ask = async <T extends object>(sql: string) => (await owner.query<T>(sql)).rows;
  const faults: string[] = [];
  const tables = await ask<{ name: string; on: boolean; forced: boolean }>(
    `select relname as name, relrowsecurity as on, relforcerowsecurity as forced from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  const policies = await ask<{ t: string; p: string; qual: string | null; check: string | null }>(
    `select tablename as t, policyname as p, qual, with_check as check from pg_policies where schemaname = 'public'`,
  );
  for (const { name, on, forced } of tables.filter((one) => !OPEN_TABLES.includes(one.name))) {
    if (!specified.includes(name)) faults.push(`${name}: no specification`);
    if (!on) faults.push(`${name}: row-level security is off`);
    if (!forced) faults.push(`${name}: row-level security is not forced`);
    if (!SHUT_TABLES.includes(name) && !policies.some((policy) => policy.t === name)) faults.push(`${name}: no policy`);
  }
  for (const name of specified) if (!tables.some((one) => one.name === name)) faults.push(`${name}: specified, but there is no such table`);
  for (const { t, p, qual, check } of policies) {
    for (const text of [qual, check]) {
      if (text === null) continue;
      if (text === "true") faults.push(`${t}: policy ${p} is always true`);
      else if (!text.includes("app.tenant()")) faults.push(`${t}: policy ${p} does not ask for the tenant`);
    }
  }
  faults.push(...(await lintGrants(ask)), ...(await lintFunctions(ask)), ...(await lintViews(ask)), ...(await lintIndexes(ask)));
  return faults;
}

type Ask = <T extends object>(sql: string) => Promise<T[]>;

async function lintGrants(ask: Ask): Promise<string[]> {
  const grants = await ask<{ t: string; right: string }>(
    `select table_name as t, privilege_type as right from information_schema.role_table_grants where grantee in ('portal_runtime', 'PUBLIC') and table_schema = 'public'`,
  );
  return grants.flatMap(({ t, right }) => {
    if (["DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"].includes(right)) return [`${t}: portal_runtime may ${right}`];
    if (right === "UPDATE" && EVIDENCE_TABLES.includes(t)) return [`${t}: portal_runtime may UPDATE evidence`];
    if (SHUT_TABLES.includes(t)) return [`${t}: portal_runtime may ${right}`];
    return [];
  });
}

async function lintFunctions(ask: Ask): Promise<string[]> {
  const functions = await ask<{ name: string; schema: string; definer: boolean; path: boolean; everybody: boolean }>(
    `select p.proname as name, n.nspname as schema, p.prosecdef as definer, exists (select from unnest(p.proconfig) c where c like 'search_path=%') as path,
       exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0 and a.privilege_type = 'EXECUTE') as everybody
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('app', 'public')`,
  );
  return functions.flatMap(({ name, schema, definer, path, everybody }) => [
    ...(definer && !DEFINERS.includes(name) ? [`${schema}.${name}: security definer, not on the list`] : []),
    ...(definer && !path ? [`${schema}.${name}: free search_path`] : []),
    ...(everybody ? [`${schema}.${name}: PUBLIC may execute`] : []),
  ]);
}

async function lintViews(ask: Ask): Promise<string[]> {
  const views = await ask<{ name: string; kind: string; invoker: boolean }>(
    `select relname as name, relkind as kind, coalesce('security_invoker=true' = any(reloptions), false) as invoker from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
  );
  return views.flatMap(({ name, kind, invoker }) => (kind === "m" ? [`${name}: materialised view`] : invoker ? [] : [`${name}: view without security_invoker`]));
}

async function lintIndexes(ask: Ask): Promise<string[]> {
  const indexes = await ask<{ t: string; columns: string[] }>(
    `select c.relname as t, (select array_agg(a.attname::text order by k.n) from unnest(i.indkey) with ordinality k(num, n) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num) as columns
     from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace and i.indpred is null`,
  );
  const leads = (t: string, columns: string[]) => indexes.some((index) => index.t === t && columns.every((column) => index.columns.slice(0, columns.length).includes(column)));
  const keys = await ask<{ t: string; columns: string[] }>(
    `select c.relname as t, (select array_agg(a.attname::text order by k.n) from unnest(f.conkey) with ordinality k(num, n) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num) as columns
     from pg_constraint f join pg_class c on c.oid = f.conrelid where f.contype = 'f' and c.relnamespace = 'public'::regnamespace`,
  );
  const policyColumns = await ask<{ t: string; column: string }>(
    `select distinct p.tablename as t, col.column_name as column from pg_policies p join information_schema.columns col on col.table_schema = 'public' and col.table_name = p.tablename
     where p.schemaname = 'public' and coalesce(p.qual, p.with_check) ~ ('\\m' || col.column_name || ' = \\(') `,
  );
  return [
    ...keys.filter(({ t, columns }) => !leads(t, columns)).map(({ t, columns }) => `${t}: no index on (${columns.join(", ")})`),
    ...policyColumns.filter(({ t, column }) => !leads(t, [column])).map(({ t, column }) => `${t}: no index on ${column}`),
  ];
}
