import { record } from "#app/audit/record.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { EscalationStep } from "#app/domain/lifecycle/escalation.ts";
import { queueMail } from "#app/mail/queue-mail.server.ts";
import { createRound } from "#app/supervision/round/create-round.server.ts";
import { includeItems } from "#app/supervision/round/include-items.server.ts";
import { roundFilter } from "#app/supervision/round/round-filter.ts";
import { sendRound } from "#app/supervision/round/send-round.server.ts";
import { startRound } from "#app/supervision/round/start-round.server.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { agree } from "./agreements.ts";
import type { Actor, Stage } from "./stage.ts";
import { answer, assess, conclude, send, submit } from "./supervisions.ts";
import type { Round } from "./supervisions.ts";

const MANAGER = { name: "Jørgen Falk", email: "ledelse.danhost@example.dk" };

/** The town's rounds: last year's, sent and concluded; this year's, a draft; and a processor that is silent, up to the proposal of a higher concept. */
export function rounds(stage: Stage): void {
  const [mette, henrik] = [stage.person("kommune@example.dk"), stage.person("dpo.kommune@example.dk")];
  lastYear(stage, mette, henrik);
  silent(stage, mette);
  stage.acts.push({ at: stage.moment(2, 300), run: async (at) => { await newRound(mette, `Årets tilsyn ${copenhagenDate(at).slice(0, 4)}`, at); } });
}

/** Two agreements of last year's round; the others that were free were left out then. */
function lastYear(stage: Stage, mette: Actor, henrik: Actor): void {
  const [bo, rasmus, inge] = [stage.person("makuler@example.dk"), stage.person("danhost@example.dk"), stage.person("direktoer.danhost@example.dk")];
  const discs = agree(stage, { by: mette, on: 520, processor: "shredding", concept: 2, fields: { title: "Destruktion af harddiske", purpose: "Afhentning og destruktion af udtjente harddiske.", dataCategories: ["ordinary", "cpr"], personCategories: ["citizens", "employees"], personCount: 990 } });
  const maps = agree(stage, { by: mette, on: 515, processor: "hosting", concept: 3, fields: { title: "Kortportal", purpose: "Kort over ejendomme med ejernes navne og adresser.", dataCategories: ["ordinary"], personCategories: ["citizens"], personCount: 14200 } });
  const asked: Round[] = [{ id: "", agreement: discs, concept: 2 }, { id: "", agreement: maps, concept: 3 }];
  stage.acts.push({ at: stage.moment(396), run: async (at) => {
    const roundId = await newRound(mette, `Årets tilsyn ${copenhagenDate(at).slice(0, 4)}`, at);
    await withTenant(mette, async (tx) => {
      const others = await tx.roundItem.findMany({ where: { roundId, agreementId: { notIn: [discs.id, maps.id] } }, select: { agreementId: true } });
      await includeItems(tx, mette, { roundId, agreementIds: others.map(({ agreementId }) => agreementId), included: false });
      const started = await startRound(tx, mette, { roundId, at });
      if (!started.ok) throw new Error(`round: ${started.reason}`);
    });
    await sendRound({ organisationId: mette.organisationId, roundId }, () => at);
    const sent = await withTenant(mette, (tx) => tx.roundItem.findMany({ where: { roundId, state: "sent" }, select: { agreementId: true, supervisionId: true } }), { readOnly: true });
    for (const one of asked) one.id = sent.find(({ agreementId }) => agreementId === one.agreement.id)?.supervisionId ?? "";
  } });
  const [confirmed, status] = asked as [Round, Round];
  answer(stage, confirmed, bo, { on: 388, said: { signatory_name: bo.personName, signatory_title: "Direktør" } });
  submit(stage, confirmed, bo, { on: 388, title: "Direktør" });
  assess(stage, confirmed, 385);
  conclude(stage, confirmed, henrik, { on: 384, outcome: "in-order", message: "Tak for bekræftelsen. Vi har ingen bemærkninger." });
  answer(stage, status, rasmus, { on: 379 });
  submit(stage, status, inge, { on: 378, title: "Administrerende direktør" });
  assess(stage, status, 371);
  conclude(stage, status, henrik, { on: 370, outcome: "in-order", message: "Vi har ingen bemærkninger." });
}

