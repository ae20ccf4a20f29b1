// data table
import type pg from "pg";

/** The organisations of the scene: a controller with its processor, another pair, and one that has nothing to do with either. */
export type Actor = "controllerA" | "processorP" | "controllerB" | "processorQ" | "stranger";
export const ACTORS: readonly Actor[] = ["controllerA", "processorP", "controllerB", "processorQ", "stranger"];

const digit: Record<Actor, string> = { controllerA: "a", processorP: "b", controllerB: "c", processorQ: "d", stranger: "e" };
/** The id of an actor's organisation, and of its person. */
export const orgOf = (actor: Actor) => `00000000-0000-4000-8000-00000000000${digit[actor]}`;
export const personOf = (actor: Actor) => `00000000-0000-4000-9000-00000000000${digit[actor]}`;

type Row = Record<string, unknown>;
const id = (kind: string, n: number) => `${kind}0000-0000-4000-8000-${String(n).padStart(12, "0")}`.padStart(36, "0");
const sent = "2026-10-01T08:00:00Z";

/** One pair's rows: supervisions in the states that open or shut visibility, and a row of every table on them. */
function pair(n: number, controller: Actor, processor: Actor): Record<string, Row[]> {
  const [c, p, person] = [orgOf(controller), orgOf(processor), personOf(controller)];
  const register = id("1000", n), agreement = id("2000", n), score = id("3000", n);
  const draft = id("4000", n * 10), open = id("4000", n * 10 + 1), done = id("4000", n * 10 + 2), spare = id("4000", n * 10 + 3);
  const parties = { controller_id: c, processor_id: p };
  const by = { controller_id: c };
  const supervision = (key: string, extra: Row): Row => ({ id: key, ...parties, agreement_id: agreement, title: "t", controller_name: controller, processor_name: processor, concept: 3, ...extra });
  return {
    processor: [{ id: register, ...by, organisation_id: p, name: processor, cvr: null }],
    agreement: [agreement, id("2001", n)].map((key) => ({ id: key, ...by, processor_id: register, title: "t", person_count: 10, data_categories: [], person_categories: [] })),
    special_requirement: [{ id: id("5000", n), ...by, agreement_id: agreement, position: 1, text_da: "x" }],
    risk_score: [{ id: score, ...by, agreement_id: agreement, version: 1, rule_set: "r", person_count: 10, counting_basis: "over-period", a: 1, b: 0, c: 0, d: 0, points: 1, reasons: "{}", scored_by_id: person, scored_by_name: "n" }],
    concept_choice: [{ id: id("6000", n), ...by, agreement_id: agreement, score_id: score, concept: 3, minimum: 1, below_band: false, state: "in-force", chosen_by_id: person, chosen_by_name: "n" }],
    concern: [{ id: id("7000", n), ...by, agreement_id: agreement, source: "press", body: "x", noticed_on: "2026-09-01", created_by_id: person, created_by_name: "n" }],
    supervision: [supervision(draft, {}), supervision(open, { sent_at: sent }), supervision(done, { sent_at: sent }), supervision(spare, { sent_at: sent })],
    supervision_case: [{ supervision_id: open, ...by, score_id: score, points: 1, rule_set: "r", agreement_version: 1, opened_by_id: person, opened_by_name: "n" }],
    request: [
      { supervision_id: draft, ...parties, questionnaire: "{}", questionnaire_hash: "h", agreement_snapshot: "{}" },
      { supervision_id: open, ...parties, questionnaire: "{}", questionnaire_hash: "h", agreement_snapshot: "{}", sent_at: sent },
    ],
    response: [{ supervision_id: open, ...parties }],
    answer: [{ supervision_id: open, question: "q", ...parties, value: '"x"', updated_by_id: personOf(processor), updated_by_name: "n" }],
    delegation: [{ id: id("f300", n), supervision_id: open, ...parties, page: "g", person_id: personOf(processor), person_name: "n", delegated_by_id: personOf(processor), delegated_by_name: "n" }],
    evidence: ["8000", "8001"].map((kind, at) => ({ id: id(kind, n), supervision_id: open, ...parties, question: "q", name: "f.pdf", media_type: "application/pdf", size: 1, sha256: "s", store_key: "k", uploaded_by_id: personOf(processor), uploaded_by_name: "n", released_at: at === 1 ? sent : null })),
    submission: [{ id: id("9000", n), supervision_id: done, ...parties, revision: 1, answers: "{}", answers_hash: "h", evidence: "[]", declaration: "d", signatory_name: "n", signatory_title: "t", signed_by_id: personOf(processor) }],
    assessment: [{ supervision_id: open, question: "q", ...by, revision: 1, claimed_level: "met", level: "met", decided_by_id: person, decided_by_name: "n" }],
    returned_question: [{ id: id("a000", n), supervision_id: open, ...parties, question: "q", revision: 1, reason: "r", returned_by_name: "n" }],
    clarification: [{ id: id("b000", n), supervision_id: open, ...parties, opened_by_name: "n" }],
    clarification_message: [c, p].map((author, at) => ({ id: id(`c00${at}`, n), clarification_id: id("b000", n), ...parties, author_id: author, author_name: "n", body: "x" })),
    finding: [null, sent].map((released_at, at) => ({ id: id(`d00${at}`, n), supervision_id: open, agreement_id: agreement, ...parties, rule: `R${at}`, rule_version: 1, severity: "minor", blocking: false, source: "s", released_at })),
    finding_decision: [{ id: id("e000", n), finding_id: id("d000", n), ...by, from_state: "open", to_state: "agreed", reason: "r", decided_by_id: person, decided_by_name: "n" }],
    agreement_version: [{ id: id("1100", n), ...by, agreement_id: agreement, number: 1, content: "{}", recorded_by_id: person, recorded_by_name: "n" }],
    agreement_limit: [{ id: id("1200", n), ...by, agreement_id: agreement, kind: "breach-notice", value: 24, unit: "hours", source: "s" }],
    subprocessor: [{ id: id("1300", n), ...by, agreement_id: agreement, name: "n" }],
    agreement_check: [{ id: id("1400", n), ...by, agreement_id: agreement, catalogue: "guide-2021", catalogue_version: 1, agreement_version: 1, started_by_name: "n" }],
    agreement_check_item: [{ check_id: id("1400", n), item: "G1", ...by, verdict: "met", decided_by_id: person, decided_by_name: "n" }],
    own_catalogue: [{ id: id("1500", n), organisation_id: c, key: "k", version: 1, content: "{}", imported_by_id: person, imported_by_name: "n" }],
    own_questionnaire: [{ id: id("1600", n), ...by, title_da: "t", draft: "{}", created_by_name: "n", updated_by_name: "n" }],
    own_questionnaire_version: [{ id: id("1700", n), questionnaire_id: id("1600", n), ...by, number: 1, content: "{}", hash: "h", published_by_id: person, published_by_name: "n" }],
    plan: [{ agreement_id: agreement, ...by, updated_by_id: person, updated_by_name: "n" }],
    register_review: [{ id: id("2300", n), ...by, year: 2026, done_on: "2026-09-01", note: "n", processors: 1, agreements: 1, done_by_id: person, done_by_name: "n" }],
    plan_line: [{ id: id("1800", n), ...by, agreement_id: agreement, kind: "primary", concept: 3 }],
    reassessment: [{ id: id("1900", n), ...by, agreement_id: agreement, causes: "[]" }],
    calendar_feed: [{ id: id("1a00", n), organisation_id: c, person_id: person, token_hash: `f${n}` }],
    round: [{ id: id("1b00", n), ...by, title: "t", created_by_id: person, created_by_name: "n" }],
    round_item: [{ round_id: id("1b00", n), agreement_id: agreement, ...by, concept: 3 }],
    escalation: [{ id: id("1c00", n), supervision_id: open, ...by, step: "step-up", state: "proposed", due_on: "2026-11-01", overdue_days: 14 }],
    breach: [{ id: id("1d00", n), processor_id: p, title: "t", aware_at: sent, created_by_name: "n" }],
    breach_notice: [{ id: id("1e00", n), breach_id: id("1d00", n), ...parties, processor_name: "n", number: 1, content: "{}", sent_by_name: "n" }],
    breach_record: [{ id: id("1f00", n), ...by, register_id: register, source: "press", title: "t", aware_at: sent, created_by_name: "n" }],
    breach_record_agreement: [{ record_id: id("1f00", n), agreement_id: agreement, ...by }],
    breach_inquiry: [{ id: id("2400", n), record_id: id("1f00", n), ...by, number: 1, body: "b", to_email: "x@example.test", sent_by_id: person, sent_by_name: "n", sent_at: sent }],
    import_run: [{ id: id("2100", n), ...by, file_name: "f", columns: [], created_by_id: person, created_by_name: "n" }],
    import_row: [{ import_id: id("2100", n), position: 1, ...by, cells: [] }],
    finding_report: [{ id: id("2200", n), finding_id: id("d001", n), ...parties, body: "b", reported_by_id: personOf(processor), reported_by_name: "n" }],
    conclusion: [
      { supervision_id: done, ...parties, outcome: "in-order", decided_by_id: person, decided_by_name: "n" },
      { supervision_id: open, ...parties, outcome: "in-order", decided_by_id: person, decided_by_name: "n", released_at: sent },
    ],
    package: [{ id: id("f000", n), supervision_id: open, ...by, requested_by_id: person, requested_by_name: "n" }],
    invitation: [{ id: id("f100", n), organisation_id: c, kind: "member", email: "x@example.test", roles: ["reader"], token_hash: `t${n}`, invited_by_name: "n", expires_at: sent }],
    outbox: [c, p].map((organisation_id, at) => ({ id: id(`f20${at}`, n), organisation_id, kind: "k", dedupe_key: "d", to_email: "x@example.test", language: "da", subject: "s", body: "b" })),
    audit_event: [c, p].map((organisation_id) => ({ organisation_id, action: "a", subject_type: "t", subject_id: "i" })),
  };
}

