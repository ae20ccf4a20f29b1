import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { columnOf } from "./calendar-day.ts";
import type { ConcernFields } from "./concern-form.ts";

/** Signs of trouble at a processor, as one controller noticed them. */
export function concerns(tx: Tx, { organisationId: controllerId, personId, personName }: Pick<Scope, "organisationId" | "personId" | "personName">) {
  return {
    /** Newest first. */
    list: (agreementId: string) => tx.concern.findMany({
      where: { agreementId, controllerId },
      select: { id: true, supervisionId: true, kind: true, source: true, body: true, noticedOn: true, createdByName: true, createdAt: true },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    }),
    add: (agreementId: string, { source, body, noticedOn, kind = "wrong" }: ConcernFields, at: Date) => tx.concern.create({
      data: { agreementId, controllerId, kind, source, body, noticedOn: columnOf(noticedOn) as Date, createdById: personId, createdByName: personName, createdAt: at },
      select: { id: true },
    }),
  };
}
