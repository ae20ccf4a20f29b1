import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb, useDb } from "#app/db/client.server.ts";
import { COLUMN } from "#app/questionnaire/offline/offline-layout.ts";
import type { Answer, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { cellName } from "#app/spreadsheet/cell.ts";
import { connected } from "#app/stack/roles.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { newScope, requirementInput } from "#tests/support/factories.ts";
import { fillWorkbook, rowOf, sheetsOf } from "#tests/support/fill-workbook.ts";
import type { HandWritten } from "#tests/support/fill-workbook.ts";
import { filled } from "#tests/support/sample-answers.ts";
import { newSupervision, sevenPoints } from "#tests/support/supervision-scene.ts";
import type { Scene } from "#tests/support/supervision-scene.ts";
import { findAnswering } from "../answering.server.ts";
import { readFrozen } from "../frozen-questionnaires.server.ts";
import { gatherHandingIn } from "../handing-in.server.ts";
import { writeAnswer } from "../write-answer.server.ts";
import { saveChosenAnswers } from "./save-chosen-answers.server.ts";
import { takeWorkbook } from "./take-workbook.server.ts";
import { writeWorkbookOfRequest } from "./write-workbook-of-request.server.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  useDb(database.runtimeUrl);
});
afterAll(async () => {
  await closeDb();
  await database.close();
});

const agreement = { ...sevenPoints, requirements: [requirementInput("Opslag kontrolleres hver måned."), requirementInput("Data slettes efter 5 år.")] };
const begin = (concept: 3 | 5 | 6) => newSupervision(database.ownerUrl, { concept, agreement: concept === 3 ? { ...agreement, personCount: 500 } : agreement });
const scope = ({ signatory }: Scene) => signatory;
const fetchWorkbook = async (scene: Scene) => {
  const made = await withTenant(scope(scene), (tx) => writeWorkbookOfRequest(tx, scope(scene), scene.supervisionId, "da"), { readOnly: true });
  if (made === null || made === "closed") throw new Error("no workbook");
  return made.bytes;
};
const read = (scene: Scene, bytes: Buffer, who = scope(scene)) => takeWorkbook(who, { supervisionId: scene.supervisionId, bytes, language: "da" });
const frozenOf = (scene: Scene) => withTenant(scope(scene), async (tx) => readFrozen(tx, scene.supervisionId, (await findAnswering(tx, scope(scene), scene.supervisionId))!.hash));
const stored = (scene: Scene) => withTenant(scope(scene), async (tx) => {
  const request = (await findAnswering(tx, scope(scene), scene.supervisionId))!;
  const { hash, answers } = await gatherHandingIn(tx, request, await readFrozen(tx, scene.supervisionId, request.hash));
  return { hash, answers, rows: Object.fromEntries(Object.entries(request.answers).map(([question, { value, comment }]) => [question, { value, comment }])) };
});
const answerOnline = (scene: Scene, answers: Record<string, Answer>, frozen: FrozenQuestionnaire) => withTenant(scope(scene), async (tx) => {
  const request = (await findAnswering(tx, scope(scene), scene.supervisionId))!;
  for (const [question, { value, comment }] of Object.entries(answers)) {
    const done = await writeAnswer(tx, scope(scene), request, frozen, { question, value, comment, version: request.answers[question]?.version ?? 0 }, "da");
    if (!done.ok) throw new Error(`${question} ${JSON.stringify(done)}`);
  }
});
const byHand = async (bytes: Buffer, question: string, column: keyof typeof COLUMN, value: HandWritten["value"]): Promise<HandWritten> => ({ corner: "ID", row: rowOf(await sheetsOf(bytes), question), column: COLUMN[column], value });

