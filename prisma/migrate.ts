import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { openEngine } from "./engine.ts";

const FOLDER = fileURLToPath(new URL("./migrations", import.meta.url));
const SCHEMA = fileURLToPath(new URL("./schema.prisma", import.meta.url));
/** Any constant will do, as long as every migrating process uses the same one. */
const ADVISORY_LOCK = 7_281_900_411;

const filters = { externalTables: [], externalEnums: [] };

/** Names of the migrations in this code base, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

function migrationsList() {
  const migrationDirectories = migrationNames().map((path) => ({
    path,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: readFileSync(join(FOLDER, path, "migration.sql"), "utf8") } },
  }));
  const lockfile = { path: "./migration_lock.toml", content: readFileSync(join(FOLDER, "migration_lock.toml"), "utf8") };
  return { baseDir: FOLDER, lockfile, shadowDbInitScript: "", migrationDirectories };
}

/** Runs `work` while this process alone may migrate the database at `ownerUrl`; others wait. */
async function underLock<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [ADVISORY_LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Applies what is missing, as the owner, under an advisory lock. Throws with the engine's message when a migration fails. */
export async function migrate(ownerUrl: string): Promise<{ applied: string[] }> {
  return underLock(ownerUrl, async () => {
    const { engine, close } = await openEngine(ownerUrl, [[SCHEMA, readFileSync(SCHEMA, "utf8")]]);
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationsList(), filters });
      return { applied: appliedMigrationNames };
    } finally {
      await close();
    }
  });
}

/** Names of migrations that the database at `url` lacks; the runtime role may ask. */
export async function pendingMigrations(query: (sql: string) => Promise<{ name: string }[]>): Promise<string[]> {
  const done = new Set((await query("select name from app.applied_migrations()")).map((row) => row.name));
  return migrationNames().filter((name) => !done.has(name));
}

/** The SQL that would bring the migrated database to schema.prisma: empty when the two agree. */
export async function schemaDifference(ownerUrl: string): Promise<string> {
  const files = [{ path: SCHEMA, content: readFileSync(SCHEMA, "utf8") }];
  const { engine, close } = await openEngine(ownerUrl, [[SCHEMA, files[0]!.content]]);
  try {
    const result = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: FOLDER },
      to: { tag: "schemaDatamodel", files },
      script: true, exitCode: null, filters,
    });
    return (result.stdout ?? "").replace(/^--.*$/gm, "").trim();
  } finally {
    await close();
  }
}
