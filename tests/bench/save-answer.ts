import { randomUUID } from "node:crypto";
import pg from "pg";
import { closeDb, db, useDb } from "#app/db/client.server.ts";
import { hashOf } from "#app/auth/secrets.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { saveAnswer } from "#app/supervision/save-answer.server.ts";
import { scratchDatabase } from "../support/scratch-database.ts";
import { newSupervision } from "../support/supervision-scene.ts";
import type { BenchLine } from "./upload.ts";

/** The pool both sides have, and how many saves are timed at each number of clients. */
const CONNECTIONS = 10;
const SAVES = 1_200;
const ROUNDS = 3;
const CLIENTS = [1, 10, 32, 64];
const QUESTION = "product_changes";

/** `ids`: what else differs from client to client in the statements of a save: both organisations, the person and its name. */
type Client = { supervisionId: string; cookie: string; hash: string; version: number; ids: string[] };
type Statement = { name?: string; text: string; values: unknown[] };
type Save = (client: Client, value: string) => Promise<void>;

/** Autosave of one answer beside the very SQL it sends, driven bare by `pg` over as many connections in the same run. */
export async function run(report: (line: BenchLine) => void): Promise<void> {
  const database = await scratchDatabase();
  process.env.PORTAL_MODE = "embedded";
  process.env.DATABASE_RUNTIME_URL = database.runtimeUrl;
  useDb(database.runtimeUrl, CONNECTIONS);
  const pool = new pg.Pool({ connectionString: database.runtimeUrl, max: CONNECTIONS });
  try {
    const clients = await makeClients(database.ownerUrl, Math.max(...CLIENTS));
    const portal: Save = async (client, value) => {
      const request = new Request("http://localhost/", { headers: { Cookie: client.cookie } });
      const saved = await saveAnswer(request, client.supervisionId, { question: QUESTION, value: "yes", comment: value, version: client.version }, "da");
      if (!saved.ok) throw new Error(`not saved: ${saved.reason}`);
      client.version = saved.version;
    };
    const sample = clients[0]!;
    for (let at = 0; at < 7; at += 1) await portal(sample, `warm ${at}`);
    const recorded = { ...sample };
    const statements = await record(() => portal(sample, "recorded"));
    const bare: Save = async (client, value) => {
      const connection = await pool.connect();
      try {
        let version = client.version;
        for (const statement of statements) {
          const { rows } = await connection.query<{ version?: number }>({ ...statement, values: statement.values.map((given) => replaced(given, recorded, client, value)) });
          if (statement.text.includes("record_audit")) version = rows[0]?.version ?? -1;
        }
        if (version !== client.version + 1) throw new Error("the bare save was refused");
        client.version = version;
      } finally {
        connection.release();
      }
    };
    const entries = () => connected(database.ownerUrl, async (client) => Number((await client.query("select count(*) from audit_event where action = 'answer.saved'")).rows[0].count));
    for (const count of CLIENTS) {
      const some = clients.slice(0, count);
      const ratios: number[] = [];
      const rates: number[] = [];
      let slowest = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const before = await entries();
        const ours = await drive(some, portal, `p${round}`);
        const written = (await entries()) - before;
        if (written !== SAVES) throw new Error(`${SAVES} saves, but ${written} audit entries`);
        const theirs = await drive(some, bare, `b${round}`);
        rates.push(ours.perSecond);
        ratios.push(ours.perSecond / theirs.perSecond);
        slowest = Math.max(slowest, ours.slowest);
      }
      report({ name: `save-answer-${count}`, value: Math.round(median(rates)), unit: "saves/s", ratio: Number(median(ratios).toFixed(2)), of: "the same SQL driven bare by pg" });
      report({ name: `save-answer-${count}-slowest`, value: Math.round(slowest), unit: "ms" });
    }
  } finally {
    await pool.end();
    await closeDb();
    await database.close();
  }
}

/** One processor's signed-in person and open request for each client. */
async function makeClients(ownerUrl: string, count: number): Promise<Client[]> {
  const clients: Client[] = [];
  for (let at = 0; at < count; at += 1) {
    const scene = await newSupervision(ownerUrl, { concept: 3 });
    const id = randomUUID().replaceAll("-", "");
    await db().$executeRaw`select app.create_session(${hashOf(id)}, ${scene.signatory.personId}::uuid, 'bench')`;
    clients.push({ supervisionId: scene.supervisionId, cookie: `session=${id}`, hash: hashOf(id), version: 0, ids: [scene.caseworker.organisationId, scene.signatory.organisationId, scene.signatory.personId, scene.signatory.personName] });
  }
  return clients;
}

/** What one save sends, statement by statement, as the driver gets it. */
async function record(save: () => Promise<void>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function recording(this: pg.Client, ...args: unknown[]) {
    const [given] = args;
    const { name, text, values } = typeof given === "string" ? { name: undefined, text: given, values: [] } : (given as Statement);
    seen.push({ ...(name ? { name } : {}), text, values: values ?? [] });
    return original.apply(this, args);
  };
  await save();
  prototype.query = original;
  return seen;
}

/** A recorded value as it stands for another client's next save. */
function replaced(given: unknown, recorded: Client, client: Client, value: string): unknown {
  if (given === recorded.supervisionId) return client.supervisionId;
  if (given === recorded.hash) return client.hash;
  const place = recorded.ids.indexOf(String(given));
  if (place >= 0) return client.ids[place];
  if (given === "recorded") return value;
  if (given === recorded.version) return client.version;
  if (given === JSON.stringify({ question: QUESTION, version: recorded.version + 1 })) return JSON.stringify({ question: QUESTION, version: client.version + 1 });
  return given;
}

async function drive(clients: readonly Client[], save: Save, label: string): Promise<{ perSecond: number; slowest: number }> {
  let left = SAVES;
  let slowest = 0;
  const began = performance.now();
  await Promise.all(clients.map(async (client) => {
    while (left > 0) {
      left -= 1;
      const from = performance.now();
      await save(client, `${label} ${left}`);
      slowest = Math.max(slowest, performance.now() - from);
    }
  }));
  return { perSecond: SAVES / ((performance.now() - began) / 1_000), slowest };
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
