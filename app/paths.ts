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
  supervision: (supervisionId: string) => `/supervisions/${id(supervisionId)}`,
  findings: () => "/findings",
  finding: (findingId: string) => `/findings/${id(findingId)}`,
  outbox: () => "/outbox",
  audit: () => "/audit",
  settings: () => "/settings",

  inbox: () => "/inbox",
  documents: () => "/documents",
  members: () => "/members",
  inviteMember: () => "/members/invite",
  member: (memberId: string) => `/members/${id(memberId)}`,
} as const;
