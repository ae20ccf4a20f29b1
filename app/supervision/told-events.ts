/** What of a trail tells the story of a supervision; texts supervision:event.<action with - for .>. */
export const toldActions = [
  "supervision.opened", "escalation.reminded", "escalation.manager-told", "escalation.step-up-proposed", "escalation.step-up-accepted", "escalation.step-up-declined",
  "request.sent", "request.due-changed", "request.reminded", "invitation.sent", "response.begun", "evidence.attached", "evidence.removed",
  "submission.signed", "assessment.started", "clarification.opened", "clarification.written", "clarification.closed", "questions.returned",
  "questions.return-taken-back", "supervision.concluded", "supervision.withdrawn", "package.requested",
] as const;
export type ToldAction = (typeof toldActions)[number];

/** Whether an entry of a trail belongs to the story. */
export function isTold(action: string): action is ToldAction {
  return toldActions.some((told) => told === action);
}
