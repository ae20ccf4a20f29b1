import type { Tx } from "#app/db/client.server.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { composeItems } from "./compose-items.server.ts";
import type { ItemRefusal } from "./item-refusal.ts";
import { messageTo } from "./message-to.server.ts";
import { rounds } from "./rounds.server.ts";

export type ItemPreview = {
  round: { id: string; title: string }; agreement: { id: string; title: string }; processorName: string; controllerName: string; concept: Concept; supplements: Concept[]; own: { da: string; en: string } | null; dueOn: string | null; language: "da" | "en";
} & ({ refusal: ItemRefusal; recipient: null; message: null; questionnaire: null } | { refusal: null; recipient: { name: string; email: string }; message: string; questionnaire: FrozenQuestionnaire });

/** The request one agreement of a round in draft would be sent now, or why none; null when there is no such agreement in a round in draft. */
export async function previewItem(tx: Tx, scope: Scope, { roundId, agreementId, today }: { roundId: string; agreementId: string; today: IsoDate }): Promise<ItemPreview | null> {
  const round = await rounds(tx, scope).find(roundId);
  if (round?.state !== "draft") return null;
  const item = await tx.roundItem.findFirst({
    where: { roundId, agreementId, controllerId: scope.organisationId },
    select: { concept: true, supplements: true, planLineId: true, agreement: { select: { title: true, processor: { select: { name: true } }, controller: { select: { name: true } } } } },
  });
  if (!item) return null;
  const { composed, refused } = await composeItems(tx, scope, [{ agreementId, concept: item.concept, supplements: item.supplements, planLineId: item.planLineId }], { by: round.filter.dueBy, today });
  const [made] = composed;
  const asked = made?.ownVersionId ? await tx.ownQuestionnaireVersion.findUnique({ where: { id: made.ownVersionId }, select: { questionnaire: { select: { titleDa: true, titleEn: true } } } }) : null;
  const own = asked && { da: asked.questionnaire.titleDa, en: asked.questionnaire.titleEn || asked.questionnaire.titleDa };
  const of = {
    round: { id: round.id, title: round.title }, agreement: { id: agreementId, title: item.agreement.title }, processorName: item.agreement.processor.name, controllerName: item.agreement.controller.name,
    concept: item.concept as Concept, supplements: item.supplements as Concept[], own, dueOn: round.dueOn, language: round.language,
  };
  if (!made) return { ...of, refusal: refused[0]?.refusal ?? "failed", recipient: null, message: null, questionnaire: null };
  const letter = { message: round.message, language: round.language, dueOn: round.dueOn ?? "" };
  const { contactName: name, contactEmail: email } = made.basis.processor;
  return { ...of, refusal: null, recipient: { name, email }, message: messageTo(letter, made, scope.personName), questionnaire: made.questionnaire };
}
