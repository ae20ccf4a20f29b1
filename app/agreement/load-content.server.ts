import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { agreements } from "./agreements.server.ts";
import type { ContractContent } from "./contract-content.ts";
import { limits } from "./limits.server.ts";
import { presentFields } from "./present.ts";
import { subprocessors } from "./subprocessors.server.ts";

/** What an agreement says now, with its limits and sub-processors; null when it is not there. */
export async function loadContent(tx: Tx, scope: Scope, agreementId: string): Promise<ContractContent | null> {
  const row = await agreements(tx, scope).find(agreementId);
  if (!row) return null;
  const plain = ({ kind, value, unit, runsFrom, source, note }: ContractContent["limits"][number]) => ({ kind, value, unit, runsFrom, source, note });
  return { fields: presentFields(row), limits: (await limits(tx, scope).list(agreementId)).map(plain), subprocessors: await subprocessors(tx, scope).list(agreementId) };
}
