import type { Tx } from "#app/db/client.server.ts";
import { listAnswerable } from "#app/questionnaire/answers.ts";
import { listVisible } from "#app/questionnaire/visible.ts";
import type { Answer, Answers, EvidenceCount, FrozenQuestionnaire } from "#app/questionnaire/types.ts";
import type { Answering } from "./answering.server.ts";
import { hashSubmission } from "./hash-submission.server.ts";
import type { HandedIn } from "./hash-submission.server.ts";
import { openQuestions } from "./open-questions.ts";
import { draftOf } from "./write-answer.server.ts";

/** What would be handed in if it were signed now. */
export type HandingIn = { answers: Answers; evidence: HandedIn[]; counts: EvidenceCount; hash: string; revision: number };

/**
 * Gathers what is to be signed: the answers to all questions that are asked, and their files. After a return, locked questions stand as they
 * were handed in before, whatever their drafts say.
 */
export async function gatherHandingIn(tx: Tx, request: Answering, frozen: FrozenQuestionnaire): Promise<HandingIn> {
  const last = await tx.submission.findFirst({ where: { supervisionId: request.id }, orderBy: { revision: "desc" }, select: { revision: true, answers: true } });
  const draft = draftOf(request);
  const open = last ? openQuestions(frozen, request.returned ?? []) : null;
  const before = (last?.answers ?? {}) as unknown as Answers;
  const all: Record<string, Answer> = {};
  for (const { name } of listAnswerable(frozen)) {
    const answer = open && !open.has(name) ? before[name] : draft[name];
    if (answer) all[name] = answer;
  }
  const asked = new Set(listVisible(frozen, all).flatMap(({ elements }) => elements.map(({ name }) => name)));
  const answers = Object.fromEntries(Object.entries(all).filter(([name]) => asked.has(name)));
  const files = await tx.evidence.findMany({
    where: { supervisionId: request.id, removedAt: null }, orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
    select: { id: true, question: true, name: true, mediaType: true, size: true, sha256: true },
  });
  const evidence = files.filter(({ question }) => asked.has(question)).map((file): HandedIn => ({ ...file, size: Number(file.size) }));
  const counts: Record<string, number> = {};
  for (const { question } of evidence) counts[question] = (counts[question] ?? 0) + 1;
  return { answers, evidence, counts, hash: hashSubmission({ questionnaireHash: request.hash, answers, evidence }), revision: (last?.revision ?? 0) + 1 };
}
