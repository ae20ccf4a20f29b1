import pg from "pg";

export const OWNER_ROLE = "portal_owner";
export const RUNTIME_ROLE = "portal_runtime";
const runtimeFlags = "LOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT NOCREATEDB NOCREATEROLE NOREPLICATION";

/** Makes (as superuser) the owner role, the runtime role and an empty database owned by the former, where absent; sets both passwords. */
export async function ensureOwnCluster(adminUrl: string, passwords: { owner: string; runtime: string }, database: string): Promise<void> {
  await connected(adminUrl, async (client) => {
    await ensureRole(client, OWNER_ROLE, "LOGIN NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE", passwords.owner);
    await ensureRole(client, RUNTIME_ROLE, runtimeFlags, passwords.runtime);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)} owner ${OWNER_ROLE}`);
  });
}

/** Checks a PostgreSQL handed to us by DATABASE_URL; throws one message with the SQL that would mend it. */
export async function checkForeignDatabase(ownerUrl: string): Promise<void> {
  await connected(ownerUrl, async (client) => {
    const { rows } = await client.query<{ version: number; name: string; bypasses: boolean }>(
      "select current_setting('server_version_num')::int as version, rolname as name, rolbypassrls or rolsuper as bypasses from pg_roles where rolname = current_user",
    );
    const found = rows[0];
    if (found === undefined) throw new Error("DATABASE_URL: the role is not in pg_roles.");
    if (found.version < 150_000) throw new Error(`DATABASE_URL: PostgreSQL 15 or newer is needed, this is ${Math.floor(found.version / 10_000)}.`);
    if (!found.bypasses) {
      throw new Error(`DATABASE_URL: the role that migrates must bypass row-level security. As superuser, run:\n  alter role ${pg.escapeIdentifier(found.name)} bypassrls;`);
    }
  });
}

/** Makes the runtime role in a PostgreSQL handed to us, with `password`; returns its address. */
export async function ensureRuntimeRole(ownerUrl: string, password: string): Promise<string> {
  await connected(ownerUrl, async (client) => {
    try {
      await ensureRole(client, RUNTIME_ROLE, runtimeFlags, password);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`DATABASE_URL: the role ${RUNTIME_ROLE} could not be made (${reason}). As superuser, run:\n  create role ${RUNTIME_ROLE} ${runtimeFlags} password '…';\nand give its address in DATABASE_RUNTIME_URL.`, { cause: error });
    }
    const { rows } = await client.query<{ unsafe: boolean }>("select rolsuper or rolbypassrls as unsafe from pg_roles where rolname = $1", [RUNTIME_ROLE]);
    if (rows[0]?.unsafe !== false) throw new Error(`The role ${RUNTIME_ROLE} bypasses row-level security. As superuser, run:\n  alter role ${RUNTIME_ROLE} nosuperuser nobypassrls noinherit;`);
  });
  const url = new URL(ownerUrl);
  url.username = RUNTIME_ROLE;
  url.password = password;
  return url.href;
}

async function ensureRole(client: pg.Client, name: string, flags: string, password: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
  const secret = pg.escapeLiteral(password);
  await client.query(rowCount === 0 ? `create role ${name} ${flags} password ${secret}` : `alter role ${name} login password ${secret}`);
}

/** Runs `work` on one connection of its own and closes it. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
