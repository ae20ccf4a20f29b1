/** Builds every URL of the portal; `paths.test.ts` holds it against routes.ts. Ids are always encoded. */
const id = (value: string) => encodeURIComponent(value);

export const paths = {
  home: () => "/",
  signIn: () => "/sign-in",
  signOut: () => "/sign-out",
  reset: () => "/reset",
  resetWith: (token: string) => `/reset/${id(token)}`,
  firstRun: (token: string) => `/first-run/${id(token)}`,
  invitation: (token: string) => `/invitations/${id(token)}`,
  appearance: () => "/appearance",
  language: () => "/language",
  styleguide: () => "/styleguide",
  account: () => "/account",
  switchOrganisation: () => "/switch-organisation",

  overview: () => "/overview",
  processors: () => "/processors",
  processor: (processorId: string) => `/processors/${id(processorId)}`,
  agreements: () => "/agreements",
  agreement: (agreementId: string) => `/agreements/${id(agreementId)}`,
  supervisions: () => "/supervisions",
  supervisionsExport: () => "/supervisions/export",
  supervisionNew: (agreementId: string) => `/supervisions/new?agreement=${id(agreementId)}`,
  supervision: (supervisionId: string) => `/supervisions/${id(supervisionId)}`,
  request: (supervisionId: string) => `/supervisions/${id(supervisionId)}/request`,
  withdraw: (supervisionId: string) => `/supervisions/${id(supervisionId)}/withdraw`,
  findings: () => "/findings",
  finding: (findingId: string) => `/findings/${id(findingId)}`,
  outbox: () => "/outbox",
  mail: (mailId: string) => `/outbox/${id(mailId)}`,
  audit: () => "/audit",
  auditExport: () => "/audit/export",
  settings: () => "/settings",

  inbox: () => "/inbox",
  inboxRequest: (supervisionId: string) => `/inbox/${id(supervisionId)}`,
  answer: (supervisionId: string) => `/inbox/${id(supervisionId)}/answer`,
  answers: (supervisionId: string) => `/inbox/${id(supervisionId)}/answers`,
  sign: (supervisionId: string) => `/inbox/${id(supervisionId)}/sign`,
  receipt: (supervisionId: string) => `/inbox/${id(supervisionId)}/receipt`,
  documents: () => "/documents",
  members: () => "/members",
  inviteMember: () => "/members/invite",
  member: (memberId: string) => `/members/${id(memberId)}`,
} as const;

/** Addresses that the HTTP server answers itself, past the pages (app/http/streamed-routes.ts). */
export const streamedPaths = {
  upload: (supervisionId: string) => `/inbox/${id(supervisionId)}/evidence`,
  evidence: (evidenceId: string) => `/evidence/${id(evidenceId)}`,
} as const;
