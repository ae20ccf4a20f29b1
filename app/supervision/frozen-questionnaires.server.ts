import type { Tx } from "#app/db/client.server.ts";
import { hashQuestionnaire } from "#app/questionnaire/freeze.server.ts";
import type { FrozenQuestionnaire } from "#app/questionnaire/types.ts";

const kept = new Map<string, FrozenQuestionnaire>();
const MOST_KEPT = 200;

/**
 * The questionnaire a sent request carries, by its hash; read and checked against that hash once, then kept in memory: what was sent never
 * changes. The caller has found the request in its own context before; the text of a questionnaire is kept by its content alone.
 */
export async function readFrozen(tx: Tx, supervisionId: string, hash: string): Promise<FrozenQuestionnaire> {
  const known = kept.get(hash);
  if (known) return known;
  const { questionnaire } = await tx.request.findUniqueOrThrow({ where: { supervisionId }, select: { questionnaire: true } });
  const frozen = questionnaire as unknown as FrozenQuestionnaire;
  if (hashQuestionnaire(frozen) !== hash) throw new Error(`the questionnaire of supervision ${supervisionId} is not the one that was sent`);
  const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(hash, frozen);
  return frozen;
}