describe("the same answers online and in a workbook", () => {
  it("are stored alike and have the same hash", async () => {
    const online = await begin(5);
    const frozen = await frozenOf(online);
    const names = Object.keys(frozen.scoring).filter((name) => name.startsWith("special_"));
    const answers = filled(frozen, {
      [names[0]!]: "not-covered", opinion: "qualified", exceptions_found: "yes", exceptions: [{ ref: "B.7", finding: "Ingen alarm\npå linje to", due_on: "2026-12-01" }, { ref: "B.9", finding: "Andet" }],
      statement_title: "=ISAE 3000 <æøå> & \"2026\"", auditor_cvr: "12345678", objectives: ["a-instructions", "i-breaches"],
      subprocessors_new: "yes", subprocessors_new_list: [{ name: "Sky ApS", country: "Sverige", processing: "Backup", used_since: "2026-02-01", approved: "no" }],
    });
    await answerOnline(online, answers, frozen);
    const first = await stored(online);

    const offline = await begin(5);
    const other = await frozenOf(offline);
    // The requests are of two agreements: the special requirements have ids of their own, the rest is alike.
    const theirs = Object.keys(other.scoring).filter((name) => name.startsWith("special_"));
    const id = (name: string) => name.replace("special_", "");
    const swap = <T>(given: Record<string, T>) => Object.fromEntries(Object.entries(given).map(([question, one]) => [names.reduce((text, name, index) => text.replace(id(name), id(theirs[index]!)), question), one]));
    const outcome = await read(offline, await fillWorkbook(await fetchWorkbook(offline), other, swap(answers)));
    expect(outcome).toMatchObject({ ok: true, saved: true, plan: { mistakes: [], conflicts: [], hidden: [], missing: [] } });
    const second = await stored(offline);
    expect(second.rows).toEqual(swap(first.rows));
    expect(second.answers).toEqual(swap({ ...first.answers }));

    // On one and the same request the hash is the same: emptied, then filled in from the workbook.
    await answerOnline(online, Object.fromEntries(Object.keys(answers).map((question) => [question, { value: null, comment: null }])), frozen);
    expect((await stored(online)).hash).not.toBe(first.hash);
    expect(await read(online, await fillWorkbook(await fetchWorkbook(online), frozen, answers))).toMatchObject({ ok: true, saved: true });
    expect((await stored(online)).hash).toBe(first.hash);
  });

  it("come back as they were when nobody touched the workbook", async () => {
    const scene = await begin(3);
    const frozen = await frozenOf(scene);
    await answerOnline(scene, filled(frozen, { breaches: "yes", breach_list: [{ discovered_on: "2026-01-02", what: " Et brud ", dealt_with: "no", measures: "Nye regler" }] }), frozen);
    const outcome = await read(scene, await fetchWorkbook(scene));
    expect(outcome).toMatchObject({ ok: true, saved: true, plan: { changes: [], mistakes: [], conflicts: [] } });
  });
});

