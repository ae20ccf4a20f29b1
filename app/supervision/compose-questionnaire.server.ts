import { composeRequest } from "#app/questionnaire/compose.ts";
import type { ComposeInput } from "#app/questionnaire/compose.ts";
import { hashQuestionnaire } from "#app/questionnaire/freeze.server.ts";
import type { Concept, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import type { AgreementBasis } from "./agreement-basis.server.ts";

/** What a request is made of beside the agreement: supplements, the newest valid statement, the controller's own questionnaire, breaches under concept 2. */
export type Composition = Pick<ComposeInput, "supplements" | "shown" | "own" | "askBreaches">;

/** The input of the composer for this agreement as it is now. */
export function compositionOf(basis: AgreementBasis, concept: Concept, given: Composition = {}): ComposeInput {
  const { title, specialRequirements, limits, subprocessors, locations, procedures, duration, lastSupervisionOn, controller, points } = basis;
  const agreement = { title, specialRequirements, limits, subprocessors, locations, procedures, duration };
  return { ...given, concept, points, agreement, lastSupervisionOn, controllerName: controller.name };
}

/** The questionnaire that would be sent for this agreement now, checked against the allow-list, with its hash. */
export function composeQuestionnaire(basis: AgreementBasis, concept: Concept, given: Composition = {}): { questionnaire: FrozenQuestionnaire; hash: string } {
  const questionnaire = composeRequest(compositionOf(basis, concept, given)); // checked in composing: what is not allowed throws
  return { questionnaire, hash: hashQuestionnaire(questionnaire) };
}
