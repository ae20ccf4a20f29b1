import type { Tx } from "#app/db/client.server.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import { copenhagenDate } from "#app/domain/time/copenhagen-date.ts";
import { instantOf } from "#app/domain/time/copenhagen-time.ts";
import type { Level } from "#app/domain/scoring/level.ts";
import type { Answers, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import { agreementSnapshot } from "../agreement-snapshot.ts";
import type { CaseFacts, Decision } from "./case-facts.ts";
import { listRegister } from "../breach/list-register.server.ts";
import { changedQuestions } from "./changed-questions.ts";
import { findHeld } from "./find-held.server.ts";
import { firstWithStatement } from "./statement-received.ts";
import { lockCase } from "./lock-case.server.ts";

/** One released file, as the submission lists it. */
export type HandedInFile = { id: string; question: string; name: string; mediaType: string; size: number; sha256: string };

/** A supervision with what was last handed in: what the assessment, the conclusion and the package work on. */
export type Case = NonNullable<Awaited<ReturnType<typeof loadCase>>>;

/**
 * Loads a case of the controller in context; null when it is not there or nothing was ever handed in. With `lock` the case file is
 * locked until the transaction ends, so that two assessors take turns.
 */
export async function loadCase(tx: Tx, supervisionId: string, { lock = false } = {}) {
  if (lock) await lockCase(tx, supervisionId);
  const supervision = await tx.supervision.findUnique({
    where: { id: supervisionId },
    include: {
      caseFile: true,
      request: true,
      submissions: { orderBy: { revision: "asc" } },
      assessments: true,
      returned: { orderBy: { returnedAt: "asc" } },
      findings: { orderBy: [{ raisedAt: "asc" }, { id: "asc" }], include: { decisions: { orderBy: { decidedAt: "asc" } } } },
      clarifications: { orderBy: { openedAt: "asc" }, include: { messages: { orderBy: { createdAt: "asc" } } } },
      conclusion: true,
    },
  });
  const latest = supervision?.submissions.at(-1);
  if (!supervision?.caseFile || !supervision.request || !latest || !supervision.processorId) return null;
  const files = latest.evidence as unknown as HandedInFile[];
  const evidence: Record<string, number> = {};
  for (const { question } of files) evidence[question] = (evidence[question] ?? 0) + 1;
  const frozen = supervision.request.questionnaire as unknown as FrozenQuestionnaire;
  const facts: CaseFacts = {
    frozen,
    agreement: agreementSnapshot.parse(supervision.request.agreementSnapshot),
    points: supervision.caseFile.points,
    answers: latest.answers as unknown as Answers,
    evidence,
    submittedOn: copenhagenDate(latest.submittedAt),
    statementReceivedOn: copenhagenDate(firstWithStatement(supervision.submissions.map(({ evidence, submittedAt }) => ({ evidence: evidence as unknown as HandedInFile[], submittedAt }))).submittedAt),
    decisions: supervision.assessments.map(({ question, revision, level, naAccepted }): Decision => ({ question, revision, level: level as Level, naAccepted })),
    held: await findHeld(tx, supervision, frozen),
    changedIn: changedQuestions(frozen, supervision.returned, latest.revision),
    // The breach question asks about the time since the last supervision (domain.md T5).
    register: await listRegister(tx, supervision, { from: supervision.periodFrom && instantOf(`${supervision.periodFrom.toISOString().slice(0, 10)}T00:00`), to: latest.submittedAt }),
  };
  return { ...supervision, processorId: supervision.processorId, state: supervision.state as SupervisionState, caseFile: supervision.caseFile, request: supervision.request, latest, files, facts };
}
