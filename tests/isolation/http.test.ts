import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { blankDraft } from "#app/questionnaire/builder/draft.ts";
import { findCatalogue } from "#app/questionnaire/catalogues/built-in.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { startPortal } from "#tests/support/app-server.ts";
import type { Portal } from "#tests/support/app-server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope, newTenant } from "#tests/support/factories.ts";
import { cookieOf } from "#tests/support/sign-in-scene.ts";
import { handIn, newSupervision } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { HTTP_ENTRIES } from "./http-entries.ts";
import type { IdKind, RouteEntry } from "./http-entries.ts";

type Actor = "controllerA" | "processorP" | "controllerB" | "processorQ" | "stranger" | "nobody";
const ALL_CONTROLLER = ["administrator", "caseworker", "dpo"] as const;
const ALL_PROCESSOR = ["administrator", "respondent", "signatory"] as const;

let database: FreshDatabase;
let portal: Portal;
let owner: pg.Client;
const cookies = {} as Record<Actor, string>;
const ids = {} as Record<IdKind, string>;

beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  portal = await startPortal(database);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const mine = await newSupervision(database.ownerUrl, { concept: 3 });
  await handIn(mine);
  const other = await newSupervision(database.ownerUrl, { concept: 3 });
  const strangers = await newTenant(database.ownerUrl, { sides: ["controller", "processor"] });
  const person = async (scene: Scene | null, side: "controller" | "processor") => {
    const of = scene && (side === "controller" ? scene.caseworker : scene.signatory);
    const tenant = of ? { id: of.organisationId, name: of.organisationName } : strangers;
    const scope: Scope = await newScope(database.ownerUrl, side === "controller" ? ALL_CONTROLLER : ALL_PROCESSOR, { tenant, side });
    return { cookie: await cookieOf(scope.personId), scope };
  };
  const a = await person(mine, "controller");
  const p = await person(mine, "processor");
  Object.assign(cookies, {
    controllerA: a.cookie, processorP: p.cookie, controllerB: (await person(other, "controller")).cookie, processorQ: (await person(other, "processor")).cookie,
    stranger: (await person(null, "controller")).cookie, nobody: "",
  });
  const one = async (sql: string, ...values: unknown[]) => String((await owner.query<{ id: string }>(sql, values)).rows[0]?.id);
  const c = a.scope.organisationId;
  Object.assign(ids, {
    supervision: mine.supervisionId, agreement: mine.agreementId, token: randomUUID(),
    processor: await one("select id from processor where controller_id = $1", c),
    member: await one("select id from membership where organisation_id = $1 and person_id = $2", c, a.scope.personId),
    round: await one(
      `with r as (insert into round (controller_id, title, due_on, message, created_by_id, created_by_name) values ($1, 'Runde', '2027-01-15', 'Hej', $2, 'n') returning id, controller_id),
       i as (insert into round_item (round_id, agreement_id, controller_id, concept) select r.id, a.id, r.controller_id, 3 from r join agreement a on a.controller_id = r.controller_id)
       select id from r`, c, a.scope.personId),
    finding: await one(
      `insert into finding (supervision_id, agreement_id, controller_id, processor_id, rule, rule_version, severity, blocking, source, released_at)
       select id, agreement_id, controller_id, processor_id, 'GAP-9', 1, 'minor', false, 's', now() from supervision where id = $1 returning id`, mine.supervisionId),
    ownBreach: await one("insert into breach (processor_id, title, aware_at, created_by_name) values ($1, 't', now(), 'n') returning id", p.scope.organisationId),
    breach: await one("insert into breach_record (controller_id, register_id, source, title, aware_at, created_by_name) select controller_id, id, 'press', 'Hemmelig-4711', now(), 'n' from processor where controller_id = $1 returning id", c),
    mail: await one("insert into outbox (organisation_id, kind, dedupe_key, to_email, language, subject, body) values ($1, 'request-sent', 'x', 'a@example.dk', 'da', 's', 'b') returning id", c),
    check: await one("insert into agreement_check (controller_id, agreement_id, catalogue, catalogue_version, agreement_version, started_by_name) values ($1, $2, 'guide-2021', 1, 1, 'n') returning id", c, mine.agreementId),
    catalogue: await one(
      `insert into own_catalogue (organisation_id, key, version, content, imported_by_id, imported_by_name) values ($1, 'egne-krav', 1, $2, $3, 'n') returning id`, c,
      { ...findCatalogue("guide-2021"), id: "egne-krav", standing: "own" }, a.scope.personId),
    questionnaire: await one("insert into own_questionnaire (controller_id, title_da, draft, created_by_name, updated_by_name) values ($1, 'Hemmeligt skema', $2, 'n', 'n') returning id", c, blankDraft({ da: "Hemmeligt skema", en: "" })),
    package: await one("insert into package (supervision_id, controller_id, requested_by_id, requested_by_name) values ($1, $2, $3, 'n') returning id", mine.supervisionId, c, a.scope.personId),
    import: await one("insert into import_run (controller_id, file_name, columns, created_by_id, created_by_name) values ($1, 'f.csv', '{}', $2, 'n') returning id", c, a.scope.personId),
    version: await one("select id from agreement_version where agreement_id = $1", mine.agreementId),
    evidence: await one(
      `insert into evidence (supervision_id, controller_id, processor_id, question, name, media_type, size, sha256, store_key, uploaded_by_id, uploaded_by_name)
       select id, controller_id, processor_id, 'status_report_evidence', 'f.pdf', 'application/pdf', 1, repeat('a', 64), 'evidence/x/y', $2, 'n' from supervision where id = $1 returning id`, mine.supervisionId, p.scope.personId),
  });
});
afterAll(async () => {
  await portal?.stop();
  await owner?.end();
  await closeDb();
  await database?.close();
});

