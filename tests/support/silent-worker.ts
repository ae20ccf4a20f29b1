import { connected } from "#app/stack/roles.server.ts";

/** A minute passes for what a worker that died had under way: its jobs' last sign of life and its attempts at mail lie that much further back. */
export function letMinutePass(ownerUrl: string): Promise<void> {
  return connected(ownerUrl, async (client) => {
    await client.query("update pgboss.job set heartbeat_on = heartbeat_on - interval '1 minute', started_on = started_on - interval '1 minute' where state = 'active'");
    await client.query("update outbox set attempt_started_at = attempt_started_at - interval '1 minute' where state = 'waiting'");
  });
}
