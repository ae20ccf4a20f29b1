import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newMember, newOrganisation, newSentRequest } from "#tests/support/mail-scene.ts";
import type { SentRequest } from "#tests/support/mail-scene.ts";
import { readAuditFilter } from "./audit-filter.ts";
import { listAuditChoices, listAuditEvents } from "./list-events.server.ts";
import { record } from "./record.server.ts";

let database: FreshDatabase;
let ours: Scope;
let theirs: Scope;
let request: SentRequest;
const scopeOf = async (side: Scope["side"]): Promise<Scope> => {
  const organisationId = await newOrganisation(database.ownerUrl, side);
  const { personId } = await newMember(database.ownerUrl, organisationId, ["administrator"]);
  return { side, organisationId, organisationName: side, personId, personName: `${side}'s Kim`, roles: ["administrator"] };
};
const write = (scope: Scope, action: string, shared = false, detail = {}) =>
  withTenant(scope, (tx) => record(tx, scope, { action, subject: { type: "supervision", id: request.supervisionId }, supervisionId: request.supervisionId, shared, detail }));
const list = (scope: Scope, query = "", skip = 0, take = 50) =>
  withTenant(scope, (tx) => listAuditEvents(tx, scope, { filter: readAuditFilter(new URL(`http://x/audit${query}`)), skip, take }), { readOnly: true });
const actions = async (scope: Scope, query = "") => (await list(scope, query)).events.map((event) => event.action);

beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  [ours, theirs] = [await scopeOf("controller"), await scopeOf("processor")];
  request = await newSentRequest(database.ownerUrl, { controllerId: ours.organisationId, processorId: theirs.organisationId, sentIn: -1, dueIn: 20 });
  await write(ours, "request.sent", true, { dueOn: "2026-12-13" });
  await write(ours, "answer.assessed");
  await write(theirs, "submission.signed", true);
  await write({ ...ours, personId: null } as unknown as Scope, "package.ready");
  await connected(database.ownerUrl, async (client) => {
    for (const at of ["2026-05-31T21:59:59Z", "2026-05-31T22:00:00Z", "2026-06-01T21:59:59Z", "2026-06-01T22:00:00Z"]) {
      await client.query("insert into audit_event (organisation_id, actor_organisation_id, at, action, subject_type, subject_id) values ($1, $1, $2, 'agreement.changed', 'agreement', 'x')", [ours.organisationId, at]);
    }
  });
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

it("shows each side its own trail, newest first, with the other's shared moves", async () => {
  expect((await actions(ours)).slice(-4)).toEqual(["package.ready", "submission.signed", "answer.assessed", "request.sent"]);
  expect(await actions(theirs)).toEqual(["submission.signed", "request.sent"]);
  const [signed, sent] = (await list(theirs)).events;
  expect(signed).toMatchObject({ party: "own", by: "processor's Kim", supervision: { title: "Journalsystem", other: "Region Syd" } });
  expect(sent).toMatchObject({ party: "other", by: "controller's Kim", details: [["dueOn", "2026-12-13"]] });
});

it.each([
  ["?person=other-party", ["submission.signed"]],
  ["?person=portal&action=package", ["package.ready"]],
  ["?action=answer.assessed", ["answer.assessed"]],
  ["?action=submission&person=other-party&supervision=ours", ["submission.signed"]],
  ["?action=agreement&supervision=ours", []],
  // Danish days in summer: from 22:00 UTC the evening before.
  ["?from=2026-06-01&to=2026-06-01", ["agreement.changed", "agreement.changed"]],
  ["?to=2026-05-31", ["agreement.changed"]],
  ["?from=2030-01-01", []],
])("narrowed by %s", async (query, expected) => {
  expect(await actions(ours, query.replace("=ours", `=${request.supervisionId}`))).toEqual(expected);
});

it("is narrowed to one member, and the other party's member is nobody here", async () => {
  expect(await actions(ours, `?person=${ours.personId}`)).toEqual(["answer.assessed", "request.sent"]);
  expect(await actions(ours, `?person=${theirs.personId}`)).toEqual([]);
});

it("comes in pages and counts the whole", async () => {
  const [first, second] = [await list(ours, "?action=agreement", 0, 3), await list(ours, "?action=agreement", 3, 3)];
  expect([first.total, first.events.length, second.events.length]).toEqual([4, 3, 1]);
});

it("offers own members and the supervisions one takes part in", async () => {
  const choices = await withTenant(theirs, (tx) => listAuditChoices(tx, theirs), { readOnly: true });
  expect(choices.members.map((member) => member.personId)).toEqual([theirs.personId]);
  expect(choices.supervisions).toEqual([{ id: request.supervisionId, title: "Journalsystem", other: "Region Syd" }]);
});
