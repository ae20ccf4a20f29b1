import type { Tx } from "#app/db/client.server.ts";
import { plainHeading } from "./import-field.ts";
import type { ReadRow } from "./read-row.ts";

export type GoodRow = Extract<ReadRow, { ok: true }>;
type Named = { name: string; cvr: string | null };

/** How a processor is known again within a file: by its CVR number, else by its name. */
export const processorKey = ({ cvr, name }: Named): string => cvr ?? `name:${plainHeading(name)}`;
/** How an agreement is known again: by its processor, its name and its reference. */
export const agreementKey = (processor: string, { title, reference }: { title: string; reference: string }): string => JSON.stringify([processor, plainHeading(title), plainHeading(reference)]);

/** What the register holds of the processors these rows name, and the agreements with them. */
export async function knownRegister(tx: Tx, controllerId: string, rows: readonly GoodRow[]) {
  const cvrs = [...new Set(rows.flatMap(({ processor }) => processor.cvr ?? []))];
  const names = [...new Set(rows.map(({ processor }) => processor.name.toLowerCase()))];
  const found = await tx.$queryRaw<{ id: string; name: string; cvr: string | null }[]>`
    select id, name, cvr from processor where controller_id = ${controllerId}::uuid and (cvr = any(${cvrs}) or lower(name) = any(${names})) order by created_at desc`;
  const byCvr = new Map(found.flatMap(({ id, cvr }) => (cvr ? [[cvr, id] as const] : [])));
  const byName = new Map(found.map((one) => [plainHeading(one.name), one]));
  const held = await tx.agreement.findMany({ where: { controllerId, processorId: { in: found.map(({ id }) => id) } }, select: { processorId: true, title: true, reference: true } });
  return {
    agreements: new Set(held.map((one) => agreementKey(one.processorId, one))),
    /** The register's row for a processor: the same CVR number, else the same name where one of the two has no number. */
    processorId({ name, cvr }: Named): string | null {
      const named = byName.get(plainHeading(name));
      return (cvr ? byCvr.get(cvr) : undefined) ?? (named && (cvr === null || named.cvr === null) ? named.id : null);
    },
  };
}
