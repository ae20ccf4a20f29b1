import { randomUUID } from "node:crypto";
import { logError } from "#app/config/log.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Concept, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findBases } from "../agreement-basis.server.ts";
import type { AgreementBasis } from "../agreement-basis.server.ts";
import { composeQuestionnaire } from "../compose-questionnaire.server.ts";
import type { Composition } from "../compose-questionnaire.server.ts";
import { listShownStatements } from "../shown-statements.server.ts";
import { OPEN_STATES } from "../supervision-filter.ts";
import { listOwnVersions } from "../own-versions.server.ts";
import { refuseItem } from "./item-refusal.ts";
import type { ItemRefusal } from "./item-refusal.ts";
import { listPartLines } from "./part-lines.server.ts";
import { lineAsking, lineOfConcept, standOfPart } from "./planned-part.ts";
import type { RoundPart } from "./planned-part.ts";

export type Item = { agreementId: string; concept: number; supplements: number[]; planLineId: string | null };
/** A request ready to be stored: a new supervision's id, and all it is made of. */
export type ComposedItem = { supervisionId: string; concept: Concept; supplements: Concept[]; basis: AgreementBasis; questionnaire: FrozenQuestionnaire; hash: string; planLineId: string | null; ownVersionId: string | null };
export type RefusedItem = { agreementId: string; refusal: ItemRefusal };

/** Looks at some agreements of a round as they are now and makes their requests, by the composer of a single one; names what cannot be sent. `by`: the day up to which the round takes what plans have due. */
export async function composeItems(tx: Tx, scope: Pick<Scope, "organisationId">, items: readonly Item[], { by, today }: { by: IsoDate | ""; today: IsoDate }): Promise<{ composed: ComposedItem[]; refused: RefusedItem[] }> {
  const ids = items.map(({ agreementId }) => agreementId);
  const bases = new Map((await findBases(tx, ids)).map((basis) => [basis.id, basis]));
  const mine = { controllerId: scope.organisationId, agreementId: { in: ids } };
  const underWay = await agreementsOf(tx.supervision.findMany({ where: { ...mine, state: { in: OPEN_STATES } }, select: { agreementId: true } }));
  const awaiting = await agreementsOf(tx.conceptChoice.findMany({ where: { ...mine, state: "awaiting-approval" }, select: { agreementId: true } }));
  const plans = await listPartLines(tx, scope, ids);
  const owns = await listOwnVersions(tx, [...plans.values()].flat().flatMap(({ concept, ownQuestionnaireId }) => (concept === 6 && ownQuestionnaireId ? [ownQuestionnaireId] : [])));
  const statements = await listShownStatements(tx, ids, today);
  const [composed, refused]: [ComposedItem[], RefusedItem[]] = [[], []];
  for (const { agreementId, ...item } of items) {
    const [basis, lines, part] = [bases.get(agreementId), plans.get(agreementId) ?? [], item as RoundPart];
    const { concept, supplements } = item as { concept: Concept; supplements: Concept[] };
    const refusal = !basis ? "ended" : refuseItem({
      ...standOfPart(part, { inForce: basis.inForce.concept as Concept | null, lines, by }), status: basis.status, concept, inForce: basis.inForce, awaitingApproval: awaiting.has(agreementId), underWay: underWay.has(agreementId), email: basis.processor.contactEmail,
    });
    const own = owns.get(lineAsking(part, lines)?.ownQuestionnaireId ?? "") ?? null;
    const made = basis && !refusal ? compose(basis, concept, { supplements, shown: statements.get(agreementId) ?? null, own: own?.questionnaire ?? null, askBreaches: false }) : null;
    if (basis && made) composed.push({ supervisionId: randomUUID(), concept, supplements, basis, ...made, planLineId: part.planLineId ?? lineOfConcept(concept, lines)?.id ?? null, ownVersionId: own?.versionId ?? null });
    else refused.push({ agreementId, refusal: refusal ?? "failed" });
  }
  return { composed, refused };
}

/** One request that cannot be made does not keep the others from going. */
function compose(basis: AgreementBasis, concept: Concept, given: Composition): { questionnaire: FrozenQuestionnaire; hash: string } | null {
  try {
    return composeQuestionnaire(basis, concept, given);
  } catch (error) {
    logError("request not composed", error, { agreementId: basis.id });
    return null;
  }
}

async function agreementsOf(found: Promise<{ agreementId: string }[]>): Promise<Set<string>> {
  return new Set((await found).map(({ agreementId }) => agreementId));
}