/** Supervisions without rows of their own kind, so that a copied row meets no unique key: of the first pair and of the second. */
export const SPARE: Record<string, string> = { [orgOf("controllerA")]: id("4000", 13), [orgOf("controllerB")]: id("4000", 23) };

/** Agreements with neither plan nor place in a round. */
export const SPARE_AGREEMENT: Record<string, string> = { [orgOf("controllerA")]: id("2001", 1), [orgOf("controllerB")]: id("2001", 2) };

/** Fills an empty migrated database with the scene, as the owner; triggers that would refuse a state made by hand are off meanwhile. */
export async function seedWorld(owner: pg.Client): Promise<void> {
  const rows: Record<string, Row[]> = {
    organisation: ACTORS.map((actor) => ({ id: orgOf(actor), name: actor, is_controller: actor !== "processorP" && actor !== "processorQ", is_processor: actor.startsWith("processor") })),
    person: ACTORS.map((actor) => ({ id: personOf(actor), email: `${actor.toLowerCase()}@example.test`, name: actor })),
    session: [{ id_hash: "h", person_id: personOf("controllerA") }],
    one_time_token: [{ hash: "h", kind: "reset", person_id: personOf("controllerA"), expires_at: sent }],
    membership: ACTORS.map((actor) => ({ organisation_id: orgOf(actor), person_id: personOf(actor), name: actor, email: `${actor.toLowerCase()}@example.test`, roles: ["reader"] })),
  };
  for (const part of [pair(1, "controllerA", "processorP"), pair(2, "controllerB", "processorQ")]) {
    for (const [table, list] of Object.entries(part)) rows[table] = [...(rows[table] ?? []), ...list];
  }
  await owner.query("begin");
  for (const [table, list] of Object.entries(rows)) {
    await owner.query(`alter table ${table} disable trigger user`);
    for (const row of list) {
      const columns = Object.keys(row);
      await owner.query(`insert into ${table} (${columns.join(", ")}) values (${columns.map((_, at) => `$${at + 1}`).join(", ")})`, Object.values(row));
    }
  }
  await owner.query("update supervision set state = 'answering' where sent_at is not null");
  for (const table of Object.keys(rows)) await owner.query(`alter table ${table} enable trigger user`);
  await owner.query("commit");
}
