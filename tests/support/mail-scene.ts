import { randomInt, randomUUID } from "node:crypto";
import { connected } from "#app/stack/roles.server.ts";

/** An organisation of both sides, made behind the walls; returns its id. */
export async function newOrganisation(ownerUrl: string, name = "Region Test"): Promise<string> {
  const id = randomUUID();
  await connected(ownerUrl, (client) => client.query("insert into organisation (id, name, is_controller, is_processor) values ($1, $2, true, true)", [id, name]));
  return id;
}

/** An active member with a sign-in of their own. */
export async function newMember(ownerUrl: string, organisationId: string, roles: string[], email = `person-${randomInt(1e12)}@example.dk`, name = "Kim Test"): Promise<{ personId: string; email: string }> {
  const personId = randomUUID();
  await connected(ownerUrl, async (client) => {
    await client.query("insert into person (id, email, name) values ($1, $2, $3)", [personId, email, name]);
    await client.query("insert into membership (organisation_id, person_id, name, email, roles) values ($1, $2, $3, $4, $5)", [organisationId, personId, name, email, roles]);
  });
  return { personId, email };
}

/** From here on this test file's settings name that mail server; "" is none. */
export function useMailServer(url: string): void {
  process.env.SMTP_URL = url;
  delete (globalThis as { portalSettings?: unknown }).portalSettings;
}
