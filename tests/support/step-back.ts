import { connected } from "#app/stack/roles.server.ts";

/** Days pass behind a step of the ladder that was taken: it lies so many days before today. */
export function stepBack(ownerUrl: string, supervisionIds: readonly string[], step: string, days: number): Promise<void> {
  return unguarded(ownerUrl, "update escalation set at = now() - make_interval(days => $3) where supervision_id = any($1) and step = $2", [supervisionIds, step, days]);
}

/** The silence goes on while the due date is moved behind the walls: the steps taken stay with it. */
export function keepSilence(ownerUrl: string, supervisionIds: readonly string[]): Promise<void> {
  return unguarded(ownerUrl, "update escalation e set due_on = s.due_on from supervision s where s.id = e.supervision_id and s.id = any($1)", [supervisionIds]);
}

/** Changes steps as nobody may: the guard of taken steps is off while it runs. */
async function unguarded(ownerUrl: string, update: string, values: unknown[]): Promise<void> {
  await connected(ownerUrl, async (client) => {
    await client.query("begin");
    await client.query("alter table escalation disable trigger guard_escalation");
    await client.query(update, values);
    await client.query("alter table escalation enable trigger guard_escalation");
    await client.query("commit");
  });
}