type Config = { path?: string; index?: boolean; children?: Config[] };
/** Every path of routes.ts, as the build takes it. */
function listPaths(configs: readonly Config[], above = ""): string[] {
  return configs.flatMap(({ path, children = [] }) => {
    const here = path === undefined ? above : `/${[above, path].join("/").split("/").filter(Boolean).join("/")}`;
    return [...(path === undefined ? [] : [here]), ...listPaths(children, here)];
  });
}

type Answer = { status: number; body: string; location: string | null };
async function ask(actor: Actor, path: string, method = "GET"): Promise<Answer> {
  const response = await fetch(portal.url + path, {
    method, redirect: "manual",
    headers: { Cookie: cookies[actor], "Accept-Language": "da", Origin: portal.url, "Sec-Fetch-Site": "same-origin", ...(method === "GET" ? {} : { "Content-Type": "application/x-www-form-urlencoded" }) },
    ...(method === "GET" ? {} : { body: "intent=save" }),
  });
  return { status: response.status, body: await response.text(), location: response.headers.get("Location") };
}

/** An answer without what differs from one request to the next: the nonce, the request's id, and the ids asked for. */
function plain({ status, body, location }: Answer, id: string): Answer {
  const clean = (text: string) => (id === "" ? text : text.replaceAll(id, "ID")).replace(/nonce="[^"]*"/g, "").replace(/"nonce":"[^"]*"/g, "").replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "UUID").replace(/\b[0-9a-f]{12,32}\b/g, "HEX");
  return { status, body: clean(body), location: location === null ? null : clean(location) };
}

const withId = Object.entries(HTTP_ENTRIES).filter((entry): entry is [string, RouteEntry & { id: IdKind }] => entry[1].id !== undefined && entry[1].id !== "token");
const pathOf = (pattern: string, id: string) => pattern.replace(/:\w+/, id).replace(/:\w+/, () => ids[HTTP_ENTRIES[pattern]?.then ?? "token"]);

test("every route has an entry, and every entry a route", () => {
  const known = Object.entries(HTTP_ENTRIES).filter(([, { streamed }]) => !streamed).map(([path]) => path);
  expect(listPaths(routes as Config[]).sort()).toEqual(known.sort());
});

