import type { Role, Scope } from "#app/tenancy/scope.ts";

/** Who registers, scores and chooses; an administrator or reader alone only reads (product.md §5). */
export const WRITERS = ["caseworker", "dpo"] as const satisfies readonly Role[];

/** Whether the person may change processors and agreements of this organisation. */
export function mayWrite(scope: Pick<Scope, "side" | "roles">): boolean {
  return scope.side === "controller" && WRITERS.some((role) => scope.roles.includes(role));
}

/** Why a person may not decide on a deviation: not a DPO, or the chooser where another DPO could decide. */
export type DecideRefusal = "not-dpo" | "own-choice";

/** Whether the person may approve or reject a choice below the band: a DPO, and not the chooser where the organisation has another DPO. */
export function refuseToDecide(scope: Pick<Scope, "side" | "roles" | "personId">, choice: { chosenById: string }, otherDpos: number): DecideRefusal | null {
  if (scope.side !== "controller" || !scope.roles.includes("dpo")) return "not-dpo";
  return choice.chosenById === scope.personId && otherDpos > 0 ? "own-choice" : null;
}
