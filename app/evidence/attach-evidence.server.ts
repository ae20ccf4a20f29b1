import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";

/** A received file and where it belongs; `storeKey` is where its bytes lie for good. */
export type Attachment = {
  supervisionId: string;
  controllerId: string;
  question: string;
  file: { name: string; mediaType: string; size: number; sha256: string };
  storeKey: string;
};

/** Enters a file under its place in the questionnaire; the controller sees it once it is released by a submission. Returns its id. */
export async function attachEvidence(tx: Tx, scope: Scope, { supervisionId, controllerId, question, file, storeKey }: Attachment): Promise<string> {
  const { name, mediaType, size, sha256 } = file;
  const { id } = await tx.evidence.create({
    data: {
      supervisionId, controllerId, processorId: scope.organisationId, question, name, mediaType, size: BigInt(size), sha256, storeKey,
      uploadedById: scope.personId, uploadedByName: scope.personName,
    },
    select: { id: true },
  });
  await record(tx, scope, { action: "evidence.attached", subject: { type: "evidence", id }, supervisionId, detail: { question, name, size, sha256 } });
  return id;
}
