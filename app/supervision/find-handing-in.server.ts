import type { Tx } from "#app/db/client.server.ts";
import { awaits } from "#app/domain/lifecycle/supervision-state.ts";
import type { Language } from "#app/questionnaire/types.ts";
import { validateAll } from "#app/questionnaire/validate-answers.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { findReceived } from "./find-received.server.ts";
import { gatherHandingIn } from "./handing-in.server.ts";

/** Everything once more before it is signed: what would be handed in, and what still lacks. Null when the request is not there; `open` false when it is not to be answered now. */
export async function findHandingIn(tx: Tx, scope: Pick<Scope, "organisationId">, supervisionId: string, language: Language) {
  const received = await findReceived(tx, scope, supervisionId, language);
  if (!received) return null;
  if (awaits(received.state) !== "processor") return { open: false as const };
  const { frozen, answering } = received;
  const handing = await gatherHandingIn(tx, answering, frozen);
  const checked = validateAll(frozen, handing.answers, handing.counts, { language, hash: answering.hash });
  const signatories = await tx.membership.findMany({ where: { organisationId: scope.organisationId, active: true, roles: { has: "signatory" } }, orderBy: { name: "asc" }, select: { name: true, email: true } });
  return { open: true as const, received, handing, problems: checked.ok ? [] : checked.problems, signatories };
}
