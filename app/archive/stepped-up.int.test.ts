import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { acceptStepUp } from "#app/supervision/escalation/accept-step-up.server.ts";
import { findSupervision } from "#app/supervision/find-supervision.server.ts";
import { sendRequest } from "#app/supervision/send-request.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { handIn, newSupervision } from "#tests/support/supervision-scene.ts";
import { caseFiles } from "./case-files.ts";
import { gatherCase } from "./gather-case.server.ts";
import { presentReport } from "./present-report.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

it("a supervision opened by an accepted step-up asks what was asked along before, and its report and package say which concept this time and why", async () => {
  const at = new Date("2027-02-01T10:00:00Z");
  const scene = await newSupervision(database.ownerUrl, { concept: 2 });
  const { caseworker, dpo, agreementId } = scene;
  await connected(database.ownerUrl, async (client) => {
    await client.query("update supervision set supplements = '{4}' where id = $1", [scene.supervisionId]);
    await client.query("insert into escalation (supervision_id, controller_id, due_on, step, state, overdue_days, from_concept, to_concept) select $1, $2, due_on, 'step-up', 'proposed', 14, 2, 3 from supervision where id = $1", [scene.supervisionId, caseworker.organisationId]);
  });
  const accepted = await withTenant(dpo, (tx) => acceptStepUp(tx, dpo, { supervisionId: scene.supervisionId, note: "Ring venligst", email: "dpo@example.dk", at }));
  if (!accepted.ok) throw new Error(accepted.reason);
  const { supervisionId } = accepted;
  expect(await withTenant(caseworker, (tx) => findSupervision(tx, caseworker, supervisionId, "2027-02-01"), { readOnly: true })).toMatchObject({ concept: 3, supplements: [4] });
  const fields = { recipientName: "Anne Drift", recipientEmail: "anne@drift.example", message: "Kære Anne", dueOn: "2027-03-01", language: "da" as const };
  expect(await withTenant(caseworker, (tx) => sendRequest(tx, caseworker, { ...fields, supervisionId, email: "mette@example.dk", at }))).toMatchObject({ ok: true });
  await handIn({ ...scene, supervisionId });

  const found = (await withTenant(caseworker, (tx) => gatherCase(tx, supervisionId, at), { readOnly: true }))!;
  const risk = JSON.parse(String(caseFiles(found, []).find(({ path }) => path === "risk.json")?.bytes)) as Record<string, unknown>;
  expect(risk).toMatchObject({ steppedUp: { supervision: scene.supervisionId, fromConcept: 2, toConcept: 3, overdueDays: 14, reason: "Ring venligst", decidedBy: dpo.personName }, choice: { concept: 2 } });
  const { concept } = presentReport(found, [], "da", translate("da", "report"), at);
  expect(concept.name).toBe("Koncept 3: Årlig status + Koncept 4: Certificering");
  expect(concept.choice).toMatch(/^Koncept 2 er valgt for aftalen /);
  expect(concept.thisTime).toMatch(new RegExp(`^Koncept 3 i stedet for 2, fordi tilsynet efter koncept 2 ikke blev besvaret\\. Godkendt 1\\. feb\\. 2027 af ${dpo.personName}\\..* Ring venligst$`));
  const { concept: agreed } = await withTenant(caseworker, (tx) => tx.agreement.findUniqueOrThrow({ where: { id: agreementId }, select: { concept: true } }), { readOnly: true });
  expect(agreed).toBe(2);
});
