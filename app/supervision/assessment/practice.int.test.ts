import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { handIn, newSupervision, nextSupervision, sevenPoints } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { concludeSupervision } from "../conclusion/conclude-supervision.server.ts";
import { startAssessment } from "./start-assessment.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const begin = ({ caseworker, supervisionId }: Scene) => withTenant(caseworker, (tx) => startAssessment(tx, caseworker, { supervisionId, reservationText: "Hvad?" }));
const raised = ({ supervisionId }: Scene) => connected(database.ownerUrl, async (client) => (await client.query<{ rule: string; subject: string; severity: string; values: Record<string, string> }>("select rule, subject, severity, values from finding where supervision_id = $1 order by rule, subject", [supervisionId])).rows);

it("holds what is answered of sub-processors, places, retention, times and supervision against the agreement as it was sent", async () => {
  const scene = await newSupervision(database.ownerUrl, { concept: 6, agreement: {
    ...sevenPoints, locations: [{ place: "Roskilde", country: "DK" }], duration: "Så længe hovedaftalen løber",
    clauseSet: "municipal", procedures: [{ kind: "auditor-statement", everyMonths: 12, payer: "processor", source: "001 C.5.1" }],
  } });
  await handIn(scene, {
    subprocessors_new: "yes", subprocessors_new_list: [{ name: "Sky ApS", country: "Norge", processing: "Backup", used_since: "2026-02-01", approved: "no" }],
    locations: "elsewhere", locations_elsewhere: [{ place: "Oslo", country: "Norge", processing: "Drift", used_since: "2026-02-01" }], retention: { value: "otherwise", comment: "Log i ét år" },
    patching: { value: "partly", comment: "Vi patcher inden 30 dage" }, "limit_log-retention": 5, "limit_subprocessor-statement": 12,
  });
  await begin(scene);
  const found = (await raised(scene)).filter(({ rule }) => !rule.startsWith("ANSWER"));
  expect(found.map(({ rule, subject, severity }) => `${rule} ${subject} ${severity}`)).toEqual([
    "DRIFT-LOCATION oslo norge major", "DRIFT-RETENTION  major", "LIMIT-EXCEEDED log-retention major", "LIMIT-EXCEEDED patching major", "SUBPROCESSOR-NEW Sky ApS major",
  ]);
  expect(found.find(({ subject }) => subject === "patching")?.values).toMatchObject({ stated: "30 days", agreed: "14 days", quote: "Vi patcher inden 30 dage" });
  expect(found.find(({ subject }) => subject === "log-retention")?.values).toMatchObject({ stated: "5 months", agreed: "6 months", bound: "leastAsked" });
  expect(found.find(({ rule }) => rule === "DRIFT-LOCATION")?.values).toMatchObject({ agreed: "Roskilde, DK", said: "Oslo, Norge (Drift)" });
});

it("says what the contract demands beyond the supervision on the agreement: the processor's supervision ends in order, and the demand clears once it is held", async () => {
  const agreement = { ...sevenPoints, procedures: [{ kind: "auditor-statement" as const, everyMonths: 12, payer: "processor" as const, source: "001 C.5.1" }] };
  const scene = await newSupervision(database.ownerUrl, { concept: 6, agreement });
  const demands = async () => (await connected(database.ownerUrl, async (client) => (await client.query("select state, supervision_id, processor_id, values from finding where agreement_id = $1 and rule = 'AGREEMENT-DEMANDS'", [scene.agreementId])).rows)) as { state: string }[];
  const { dpo, supervisionId } = scene;
  await handIn(scene);
  await begin(scene);
  expect(await raised(scene)).toEqual([]);
  expect(await demands()).toMatchObject([{ state: "open", supervision_id: null, processor_id: null, values: { procedure: "auditor-statement", every: "12 months" } }]);
  const proposed = await connected(database.ownerUrl, async (client) => (await client.query<{ proposal: string }>("select proposal from supervision_case where supervision_id = $1", [supervisionId])).rows);
  expect(proposed).toEqual([{ proposal: "in-order" }]);
  expect(await withTenant(dpo, (tx) => concludeSupervision(tx, dpo, { supervisionId, outcome: "in-order", reason: "", message: "", today: "2026-11-22" }))).toMatchObject({ ok: true });
  expect(await demands()).toMatchObject([{ state: "open" }]);
  const next = await nextSupervision({ ...scene, concept: 5 });
  await handIn(next);
  await begin(next);
  expect((await demands()).map(({ state }) => state)).toEqual(["closed-not-a-gap"]);
});

it("looks at last year's statement, the policy of the house, whom the processor serves, and when a statement was sent", async () => {
  const statement = { statement_type: "type-1", as_at: "2026-09-30", period_from: null, period_to: null, obtained_on: "2026-09-01" };
  const scene = await newSupervision(database.ownerUrl, { concept: 5, agreement: { ...sevenPoints, clauseSet: "municipal", dataSubjectFacing: true } });
  await handIn(scene, { period_from: "2024-10-01", period_to: "2025-09-30" });
  await begin(scene);
  const { dpo, supervisionId } = scene;
  await withTenant(dpo, (tx) => concludeSupervision(tx, dpo, { supervisionId, outcome: "in-order-with-remarks", reason: "Prøve", message: "", today: "2026-11-22" }));
  const next = await nextSupervision(scene);
  await handIn(next, { period_from: "2026-01-01", period_to: "2026-09-30", obtained_on: "2026-09-01", objectives: ["a-instructions"] });
  await begin(next);
  const gaps = async (of: Scene) => (await raised(of)).filter(({ rule }) => rule.startsWith("GAP"));
  expect((await gaps(next)).filter(({ rule }) => rule === "GAP-10" || rule === "GAP-12").map(({ rule, values }) => [rule, values.aspect ?? values.limit])).toEqual([["GAP-10", "gap"], ["GAP-12", 30]]);
  expect((await gaps(next)).filter(({ rule }) => rule === "GAP-8").map(({ subject }) => subject)).toContain("H");

  const refusing = await newSupervision(database.ownerUrl, { concept: 5, agreement: sevenPoints });
  await connected(database.ownerUrl, (client) => client.query("update organisation set refuse_type_one = true where id = $1", [refusing.caseworker.organisationId]));
  await handIn(refusing, statement);
  await begin(refusing);
  const blocking = await connected(database.ownerUrl, async (client) => (await client.query("select rule from finding where supervision_id = $1 and blocking", [refusing.supervisionId])).rows as { rule: string }[]);
  expect(blocking).toEqual([{ rule: "GAP-9" }]);
});
