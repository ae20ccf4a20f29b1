import { randomUUID } from "node:crypto";
import type { AgreementFields } from "#app/agreement/agreement-fields.ts";
import { chooseConcept } from "#app/agreement/choose-concept.server.ts";
import { agreements } from "#app/agreement/agreements.server.ts";
import { addDays } from "#app/domain/time/iso-date.ts";
import { questionOf } from "#app/questionnaire/evidence-slots.ts";
import type { Answer, Concept } from "#app/questionnaire/types.ts";
import { listVisible } from "#app/questionnaire/visible.ts";
import { connected } from "#app/stack/roles.server.ts";
import { findAnswering } from "#app/supervision/answering.server.ts";
import { readFrozen } from "#app/supervision/frozen-questionnaires.server.ts";
import { gatherHandingIn } from "#app/supervision/handing-in.server.ts";
import { openSupervision } from "#app/supervision/open-supervision.server.ts";
import { sendRequest } from "#app/supervision/send-request.server.ts";
import { submitAnswers } from "#app/supervision/submit-answers.server.ts";
import { writeAnswer } from "#app/supervision/write-answer.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { newProcessor, newScope, newScoredAgreement, newTenant } from "./factories.ts";
import { filled } from "./sample-answers.ts";

/** A sent request with the people of both sides. */
export type Scene = { ownerUrl: string; supervisionId: string; agreementId: string; concept: Concept; caseworker: Scope; dpo: Scope; signatory: Scope };
export type SceneWishes = { concept: Concept; agreement?: Partial<AgreementFields>; controller?: { id: string; name: string }; processor?: { id: string; name: string; cvr: string | null }; at?: Date };

export const sceneTime = new Date("2026-11-22T10:00:00Z");
/** What an agreement of 7 points is about: a journal system. */
export const sevenPoints: Partial<AgreementFields> = { title: "Journalsystem", dataCategories: ["ordinary", "health", "cpr"], personCategories: ["patients"], personCount: 8500 };

/** What a draft may be given: whole sides, or the caseworker with a processor of its register (which then need not be here itself). */
export type DraftWishes = SceneWishes & { points?: 7; as?: { caseworker: Scope; processorId: string } };

/** Opens a supervision as a draft, on a scored agreement with its concept in force. */
export async function newDraft(ownerUrl: string, { concept, points, agreement = points === 7 ? sevenPoints : {}, at = sceneTime, as, ...given }: DraftWishes): Promise<Scene> {
  const tenant = given.controller ?? (as ? { id: as.caseworker.organisationId, name: as.caseworker.organisationName } : await newTenant(ownerUrl));
  const caseworker = as?.caseworker ?? (await newScope(ownerUrl, ["caseworker"], { tenant }));
  const dpo = await newScope(ownerUrl, ["dpo"], { tenant });
  const processor = given.processor ?? (await newTenant(ownerUrl, { sides: ["processor"] }));
  const signatory = await newScope(ownerUrl, ["respondent", "signatory"], { tenant: processor, side: "processor" });
  const processorId = as?.processorId ?? (await newProcessor(caseworker, { name: processor.name, cvr: processor.cvr, organisation: processor.id }));
  const agreementId = await newScoredAgreement(caseworker, { processorId, ...agreement }, at);
  const supervisionId = await withTenant(caseworker, async (tx) => {
    const row = await agreements(tx, caseworker).find(agreementId);
    const chosen = await chooseConcept(tx, caseworker, agreementId, { scoreId: String(row?.scoreId), concept, reason: "", trustworthy: false, nextDueOn: null }, at);
    if (!chosen.ok || chosen.state !== "in-force") throw new Error(`Concept ${concept} was refused`);
    const opened = await openSupervision(tx, caseworker, { agreementId, concept, concernId: null, email: "mette@example.dk", language: "da", today: "2026-11-22" });
    if (!opened.ok) throw new Error(`The supervision was refused: ${opened.reason}`);
    return opened.supervisionId;
  });
  return { ownerUrl, supervisionId, agreementId, concept, caseworker, dpo, signatory };
}

