import type { CertificateFacts } from "#app/domain/assurance/certificate.ts";
import { CERTIFICATE_SCHEMES } from "#app/domain/assurance/certificate-scheme.ts";
import { choiceOf, dayOf, listSpecialRequirements, yesOrNo } from "./read-answers.ts";
import type { Answers, FrozenQuestionnaire } from "./types.ts";

/**
 * What the answers to concept 4 say of the certificate, for the rules on it. Partly covering is neither yes nor no to the
 * processing (it is asked), and a no to all requirements. Without a scheme it is "other".
 */
export function certificateFacts(frozen: Pick<FrozenQuestionnaire, "scoring">, answers: Answers, today: string): CertificateFacts {
  const all = choiceOf(answers, "covers_requirements");
  // The first version asked under a name that concept 3 has as well.
  const processing = Object.hasOwn(frozen.scoring, "certificate_covers_processing") ? "certificate_covers_processing" : "covers_processing";
  return {
    scheme: CERTIFICATE_SCHEMES.find(({ id }) => id === choiceOf(answers, "scheme"))?.id ?? "other",
    validFrom: dayOf(answers, "valid_from"),
    validTo: dayOf(answers, "valid_to"),
    today,
    coversProcessing: yesOrNo(answers, processing),
    coversAllRequirements: all === null ? null : all === "yes",
    specialRequirements: listSpecialRequirements(frozen).map(({ id, question }) => {
      const choice = choiceOf(answers, question);
      return { id, covered: choice === "covered" ? true : choice === "not-met" ? false : null };
    }),
  };
}
