import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { columnOf, dayOrNull } from "./calendar-day.ts";
import type { ContractContent } from "./contract-content.ts";

/** How a version is called, when and by whom it was signed, and what changed. */
export type VersionSaid = { label: string; signedOn: IsoDate | null; signedForController: string; signedForProcessor: string; changes: string };
/** The signed contract of a version: what it is, and its key in the store. */
export type VersionFile = { name: string; mediaType: string; size: number; sha256: string; key: string };
export type Version = VersionSaid & { id: string; number: number; content: ContractContent; file: VersionFile | null; recordedByName: string; recordedAt: string };

const read = {
  id: true, number: true, label: true, signedOn: true, signedForController: true, signedForProcessor: true, changes: true, content: true, file: true, recordedByName: true, recordedAt: true,
} satisfies Prisma.AgreementVersionSelect;

/** The versions of one controller's agreements; a version never changes, but its signed contract is put in once. */
export function versions(tx: Tx, { organisationId: controllerId, personId, personName }: Pick<Scope, "organisationId" | "personId" | "personName">) {
  return {
    /** Newest first. */
    async list(agreementId: string): Promise<Version[]> {
      const rows = await tx.agreementVersion.findMany({ where: { agreementId, controllerId }, select: read, orderBy: { number: "desc" } });
      return rows.map(({ content, file, signedOn, recordedAt, ...row }) => ({
        ...row, content: content as unknown as ContractContent, file: file as unknown as VersionFile | null, signedOn: dayOrNull(signedOn), recordedAt: recordedAt.toISOString(),
      }));
    },
    /** The newest of an agreement, without what it said. */
    newest: (agreementId: string) =>
      tx.agreementVersion.findFirst({ where: { agreementId, controllerId }, select: { id: true, number: true, label: true, signedOn: true }, orderBy: { number: "desc" } }),
    async findFile(id: string): Promise<{ agreementId: string; number: number; file: VersionFile | null } | null> {
      const row = isRowId(id) ? await tx.agreementVersion.findFirst({ where: { id, controllerId }, select: { agreementId: true, number: true, file: true } }) : null;
      return row && { ...row, file: row.file as unknown as VersionFile | null };
    },
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
    /** Puts in a version's signed contract; false when there is one already. */
    async putFile(id: string, file: VersionFile): Promise<boolean> {
      const done = await tx.$executeRaw`update agreement_version set file = ${JSON.stringify(file)}::jsonb where id = ${id}::uuid and controller_id = ${controllerId}::uuid and file is null`;
      return done === 1;
    },
  };
}
