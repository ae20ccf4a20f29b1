import { columnOf } from "#app/agreement/calendar-day.ts";
import { record } from "#app/audit/record.server.ts";
import { forbidden } from "#app/auth/refusals.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { readSupplements } from "#app/questionnaire/parts.ts";
import type { Concept } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { translate } from "#app/text/translate.server.ts";
import type { Language } from "#app/text/language.ts";
import { findBasis, snapshotOf } from "./agreement-basis.server.ts";
import { refuseToOpen } from "./allowed-concepts.ts";
import type { OpenRefusal } from "./allowed-concepts.ts";
import { askedWords } from "./asked-words.server.ts";
import { composeQuestionnaire } from "./compose-questionnaire.server.ts";
import { gatherComposition } from "./gather-composition.server.ts";
import { workdayAfter } from "./due-date.ts";
import { mayWork } from "./may.ts";

/** What a supervision may come from, beside the agreement: a line of its plan, a published version of the controller's own questionnaire; breaches are asked about under concept 2 where that is wanted. */
export type OpenedFrom = { planLineId?: string | null; ownVersionId?: string | null; askBreaches?: boolean };
/** `email` is the opener's own; `concernId` names what is wrong, where that is why; `supplements` are asked in the same request. */
export type OpenSupervisionInput = OpenedFrom & { agreementId: string; concept: number; supplements?: readonly number[]; concernId: string | null; email: string; language: Language; today: IsoDate };
export type OpenSupervisionResult = { ok: true; supervisionId: string; existed: boolean } | { ok: false; reason: "not-found" | "ended" | OpenRefusal };

/** Opens a supervision as a draft: its request is composed and can be looked at, nothing is sent. Where the agreement has a draft already, that one is given. */
export async function openSupervision(tx: Tx, scope: Scope, input: OpenSupervisionInput): Promise<OpenSupervisionResult> {
  if (!mayWork(scope)) forbidden();
  const { agreementId, concernId, language, today, planLineId = null, ownVersionId = null } = input;
  await tx.$queryRaw`select 1 from agreement where id = ${agreementId}::uuid for update`;
  const basis = await findBasis(tx, agreementId);
  if (!basis) return { ok: false, reason: "not-found" };
  if (basis.status !== "active") return { ok: false, reason: "ended" };
  const concern = concernId === null ? null : await tx.concern.findUnique({ where: { id: concernId, agreementId, supervisionId: null }, select: { id: true } });
  const refusal = refuseToOpen(basis.inForce, input.concept, concern !== null);
  if (refusal) return { ok: false, reason: refusal };
  const concept = input.concept as Concept;
  const draft = await tx.supervision.findFirst({ where: { agreementId, state: "draft" }, select: { id: true } });
  if (draft) return { ok: true, supervisionId: draft.id, existed: true };

  if (planLineId !== null && (await tx.planLine.count({ where: { id: planLineId, agreementId } })) === 0) return { ok: false, reason: "not-found" };
  const supplements = readSupplements(concept, input.supplements ?? []);
  const composition = await gatherComposition(tx, { agreementId, supplements, ownVersionId, askBreaches: input.askBreaches ?? false }, today);
  if (ownVersionId !== null && !composition.own) return { ok: false, reason: "not-found" };
  const { questionnaire, hash } = composeQuestionnaire(basis, concept, composition);
  const { controller, processor } = basis;
  const controllerId = scope.organisationId;
  const { id: supervisionId } = await tx.supervision.create({
    data: {
      controllerId, agreementId, title: basis.title, controllerName: controller.name, processorName: processor.name, concept, supplements,
      periodFrom: columnOf(basis.periodFrom), periodTo: columnOf(today), dueOn: columnOf(workdayAfter(today)),
    },
    select: { id: true },
  });
  await tx.supervisionCase.create({
    data: {
      supervisionId, controllerId, scoreId: basis.scoreId ?? "", choiceId: basis.choiceId, points: basis.points ?? 0, ruleSet: basis.ruleSet,
      agreementVersion: basis.version, openedById: scope.personId, openedByName: scope.personName, planLineId, ownVersionId,
    },
  });
  await tx.request.create({
    data: {
      supervisionId, controllerId, recipientName: processor.contactName, recipientEmail: processor.contactEmail, language,
      message: defaultMessage(language, concept, { recipient: processor.contactName, sender: scope.personName, controller: controller.name, agreement: basis.title }, supplements),
      questionnaire: questionnaire as unknown as Prisma.InputJsonValue, questionnaireHash: hash,
      agreementSnapshot: snapshotOf(basis, { name: scope.personName, email: input.email }),
    },
  });
  if (concern) await tx.concern.update({ where: { id: concern.id }, data: { supervisionId } });
  await record(tx, scope, { action: "supervision.opened", subject: { type: "supervision", id: supervisionId }, supervisionId, detail: { concept, supplements, agreementId, concernId: concern?.id ?? null } });
  return { ok: true, supervisionId, existed: false };
}

/** What a request says unless the controller writes something else. */
export function defaultMessage(language: Language, concept: Concept, values: { recipient: string; sender: string; controller: string; agreement: string }, supplements: readonly Concept[] = []): string {
  const t = translate(language, "supervision");
  const greeting = values.recipient === "" ? t("message.greeting") : t("message.greetingTo", { name: values.recipient });
  return [greeting, askedWords(language, concept, supplements, values.agreement), t("message.practical"), t("message.closing", values)].join("\n\n");
}
