import type { Role, Scope } from "#app/tenancy/scope.ts";

/** The roles behind each permission, for the guards of routes. */
export const WORKERS = ["caseworker", "dpo"] as const satisfies readonly Role[];
export const CONCLUDERS = ["dpo"] as const satisfies readonly Role[];
export const ANSWERERS = ["respondent", "signatory"] as const satisfies readonly Role[];
export const SIGNERS = ["signatory"] as const satisfies readonly Role[];

const hasOne = (scope: Pick<Scope, "roles">, roles: readonly Role[]) => roles.some((role) => scope.roles.includes(role));

/** Open, send, withdraw, return, clarify, assess, agree measures (product.md §5: caseworker, and the DPO all of the caseworker's). */
export const mayWork = (scope: Pick<Scope, "side" | "roles">) => scope.side === "controller" && hasOne(scope, WORKERS);

/** Conclude, accept risk, dismiss a blocking finding, make the evidence package. */
export const mayConclude = (scope: Pick<Scope, "side" | "roles">) => scope.side === "controller" && hasOne(scope, CONCLUDERS);

/** Answer, upload, write in clarifications, report measures done. */
export const mayAnswer = (scope: Pick<Scope, "side" | "roles">) => scope.side === "processor" && hasOne(scope, ANSWERERS);

/** Sign and submit. */
export const maySign = (scope: Pick<Scope, "side" | "roles">) => scope.side === "processor" && hasOne(scope, SIGNERS);
