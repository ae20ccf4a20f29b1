import { throughDoor } from "#app/tenancy/through-door.server.ts";

/** Moves a session to another organisation of its person; false when the person is not an active member there. */
export async function switchOrganisation(sessionHash: string, organisationId: string): Promise<boolean> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(organisationId)) return false;
  const [row] = await throughDoor((tx) => tx.$queryRaw<{ moved: boolean }[]>`select app.switch_organisation(${sessionHash}, ${organisationId}::uuid) as moved`);
  return row?.moved === true;
}
