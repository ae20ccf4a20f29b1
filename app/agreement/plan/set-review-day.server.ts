import { record } from "#app/audit/record.server.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { mayWrite } from "../may.ts";
import { reviews } from "./reviews.server.ts";

/** Sets the fixed day each year, "MM-DD", on which all processors are gone through (004:83); "" for none. False: not allowed to. */
export async function setReviewDay(tx: Tx, scope: Scope, day: string): Promise<boolean> {
  if (!mayWrite(scope)) return false;
  await reviews(tx, scope).setDay(day);
  await record(tx, scope, { action: "review.day-set", subject: { type: "organisation", id: scope.organisationId }, detail: { reviewOn: day } });
  return true;
}
