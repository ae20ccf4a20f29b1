import type { FindingState } from "#app/domain/findings/finding-state.ts";
import type { Severity } from "#app/domain/findings/raised-finding.ts";
import type { Standing } from "#app/domain/lifecycle/standing.ts";
import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";
import type { Level } from "#app/domain/scoring/level.ts";
import type { Outcome } from "#app/domain/scoring/propose-conclusion.ts";
import type { IconName } from "./icon.tsx";
import type { Tone } from "./mark.tsx";

export { STANDINGS as standings } from "#app/domain/lifecycle/standing.ts";
export type { Standing };

/** Every kind of state that a badge can show, with its code words. */
export type StateOf = {
  supervision: SupervisionState;
  standing: Standing;
  outcome: Outcome;
  severity: Severity;
  finding: FindingState;
  level: Level;
  choice: "in-force" | "awaiting-approval" | "rejected" | "superseded";
  agreement: "active" | "ended";
  package: "building" | "ready" | "failed";
};
export type StateKind = keyof StateOf;
type Look = readonly [Tone, IconName?];

/** Tone and icon of each state. */
export const looks: { readonly [Kind in StateKind]: Readonly<Record<StateOf[Kind], Look>> } = {
  supervision: {
    draft: ["rest", "pencil"],
    sent: ["wait", "mail"],
    answering: ["wait", "pencil"],
    submitted: ["soon", "inbox"],
    assessing: ["soon", "search"],
    returned: ["wait", "back"],
    concluded: ["ok", "check"],
    archived: ["rest", "archive"],
    withdrawn: ["rest", "cross"],
  },
  standing: {
    overdue: ["late"],
    "due-soon": ["soon"],
    "waiting-for-us": ["soon", "inbox"],
    "waiting-for-processor": ["wait", "mail"],
    "in-order": ["ok"],
    "with-remarks": ["ok", "comment"],
    "not-in-order": ["late", "ban"],
    planned: ["rest", "calendar"],
    "on-event": ["rest", "shield"],
    "not-planned": ["rest"],
  },
  outcome: { "in-order": ["ok"], "in-order-with-remarks": ["soon", "comment"], "not-in-order": ["late", "ban"] },
  severity: { critical: ["late", "ban"], major: ["late"], minor: ["soon", "info"], notice: ["rest", "info"] },
  finding: {
    open: ["late"],
    agreed: ["wait", "signature"],
    "reported-done": ["soon", "inbox"],
    verified: ["ok"],
    "risk-accepted": ["rest", "shield"],
    "closed-not-a-gap": ["rest", "cross"],
    continued: ["rest", "arrowRight"],
  },
  level: {
    met: ["ok"],
    partly: ["soon", "info"],
    "not-met": ["late", "cross"],
    "not-shown": ["soon", "search"],
    unanswered: ["rest", "dash"],
    "not-applicable": ["rest", "ban"],
  },
  choice: { "in-force": ["ok"], "awaiting-approval": ["soon"], rejected: ["late", "cross"], superseded: ["rest", "archive"] },
  agreement: { active: ["ok"], ended: ["rest", "archive"] },
  package: { building: ["wait", "clock"], ready: ["ok"], failed: ["late"] },
};
