import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { quarantineKey } from "#app/storage/object-keys.ts";
import { findAnswering } from "#app/supervision/answering.server.ts";
import { returnQuestions } from "#app/supervision/assessment/return-questions.server.ts";
import { startAssessment } from "#app/supervision/assessment/start-assessment.server.ts";
import { concludeSupervision } from "#app/supervision/conclusion/conclude-supervision.server.ts";
import { requestPackage } from "#app/supervision/conclusion/request-package.server.ts";
import { readFrozen } from "#app/supervision/frozen-questionnaires.server.ts";
import { gatherHandingIn } from "#app/supervision/handing-in.server.ts";
import { handInFile, placeInStore } from "#app/supervision/hand-in-file.server.ts";
import { defaultMessage, openSupervision } from "#app/supervision/open-supervision.server.ts";
import { remindProcessor } from "#app/supervision/remind-processor.server.ts";
import { sendRequest } from "#app/supervision/send-request.server.ts";
import { submitAnswers } from "#app/supervision/submit-answers.server.ts";
import { withdrawSupervision } from "#app/supervision/withdraw-supervision.server.ts";
import { writeAnswer } from "#app/supervision/write-answer.server.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { translate } from "#app/text/translate.server.ts";
import type { Held } from "./agreements.ts";
import { answersFor } from "./answers.ts";
import type { Said } from "./answers.ts";
import { HOUSES, STRANGERS } from "./cast.ts";
import { evidencePdf } from "./evidence-pdf.ts";
import type { Actor, Stage } from "./stage.ts";

/** A supervision of the demo; the id is there once it has been opened. */
export type Round = { id: string; agreement: Held; concept: Exclude<Concept, 1> };
/** A file to hand in: its name, and what it says. */
export type Paper = { name: string; title: string; lines: readonly string[] };

const refused = (what: string, why: unknown) => new Error(`${what}: ${JSON.stringify(why)}`);
/** Whom a request goes to: the one who answers at the processor. */
const recipientOf = (processor: string) => {
  const player = HOUSES.find(({ key }) => key === processor)?.people[0];
  const stranger = STRANGERS[processor];
  return { name: player?.name ?? stranger?.contactName ?? "", email: player?.email ?? stranger?.contactEmail ?? "" };
};

/** Opens a supervision as a draft, so many days ago. */
export function open(stage: Stage, agreement: Held, { on, concept, concern }: { on: number; concept: Round["concept"]; concern?: { id: string } }): Round {
  const round: Round = { id: "", agreement, concept };
  stage.acts.push({ at: stage.moment(on, 30), run: async (at) => {
    const { by } = agreement;
    const opened = await withTenant(by, (tx) => openSupervision(tx, by, { agreementId: agreement.id, concept, concernId: concern?.id ?? null, email: by.email, language: "da", today: copenhagenDate(at) }));
    if (!opened.ok) throw refused("open", opened);
    round.id = opened.supervisionId;
  } });
  return round;
}

/** Opens and sends a request, to be answered by `dueOn`. */
export function send(stage: Stage, agreement: Held, { on, concept, dueOn }: { on: number; concept: Round["concept"]; dueOn: IsoDate }): Round {
  const round = open(stage, agreement, { on, concept });
  stage.acts.push({ at: stage.moment(on, 45), run: async (at) => {
    const { by } = agreement;
    const to = recipientOf(agreement.processor);
    await withTenant(by, async (tx) => {
      const { title } = await tx.supervision.findUniqueOrThrow({ where: { id: round.id }, select: { title: true } });
      const message = defaultMessage("da", concept, { recipient: to.name, sender: by.personName, controller: by.organisationName, agreement: title });
      const sent = await sendRequest(tx, by, { supervisionId: round.id, email: by.email, at, recipientName: to.name, recipientEmail: to.email, message, dueOn, language: "da" });
      if (!sent.ok) throw refused("send", sent);
    });
  } });
  return round;
}

export function remind(stage: Stage, round: Round, on: number): void {
  const { by } = round.agreement;
  stage.acts.push({ at: stage.moment(on, 120), run: async (at) => { await withTenant(by, (tx) => remindProcessor(tx, by, { supervisionId: round.id, at })); } });
}

