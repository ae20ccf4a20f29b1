import { composeRequest } from "#app/questionnaire/compose.ts";
import { freezeQuestionnaire } from "#app/questionnaire/freeze.server.ts";
import type { Concept, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import type { AgreementBasis } from "./agreement-basis.server.ts";

/** The questionnaire that would be sent for this agreement now, checked against the allow-list, with its hash. */
export function composeQuestionnaire(basis: AgreementBasis, concept: Concept, supplements: readonly Concept[] = []): { questionnaire: FrozenQuestionnaire; hash: string } {
  const { title, specialRequirements, lastSupervisionOn, controller } = basis;
  return freezeQuestionnaire(composeRequest({ concept, supplements, agreement: { title, specialRequirements }, lastSupervisionOn, controllerName: controller.name }));
}
