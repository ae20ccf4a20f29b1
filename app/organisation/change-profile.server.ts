import { record } from "#app/audit/record.server.ts";
import { scopeOf } from "#app/tenancy/scope.ts";
import type { SignedIn } from "#app/tenancy/scope.ts";
import { throughDoor } from "#app/tenancy/through-door.server.ts";
import type { Language } from "#app/text/language.ts";

export interface Profile {
  name: string;
  title: string;
  locale: Language;
}

/** Changes a person's own name, title and language, in every organisation; the trail of the one worked for now keeps what changed. */
export async function changeProfile(person: SignedIn, after: Profile): Promise<void> {
  const before: Profile = { name: person.name, title: person.title, locale: person.locale };
  const changed = (Object.keys(after) as (keyof Profile)[]).filter((key) => before[key] !== after[key]);
  if (changed.length === 0) return;
  const scope = scopeOf(person, person.membership?.isController ? "controller" : "processor");
  await throughDoor(async (tx, enter) => {
    await enter(scope?.organisationId ?? "", person.personId);
    await tx.$executeRaw`select app.update_profile(${after.name}, ${after.title}, ${after.locale})`;
    // Without an organisation there is no trail it belongs in.
    if (scope) await record(tx, scope, { action: "person.changed", subject: { type: "person", id: person.personId }, detail: { changed } });
  });
}
