import type { AgreementFields, SpecialRequirement } from "#app/agreement/agreement-fields.ts";
import { chooseConcept } from "#app/agreement/choose-concept.server.ts";
import { createAgreement } from "#app/agreement/create-agreement.server.ts";
import { createProcessor } from "#app/agreement/create-processor.server.ts";
import { recordScore } from "#app/agreement/record-score.server.ts";
import { tickedBy } from "#app/agreement/score-facts.ts";
import type { ScorePart } from "#app/agreement/score-facts.ts";
import type { Concept } from "#app/domain/concept/concept.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { HOUSES, STRANGERS } from "./cast.ts";
import type { Actor, Stage } from "./stage.ts";

/** A special requirement as typed. */
export function requirement(textDa: string, textEn: string, said: Partial<SpecialRequirement> = {}): SpecialRequirement {
  return { id: "", textDa, textEn, evidenceAsked: false, critical: false, category: "other", evidenceText: "", source: "", objectives: [], ...said };
}

/** An agreement of the demo; what is left out is plain. `concept` null leaves it unchosen, `scored` false unscored. */
export type Plot = {
  by: Actor;
  /** Days ago. */
  on: number;
  processor: string;
  fields: Pick<AgreementFields, "title" | "purpose" | "dataCategories" | "personCategories" | "personCount"> & Partial<AgreementFields>;
  /** Approved sub-processors by name. */
  subprocessors?: string[];
  notes?: Partial<Record<ScorePart, string>>;
  scored?: boolean;
  concept: Concept | null;
  reason?: string;
  nextDueOn?: IsoDate | null;
};

/** What a scene holds of its agreement; the id is there once the act has been played. */
export type Held = { id: string; processor: string; by: Actor };

/** Registers an agreement, with its processor where it is new, scores it and chooses its concept. */
export function agree(stage: Stage, plot: Plot): Held {
  const held: Held = { id: "", processor: plot.processor, by: plot.by };
  stage.acts.push({ at: stage.moment(plot.on), run: async () => { held.id = await register(stage, plot); } });
  if (plot.scored !== false) stage.acts.push({ at: stage.moment(plot.on, 25), run: (at) => score(plot, held.id, at) });
  return held;
}

async function register(stage: Stage, { by, processor, fields, on, subprocessors = [] }: Plot): Promise<string> {
  return withTenant(by, async (tx) => {
    const key = `${by.organisationId} ${processor}`;
    const linked = HOUSES.find((house) => house.key === processor);
    const contact = linked?.people[0];
    const typed = linked
      ? { name: linked.name, cvr: linked.cvr, contactName: contact?.name ?? "", contactEmail: contact?.email ?? "", contactPhone: "", managerName: "", managerEmail: "", organisation: stage.house(processor).id }
      : { ...STRANGERS[processor]!, contactPhone: "", managerName: "", managerEmail: "", organisation: "none" };
    let processorId = stage.registered.get(key);
    if (!processorId) {
      const added = await createProcessor(tx, by, typed);
      if (!added.ok) throw new Error(`${typed.name}: ${added.reason}`);
      processorId = added.id;
      stage.registered.set(key, processorId);
    }
    const plain = {
      reference: "", nature: "", duration: "", clauseSet: "" as const, approvalKind: "" as const, securityLevel: "" as const, locations: [], procedures: [], agreedConcept: null,
      dataSubjectFacing: false, countingBasis: "over-period" as const, transfersOutsideEu: false, signedOn: stage.ago(on + 7), startsOn: stage.ago(on),
      endsOn: null, status: "active" as const, contacts: [{ side: "processor" as const, role: "Databeskyttelse", name: typed.contactName, email: typed.contactEmail, phone: "" }], requirements: [],
    };
    const made = await createAgreement(tx, by, { ...plain, ...fields, processorId }, { subprocessors });
    if (!made.ok) throw new Error(`${fields.title}: ${made.reason}`);
    return made.id;
  });
}

async function score({ by, fields, notes, concept, reason = "", nextDueOn = null }: Plot, id: string, at: Date): Promise<void> {
  await withTenant(by, async (tx) => {
    const ticked = tickedBy(fields.dataCategories);
    const answers = { special: ticked.special.length > 0, otherConfidential: ticked.otherConfidential.length > 0, intrusive: ticked.intrusive.length > 0 };
    const scored = await recordScore(tx, by, id, { answers, notes: { a: "", b: "", c: "", d: "", ...notes }, version: 1, scoreId: null }, at);
    if (!scored.ok) throw new Error(`${fields.title}: ${scored.reason}`);
    if (concept === null) return;
    const { scoreId } = await tx.agreement.findUniqueOrThrow({ where: { id }, select: { scoreId: true } });
    const chosen = await chooseConcept(tx, by, id, { scoreId: scoreId ?? "", concept, reason, trustworthy: concept === 1, nextDueOn }, at);
    if (!chosen.ok) throw new Error(`${fields.title}: ${chosen.reason}`);
  });
}
