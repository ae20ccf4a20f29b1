import { processors } from "#app/agreement/processors.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { breachRecords } from "./breach-records.server.ts";

/** Most processors offered at once; a search narrows them down. */
const OFFERED = 20;

/** The processor a breach happened at, with its agreements; while none is picked, those whose name or CVR number holds what is looked for. */
export async function pickProcessor(tx: Tx, scope: Scope, { processorId, query }: { processorId: string; query: string }) {
  const register = processors(tx, scope);
  const picked = await register.find(processorId);
  if (picked) return { processor: { id: picked.id, name: picked.name }, agreements: await breachRecords(tx, scope).agreementsWith(picked.id), found: [] };
  const { rows } = await register.list(query, { key: "name", direction: "ascending" }, { skip: 0, take: OFFERED });
  return { processor: null, agreements: [], found: rows.map(({ id, name, cvr }) => ({ id, name, cvr })) };
}
