import { connected } from "#app/stack/roles.server.ts";

/** Lets so many days have passed since a step of the ladder was taken on these supervisions: behind the walls, since a step that is taken never changes. */
export async function stepBack(ownerUrl: string, supervisionIds: readonly string[], step: string, days: number): Promise<void> {
  await connected(ownerUrl, async (client) => {
    await client.query("begin");
    await client.query("alter table escalation disable trigger guard_escalation");
    await client.query("update escalation set at = now() - make_interval(days => $3) where supervision_id = any($1) and step = $2", [supervisionIds, step, days]);
    await client.query("alter table escalation enable trigger guard_escalation");
    await client.query("commit");
  });
}
