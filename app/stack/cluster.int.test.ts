import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mayReach, postgresAccount } from "./binaries.server.ts";
import { startCluster } from "./cluster.server.ts";
import type { Cluster } from "./cluster.server.ts";
import { checkForeignDatabase, connected, ensureRuntimeRole } from "./roles.server.ts";
import { keepSecrets, keptSecrets } from "./secrets.server.ts";

const account = postgresAccount();
const parent = mkdtempSync(join(mayReach(tmpdir(), account) ? tmpdir() : "/tmp", "tilsyn-cluster-"));
const options = { folder: join(parent, "postgres"), account, password: "a-superuser-password", logFile: join(parent, "log") };
let cluster: Cluster;

beforeAll(async () => {
  chmodSync(parent, 0o755);
  cluster = await startCluster(options);
});
afterAll(async () => {
  await cluster.stop();
  rmSync(parent, { recursive: true, force: true });
});

const as = (user: string, database = "postgres") => `postgresql://${user}:x@127.0.0.1:${cluster.port}/${database}`;
const sql = (text: string) => connected(cluster.adminUrl(), (client) => client.query<Record<string, string>>(text));

test("PostgreSQL 18 in UTF-8 on the loopback address alone, behind a password", async () => {
  const { rows } = await sql("select current_setting('server_version_num')::int / 10000 as major, current_setting('listen_addresses') as listens, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'postgres'");
  expect(rows).toEqual([{ major: 18, listens: "127.0.0.1", encoding: "UTF8" }]);
  const wrong = new pg.Client({ connectionString: cluster.adminUrl().replace("a-superuser-password", "wrong") });
  await expect(wrong.connect()).rejects.toMatchObject({ code: "28P01" });
});

test("after kill -9 the next start finds what was committed, on the same port", async () => {
  await sql("create table kept (word text)");
  await sql("insert into kept values ('ærlig')");
  const { rows } = await sql("select pg_read_file('postmaster.pid') as file");
  process.kill(Number.parseInt(rows[0]?.file ?? "", 10), "SIGKILL");
  await cluster.exited;
  cluster = await startCluster({ ...options, port: cluster.port, exactPort: true });
  expect((await sql("select word from kept")).rows).toEqual([{ word: "ærlig" }]);
});

test("one that a killed parent left running is stopped, not joined", async () => {
  const left = cluster;
  cluster = await startCluster({ ...options, port: left.port });
  await left.exited;
  expect((await sql("select word from kept")).rows).toHaveLength(1);
});

test("a foreign database whose owner cannot bypass row-level security is refused with the SQL that mends it", async () => {
  await sql("create role plain login password 'x'");
  await expect(checkForeignDatabase(as("plain"))).rejects.toThrow('alter role "plain" bypassrls;');
});

test("where the owner may not make roles, the SQL to run is named", async () => {
  await sql("create role narrow login bypassrls password 'x'");
  await expect(checkForeignDatabase(as("narrow"))).resolves.toBeUndefined();
  await expect(ensureRuntimeRole(as("narrow"), "s3cret-s3cret-s3cret")).rejects.toThrow(/create role portal_runtime LOGIN NOSUPERUSER NOBYPASSRLS/);
});

test("an owner that may makes a runtime role bound by row-level security, and can do so again", async () => {
  await sql("create role able login bypassrls createrole password 'x'");
  for (const password of ["first-password-0001", "second-password-002"]) {
    const url = await ensureRuntimeRole(as("able"), password);
    const { rows } = await connected(url, (client) => client.query("select rolname, rolsuper, rolbypassrls, rolinherit, rolcreaterole from pg_roles where rolname = current_user"));
    expect(rows).toEqual([{ rolname: "portal_runtime", rolsuper: false, rolbypassrls: false, rolinherit: false, rolcreaterole: false }]);
  }
});

test("a runtime role that bypasses row-level security is refused", async () => {
  await sql("alter role portal_runtime bypassrls");
  await expect(ensureRuntimeRole(cluster.adminUrl(), "third-password-0003")).rejects.toThrow("alter role portal_runtime nosuperuser nobypassrls");
});

test("passwords are made once, kept, and readable by their owner alone", () => {
  const folder = join(parent, "data");
  mkdirSync(folder);
  const made = keptSecrets(folder);
  keepSecrets(folder, { ...made, port: 5544 });
  chmodSync(join(folder, "secrets.json"), 0o644);
  expect(keptSecrets(folder)).toEqual({ ...made, port: 5544 });
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(new Set([made.superuser, made.owner, made.runtime]).size).toBe(3);
});
