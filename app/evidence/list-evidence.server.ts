import type { Tx } from "#app/db/client.server.ts";
import type { AnyScope } from "#app/tenancy/scope.ts";

/** A file as pages show it. */
export type EvidenceView = {
  id: string; question: string; name: string; mediaType: string; size: number; sha256: string; uploadedAt: string; uploadedByName: string;
  /** Handed in: it can no longer be removed. */
  released: boolean;
};
export type DocumentView = EvidenceView & { supervisionId: string; title: string; controllerName: string };

const fields = { id: true, question: true, name: true, mediaType: true, size: true, sha256: true, uploadedAt: true, uploadedByName: true, releasedAt: true } as const;
type Row = { id: string; question: string; name: string; mediaType: string; size: bigint; sha256: string; uploadedAt: Date; uploadedByName: string; releasedAt: Date | null };

const present = ({ size, uploadedAt, releasedAt, ...row }: Row): EvidenceView => ({ ...row, size: Number(size), uploadedAt: uploadedAt.toISOString(), released: releasedAt !== null });

/** The files of one supervision that the organisation in context may see, oldest first. */
export async function listEvidence(tx: Tx, supervisionId: string): Promise<EvidenceView[]> {
  const rows = await tx.evidence.findMany({ where: { supervisionId, removedAt: null }, orderBy: [{ uploadedAt: "asc" }, { id: "asc" }], select: fields });
  return rows.map(present);
}

/** A page of all files of the processor in context over its requests, newest first; `query` looks in file names, titles and controllers. */
export async function listDocuments(tx: Tx, scope: Pick<AnyScope, "organisationId">, { query, page, size }: { query: string; page: number; size: number }): Promise<{ documents: DocumentView[]; total: number }> {
  const contains = { contains: query, mode: "insensitive" } as const;
  const where = {
    processorId: scope.organisationId,
    removedAt: null,
    ...(query === "" ? {} : { OR: [{ name: contains }, { supervision: { OR: [{ title: contains }, { controllerName: contains }] } }] }),
  };
  const total = await tx.evidence.count({ where });
  const rows = await tx.evidence.findMany({
    where, orderBy: [{ uploadedAt: "desc" }, { id: "asc" }], skip: (page - 1) * size, take: size,
    select: { ...fields, supervisionId: true, supervision: { select: { title: true, controllerName: true } } },
  });
  return { documents: rows.map(({ supervision, supervisionId, ...row }) => ({ ...present(row), supervisionId, ...supervision })), total };
}
