import type { Role, Scope } from "#app/tenancy/scope.ts";

const hasOne = (scope: Pick<Scope, "roles">, ...roles: Role[]) => roles.some((role) => scope.roles.includes(role));

/** Open, send, withdraw, return, clarify, assess, agree measures (product.md §5: caseworker, and the DPO all of the caseworker's). */
export const mayWork = (scope: Pick<Scope, "side" | "roles">) => scope.side === "controller" && hasOne(scope, "caseworker", "dpo");

/** Conclude, accept risk, dismiss a blocking finding, make the evidence package. */
export const mayConclude = (scope: Pick<Scope, "side" | "roles">) => scope.side === "controller" && hasOne(scope, "dpo");

/** Answer, upload, write in clarifications, report measures done. */
export const mayAnswer = (scope: Pick<Scope, "side" | "roles">) => scope.side === "processor" && hasOne(scope, "respondent", "signatory");

/** Sign and submit. */
export const maySign = (scope: Pick<Scope, "side" | "roles">) => scope.side === "processor" && hasOne(scope, "signatory");
