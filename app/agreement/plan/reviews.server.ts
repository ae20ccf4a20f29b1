import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { columnOf, dayOrNull } from "../calendar-day.ts";

/** A review that was done: how many processors and agreements there were, and what was noted. */
export type Review = { year: number; doneOn: IsoDate; note: string; processors: number; agreements: number; doneByName: string };

/** The yearly review of all processors of one controller (004:83): its day, "MM-DD", and the years it was done. */
export function reviews(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">) {
  return {
    day: async (): Promise<string> => (await tx.organisation.findUniqueOrThrow({ where: { id: controllerId }, select: { reviewOn: true } })).reviewOn,
    setDay: async (reviewOn: string): Promise<void> => {
      await tx.organisation.updateMany({ where: { id: controllerId }, data: { reviewOn } });
    },
    /** Newest first. */
    async list(): Promise<Review[]> {
      const rows = await tx.registerReview.findMany({ where: { controllerId }, orderBy: { year: "desc" }, select: { year: true, doneOn: true, note: true, processors: true, agreements: true, doneByName: true } });
      return rows.map(({ doneOn, ...row }) => ({ ...row, doneOn: dayOrNull(doneOn) ?? "" }));
    },
    /** How many there are to go through now. */
    async toReview(): Promise<{ processors: number; agreements: number }> {
      return { processors: await tx.processor.count({ where: { controllerId } }), agreements: await tx.agreement.count({ where: { controllerId, status: "active" } }) };
    },
    /** Keeps a review; false where the year has one. */
    async add({ doneOn, ...review }: Omit<Review, "doneByName">, by: Pick<Scope, "personId" | "personName">, at: Date): Promise<boolean> {
      const data = { ...review, controllerId, doneOn: columnOf(doneOn) as Date, doneById: by.personId, doneByName: by.personName, doneAt: at };
      return (await tx.registerReview.createMany({ data, skipDuplicates: true })).count === 1;
    },
  };
}
