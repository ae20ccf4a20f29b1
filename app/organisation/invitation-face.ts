import type { OpenedInvitation } from "./accept-invitation.server.ts";

export type InvitationFace = "new-person" | "existing-person" | "sign-in-first" | "other-person" | "exists" | "accepted" | "revoked" | "expired";

/**
 * What an invitation link shows to whoever opens it; `signedInAs` is the e-mail of the session, if there is one. A processor's invitation to an
 * organisation that is here already helps nobody new in: only its members may take it (the database holds the rule).
 */
export function invitationFace(invitation: Pick<OpenedInvitation, "state" | "email" | "hasAccount" | "organisationExists">, signedInAs: string | null): InvitationFace {
  if (invitation.state !== "open") return invitation.state;
  if (signedInAs !== null) return signedInAs === invitation.email ? "existing-person" : "other-person";
  if (invitation.hasAccount) return "sign-in-first";
  return invitation.organisationExists ? "exists" : "new-person";
}
