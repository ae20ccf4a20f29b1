import type { Concept } from "#app/domain/concept/concept.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Standing } from "#app/domain/lifecycle/standing.ts";
import type { Procedure } from "#app/domain/concept/procedures.ts";
import type { AgreementFields, Contact, CountingBasis, Location, SpecialRequirement } from "./agreement-fields.ts";
import { dayOrNull } from "./calendar-day.ts";
import type { PartReason, StoredReasons } from "./score-facts.ts";
import { standingOf } from "./standing.ts";

type RequirementRow = Omit<SpecialRequirement, "category" | "objectives"> & { category: string; objectives: string[] };
type Stored = "clauseSet" | "approvalKind" | "securityLevel" | "locations" | "procedures" | "agreedConcept" | "countingBasis" | "signedOn" | "startsOn" | "endsOn" | "status" | "contacts" | "requirements";
type FieldsRow = Omit<AgreementFields, Stored> & {
  clauseSet: string; approvalKind: string; securityLevel: string; locations: unknown; procedures: unknown; agreedConcept: number | null;
  countingBasis: string; signedOn: Date | null; startsOn: Date | null; endsOn: Date | null; status: string; contacts: unknown; specialRequirements: readonly RequirementRow[];
};

const object = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {});
const text = (value: unknown) => (typeof value === "string" ? value : "");
const texts = (value: unknown) => (Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : []);

/** The contacts stored with an agreement; what is not one is left out. */
export function readContacts(stored: unknown): Contact[] {
  return (Array.isArray(stored) ? stored : []).map(object).filter((one) => text(one.name) !== "").map((one) => ({
    side: one.side === "controller" ? "controller" : "processor", role: text(one.role), name: text(one.name), email: text(one.email), phone: text(one.phone),
  }));
}

/** The locations and procedures stored with an agreement, as this program wrote them. */
export function readRows<Row extends Location | Procedure>(stored: unknown): Row[] {
  return Array.isArray(stored) ? (stored as Row[]) : [];
}

/** A special requirement as stored; the database holds its category and objectives to the lists. */
export function presentRequirement({ id, textDa, textEn, evidenceAsked, critical, category, evidenceText, source, objectives }: RequirementRow): SpecialRequirement {
  return { id, textDa, textEn, evidenceAsked, critical, category: category as SpecialRequirement["category"], evidenceText, source, objectives: objectives as SpecialRequirement["objectives"] };
}

/** The reasons stored with a score version. */
export function readReasons(stored: unknown): StoredReasons {
  const all = object(stored);
  const part = (name: string): PartReason => ({ reason: text(object(all[name]).reason), because: texts(object(all[name]).because) });
  return { a: part("a"), b: part("b"), c: part("c"), d: part("d"), ticks: Array.isArray(all.ticks) ? texts(all.ticks) : null };
}

/** What a stored agreement says. */
export function presentFields(row: FieldsRow): AgreementFields {
  return {
    processorId: row.processorId, title: row.title, reference: row.reference, purpose: row.purpose, nature: row.nature, duration: row.duration,
    clauseSet: row.clauseSet as AgreementFields["clauseSet"], approvalKind: row.approvalKind as AgreementFields["approvalKind"], securityLevel: row.securityLevel as AgreementFields["securityLevel"],
    locations: readRows<Location>(row.locations), procedures: readRows<Procedure>(row.procedures), agreedConcept: row.agreedConcept as Concept | null,
    dataSubjectFacing: row.dataSubjectFacing, dataCategories: row.dataCategories, personCategories: row.personCategories,
    personCount: row.personCount, countingBasis: row.countingBasis as CountingBasis, transfersOutsideEu: row.transfersOutsideEu,
    signedOn: dayOrNull(row.signedOn), startsOn: dayOrNull(row.startsOn), endsOn: dayOrNull(row.endsOn), status: row.status === "ended" ? "ended" : "active",
    contacts: readContacts(row.contacts),
    requirements: row.specialRequirements.map(presentRequirement),
  };
}

type ListedRow = {
  id: string; title: string; reference: string; points: number | null; concept: number | null; standing: string; status: string; nextDueOn: Date | null;
  processor: { id: string; name: string }; supervisions: readonly { dueOn: Date | null }[];
};

/** One line of the list of agreements. */
export type ListedAgreement = {
  id: string; title: string; reference: string; processor: { id: string; name: string };
  points: number | null; concept: Concept | null; standing: Standing; ended: boolean; nextDueOn: IsoDate | null;
};

/** A line of the list, with how it stands today. */
export function presentListed(row: ListedRow, today: IsoDate): ListedAgreement {
  const nextDueOn = dayOrNull(row.nextDueOn);
  const answerDueOn = dayOrNull(row.supervisions[0]?.dueOn ?? null);
  return {
    id: row.id, title: row.title, reference: row.reference, processor: row.processor, points: row.points, concept: row.concept as Concept | null,
    standing: standingOf({ standing: row.standing, concept: row.concept, nextDueOn, answerDueOn }, today), ended: row.status === "ended", nextDueOn,
  };
}

type ScoreRow = {
  id: string; version: number; ruleSet: string; personCount: number; countingBasis: string; a: number; b: number; c: number; d: number; points: number; reasons: unknown;
  scoredByName: string; scoredAt: Date;
};
export type PresentedScore = Omit<ScoreRow, "reasons" | "scoredAt"> & { reasons: StoredReasons; scoredAt: string };

/** A score version for a page. */
export function presentScore(row: ScoreRow): PresentedScore {
  return { ...row, reasons: readReasons(row.reasons), scoredAt: row.scoredAt.toISOString() };
}

type ChoiceRow = {
  id: string; concept: number; minimum: number; belowBand: boolean; reason: string; state: string; chosenByName: string; chosenAt: Date;
  decidedByName: string | null; decidedAt: Date | null; decisionNote: string;
};
export type ChoiceState = "in-force" | "awaiting-approval" | "rejected" | "superseded";
export type PresentedChoice = Omit<ChoiceRow, "concept" | "state" | "chosenAt" | "decidedAt"> & { concept: Concept; state: ChoiceState; chosenAt: string; decidedAt: string | null };

/** A choice of concept for a page. */
export function presentChoice({ id, concept, minimum, belowBand, reason, state, chosenByName, chosenAt, decidedByName, decidedAt, decisionNote }: ChoiceRow): PresentedChoice {
  return {
    id, concept: concept as Concept, minimum, belowBand, reason, state: state as ChoiceState, chosenByName, chosenAt: chosenAt.toISOString(),
    decidedByName, decidedAt: decidedAt?.toISOString() ?? null, decisionNote,
  };
}