describe("mistakes", () => {
  it("are named by cell, and nothing is saved; what is right may be saved by choice", async () => {
    const scene = await begin(6);
    const frozen = await frozenOf(scene);
    const bytes = await fetchWorkbook(scene);
    const at = (question: string, column: keyof typeof COLUMN, value: HandWritten["value"]) => byHand(bytes, question, column, value);
    const wrong = await fillWorkbook(bytes, frozen, filled(frozen, { logging: null, backup: null, patching: null, breaches: "yes", breach_list: [{ what: "Tyveri", discovered_on: "2026-01-02", dealt_with: "yes", measures: "x" }] }), [
      await at("logging", "answer", "Måske"), await at("backup", "answer", "Delvist opfyldt"), await at("patching", "answer", "Opfyldt"), await at("breaches", "comment", "hm"),
      { corner: "breach_list", row: 3, column: 1, value: "31.2.2026" }, { corner: "breach_list", row: 4, column: 2, value: "Endnu et" },
    ]);
    const outcome = await read(scene, wrong);
    if (!outcome.ok || outcome.saved) throw new Error("it should not be saved");
    const row = async (question: string, column: keyof typeof COLUMN) => cellName(rowOf(await sheetsOf(bytes), question), COLUMN[column]);
    const panel = (await sheetsOf(bytes)).find(({ rows }) => rows[0]?.[0] === "breach_list")!.name;
    expect(outcome.plan.mistakes.map(({ sheet, cell, code }) => [sheet, cell, code])).toEqual(expect.arrayContaining([
      ["Svar", await row("logging", "answer"), "not-a-choice"], ["Svar", await row("breaches", "comment"), "no-comment"], [panel, "B4", "not-a-date"], [panel, "B5", "missing-field"],
      ["Svar", await row("backup", "comment"), "rule"],
    ]));
    expect(outcome.plan.mistakes.find(({ question }) => question === "logging")?.choices).toContain("Delvist opfyldt");
    expect(outcome.plan.mistakes.find(({ question }) => question === "backup")?.message).toBe("Skriv en begrundelse.");
    expect((await stored(scene)).rows).toEqual({});

    const right = outcome.plan.changes.map(({ question, value, comment, version }) => ({ question, value, comment, version }));
    const saved = await saveChosenAnswers(scope(scene), { supervisionId: scene.supervisionId, content: JSON.stringify(right), language: "da" });
    expect(saved).toEqual({ ok: true, saved: right.length, refused: 0 });
    const rows = (await stored(scene)).rows;
    expect([rows.patching?.value, rows.logging, rows.backup]).toEqual(["met", undefined, undefined]);
  });

  it("an answer whose question falls away is left out, as online", async () => {
    const scene = await begin(3);
    const frozen = await frozenOf(scene);
    const bytes = await fillWorkbook(await fetchWorkbook(scene), frozen, { ...filled(frozen), breach_list: { value: [{ what: "Tyveri", discovered_on: "2026-01-02", dealt_with: "yes", measures: "x" }], comment: null } });
    expect(await read(scene, bytes)).toMatchObject({ ok: true, saved: true, plan: { hidden: [{ question: "breach_list" }] } });
    expect((await stored(scene)).rows).not.toHaveProperty("breach_list");
  });
});

describe("a workbook that is not the one", () => {
  it("of another request, of other questions, without its key, or of something else is refused whole", async () => {
    const [scene, other] = [await begin(6), await begin(6)];
    const bytes = await fetchWorkbook(scene);
    expect(await read(scene, await fetchWorkbook(other))).toEqual({ ok: false, reason: "other-request" });
    const sheets = await sheetsOf(bytes);
    const [row, column] = sheets[0]!.rows.flatMap((cells, place) => cells.flatMap((cell, at) => (String(cell).startsWith("tilsynsportalen 1") ? [[place, at]] : [])))[0]!;
    const frozen = await frozenOf(scene);
    const key = String(sheets[0]!.rows[row!]![column!]);
    const corner = String(sheets[0]!.rows[0]![0]);
    const keyed = (value: string | null) => fillWorkbook(bytes, frozen, {}, [{ corner, row: row!, column: column!, value }]);
    expect(await read(scene, await keyed(key.replace(/[0-9a-f]$/, (digit) => (digit === "0" ? "1" : "0"))))).toEqual({ ok: false, reason: "other-questionnaire" });
    expect(await read(scene, await keyed(null))).toEqual({ ok: false, reason: "no-key" });
    expect(await read(scene, Buffer.from("%PDF-1.7 \u0000"))).toEqual({ ok: false, reason: "not-a-table" });
    const stranger = await newScope(database.ownerUrl, ["respondent"], { side: "processor" });
    expect(await read(scene, bytes, stranger)).toEqual({ ok: false, reason: "not-found" });
  });
});