/** Writes answers (those of a clean round, changed by `said`); with `only`, no more than these questions. Then hands files in at their places. */
export function answer(stage: Stage, round: Round, by: Actor, { on, said = {}, papers = {}, only }: { on: number; said?: Said; papers?: Readonly<Record<string, Paper>>; only?: readonly string[] }): void {
  stage.acts.push({ at: stage.moment(on, 60), run: async (at) => {
    await withTenant(by, async (tx) => {
      const request = await findAnswering(tx, by, round.id);
      if (!request) throw refused("answer", "not found");
      const frozen = await readFrozen(tx, round.id, request.hash);
      for (const [question, given] of answersFor(frozen, copenhagenDate(at), said)) {
        if (only && !only.includes(question)) continue;
        const written = await writeAnswer(tx, by, request, frozen, { question, ...given, version: request.answers[question]?.version ?? 0 }, "da");
        if (!written.ok) throw refused(question, written);
      }
    });
    for (const [place, paper] of Object.entries(papers)) await handInAt(stage, round, by, place, paper, at);
  } });
}

/** Hands one paper in at a place of a request, or for the report on a finding. */
export async function handInAt({ store }: Stage, round: Round, by: Actor, place: string, { name, ...text }: Paper, at: Date): Promise<void> {
  const key = quarantineKey(randomUUID());
  const { size, sha256 } = await store.put(key, Readable.from([await evidencePdf({ ...text, date: at })]));
  const file = { key, name, kind: "pdf" as const, mediaType: "application/pdf", size, sha256 };
  await store.promote(key, placeInStore(by, file), { sha256 });
  const entered = await withTenant(by, (tx) => handInFile(tx, by, round.id, place, file));
  if (!entered.ok) throw refused(place, entered);
}

/** Signs and hands in. */
export function submit(stage: Stage, round: Round, by: Actor, { on, title }: { on: number; title: string }): void {
  stage.acts.push({ at: stage.moment(on, 240), run: (at) => withTenant(by, async (tx) => {
    const request = await findAnswering(tx, by, round.id);
    if (!request) throw refused("submit", "not found");
    const { hash } = await gatherHandingIn(tx, request, await readFrozen(tx, round.id, request.hash));
    const declaration = translate("da", "supervision")("sign.declaration", { controller: round.agreement.by.organisationName, processor: by.organisationName });
    const signed = await submitAnswers(tx, by, { supervisionId: round.id, shown: hash, declaration, name: by.personName, title, language: "da", at });
    if (!signed.ok) throw refused("submit", signed);
  }) });
}

/** Takes what was handed in into assessment: the rules score it and raise findings. */
export function assess(stage: Stage, round: Round, on: number): void {
  const { by } = round.agreement;
  stage.acts.push({ at: stage.moment(on, 70), run: async () => {
    const reservationText = translate("da", "assessment")("threads.reservation");
    const started = await withTenant(by, (tx) => startAssessment(tx, by, { supervisionId: round.id, reservationText }));
    if (!started.ok) throw refused("assess", started);
  } });
}

/** Sends questions back, to be answered again by `dueOn`. */
export function giveBack(stage: Stage, round: Round, { on, dueOn, questions }: { on: number; dueOn: IsoDate; questions: readonly { question: string; reason: string }[] }): void {
  const { by } = round.agreement;
  stage.acts.push({ at: stage.moment(on, 100), run: async () => {
    const returned = await withTenant(by, (tx) => returnQuestions(tx, by, { supervisionId: round.id, questions, dueOn }));
    if (!returned.ok) throw refused("return", returned);
  } });
}

/** Takes a supervision back that should not have been sent. */
export function withdraw(stage: Stage, round: Round, { on, reason }: { on: number; reason: string }): void {
  const { by } = round.agreement;
  stage.acts.push({ at: stage.moment(on, 50), run: async (at) => {
    const done = await withTenant(by, (tx) => withdrawSupervision(tx, by, { supervisionId: round.id, reason, at }));
    if (!done.ok) throw refused("withdraw", done);
  } });
}

/** The DPO's conclusion. */
export function conclude(stage: Stage, round: Round, by: Actor, { on, outcome, message, reason = "" }: { on: number; outcome: Outcome; message: string; reason?: string }): void {
  stage.acts.push({ at: stage.moment(on, 150), run: async (at) => {
    const done = await withTenant(by, (tx) => concludeSupervision(tx, by, { supervisionId: round.id, outcome, reason, message, today: copenhagenDate(at) }));
    if (!done.ok) throw refused(`conclude, ${round.agreement.processor}, ${on} days ago`, done);
  } });
}

/** Asks for the evidence package, which archives the supervision once it is built. */
export function pack(stage: Stage, round: Round, by: Actor, on: number): void {
  stage.acts.push({ at: stage.moment(on, 180), run: async () => {
    const asked = await withTenant(by, (tx) => requestPackage(tx, by, { supervisionId: round.id, language: "da" }));
    if (!asked.ok) throw refused("pack", asked);
  } });
}
