import type { Tx } from "#app/db/client.server.ts";
import { listPublishedQuestionnaires } from "#app/questionnaire/builder/published-questionnaires.server.ts";
import { findBasis } from "./agreement-basis.server.ts";
import { conceptsToOpen, refuseToOpen } from "./allowed-concepts.ts";
import { OPEN_STATES } from "./supervision-filter.ts";

/** What stands before opening a supervision: the concepts to choose from, the one suggested, and what speaks against it. Null: no such agreement, or no such concern on it. */
export async function proposeSupervision(tx: Tx, agreementId: string, concernId: string | null) {
  const basis = await findBasis(tx, agreementId);
  if (!basis) return null;
  const concern = concernId === null ? null : await tx.concern.findUnique({ where: { id: concernId, agreementId, supervisionId: null }, select: { body: true } });
  if (concernId !== null && !concern) return null;
  const underWay = await tx.supervision.findFirst({ where: { agreementId, state: { in: OPEN_STATES } }, orderBy: { createdAt: "desc" }, select: { id: true } });
  const concepts = conceptsToOpen(basis.inForce);
  const published = concepts.length === 0 ? [] : await listPublishedQuestionnaires(tx);
  const { concept } = basis.inForce;
  // Under concept 1 something is wrong: the controller asks for itself, so concept 6 is the natural one (Datatilsynet 2021, ch. 4).
  const suggested = concepts.find((one) => one === concept) ?? concepts.at(-1) ?? null;
  return {
    agreementId, title: basis.title, processorName: basis.processor.name, points: basis.points, inForce: concept, concepts, suggested,
    periodFrom: basis.periodFrom, lastSupervisionOn: basis.lastSupervisionOn, ended: basis.status !== "active",
    refusal: suggested === null ? refuseToOpen(basis.inForce, 0, concern !== null) : refuseToOpen(basis.inForce, suggested, concern !== null),
    underWay, concern: concern?.body ?? null,
    /** The controller's own questionnaires, one of which may be asked under concept 6. */
    published: published.map(({ versionId, number, titleDa, titleEn, questions }) => ({ versionId, number, title: { da: titleDa, en: titleEn }, questions })),
  };
}
