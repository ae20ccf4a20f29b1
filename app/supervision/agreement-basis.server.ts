import { namesOf } from "#app/agreement/agreement-fields.ts";
import type { Location } from "#app/agreement/agreement-fields.ts";
import { dayOrNull } from "#app/agreement/calendar-day.ts";
import { presentRequirement, readRows } from "#app/agreement/present.ts";
import { isOutdated } from "#app/agreement/score-facts.ts";
import type { StoredReasons } from "#app/agreement/score-facts.ts";
import { presentSubprocessor, subprocessorColumns } from "#app/agreement/subprocessors.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Procedure } from "#app/domain/concept/procedures.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { AgreementSnapshot } from "./agreement-snapshot.ts";

const read = {
  id: true, title: true, reference: true, purpose: true, status: true, version: true, points: true, concept: true, scoreId: true, choiceId: true,
  personCount: true, dataCategories: true, signedOn: true, startsOn: true, transfersOutsideEu: true, contacts: true,
  approvalKind: true, duration: true, locations: true, procedures: true, agreedConcept: true, dataSubjectFacing: true,
  processor: { select: { id: true, name: true, organisationId: true, contactName: true, contactEmail: true } },
  controller: { select: { name: true } },
  specialRequirements: {
    where: { removedAt: null }, orderBy: { position: "asc" },
    select: { id: true, textDa: true, textEn: true, critical: true, evidenceAsked: true, category: true, evidenceText: true, source: true, objectives: true },
  },
  limits: { where: { removedAt: null }, orderBy: [{ createdAt: "asc" }, { kind: "asc" }, { source: "asc" }, { id: "asc" }], select: { kind: true, value: true, unit: true, runsFrom: true, source: true } },
  subprocessors: { where: { removedAt: null }, orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }], select: subprocessorColumns },
  scores: { orderBy: { version: "desc" }, take: 1, select: { id: true, ruleSet: true, a: true, reasons: true } },
  choices: { where: { state: "in-force" }, orderBy: { chosenAt: "desc" }, take: 1, select: { concept: true, belowBand: true } },
  planLines: { where: { removedAt: null, kind: { not: "primary" } }, select: { concept: true } },
  supervisions: { where: { state: { in: ["concluded", "archived"] } }, orderBy: { concludedAt: "desc" }, take: 1, select: { concludedAt: true } },
} as const satisfies Prisma.AgreementSelect;

/** The agreement as a supervision of it begins: what is asked about, who is asked, and what is in force. */
export type AgreementBasis = ReturnType<typeof basisOf>;

/** Reads the agreement of the controller in context with all a request is made of; null when it is not there. */
export async function findBasis(tx: Tx, agreementId: string): Promise<AgreementBasis | null> {
  return (await findBases(tx, [agreementId]))[0] ?? null;
}

/** The same of many agreements at once, in no order; those not there are left out. */
export async function findBases(tx: Tx, agreementIds: readonly string[]): Promise<AgreementBasis[]> {
  return (await tx.agreement.findMany({ where: { id: { in: [...agreementIds] } }, select: read })).map(basisOf);
}

function basisOf({ scores, choices, supervisions, planLines, ...agreement }: Prisma.AgreementGetPayload<{ select: typeof read }>) {
  const concluded = supervisions[0]?.concludedAt ?? null;
  const choice = choices[0];
  const score = scores[0];
  return {
    ...agreement,
    specialRequirements: agreement.specialRequirements.map(presentRequirement),
    subprocessors: agreement.subprocessors.map(presentSubprocessor),
    locations: readRows<Location>(agreement.locations),
    procedures: readRows<Procedure>(agreement.procedures),
    signedOn: dayOrNull(agreement.signedOn),
    /** Day of the last concluded supervision, else null. */
    lastSupervisionOn: concluded ? copenhagenDate(concluded) : null,
    /** Where the next supervision's period begins. */
    periodFrom: concluded ? copenhagenDate(concluded) : (dayOrNull(agreement.startsOn) ?? dayOrNull(agreement.signedOn)),
    ruleSet: score?.ruleSet ?? "",
    inForce: {
      points: agreement.points, concept: agreement.concept, belowBandApproved: choice !== undefined && choice.belowBand && choice.concept === agreement.concept,
      planned: planLines.map(({ concept }) => concept),
      outdated: score !== undefined && isOutdated(agreement, { a: score.a, ticks: (score.reasons as unknown as StoredReasons).ticks ?? null }),
    },
  };
}

/** What of the agreement stands in the request; `contact` is the controller's person the processor may turn to. */
export function snapshotOf(basis: AgreementBasis, contact: { name: string; email: string }): AgreementSnapshot {
  const { title, reference, purpose, version, signedOn, specialRequirements, subprocessors, transfersOutsideEu, limits, locations, procedures, approvalKind, agreedConcept, dataSubjectFacing } = basis;
  return {
    title, reference, purpose, agreementVersion: version, signedOn, specialRequirements, transfersOutsideEu, limits, subprocessors, approvedSubprocessors: namesOf(subprocessors, "approved"),
    locations, procedures, approvalKind, agreedConcept, dataSubjectFacing, contact,
  };
}
