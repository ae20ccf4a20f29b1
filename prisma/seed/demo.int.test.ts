import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listedAgreements } from "#app/agreement/listed-agreements.server.ts";
import { readFilter } from "#app/agreement/agreement-filter.ts";
import { isPassword } from "#app/auth/passwords.server.ts";
import { now } from "#app/config/clock.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { isCvr } from "#app/domain/identity/cvr.ts";
import { STANDINGS } from "#app/domain/lifecycle/standing.ts";
import { addDays } from "#app/domain/time/iso-date.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { openStore } from "#app/storage/open-store.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { loadOverview } from "#app/supervision/load-overview.server.ts";
import { countFindings } from "#app/supervision/finding/list-findings.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { HOUSES, STRANGERS } from "./cast.ts";
import { seedDemo } from "./demo.ts";
import { DEMO_PASSWORD } from "./stage.ts";

let db: FreshDatabase;
const evidenceDir = mkdtempSync(join(tmpdir(), "tilsyn-demo-"));
const ask = <Row extends object>(sql: string, values: unknown[] = []) => connected(db.ownerUrl, async (client) => (await client.query<Row>(sql, values)).rows);

beforeAll(async () => {
  db = await freshDatabase();
  await seedDemo({ ...db, evidenceDir });
  useDb(db.runtimeUrl, 2);
}, 180_000);
afterAll(async () => {
  await closeDb();
  await db.close();
  rmSync(evidenceDir, { recursive: true, force: true });
});

test("the worked examples have the points of the scale and stand where the demo says", async () => {
  const rows = await ask<{ title: string; points: number; concept: number; states: string }>(
    `select a.title, a.points, a.concept, string_agg(s.state, ' ' order by s.created_at) as states from agreement a join supervision s on s.agreement_id = a.id
     where a.title = any($1) and not (a.title = 'Journalsystem' and a.points <> 7) group by a.id order by a.concept`,
    [["Online bookingsystem", "Betalingsløsning til kort", "HR-system", "Beacons i butikken", "Journalsystem", "Behandling af byggesager"]]);
  expect(rows.map(({ title, points, concept, states }) => [title, points, concept, states])).toEqual([
    ["Online bookingsystem", 1, 1, "draft"],
    ["Betalingsløsning til kort", 4, 2, "archived"],
    ["HR-system", 6, 3, "archived submitted"],
    ["Beacons i butikken", 5, 4, "concluded sent"],
    ["Journalsystem", 7, 5, "archived assessing"],
    ["Behandling af byggesager", 8, 6, "archived answering"],
  ]);
});

test("limited assurance at seven points is a blocking finding, and the same processor's statement of last year was in order", async () => {
  const rows = await ask<{ rule: string | null; blocking: boolean | null; outcome: string | null }>(
    `select f.rule, f.blocking, c.outcome from supervision s left join finding f on f.supervision_id = s.id left join conclusion c on c.supervision_id = s.id where s.title = 'Journalsystem' order by s.created_at`);
  expect(rows).toEqual([{ rule: null, blocking: null, outcome: "in-order" }, { rule: "GAP-1", blocking: true, outcome: null }]);
});

test("every trail reads in the order in which things happened, and nothing lies in the future or waits to be sent", async () => {
  const [trail] = await ask<{ wrong: number; future: number }>(
    "select count(*) filter (where at < before)::int as wrong, count(*) filter (where at > now())::int as future from (select at, lag(at) over (partition by organisation_id order by id) as before from audit_event) x");
  expect(trail).toEqual({ wrong: 0, future: 0 });
  expect(await ask("select state from outbox group by state")).toEqual([{ state: "kept" }]);
  expect(await ask("select distinct state from package")).toEqual([{ state: "ready" }]);
  const [order] = await ask<{ wrong: number }>("select count(*)::int as wrong from supervision where not (created_at <= coalesce(sent_at, created_at) and coalesce(sent_at, created_at) <= coalesce(started_at, now()) and coalesce(started_at, sent_at, created_at) <= coalesce(submitted_at, now()) and coalesce(submitted_at, created_at) <= coalesce(concluded_at, now()))");
  expect(order?.wrong).toBe(0);
});

test("every file is in the store as its row says", async () => {
  const files = await ask<{ store_key: string; sha256: string; size: string }>("select store_key, sha256, size from evidence union all select store_key, sha256, size from package");
  const store = openStore({ kind: "fs", directory: evidenceDir });
  expect(files.length).toBeGreaterThan(10);
  for (const { store_key: key, size } of files) expect((await store.head(key))?.size).toBe(Number(size));
});

