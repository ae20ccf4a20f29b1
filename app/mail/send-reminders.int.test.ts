import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { connected } from "#app/stack/roles.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newMember, newOrganisation, newSentRequest } from "#tests/support/mail-scene.ts";
import { sendReminders } from "./send-reminders.server.ts";
import { tellCaseworkers } from "./tell-caseworkers.server.ts";

let database: FreshDatabase;
let controllerId: string;
let processorId: string;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
  controllerId = await newOrganisation(database.ownerUrl, "Region Syd");
  processorId = await newOrganisation(database.ownerUrl, "Netgruppen A/S");
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const sql = (text: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query<Record<string, unknown>>(text, values)).rows);
const mailsOf = (supervisionId: string) => sql("select kind, to_email, organisation_id, subject from outbox where supervision_id = $1 order by created_at", [supervisionId]);

describe("reminders", () => {
  it.each([
    ["eight days before", -20, 8, []],
    ["seven days before", -20, 7, ["reminder-before"]],
    ["five days before, made up for", -20, 5, ["reminder-before"]],
    ["seven days before, but only just sent", 0, 7, []],
    ["on the day", -20, 0, ["reminder-before"]],
    ["the day after", -20, -1, ["reminder-after"]],
    ["long after, made up for once", -90, -40, ["reminder-after"]],
    ["too long after to be of use", -90, -61, []],
  ])("%s", async (_when, sentIn, dueIn, kinds) => {
    const { supervisionId } = await newSentRequest(database.ownerUrl, { controllerId, processorId, sentIn, dueIn });
    await sendReminders();
    await Promise.all([sendReminders(), sendReminders()]);
    expect((await mailsOf(supervisionId)).map((mail) => mail.kind)).toEqual(kinds);
  });

  it("go to the recipient of the request, from the controller's outbox", async () => {
    const { supervisionId } = await newSentRequest(database.ownerUrl, { controllerId, processorId, sentIn: -20, dueIn: -1, recipient: "ida@netgruppen.example" });
    await sendReminders();
    expect(await mailsOf(supervisionId)).toEqual([
      { kind: "reminder-after", to_email: "ida@netgruppen.example", organisation_id: controllerId, subject: "Fristen er overskredet: Region Syd mangler svar på tilsyn" },
    ]);
  });

  it("come once for each planned day", async () => {
    const { supervisionId } = await newSentRequest(database.ownerUrl, { controllerId, processorId, sentIn: -20, dueIn: 5 });
    await sendReminders();
    await sql("update supervision set due_on = due_on - 5 where id = $1", [supervisionId]);
    await sendReminders();
    await sendReminders();
    expect(await mailsOf(supervisionId)).toHaveLength(2);
  });

  it("begin anew with a return: not within the hour of what was just sent back", async () => {
    const { supervisionId } = await newSentRequest(database.ownerUrl, { controllerId, processorId, sentIn: -40, dueIn: 3 });
    await sql("update supervision set state = 'answering' where id = $1", [supervisionId]);
    for (const state of ["submitted", "assessing"]) await sql("update supervision set state = $2 where id = $1", [supervisionId, state]);
    await sql("update supervision set state = 'returned', returned_at = now() where id = $1", [supervisionId]);
    await sendReminders();
    expect(await mailsOf(supervisionId)).toEqual([]);
    await sql("update supervision set returned_at = returned_at - interval '5 days' where id = $1", [supervisionId]);
    await sendReminders();
    expect((await mailsOf(supervisionId)).map((mail) => mail.kind)).toEqual(["reminder-before"]);
  });

  it("stop when the request is withdrawn, and one that fails keeps no other back", async () => {
    const withdrawn = await newSentRequest(database.ownerUrl, { controllerId, processorId, sentIn: -20, dueIn: 1 });
    const broken = await newSentRequest(database.ownerUrl, { controllerId, processorId, sentIn: -20, dueIn: 1, recipient: "not an address" });
    const well = await newSentRequest(database.ownerUrl, { controllerId, processorId, sentIn: -20, dueIn: 1 });
    await sql("update supervision set state = 'withdrawn' where id = $1", [withdrawn.supervisionId]);
    await expect(sendReminders()).rejects.toThrow("reminders failed");
    expect([await mailsOf(withdrawn.supervisionId), await mailsOf(broken.supervisionId)]).toEqual([[], []]);
    expect(await mailsOf(well.supervisionId)).toHaveLength(1);
    await sql("update supervision set state = 'withdrawn' where id = $1", [broken.supervisionId]);
  });
});

describe("telling the controller that the processor moved", () => {
  it("goes to the one who opened it, in their language, once", async () => {
    const own = await newOrganisation(database.ownerUrl);
    const opener = await newMember(database.ownerUrl, own, ["caseworker"]);
    await newMember(database.ownerUrl, own, ["caseworker", "dpo"]);
    await sql("update person set locale = 'en' where id = $1", [opener.personId]);
    const { supervisionId } = await newSentRequest(database.ownerUrl, { controllerId: own, processorId, openedById: opener.personId, sentIn: -2, dueIn: 20 });
    const fact = { organisationId: own, supervisionId, kind: "submission-received", sourceId: "1" } as const;
    expect([await tellCaseworkers(fact), await tellCaseworkers(fact)]).toEqual([1, 0]);
    expect(await mailsOf(supervisionId)).toEqual([
      { kind: "submission-received", to_email: opener.email, organisation_id: own, subject: "Netgruppen A/S has answered the supervision: Journalsystem" },
    ]);
  });

  it("goes to every caseworker when the opener has left, and to nobody for a stranger's supervision", async () => {
    const own = await newOrganisation(database.ownerUrl);
    const opener = await newMember(database.ownerUrl, own, ["caseworker"]);
    const others = [await newMember(database.ownerUrl, own, ["caseworker"]), await newMember(database.ownerUrl, own, ["caseworker"])];
    await newMember(database.ownerUrl, own, ["reader"]);
    await sql("update membership set active = false where person_id = $1", [opener.personId]);
    const { supervisionId } = await newSentRequest(database.ownerUrl, { controllerId: own, processorId, openedById: opener.personId, sentIn: -2, dueIn: 20 });
    const fact = { supervisionId, kind: "clarification-answered", sourceId: "1" } as const;
    expect(await tellCaseworkers({ ...fact, organisationId: own })).toBe(2);
    expect((await mailsOf(supervisionId)).map((mail) => mail.to_email).sort()).toEqual(others.map((one) => one.email).sort());
    expect(await tellCaseworkers({ ...fact, organisationId: processorId })).toBe(0);
  });
});