/** Nobody answers: the contact is reminded, its manager told, and a higher concept waits for the DPO. */
function silent(stage: Stage, mette: Actor): void {
  const reminders = agree(stage, { by: mette, on: 210, processor: "hosting", concept: 2, fields: { title: "Sms-påmindelser til borgere", purpose: "Udsendelse af påmindelser om aftaler.", dataCategories: ["ordinary"], personCategories: ["citizens"], personCount: 5200 } });
  const round = send(stage, reminders, { on: 45, concept: 2, dueOn: stage.ago(15) });
  stage.acts.push({ at: stage.moment(45, 60), run: async () => {
    await withTenant(mette, async (tx) => {
      const { processorId } = await tx.agreement.findUniqueOrThrow({ where: { id: reminders.id }, select: { processorId: true } });
      await tx.processor.update({ where: { id: processorId }, data: { managerName: MANAGER.name, managerEmail: MANAGER.email } });
    });
  } });
  climb(stage, round, { on: 14, step: "reminder", overdueDays: 1 });
  climb(stage, round, { on: 8, step: "manager", overdueDays: 7 });
  climb(stage, round, { on: 1, step: "step-up", overdueDays: 14 });
}

/** A step of the ladder as the hourly job takes it, on a day of the past. */
function climb(stage: Stage, round: Round, { on, step, overdueDays }: { on: number; step: EscalationStep; overdueDays: number }): void {
  const scope = jobScope(round.agreement.by.organisationId, "controller");
  stage.acts.push({ at: stage.moment(on, -60), run: async () => {
    await withTenant(scope, async (tx) => {
      const { title, controllerName: controller, processorName: processor, request } = await tx.supervision.findUniqueOrThrow({
        where: { id: round.id }, select: { title: true, controllerName: true, processorName: true, request: { select: { recipientName: true, recipientEmail: true } } },
      });
      const contact = { name: request?.recipientName ?? "", email: request?.recipientEmail ?? "" };
      const [values, of] = [{ controller, processor, title, due: stage.ago(15) }, { language: "da" as const, supervisionId: round.id }];
      if (step === "reminder") await queueMail(tx, scope, { ...of, kind: "reminder-after", dedupeKey: `reminder:${round.id}:${stage.ago(14)}`, to: contact, values });
      if (step === "manager") await queueMail(tx, scope, { ...of, kind: "escalation-manager", dedupeKey: `escalation:${round.id}:manager:${stage.ago(15)}`, to: MANAGER, values: { ...values, contact: contact.name } });
      const told = step === "reminder" ? contact.email : step === "manager" ? MANAGER.email : "";
      const proposal = step === "step-up" ? { fromConcept: round.concept, toConcept: 3 } : {};
      await tx.escalation.create({ data: { supervisionId: round.id, controllerId: scope.organisationId, step, state: step === "step-up" ? "proposed" : "done", dueOn: new Date(stage.ago(15)), overdueDays, told, ...proposal } });
      const action = { reminder: "escalation.reminded", manager: "escalation.manager-told", "step-up": "escalation.step-up-proposed" }[step];
      await record(tx, scope, { action, subject: { type: "supervision", id: round.id }, supervisionId: round.id, shared: step !== "step-up", detail: { overdueDays, told, ...proposal } });
    });
  } });
}

async function newRound(by: Actor, title: string, at: Date): Promise<string> {
  const made = await withTenant(by, (tx) => createRound(tx, by, { title, filter: roundFilter.parse({}), language: "da", today: copenhagenDate(at) }));
  if (!made.ok) throw new Error(`round: ${made.reason}`);
  return made.roundId;
}