it("shows a colleague's newer answer and overwrites it only by choice; what was not touched stays the colleague's", async () => {
  const scene = await begin(3);
  const frozen = await frozenOf(scene);
  await answerOnline(scene, { covers_processing: { value: "yes", comment: null }, product_changes: { value: "no", comment: null } }, frozen);
  const bytes = await fetchWorkbook(scene);
  await answerOnline(scene, { covers_processing: { value: "partly", comment: "Ikke drift" }, product_changes: { value: "yes", comment: "Nyt modul" } }, frozen);
  const outcome = await read(scene, await fillWorkbook(bytes, frozen, { covers_processing: { value: "no", comment: "Slet ikke" }, agreement_met: { value: "yes", comment: null } }));
  if (!outcome.ok || outcome.saved) throw new Error("it should not be saved");
  expect(outcome.plan.conflicts).toMatchObject([{ question: "covers_processing", value: "no", theirs: { value: "partly", version: 2 } }]);
  expect(outcome.plan.changes.map(({ question }) => question)).toEqual(["agreement_met"]);
  expect((await stored(scene)).rows.covers_processing).toEqual({ value: "partly", comment: "Ikke drift" });

  const chosen = [...outcome.plan.changes, ...outcome.plan.conflicts].map(({ question, value, comment, version }) => ({ question, value, comment, version }));
  const save = () => saveChosenAnswers(scope(scene), { supervisionId: scene.supervisionId, content: JSON.stringify(chosen), language: "da" });
  expect(await save()).toEqual({ ok: true, saved: 2, refused: 0 });
  expect((await stored(scene)).rows).toMatchObject({ covers_processing: { value: "no", comment: "Slet ikke" }, product_changes: { value: "yes", comment: "Nyt modul" } });
  await answerOnline(scene, { covers_processing: { value: "yes", comment: null } }, frozen);
  expect(await save()).toEqual({ ok: true, saved: 1, refused: 1 });
});

describe("an upload into a request nobody has begun to answer, while a colleague saves the first answer,", () => {
  const signal = () => {
    let give = () => {};
    return { given: new Promise<void>((resolve) => { give = resolve; }), give: () => give() };
  };
  /** A colleague's transaction that has written one answer and waits to be let go; and one upload that waits for it. */
  const race = async (question: string, value: string) => {
    const scene = await begin(3);
    const frozen = await frozenOf(scene);
    const colleague = await newScope(database.ownerUrl, ["respondent"], { tenant: { id: scene.signatory.organisationId, name: "x" }, side: "processor" });
    const answers = filled(frozen);
    const bytes = await fillWorkbook(await fetchWorkbook(scene), frozen, answers);
    const [written, release] = [signal(), signal()];
    const saving = withTenant(colleague, async (tx) => {
      const request = (await findAnswering(tx, colleague, scene.supervisionId))!;
      const done = await writeAnswer(tx, colleague, request, frozen, { question, value, comment: null, version: 0 }, "da");
      written.give();
      await release.given;
      return done;
    });
    await written.given;
    const upload = read(scene, bytes);
    await expect.poll(() => connected(database.ownerUrl, async (client) => (await client.query("select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()")).rowCount), { timeout: 10_000 }).toBe(1);
    release.give();
    expect(await saving).toMatchObject({ ok: true, version: 1 });
    return { scene, answers, outcome: await upload };
  };

  it("tells of the answer in the way and saves nothing", async () => {
    const { scene, outcome } = await race("organisational_changes", "yes");
    expect(outcome).toMatchObject({ ok: true, saved: false, plan: { mistakes: [], conflicts: [{ question: "organisational_changes" }] } });
    expect((await stored(scene)).rows).toEqual({ organisational_changes: { value: "yes", comment: "" } });
  });

  it("saves all where they agree", async () => {
    const { scene, answers, outcome } = await race("organisational_changes", "no");
    expect(outcome).toMatchObject({ ok: true, saved: true });
    expect(Object.keys((await stored(scene)).rows).toSorted()).toEqual(Object.keys(answers).toSorted());
  });
});
