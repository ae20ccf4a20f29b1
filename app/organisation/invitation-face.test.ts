import { describe, expect, it } from "vitest";
import { invitationFace } from "./invitation-face.ts";

const open = { state: "open", email: "anne@drift.dk", hasAccount: false, organisationExists: false } as const;

describe("what an invitation link shows", () => {
  it.each([
    ["somebody new", open, null, "new-person"],
    ["an account, not signed in", { ...open, hasAccount: true }, null, "sign-in-first"],
    ["the person signed in", { ...open, hasAccount: true }, "anne@drift.dk", "existing-person"],
    ["another person signed in", open, "bo@drift.dk", "other-person"],
    ["somebody new at an organisation that is here", { ...open, organisationExists: true }, null, "exists"],
    ["an account at an organisation that is here", { ...open, hasAccount: true, organisationExists: true }, null, "sign-in-first"],
    ["taken already", { ...open, state: "accepted" }, "anne@drift.dk", "accepted"],
    ["taken back", { ...open, state: "revoked" }, null, "revoked"],
    ["run out", { ...open, state: "expired" }, null, "expired"],
  ] as const)("%s", (_who, invitation, signedInAs, face) => {
    expect(invitationFace(invitation, signedInAs)).toBe(face);
  });
});
