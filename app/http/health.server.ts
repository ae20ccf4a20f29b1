import { readdirSync } from "node:fs";
import { Router } from "express";
import { now } from "#app/config/clock.server.ts";

/** Parameterless SQL as the runtime role, as a template. */
export type Query = <Row>(sql: TemplateStringsArray) => Promise<Row[]>;
export type Probes = { query: Query; storeCheck: () => Promise<{ ok: true } | { ok: false; reason: string }>; draining: () => boolean };
export type Readiness = { ready: boolean; checks: Record<"database" | "migrations" | "evidenceStore" | "worker" | "clock" | "draining", string> };

const OK = "ok";
const PATIENCE_MS = 3_000;
/** A worker beats every 10 s; the clock may differ from the database's by 2 s (security.md §6.1). */
export const WORKER_SILENCE_S = 60;
const CLOCK_SKEW_MS = 2_000;

/** `/live`: the process answers. `/ready`: it can do its work; 503 names each reason. */
export function healthRoutes(probes: Probes): Router {
  const router = Router();
  router.get("/live", (_req, res) => {
    res.json({ live: true });
  });
  router.get("/ready", (_req, res, next) => {
    readiness(probes).then((found) => res.status(found.ready ? 200 : 503).json(found), next);
  });
  return router;
}

/** Looks at everything the portal needs, all at once; no check takes longer than three seconds. */
export async function readiness(probes: Probes): Promise<Readiness> {
  const { query } = probes;
  const [database, migrations, evidenceStore, worker, clock] = await Promise.all([
    check(async () => ((await query`select 1`).length === 1 ? OK : "no row")),
    check(async () => {
      const applied = new Set((await query<{ name: string }>`select name from app.applied_migrations()`).map((row) => row.name));
      const missing = migrationNames().filter((name) => !applied.has(name));
      return missing.length === 0 ? OK : `not applied: ${missing.join(", ")}`;
    }),
    check(async () => {
      const found = await probes.storeCheck();
      return found.ok ? OK : found.reason;
    }),
    check(async () => {
      const [row] = await query<{ age: number | null }>`select extract(epoch from clock_timestamp() - max(at))::float8 as age from worker_heartbeat`;
      if (row?.age == null) return "no worker has reported";
      return row.age < WORKER_SILENCE_S ? OK : `silent for ${Math.round(row.age)} s`;
    }),
    check(async () => {
      const before = now().getTime();
      const [row] = await query<{ at: number }>`select extract(epoch from clock_timestamp())::float8 * 1000 as at`;
      const skew = clockSkew(before, now().getTime(), row?.at ?? 0);
      return skew <= CLOCK_SKEW_MS ? OK : `differs from the database's by ${Math.round(skew)} ms`;
    }),
  ]);
  const checks = { database, migrations, evidenceStore, worker, clock, draining: probes.draining() ? "stopping" : OK };
  return { ready: Object.values(checks).every((found) => found === OK), checks };
}

/** Smallest difference in ms that explains a reading `at` taken between `before` and `after`: a slow answer is not skew. */
export function clockSkew(before: number, after: number, at: number): number {
  return Math.max(0, before - at, at - after);
}

async function check(look: () => Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${PATIENCE_MS / 1_000} s`), PATIENCE_MS);
  });
  try {
    return await Promise.race([look(), late]);
  } catch (error) {
    // What failed, not what it said: messages may name hosts and users.
    return `failed (${error instanceof Error && "code" in error ? String(error.code) : error instanceof Error ? error.name : "unknown"})`;
  } finally {
    clearTimeout(timer);
  }
}

function migrationNames(): string[] {
  return readdirSync(new URL("../../prisma/migrations", import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