test("everybody signs in with the one password; all numbers and addresses are possible and invented", async () => {
  const people = await ask<{ email: string; hash: string }>("select email, password_hash as hash from person");
  expect(new Set(people.map(({ hash }) => hash)).size).toBe(1);
  expect(await isPassword(people[0]?.hash ?? "", DEMO_PASSWORD)).toBe(true);
  expect(people.every(({ email }) => email.endsWith("@example.dk"))).toBe(true);
  const numbers = [...HOUSES, ...Object.values(STRANGERS)].map(({ cvr }) => cvr);
  expect(numbers.filter((cvr) => !isCvr(cvr))).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
});

describe("the overview", () => {
  test("counts each agreement as standingOf says of it, and findings as their list does, today and on other days", async () => {
    const controllers = await ask<{ id: string }>("select id from organisation where is_controller");
    const today = copenhagenDate(now());
    for (const day of [today, addDays(today, -12), addDays(today, 12), addDays(today, 45), addDays(today, 400)]) {
      for (const { id } of controllers) {
        const scope = { organisationId: id, personId: null, roles: [] };
        const { standings, findings } = await withTenant(scope, (tx) => loadOverview(tx, scope, { today: day, now: now() }), { readOnly: true });
        const { rows } = await withTenant(scope, (tx) => listedAgreements(tx, scope, day).page(readFilter(new URL("http://portal/")), { key: "title", direction: "ascending" }, { skip: 0, take: 1000 }), { readOnly: true });
        const gaps = await withTenant(scope, (tx) => countFindings(tx, scope, day), { readOnly: true });
        expect([day, findings]).toEqual([day, { open: gaps.open, overdue: gaps.overdue }]);
        const counted = (points: number | null, standing: string) => standings.filter((one) => one.points === points && one.standing === standing).reduce((sum, { count }) => sum + count, 0);
        for (const points of [null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
          for (const standing of STANDINGS) expect([day, points, standing, counted(points, standing)]).toEqual([day, points, standing, rows.filter((row) => row.points === points && row.standing === standing).length]);
        }
      }
    }
  });

  test("says what the municipality is to do, and leaves the choice below the band to its DPO", async () => {
    const [town] = await ask<{ id: string }>("select id from organisation where name = 'Engsted Kommune'");
    const kinds = async (roles: ("dpo" | "caseworker")[]) => {
      const scope = { organisationId: town?.id ?? "", personId: null, roles };
      return (await withTenant(scope, (tx) => loadOverview(tx, scope, { today: copenhagenDate(now()), now: now() }), { readOnly: true })).tasks.map(({ kind, tasks }) => [kind, tasks.map(({ title }) => title)]);
    };
    const building = "Behandling af byggesager";
    expect(await kinds(["caseworker"])).toEqual([
      ["remind", ["Sms-påmindelser til borgere"]], ["assess", ["Læringsplatform"]], ["reassess", ["Læringsplatform"]], ["begin", ["Parkeringskontrol"]], ["measure-late", [building]], ["verify", [building]], ["send", ["Kørsel af elever"]], ["risk-expires", [building]],
    ]);
    expect((await kinds(["dpo"])).slice(2, 4)).toEqual([["step-up", ["Sms-påmindelser til borgere"]], ["approve", ["Tolkning ved samtaler"]]]);
  });

  test("shows another organisation nothing", async () => {
    const [mine, other] = await ask<{ id: string }>("select id from organisation where name in ('Salon Saksen', 'Engsted Kommune') order by name desc");
    const scope = { organisationId: other?.id ?? "", personId: null, roles: ["dpo" as const] };
    const seen = await withTenant({ organisationId: mine?.id ?? "", personId: null }, (tx) => loadOverview(tx, scope, { today: copenhagenDate(now()), now: now() }), { readOnly: true });
    expect([seen.standings, seen.tasks, seen.findings, seen.registered]).toEqual([[], [], { open: 0, overdue: 0 }, { processors: false, supervised: false }]);
  });
});

test("a database with an organisation in it is left alone", async () => {
  const before = await ask("select (select count(*) from supervision) as s, (select count(*) from audit_event) as a");
  await closeDb();
  expect((await seedDemo({ ...db, evidenceDir })).signIns).toHaveLength(HOUSES.flatMap(({ people }) => people).length);
  useDb(db.runtimeUrl, 2);
  expect(await ask("select (select count(*) from supervision) as s, (select count(*) from audit_event) as a")).toEqual(before);
});
