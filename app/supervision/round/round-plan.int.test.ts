import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planLines } from "#app/agreement/plan/plan-lines.server.ts";
import { closeDb, useDb } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import { connected } from "#app/stack/roles.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope } from "#tests/support/factories.ts";
import { newOwnQuestionnaire } from "#tests/support/own-questionnaire.ts";
import { newRoundScene } from "#tests/support/round-scene.ts";
import { handIn } from "#tests/support/supervision-scene.ts";
import { startAssessment } from "../assessment/start-assessment.server.ts";
import { concludeSupervision } from "../conclusion/conclude-supervision.server.ts";
import { createRound } from "./create-round.server.ts";
import { listItems } from "./list-items.server.ts";
import { pickedAgreements } from "./picked-agreements.server.ts";
import { previewItem } from "./preview-item.server.ts";
import { renewItems } from "./renew-items.server.ts";
import { roundFilter } from "./round-filter.ts";
import { rounds } from "./rounds.server.ts";
import { sendRound } from "./send-round.server.ts";
import { startRound } from "./start-round.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const sql = <Row>(text: string, values: unknown[] = []) => connected(database.ownerUrl, async (client) => (await client.query(text, values)).rows as Row[]);
type Supplement = { concept: Concept; nextDueOn: string; own?: string };
/** The cycle's line comes every second year from a day on; supplements beside it too. Gives the lines' ids, the cycle's first. */
async function plan(who: Scope, agreementId: string, nextDueOn: string | null, supplements: readonly Supplement[] = [], own?: string): Promise<string[]> {
  return withTenant(who, async (tx) => {
    const register = planLines(tx, who);
    const cycle = (await register.list(agreementId))[0]!;
    await register.change(cycle.id, cycle.version, { intervalMonths: 24, nextDueOn, ...(own ? { ownQuestionnaireId: own } : {}) });
    const ids = [cycle.id];
    for (const { own: asked, ...line } of supplements) ids.push((await register.add({ ...line, agreementId, kind: "supplement", intervalMonths: 24, ownQuestionnaireId: asked ?? null })).id);
    await register.keepNextDue(agreementId);
    return ids;
  });
}
const noon = (day: string) => new Date(`${day}T10:00:00Z`);
const make = (who: Scope, dueBy: string, today = "2026-11-22", free = true) => withTenant(who, (tx) => createRound(tx, who, { title: "Årets tilsyn", filter: roundFilter.parse({ dueBy, free }), language: "da", today }));
async function draft(who: Scope, dueBy: string, today?: string, free?: boolean): Promise<string> {
  const made = await make(who, dueBy, today, free);
  return made.ok ? made.roundId : expect.fail(made.reason);
}
async function send(who: Scope, roundId: string, today = "2026-11-22"): Promise<void> {
  expect(await withTenant(who, (tx) => startRound(tx, who, { roundId, at: noon(today) }))).toMatchObject({ ok: true });
  await sendRound({ organisationId: who.organisationId, roundId }, () => noon(today));
}
const refusals = async (roundId: string) => (await sql<{ refusal: string }>("select refusal from round_item where round_id = $1 order by refusal", [roundId])).map(({ refusal }) => refusal);
const sent = (agreementId: string) => sql<{ id: string; concept: number; supplements: number[]; line: string | null; parts: number[]; message: string; own: string | null }>(
  `select s.id, s.concept, s.supplements, k.plan_line_id as line, array(select jsonb_array_elements(r.questionnaire->'parts')::int) as parts, r.message, k.own_version_id as own
   from supervision s join supervision_case k on k.supervision_id = s.id join request r on r.supervision_id = s.id where s.agreement_id = $1 order by s.created_at, s.id`, [agreementId]);