describe("another tenant's id and no id give the same 404", () => {
  test.each(withId)("%s", async (pattern, entry) => {
    const outsiders: Actor[] = entry.for === "controller" ? ["controllerB", "stranger", "processorP", "processorQ"] : entry.for === "processor" ? ["processorQ", "stranger", "controllerA", "controllerB"] : ["controllerB", "processorQ", "stranger"];
    const [theirs, none, malformed] = [ids[entry.id], randomUUID(), "not-an-id"];
    const methods = pattern.endsWith("/evidence") || pattern.endsWith("/answers") || pattern.endsWith("/messages") ? ["POST"] : entry.streamed ? ["GET"] : ["GET", "POST"];
    for (const actor of outsiders) {
      for (const method of methods) {
        const real = plain(await ask(actor, pathOf(pattern, theirs), method), theirs);
        const absent = plain(await ask(actor, pathOf(pattern, none), method), none);
        const nonsense = plain(await ask(actor, pathOf(pattern, malformed), method), malformed);
        // A role that is lacking, a method that is unknown and a form that is malformed are refused before any row is looked for.
        const refusals = method === "GET" ? (actor === "stranger" ? [404, 403] : [404]) : [400, 403, 404, 405, 422];
        // Sent back to the page itself, it is the 404 of that page.
        const sentBack = method === "POST" && real.status === 302 && real.location === pathOf(pattern, "ID");
        if (!sentBack) expect.soft(refusals, `${method} as ${actor}`).toContain(real.status);
        expect.soft(real, `${method} as ${actor}`).toEqual(absent);
        if (!sentBack) expect.soft(refusals, `${method} of a malformed id as ${actor}`).toContain(nonsense.status);
      }
    }
  });
});

describe("who is not signed in learns nothing", () => {
  const guarded = Object.entries(HTTP_ENTRIES).filter(([, entry]) => entry.for !== "public");
  test.each(guarded)("%s", async (pattern, entry) => {
    const method = /\/(evidence|answers|messages)$/.test(pattern) && entry.for === "processor" || pattern === "/switch-organisation" ? "POST" : "GET";
    const id = entry.id ? ids[entry.id] : "";
    const answer = plain(await ask("nobody", pathOf(pattern, id), method), id);
    expect([302, 303, 401]).toContain(answer.status);
    if (answer.status !== 401) expect(answer.location).toMatch(/^\/sign-in/);
    if (entry.id) {
      const none = randomUUID();
      expect(plain(await ask("nobody", pathOf(pattern, none), method), none)).toEqual(answer);
    }
  });
});

describe("the other side's pages are not there", () => {
  const sided = Object.entries(HTTP_ENTRIES).filter(([pattern, { for: side, id, streamed }]) => (side === "controller" || side === "processor") && !id && !streamed && !pattern.endsWith("/export"));
  test.each(sided)("%s", async (pattern, entry) => {
    const [insider, outsider]: Actor[] = entry.for === "controller" ? ["controllerA", "processorP"] : ["processorP", "controllerA"];
    expect((await ask(outsider!, pattern)).status).toBe(404);
    const query = entry.query === "agreement" ? `?agreement=${ids.agreement}` : "";
    expect([200, 302]).toContain((await ask(insider!, pattern + query)).status);
  });
});

describe("the owner of a row reaches it", () => {
  test.each(withId.filter(([pattern, { streamed }]) => !streamed && !/\/(answers|messages|concept|conclude|conclusion|withdraw|request|compare)$/.test(pattern)))("%s", async (pattern, entry) => {
    const actor: Actor = entry.for === "processor" ? "processorP" : "controllerA";
    expect([200, 302]).toContain((await ask(actor, pathOf(pattern, ids[entry.id]))).status);
  });
});

test("what another tenant has appears on no list, search or export", async () => {
  const { rows } = await owner.query<{ title: string; name: string }>("select a.title, p.name from agreement a join processor p on p.id = a.processor_id where a.id = $1", [ids.agreement]);
  await owner.query("update agreement set title = 'Hemmelig-4711' where id = $1", [ids.agreement]);
  expect(rows).toHaveLength(1);
  for (const actor of ["controllerB", "stranger"] as const) {
    for (const path of ["/overview", "/agreements?q=Hemmelig", "/agreements/export", "/supervisions?q=Hemmelig", "/supervisions/export", "/findings", "/breaches", "/breaches/export", "/audit", "/audit/export", "/processors"]) {
      const { body } = await ask(actor, path);
      expect(body.replaceAll("?q=Hemmelig", "").includes("Hemmelig-4711"), `${path} as ${actor}`).toBe(false);
    }
  }
});
