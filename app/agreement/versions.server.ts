import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { columnOf } from "./calendar-day.ts";
import type { ContractContent } from "./contract-content.ts";

/** How a version is called, when and by whom it was signed, and what changed. */
export type VersionSaid = { label: string; signedOn: IsoDate | null; signedForController: string; signedForProcessor: string; changes: string };

/** The versions of one controller's agreements; a version never changes. */
export function versions(tx: Tx, { organisationId: controllerId, personId, personName }: Pick<Scope, "organisationId" | "personId" | "personName">) {
  return {
    /** Adds the version of that number; false when there is one already. */
    async add(agreementId: string, number: number, { signedOn, ...said }: VersionSaid, content: ContractContent): Promise<boolean> {
      const { count } = await tx.agreementVersion.createMany({
        data: {
          ...said, signedOn: columnOf(signedOn), number, agreementId, controllerId, content: content as unknown as Prisma.InputJsonObject, recordedById: personId, recordedByName: personName,
        },
        skipDuplicates: true,
      });
      return count === 1;
    },
  };
}
