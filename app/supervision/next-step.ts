import type { SupervisionState } from "#app/domain/lifecycle/supervision-state.ts";

/** The one thing the controller does next; texts supervision:next.<step>. */
export type NextStep = "send" | "wait" | "remind" | "assess" | "go-on-assessing" | "package" | "open-again";

/** What a supervision in this state asks of the controller. `overdue`: the processor is late. */
export function nextStep(state: SupervisionState, overdue: boolean): NextStep {
  switch (state) {
    case "draft":
      return "send";
    case "sent":
    case "answering":
    case "returned":
      return overdue ? "remind" : "wait";
    case "submitted":
      return "assess";
    case "assessing":
      return "go-on-assessing";
    case "concluded":
    case "archived":
      return "package";
    case "withdrawn":
      return "open-again";
  }
}
