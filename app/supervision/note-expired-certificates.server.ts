import { noteChange } from "#app/agreement/plan/note-change.server.ts";
import { db } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import { jobScope } from "#app/tenancy/scope.ts";
import { withTenant } from "#app/tenancy/with-tenant.server.ts";

type Expired = { organisation_id: string; agreement_id: string; supervision_id: string; valid_to: IsoDate };

/** Notes, once for each, that a certificate shown in the newest supervision of concept 4 is valid no more. The day is the database's. Returns how many. */
export async function noteExpiredCertificates(at: Date): Promise<number> {
  const expired = await db().$queryRaw<Expired[]>`select organisation_id, agreement_id, supervision_id, valid_to from app.certificates_expired()`;
  let noted = 0;
  for (const { organisation_id: organisationId, agreement_id: agreementId, supervision_id: ref, valid_to: from } of expired) {
    const scope = jobScope(organisationId, "controller");
    if (await withTenant(scope, (tx) => noteChange(tx, scope, { agreementId, cause: { kind: "certificate", from, to: "", at: at.toISOString(), ref } }))) noted += 1;
  }
  return noted;
}
