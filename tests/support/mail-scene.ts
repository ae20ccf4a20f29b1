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

export type SentRequest = { supervisionId: string; controllerId: string; processorId: string };

/** A sent request of one organisation to another, opened by `openedById`, sent and due so many days from today in Denmark (the database's). */
export async function newSentRequest(
  ownerUrl: string,
  given: { controllerId: string; processorId: string; openedById?: string; sentIn: number; dueIn: number; recipient?: string; title?: string },
): Promise<SentRequest> {
  const { controllerId, processorId, openedById = randomUUID(), sentIn, dueIn, recipient = "kim@netgruppen.example", title = "Journalsystem" } = given;
  const [register, agreement, supervisionId] = [randomUUID(), randomUUID(), randomUUID()];
  const day = "((now() at time zone 'Europe/Copenhagen')::date + $2::int)";
  await connected(ownerUrl, async (client) => {
    await client.query("insert into processor (id, controller_id, organisation_id, name) values ($1, $2, $3, 'Netgruppen A/S')", [register, controllerId, processorId]);
    await client.query("insert into agreement (id, controller_id, processor_id, title, person_count) values ($1, $2, $3, $4, 500)", [agreement, controllerId, register, title]);
    await client.query(
      `insert into supervision (id, controller_id, processor_id, agreement_id, title, controller_name, processor_name, concept, due_on) values ($1, $3, $4, $5, $6, 'Region Syd', 'Netgruppen A/S', 3, ${day})`,
      [supervisionId, dueIn, controllerId, processorId, agreement, title],
    );
    await client.query("insert into supervision_case (supervision_id, controller_id, score_id, points, rule_set, agreement_version, opened_by_id, opened_by_name) values ($1, $2, $3, 4, 'r', 1, $4, 'Mette')", [
      supervisionId, controllerId, randomUUID(), openedById,
    ]);
    await client.query(
      `insert into request (supervision_id, controller_id, processor_id, recipient_name, recipient_email, questionnaire, questionnaire_hash, agreement_snapshot, sent_at)
       values ($1, $3, $4, 'Kim Berg', $5, '{}', 'x', '{}', ${day} + time '12:00')`,
      [supervisionId, sentIn, controllerId, processorId, recipient],
    );
    await client.query(`update supervision set state = 'sent', sent_at = ${day} + time '12:00' where id = $1`, [supervisionId, sentIn]);
  });
  return { supervisionId, controllerId, processorId };
}
