import type { Standing } from "#app/domain/lifecycle/standing.ts";
import { paths } from "#app/paths.ts";
import type { Task, TaskKind } from "#app/supervision/overview.ts";

/** The list of agreements of so many points that stand so. */
export const agreementsAt = (points: number, standing: Standing) => `${paths.agreements()}?points=${points}&standing=${standing}`;
export const agreementsThat = (standing: Standing) => `${paths.agreements()}?standing=${standing}`;

export const findingsThat = (show: "open" | "overdue" | "expiring") => `${paths.findings()}?show=${show}`;

/** Where a task is done. */
export function placeOf({ kind, id }: Pick<Task, "kind" | "id">): string {
  switch (kind) {
    case "read-reply":
    case "assess":
    case "go-on":
      return paths.assessment(id);
    case "remind":
      return paths.supervision(id);
    case "step-up":
      return `${paths.supervision(id)}#ladder`;
    case "send":
      return paths.request(id);
    case "approve":
      return paths.agreementConcept(id);
    case "reassess":
      return paths.reassessment(id);
    case "begin":
      return paths.supervisionNew(id);
    case "measure-late":
    case "verify":
    case "risk-expires":
      return paths.finding(id);
  }
}

/** Where all tasks of a kind are listed; null where nothing lists just those. */
export function listOf(kind: TaskKind): string | null {
  const supervisions = (show: string) => `${paths.supervisions()}?show=${show}`;
  const lists: Partial<Record<TaskKind, string>> = {
    remind: supervisions("overdue"), "step-up": supervisions("overdue"), assess: supervisions("submitted"), send: supervisions("draft"), "go-on": supervisions("assessing"), "read-reply": supervisions("assessing"),
    approve: `${paths.agreements()}?concept=none`, begin: agreementsThat("overdue"), "measure-late": findingsThat("overdue"), verify: paths.findings(), "risk-expires": findingsThat("expiring"),
  };
  return lists[kind] ?? null;
}