/** Opens a supervision and sends its request, through the use cases people go through. */
export async function newSupervision(ownerUrl: string, wishes: DraftWishes): Promise<Scene> {
  const scene = await newDraft(ownerUrl, wishes);
  const { caseworker, supervisionId } = scene;
  const fields = { recipientName: "Anne Drift", recipientEmail: "anne@drift.example", message: "Kære Anne", dueOn: addDays("2026-11-22", 21), language: "da" as const };
  const sent = await withTenant(caseworker, (tx) => sendRequest(tx, caseworker, { ...fields, supervisionId, email: "mette@example.dk", at: wishes.at ?? sceneTime }));
  if (!sent.ok) throw new Error(`The request was refused: ${sent.reason}`);
  return scene;
}

/** The next supervision of the same agreement under the same concept, opened and sent by the same people. */
export async function nextSupervision(scene: Scene, { at = sceneTime }: { at?: Date } = {}): Promise<Scene> {
  const { caseworker, agreementId, concept } = scene;
  const supervisionId = await withTenant(caseworker, async (tx) => {
    const opened = await openSupervision(tx, caseworker, { agreementId, concept, concernId: null, email: "mette@example.dk", language: "da", today: "2026-11-22" });
    if (!opened.ok) throw new Error(`The supervision was refused: ${opened.reason}`);
    const fields = { recipientName: "Anne Drift", recipientEmail: "anne@drift.example", message: "Kære Anne", dueOn: addDays("2026-11-22", 21), language: "da" as const };
    const sent = await sendRequest(tx, caseworker, { ...fields, supervisionId: opened.supervisionId, email: "mette@example.dk", at });
    if (!sent.ok) throw new Error(`The request was refused: ${sent.reason}`);
    return opened.supervisionId;
  });
  return { ...scene, supervisionId };
}

/** Answers, puts a file at each place named (else where one is demanded), signs and submits. Answers left out are the clean ones of the concept; null takes one away. */
export async function handIn(scene: Scene, change: Record<string, unknown> = {}, given: { files?: readonly string[]; at?: Date } = {}): Promise<void> {
  const { signatory, supervisionId } = scene;
  const { at = sceneTime } = given;
  const asked = await withTenant(signatory, async (tx) => {
    const request = await findAnswering(tx, signatory, supervisionId);
    if (!request) throw new Error("No such request");
    const frozen = await readFrozen(tx, supervisionId, request.hash);
    const answers = filled(frozen, change);
    for (const [question, answer] of Object.entries(answers)) await write(question, answer);
    return listVisible(frozen, answers).flatMap(({ elements }) => elements)
      .filter(({ type, name, isRequired }) => type === "file" && (isRequired || frozen.scoring[questionOf(name)]?.evidence === "required")).map(({ name }) => name);

    async function write(question: string, { value, comment }: Answer) {
      if (!request) return;
      const done = await writeAnswer(tx, signatory, request, frozen, { question, value, comment, version: request.answers[question]?.version ?? 0 }, "da");
      if (!done.ok && done.reason !== "locked") throw new Error(`${question}: ${JSON.stringify(done)}`);
    }
  });
  for (const question of given.files ?? asked) await addFile(scene, question);
  await withTenant(signatory, async (tx) => {
    const request = await findAnswering(tx, signatory, supervisionId);
    if (!request) throw new Error("No such request");
    const { hash } = await gatherHandingIn(tx, request, await readFrozen(tx, supervisionId, request.hash));
    const done = await submitAnswers(tx, signatory, { supervisionId, shown: hash, declaration: "Jeg bekræfter.", name: "Anne Drift", title: "Direktør", language: "da", at });
    if (!done.ok) throw new Error(`The submission was refused: ${JSON.stringify(done)}`);
  });
}

/** A file of the processor, entered behind the walls; no bytes lie in a store. Once for each place. */
async function addFile({ ownerUrl, supervisionId, signatory, caseworker }: Scene, question: string): Promise<void> {
  await connected(ownerUrl, (client) => client.query(
    `insert into evidence (supervision_id, controller_id, processor_id, question, name, media_type, size, sha256, store_key, uploaded_by_id, uploaded_by_name)
     select $1, $2, $3, $4, 'erklæring.pdf', 'application/pdf', 1024, $5, 'evidence/x/y', $6, $7 where not exists (select from evidence where supervision_id = $1 and question = $4)`,
    [supervisionId, caseworker.organisationId, signatory.organisationId, question, randomUUID().replaceAll("-", "").repeat(2), signatory.personId, signatory.personName]));
}
