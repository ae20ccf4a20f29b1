import type { Tx } from "#app/db/client.server.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import type { Answers, Concept, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { hasPart } from "#app/questionnaire/parts.ts";
import { statementFacts } from "#app/questionnaire/statement-facts.ts";
import { FACTS_CHANGED } from "../finding/rule-reasons.ts";
import type { CaseFacts } from "./case-facts.ts";

type Of = {
  id: string; agreementId: string; controllerId: string; createdAt: Date;
  findings: readonly { rule: string; subject: string; state: string; decisions: readonly { reason: string }[] }[];
};

/** Supervisions looked back through: a contract's demands are yearly, or every few years. */
const MOST_BEFORE = 20;

/** What the rules need beside answers and agreement: what was concluded on the agreement before, and about an auditor's statement where one was asked for. */
export async function findHeld(tx: Tx, of: Of, frozen: FrozenQuestionnaire): Promise<CaseFacts["held"]> {
  const before = await tx.supervision.findMany({
    where: { agreementId: of.agreementId, controllerId: of.controllerId, id: { not: of.id }, createdAt: { lt: of.createdAt }, state: { in: ["concluded", "archived"] } },
    orderBy: { concludedAt: "desc" }, take: MOST_BEFORE, select: { id: true, concept: true, supplements: true, concludedAt: true },
  });
  const concepts = before.flatMap(({ concept, supplements, concludedAt }) => (concludedAt ? [concept, ...supplements].map((one) => ({ concept: one as Concept, on: copenhagenDate(concludedAt) })) : []));
  if (!hasPart(frozen, 5)) return { previousPeriodEnd: null, positions: [], refuseTypeOne: false, concepts };
  const { refuseTypeOne } = await tx.organisation.findUniqueOrThrow({ where: { id: of.controllerId }, select: { refuseTypeOne: true } });
  const earlier = before.find(({ concept, supplements }) => concept === 5 || supplements.includes(5));
  // Whatever a person has made of the finding on an exception is a position on it.
  const positions = of.findings.filter(({ rule, state, decisions }) => rule === "GAP-5" && state !== "open" && decisions.at(-1)?.reason !== FACTS_CHANGED).map(({ subject }) => subject);
  return { previousPeriodEnd: earlier ? await periodEndOf(tx, earlier.id) : null, positions, refuseTypeOne, concepts };
}

/** The last day that the statement handed in under a supervision covers; null where it does not say. */
async function periodEndOf(tx: Tx, supervisionId: string): Promise<string | null> {
  const found = await tx.request.findUnique({
    where: { supervisionId }, select: { questionnaire: true, supervision: { select: { submissions: { orderBy: { revision: "desc" }, take: 1, select: { answers: true } } } } },
  });
  const answers = found?.supervision.submissions[0]?.answers as Answers | undefined;
  if (!found || !answers) return null;
  const { periodTo, asAtDate } = statementFacts(found.questionnaire as unknown as FrozenQuestionnaire, answers).statement;
  return periodTo ?? asAtDate;
}
