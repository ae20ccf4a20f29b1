import { isRowId } from "#app/domain/identity/row-id.ts";
import { isIsoDate } from "#app/domain/time/iso-date.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { allActions, auditActions } from "./actions.ts";

/** Who acted: a member by person id, somebody of the other party, the portal itself, or anybody. */
export type AuditActor = { kind: "anybody" | "other-party" | "portal" } | { kind: "member"; personId: string };
/** Days are Danish, both included; `actions` empty means all; `action` is as it stands in the URL: one action or a whole subject. */
export type AuditFilter = { from: IsoDate | null; to: IsoDate | null; actor: AuditActor; action: string; actions: readonly string[]; supervisionId: string | null };

/** The filter in a URL (`from`, `to`, `person`, `action`, `supervision`); what cannot be is taken as not given. */
export function readAuditFilter({ searchParams }: URL): AuditFilter {
  const day = (name: string) => {
    const text = searchParams.get(name) ?? "";
    return isIsoDate(text) ? text : null;
  };
  const supervision = searchParams.get("supervision");
  const asked = searchParams.get("action") ?? "";
  const actions = actionsNamed(asked);
  return {
    from: day("from"), to: day("to"), actor: actorNamed(searchParams.get("person") ?? ""),
    action: actions.length > 0 ? asked : "", actions, supervisionId: isRowId(supervision) ? supervision : null,
  };
}

/** Whether anything is left out. */
export function isNarrowed({ from, to, actor, actions, supervisionId }: AuditFilter): boolean {
  return from !== null || to !== null || actor.kind !== "anybody" || actions.length > 0 || supervisionId !== null;
}

/** How the actor stands in the URL. */
export function actorValue(actor: AuditActor): string {
  return actor.kind === "anybody" ? "" : actor.kind === "member" ? actor.personId : actor.kind;
}

function actorNamed(text: string): AuditActor {
  if (text === "other-party" || text === "portal") return { kind: text };
  return isRowId(text) ? { kind: "member", personId: text } : { kind: "anybody" };
}

function actionsNamed(text: string): readonly string[] {
  if (allActions.includes(text)) return [text];
  return Object.hasOwn(auditActions, text) ? allActions.filter((action) => action.startsWith(`${text}.`)) : [];
}
