import type { Tx } from "#app/db/client.server.ts";
import type { Answers, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { hasPart } from "#app/questionnaire/parts.ts";
import { statementFacts } from "#app/questionnaire/statement-facts.ts";
import { FACTS_CHANGED } from "../finding/rule-reasons.ts";
import type { CaseFacts } from "./case-facts.ts";

type Of = {
  id: string; agreementId: string; controllerId: string; createdAt: Date;
  findings: readonly { rule: string; subject: string; state: string; decisions: readonly { reason: string }[] }[];
};

/** What the rules on an auditor's statement need beside answers and agreement; nothing is read where none was asked for. */
export async function findHeld(tx: Tx, of: Of, frozen: FrozenQuestionnaire): Promise<CaseFacts["held"]> {
  if (!hasPart(frozen, 5)) return { previousPeriodEnd: null, positions: [], refuseTypeOne: false };
  const { refuseTypeOne } = await tx.organisation.findUniqueOrThrow({ where: { id: of.controllerId }, select: { refuseTypeOne: true } });
  const before = await tx.supervision.findFirst({
    where: { agreementId: of.agreementId, controllerId: of.controllerId, id: { not: of.id }, createdAt: { lt: of.createdAt }, state: { in: ["concluded", "archived"] }, OR: [{ concept: 5 }, { supplements: { has: 5 } }] },
    orderBy: { concludedAt: "desc" },
    select: { request: { select: { questionnaire: true } }, submissions: { orderBy: { revision: "desc" }, take: 1, select: { answers: true } } },
  });
  const answers = before?.submissions[0]?.answers as Answers | undefined;
  const earlier = before?.request && answers ? statementFacts(before.request.questionnaire as unknown as FrozenQuestionnaire, answers).statement : null;
  // Whatever a person has made of the finding on an exception is a position on it.
  const positions = of.findings.filter(({ rule, state, decisions }) => rule === "GAP-5" && state !== "open" && decisions.at(-1)?.reason !== FACTS_CHANGED).map(({ subject }) => subject);
  return { previousPeriodEnd: earlier ? (earlier.periodTo ?? earlier.asAtDate) : null, positions, refuseTypeOne };
}