describe("a round of what plans have due by a day", () => {
  it("asks the cycle and the supplements due together in one request, a supplement due alone by itself, and where there is no plan the concept in force", async () => {
    const { caseworker: who, agreements } = await newRoundScene(database.ownerUrl, { concepts: [5, 5, 5, 2, 6] });
    const [together, alone, later, without, six] = agreements as [string, string, string, string, string];
    const [own, ownSix] = [await newOwnQuestionnaire(who), await newOwnQuestionnaire(who, "Årets spørgsmål")];
    const [cycle] = await plan(who, together, "2027-06-01", [{ concept: 6, nextDueOn: "2027-12-31", own: own.id }, { concept: 3, nextDueOn: "2027-01-01" }]);
    const [, three] = await plan(who, alone, "2028-01-01", [{ concept: 3, nextDueOn: "2027-02-01" }]);
    await plan(who, later, "2028-01-01");
    await plan(who, six, "2027-01-01", [], ownSix.id);
    await sql("delete from plan_line where agreement_id = $1", [without]);
    await sql("update agreement set next_due_on = '2027-03-01' where id = $1", [without]);

    const picked = await withTenant(who, (tx) => pickedAgreements(tx, who, roundFilter.parse({ dueBy: "2027-12-31" })).count());
    expect(picked).toMatchObject({ total: 4, parts: [{ concept: 2, supplements: [], count: 1 }, { concept: 3, supplements: [], count: 1 }, { concept: 5, supplements: [3, 6], count: 1 }, { concept: 6, count: 1 }] });
    const roundId = await draft(who, "2027-12-31");
    const items = () => withTenant(who, async (tx) => listItems(tx, who, (await rounds(tx, who).find(roundId))!, "2026-11-22"), { readOnly: true });
    const shown = [{ agreementId: together, concept: 5, supplements: [3, 6], own: { da: "Vores skema" } }, { agreementId: alone, concept: 3, supplements: [], own: null }, { agreementId: six, concept: 6, own: { da: "Årets spørgsmål" } }];
    expect(await items()).toEqual(expect.arrayContaining(shown.map((one) => expect.objectContaining({ ...one, own: one.own && expect.objectContaining(one.own), stand: "ready" }))));
    const preview = await withTenant(who, (tx) => previewItem(tx, who, { roundId, agreementId: together, today: "2026-11-22" }), { readOnly: true });
    expect(preview).toMatchObject({ concept: 5, supplements: [3, 6], own: { da: "Vores skema" }, questionnaire: { parts: [5, 3, 6] } });

    await send(who, roundId);
    expect(await sent(together)).toMatchObject([{ concept: 5, supplements: [3, 6], line: cycle, parts: [5, 3, 6], own: own.versionId }]);
    expect((await sent(together))[0]?.message).toMatch(/erklæring fra en uafhængig tredjepart[^]*\n\nVi beder jer også om:\n– en skriftlig status: [^\n]*\n– svar på vores egne spørgsmål, [^\n]*\n\n/);
    expect((await sent(alone))[0]?.message).not.toMatch(/også/);
    expect(await sent(alone)).toMatchObject([{ concept: 3, supplements: [], line: three, parts: [3], own: null }]);
    expect(await sent(without)).toMatchObject([{ concept: 2, supplements: [], line: null }]);
    expect(await sent(six)).toMatchObject([{ concept: 6, own: ownSix.versionId }]);
    expect(await sent(later)).toEqual([]);
    expect(await items()).toEqual(expect.arrayContaining(shown.map((one) => expect.objectContaining({ ...one, own: one.own && expect.objectContaining(one.own), stand: "waiting" }))));
  });

  it("alternates 5 and 3 over three yearly rounds, as each conclusion moves its line", async () => {
    const { caseworker: who, signatory, agreements } = await newRoundScene(database.ownerUrl, { concepts: [5] });
    const dpo = await newScope(database.ownerUrl, ["dpo"], { tenant: { id: who.organisationId, name: who.organisationName } });
    const agreementId = agreements[0]!;
    await plan(who, agreementId, "2026-12-01", [{ concept: 3, nextDueOn: "2027-12-01" }]);
    const dates: (string | null)[][] = [];
    for (const [place, year] of [2026, 2027, 2028].entries()) {
      const today = `${year}-11-22`;
      const roundId = await draft(who, `${year}-12-31`, today);
      await send(who, roundId, today);
      await sendRound({ organisationId: who.organisationId, roundId }, () => noon(today));
      const asked = await sent(agreementId);
      expect(asked).toHaveLength(place + 1);
      expect(await make(who, `${year}-12-31`, today), "nothing is free any more").toEqual({ ok: false, reason: "nothing" });
      const supervisionId = (await sql<{ id: string }>("select id from supervision where agreement_id = $1 and state = 'sent'", [agreementId]))[0]!.id;
      await handIn({ ownerUrl: database.ownerUrl, supervisionId, agreementId, concept: 5, caseworker: who, dpo, signatory }, {}, { at: noon(today) });
      await withTenant(who, (tx) => startAssessment(tx, who, { supervisionId, reservationText: "Hvad?" }));
      expect(await withTenant(dpo, (tx) => concludeSupervision(tx, dpo, { supervisionId, outcome: "in-order-with-remarks", reason: "Set", message: "Tak", today: `${year}-12-10` }))).toEqual({ ok: true });
      expect(await make(who, `${year}-12-31`, today), "nothing is due any more").toEqual({ ok: false, reason: "nothing" });
      dates.push((await withTenant(who, (tx) => planLines(tx, who).list(agreementId))).map(({ nextDueOn }) => nextDueOn));
    }
    expect((await sql<{ concept: number }>("select concept from supervision where agreement_id = $1 order by due_on", [agreementId])).map(({ concept }) => concept)).toEqual([5, 3, 5]);
    expect(dates).toEqual([["2028-12-10", "2027-12-01"], ["2028-12-10", "2029-12-10"], ["2030-12-10", "2029-12-10"]]);
  });

  it("a conclusion moves the supplements that were asked along with the cycle", async () => {
    const { caseworker: who, signatory, agreements } = await newRoundScene(database.ownerUrl, { concepts: [5] });
    const dpo = await newScope(database.ownerUrl, ["dpo"], { tenant: { id: who.organisationId, name: who.organisationName } });
    const agreementId = agreements[0]!;
    await plan(who, agreementId, "2026-12-01", [{ concept: 3, nextDueOn: "2026-12-20" }]);
    await send(who, await draft(who, "2026-12-31"));
    const supervisionId = (await sent(agreementId))[0]!.id;
    await handIn({ ownerUrl: database.ownerUrl, supervisionId, agreementId, concept: 5, caseworker: who, dpo, signatory });
    await withTenant(who, (tx) => startAssessment(tx, who, { supervisionId, reservationText: "Hvad?" }));
    await withTenant(dpo, (tx) => concludeSupervision(tx, dpo, { supervisionId, outcome: "in-order-with-remarks", reason: "Set", message: "Tak", today: "2026-12-10" }));
    expect(await withTenant(who, (tx) => planLines(tx, who).list(agreementId))).toMatchObject([{ nextDueOn: "2028-12-10" }, { nextDueOn: "2028-12-10" }]);
  });

  it("sends nothing twice: what is under way is refused, whichever part of it is due", async () => {
    const { caseworker: who, agreements } = await newRoundScene(database.ownerUrl, { concepts: [5, 5] });
    await plan(who, agreements[0]!, "2026-12-01", [{ concept: 3, nextDueOn: "2026-12-01" }]);
    await plan(who, agreements[1]!, "2027-12-01", [{ concept: 3, nextDueOn: "2026-12-01" }]);
    const [one, other] = [await draft(who, "2026-12-31"), await draft(who, "2026-12-31")];
    await send(who, one);
    await Promise.all([send(who, other), sendRound({ organisationId: who.organisationId, roundId: one }, () => noon("2026-11-22"))]);
    expect([await refusals(one), await refusals(other)]).toEqual([["", ""], ["under-way", "under-way"]]);
    expect([(await sent(agreements[0]!)).length, (await sent(agreements[1]!)).length]).toEqual([1, 1]);
    const third = await draft(who, "2027-12-31", undefined, false);
    await send(who, third);
    expect(await refusals(third)).toEqual(["under-way", "under-way"]);
  });

  it("takes what the plan has due otherwise since it was picked once it is asked to, in draft only; where nothing is due any more it stays refused", async () => {
    const { caseworker: who, agreements } = await newRoundScene(database.ownerUrl, { concepts: [5, 5, 5] });
    const [more, gone, left] = agreements as [string, string, string];
    for (const id of agreements) await plan(who, id, "2026-12-01");
    const roundId = await draft(who, "2026-12-31");
    await plan(who, more, "2026-12-01", [{ concept: 3, nextDueOn: "2026-12-02" }]);
    await plan(who, gone, "2028-12-01");
    await sql("update round_item set included = false where round_id = $1 and agreement_id = $2", [roundId, left]);
    const renew = (scope: Scope) => withTenant(scope, (tx) => renewItems(tx, scope, roundId));
    const stranger = await newScope(database.ownerUrl, ["caseworker"]);
    expect([await renew(stranger), await renew(who), await renew(who)]).toEqual([null, 1, 0]);
    await send(who, roundId);
    expect([await sent(more), await sent(gone), await sent(left)]).toMatchObject([[{ concept: 5, supplements: [3] }], [], []]);
    expect(await refusals(roundId)).toEqual(["", "", "plan-changed"]);
    expect(await renew(who)).toBeNull();
    await expect(renew({ ...who, roles: ["reader"] })).rejects.toMatchObject({ status: 403 });
  });

  it("refuses what the plan has due otherwise since it was picked", async () => {
    const { caseworker: who, agreements } = await newRoundScene(database.ownerUrl, { concepts: [5, 5, 5, 5] });
    const [moved, removed, more, still] = agreements as [string, string, string, string];
    for (const id of agreements) await plan(who, id, "2026-12-01", [{ concept: 3, nextDueOn: "2026-12-01" }]);
    const alone = await plan(who, removed, "2028-01-01");
    const roundId = await draft(who, "2026-12-31");
    await sql("update plan_line set next_due_on = '2027-02-01' where agreement_id = $1 and kind = 'primary'", [moved]);
    await sql("update plan_line set removed_at = now() where agreement_id = $1 and id <> $2", [removed, alone[0]]);
    await plan(who, more, "2026-12-01", [{ concept: 6, nextDueOn: "2026-12-01" }]);
    await sql("update plan_line set next_due_on = '2026-12-30' where agreement_id = $1", [still]);
    await send(who, roundId);
    const found = await sql<{ agreement_id: string; refusal: string }>("select agreement_id, refusal from round_item where round_id = $1", [roundId]);
    expect(agreements.map((id) => found.find((item) => item.agreement_id === id)?.refusal)).toEqual(["plan-changed", "plan-changed", "plan-changed", ""]);
  });

  it("leaves an extra supervision to be opened for its concern, and counts why", async () => {
    const { caseworker: who, agreements } = await newRoundScene(database.ownerUrl, { concepts: [3] });
    await plan(who, agreements[0]!, "2028-01-01");
    const [{ id: concernId } = { id: "" }] = await sql<{ id: string }>("insert into concern (controller_id, agreement_id, source, body, noticed_on, created_by_id, created_by_name) values ($1, $2, 'press', 'Brand', '2026-11-01', gen_random_uuid(), 'n') returning id", [who.organisationId, agreements[0]]);
    await withTenant(who, async (tx) => {
      await planLines(tx, who).add({ agreementId: agreements[0]!, kind: "extra", concept: 3, intervalMonths: null, nextDueOn: "2026-12-01", concernId });
      await planLines(tx, who).keepNextDue(agreements[0]!);
    });
    expect(await withTenant(who, (tx) => pickedAgreements(tx, who, roundFilter.parse({ dueBy: "2026-12-31" })).count())).toMatchObject({ total: 0, left: { "extra-only": 1 } });
    expect(await make(who, "2026-12-31")).toEqual({ ok: false, reason: "nothing" });
  });
});
