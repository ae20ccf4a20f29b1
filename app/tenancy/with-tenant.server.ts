import { db } from "#app/db/client.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import { isMalformedId } from "#app/db/refused.server.ts";
import type { AnyScope } from "./scope.ts";

/**
 * Runs `work` in one transaction whose tenant and person are set first; row-level security does the rest. Loaders pass readOnly, so that
 * a GET can never write. Do no outside I/O (files, mail, network) in `work`: the connection is held for its whole length. An id that is
 * none is answered with the 404 of any id that is not there.
 */
export async function withTenant<T>(scope: Pick<AnyScope, "organisationId" | "personId">, work: (tx: Tx) => Promise<T>, options: { readOnly?: boolean } = {}): Promise<T> {
  const done = db().$transaction(async (tx) => {
    if (options.readOnly) await tx.$executeRaw`set transaction read only`;
    await tx.$executeRaw`select set_config('app.tenant_id', ${scope.organisationId}, true), set_config('app.person_id', ${scope.personId ?? ""}, true)`;
    return work(tx);
  });
  return done.catch((error: unknown) => {
    throw isMalformedId(error) ? new Response(null, { status: 404, statusText: "Not Found" }) : error;
  });
}
