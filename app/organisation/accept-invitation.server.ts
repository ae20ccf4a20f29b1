import { passwordFlaw } from "#app/auth/password-policy.ts";
import type { PasswordFlaw } from "#app/auth/password-policy.ts";
import { hashPassword } from "#app/auth/passwords.server.ts";
import { hashOf } from "#app/auth/secrets.server.ts";
import type { Role } from "#app/tenancy/scope.ts";
import { throughDoor } from "#app/tenancy/through-door.server.ts";
import type { Language } from "#app/text/language.ts";

/** What the bearer of an invitation link may see. */
export interface OpenedInvitation {
  state: "open" | "accepted" | "revoked" | "expired";
  kind: "member" | "processor";
  email: string;
  name: string;
  roles: Role[];
  /** The inviting organisation. */
  organisationName: string;
  processorName: string | null;
  processorCvr: string | null;
  hasAccount: boolean;
  /** A processor invitation to an organisation that is here already: only its own members may take it. */
  organisationExists: boolean;
  waitingSupervision: string | null;
}

type Row = Pick<OpenedInvitation, "state" | "kind" | "email" | "name" | "roles"> & {
  organisation_name: string; processor_name: string | null; processor_cvr: string | null; has_account: boolean; organisation_exists: boolean; waiting_supervision: string | null;
};

/** Looks behind an invitation link without using it up (mail scanners follow links too); null when there is no such link. */
export async function openInvitation(token: string): Promise<OpenedInvitation | null> {
  const hash = hashOf(token);
  const [row] = await throughDoor((tx) => tx.$queryRaw<Row[]>`select * from app.peek_invitation(${hash})`);
  if (!row) return null;
  const { state, kind, email, name, roles } = row;
  return {
    state, kind, email, name, roles, organisationName: row.organisation_name, processorName: row.processor_name, processorCvr: row.processor_cvr,
    hasAccount: row.has_account, organisationExists: row.organisation_exists, waitingSupervision: row.waiting_supervision,
  };
}

export interface NewPerson {
  name: string;
  title: string;
  language: Language;
  password: string;
}

export interface Acceptance {
  token: string;
  /** The signed-in person whose address it is, or somebody new. */
  by: { personId: string } | NewPerson;
  /** Name and checked CVR number of the organisation a processor invitation creates; the register's number counts where it has one. */
  organisation: { name: string; cvr: string | null } | null;
}

export type AcceptRefusal = "gone" | "not-yours" | "account-exists" | "organisation-exists" | "cvr-taken" | PasswordFlaw;

/**
 * Accepts an invitation, once. A colleague's makes a member of the inviting organisation; a processor's creates that organisation with its
 * first person and brings the waiting requests to it. The database keeps the trail in the same transaction.
 */
export async function acceptInvitation({ token, by, organisation }: Acceptance): Promise<{ ok: true; personId: string; organisationId: string } | { ok: false; reason: AcceptRefusal }> {
  const fresh = "password" in by ? by : null;
  let passwordHash: string | null = null;
  if (fresh) {
    const opened = await openInvitation(token);
    if (opened?.state !== "open") return { ok: false, reason: "gone" };
    const flaw = passwordFlaw(fresh.password, { email: opened.email, names: [fresh.name, organisation?.name ?? opened.organisationName] });
    if (flaw) return { ok: false, reason: flaw };
    passwordHash = await hashPassword(fresh.password);
  }
  const personId = "personId" in by ? by.personId : null;
  return throughDoor(async (tx) => {
    const [row] = await tx.$queryRaw<{ reason: AcceptRefusal | "ok"; person_id: string; organisation_id: string }[]>`
      select * from app.accept_invitation(${hashOf(token)}, ${personId}::uuid, ${fresh?.name ?? null}, ${fresh?.title ?? null}, ${fresh?.language ?? null}, ${passwordHash},
        ${organisation?.name ?? null}, ${organisation?.cvr ?? null})`;
    if (!row) throw new Error("accept_invitation gave no row");
    return row.reason === "ok" ? { ok: true, personId: row.person_id, organisationId: row.organisation_id } : { ok: false, reason: row.reason };
  });
}
