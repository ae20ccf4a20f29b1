import { z } from "zod";
import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isRefused } from "#app/db/refused.server.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import type { Language } from "#app/questionnaire/types.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";
import { findAnswering } from "../answering.server.ts";
import { readFrozen } from "../frozen-questionnaires.server.ts";
import { writeAnswer } from "../write-answer.server.ts";

const chosen = z.array(z.object({ question: z.string().max(100), value: z.unknown(), comment: z.string().max(20_000).nullable(), version: z.int().min(0) })).max(400);

export type ChosenInput = { supervisionId: string; content: string; language: Language };
export type ChosenOutcome = { ok: true; saved: number; refused: number } | { ok: false; reason: "not-found" | "closed" | "unreadable" };

/**
 * Saves those answers of a workbook that a person chose to keep although others are to be put right: each is checked as any other answer is, and
 * one that a colleague has changed once more is not overwritten. `content` is what the page held, as JSON. Where a colleague has signed meanwhile it is
 * closed, and nothing is saved.
 */
export async function saveChosenAnswers(scope: Scope, input: ChosenInput): Promise<ChosenOutcome> {
  try {
    return await withTenant(scope, (tx) => save(tx, scope, input));
  } catch (error) {
    if (isRefused(error, "TP003")) return { ok: false, reason: "closed" };
    throw error;
  }
}

async function save(tx: Tx, scope: Scope, { supervisionId, content, language }: ChosenInput): Promise<ChosenOutcome> {
  // Whoever is signing or saving at the moment is waited for, so that what is looked at is what is written to.
  await tx.$executeRaw`select app.hold_request(${supervisionId}::uuid)`;
  const request = await findAnswering(tx, scope, supervisionId);
  if (!request) return { ok: false, reason: "not-found" };
  if (awaits(request.state) !== "processor") return { ok: false, reason: "closed" };
  const answers = readContent(content);
  if (!answers) return { ok: false, reason: "unreadable" };
  const frozen = await readFrozen(tx, supervisionId, request.hash);
  let saved = 0;
  for (const { question, value, comment, version } of answers) {
    const written = await writeAnswer(tx, scope, request, frozen, { question, value: value ?? null, comment, version }, language);
    if (written.ok) saved += 1;
  }
  if (saved > 0) await record(tx, scope, { action: "response.read-from-workbook", subject: { type: "supervision", id: supervisionId }, supervisionId, detail: { answers: saved } });
  return { ok: true, saved, refused: answers.length - saved };
}

function readContent(content: string): z.infer<typeof chosen> | null {
  try {
    return chosen.parse(JSON.parse(content));
  } catch {
    return null; // not what the page held
  }
}
