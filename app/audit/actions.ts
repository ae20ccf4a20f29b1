/** Everything the trail records, by subject: "<subject>.<what happened>". A test holds this list against the code. */
export const auditActions = {
  organisation: ["created", "changed"],
  member: ["roles-changed", "deactivated"],
  invitation: ["sent", "accepted", "revoked"],
  person: ["changed"],
  password: ["reset-requested", "reset", "changed"],
  processor: ["registered", "changed", "linked", "removed"],
  agreement: ["registered", "changed", "scored", "planned", "removed"],
  limit: ["added", "changed", "removed", "filled-in"],
  subprocessor: ["added", "changed", "removed"],
  version: ["recorded", "file-added", "file-downloaded"],
  concept: ["chosen", "deviation-requested", "deviation-approved", "deviation-rejected"],
  concern: ["raised"],
  plan: ["factors-said", "line-added", "line-changed", "line-moved", "line-removed"],
  reassessment: ["asked", "done", "dismissed"],
  review: ["done", "day-set"],
  calendar: ["link-made", "link-revoked"],
  round: ["created", "changed", "included", "left-out", "renewed", "started", "finished", "cancelled"],
  escalation: ["reminded", "manager-told", "step-up-proposed", "step-up-accepted", "step-up-declined"],
  catalogue: ["imported", "retired"],
  check: ["started", "verdict-changed", "completed", "discarded"],
  supervision: ["opened", "concluded", "withdrawn", "archived"],
  request: ["drafted", "sent", "due-changed", "reminded"],
  response: ["begun", "read-from-workbook"],
  page: ["delegated", "delegation-ended"],
  answer: ["saved", "assessed"],
  evidence: ["attached", "removed", "downloaded"],
  submission: ["signed"],
  assessment: ["started"],
  clarification: ["opened", "written", "closed"],
  questions: ["returned", "return-taken-back"],
  finding: ["raised", "cleared", "reopened", "changed", "open", "agreed", "reported-done", "verified", "risk-accepted", "closed-not-a-gap", "continued", "acceptance-ended"],
  breach: ["registered", "changed", "notified", "assigned", "additions-changed", "authority-decided", "persons-decided", "closed", "reopened", "matched", "unmatched", "asked", "answered", "merged", "parted"],
  package: ["requested", "ready", "failed", "downloaded"],
  import: ["uploaded", "confirmed", "cancelled", "done", "undo-begun", "undone"],
  mail: ["retried"],
  questionnaire: ["created", "changed", "published", "archived", "taken-back"],
} as const satisfies Record<string, readonly string[]>;

export type AuditSubject = keyof typeof auditActions;

/** All of them, "subject.verb", in the order above. */
export const allActions: readonly string[] = Object.entries(auditActions).flatMap(([subject, verbs]) => verbs.map((verb) => `${subject}.${verb}`));
