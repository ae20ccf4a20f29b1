// data table
/** The kinds of rows that ids in URLs name. */
export type IdKind =
  | "processor"
  | "agreement"
  | "supervision"
  | "finding"
  | "member"
  | "mail"
  | "evidence"
  | "package"
  | "ownBreach"
  | "breach"
  | "token"
  | "catalogue"
  | "check"
  | "round"
  | "import"
  | "questionnaire"
  | "version";

/**
 * What a route asks for. `public`: anybody. `person`: anybody signed in. `member`: either side. `controller` / `processor`: that side.
 * `id`: what its first parameter names, `then` what its second does. `query`: a row its query must name to open. `streamed`: served by the HTTP server, past Remix.
 */
export type RouteEntry = { for: "public" | "person" | "member" | "controller" | "processor"; id?: IdKind; then?: IdKind; query?: "agreement"; streamed?: boolean };

/** Every route of the portal. A route that is not here fails the suite. */
export const HTTP_ENTRIES: Record<string, RouteEntry> = {
  "/": { for: "public" },
  "/sign-in": { for: "public" },
  "/sign-out": { for: "public" },
  "/reset": { for: "public" },
  "/reset/:token": { for: "public", id: "token" },
  "/first-run/:token": { for: "public", id: "token" },
  "/invitations/:token": { for: "public", id: "token" },
  "/appearance": { for: "public" },
  "/language": { for: "public" },
  "/styleguide": { for: "public" },
  "/*": { for: "public" },
  "/switch-organisation": { for: "person" },
  "/account": { for: "person" },
  "/members": { for: "member" },
  "/members/invite": { for: "member" },
  "/members/:memberId": { for: "member", id: "member" },
  "/settings": { for: "member" },
  "/outbox": { for: "member" },
  "/outbox/:mailId": { for: "member", id: "mail" },
  "/audit": { for: "member" },
  "/audit/export": { for: "member" },
  "/overview": { for: "controller" },
  "/processors": { for: "controller" },
  "/processors/new": { for: "controller" },
  "/processors/:processorId": { for: "controller", id: "processor" },
  "/processors/:processorId/edit": { for: "controller", id: "processor" },
  "/agreements": { for: "controller" },
  "/agreements/export": { for: "controller" },
  "/agreements/new": { for: "controller" },
  "/agreements/:agreementId": { for: "controller", id: "agreement" },
  "/agreements/:agreementId/edit": { for: "controller", id: "agreement" },
  "/agreements/:agreementId/score": { for: "controller", id: "agreement" },
  "/agreements/:agreementId/concept": { for: "controller", id: "agreement" },
  "/agreements/:agreementId/limits": { for: "controller", id: "agreement" },
  "/agreements/:agreementId/subprocessors": { for: "controller", id: "agreement" },
  "/agreements/:agreementId/versions": { for: "controller", id: "agreement" },
  "/agreements/:agreementId/concerns": { for: "controller", id: "agreement" },
  "/agreements/:agreementId/reassessment": { for: "controller", id: "agreement" },
  "/plan": { for: "controller" },
  "/plan/due": { for: "controller" },
  "/plan/due/export": { for: "controller" },
  "/plan/calendar": { for: "controller" },
  "/calendar/:token": { for: "public", id: "token" },
  "/agreements/:agreementId/plan": { for: "controller", id: "agreement" },
  "/supervisions": { for: "controller" },
  "/supervisions/export": { for: "controller" },
  "/supervisions/new": { for: "controller", query: "agreement" },
  "/supervisions/:supervisionId": { for: "controller", id: "supervision" },
  "/supervisions/:supervisionId/request": { for: "controller", id: "supervision" },
  "/supervisions/:supervisionId/withdraw": { for: "controller", id: "supervision" },
  "/supervisions/:supervisionId/assessment": { for: "controller", id: "supervision" },
  "/supervisions/:supervisionId/conclude": { for: "controller", id: "supervision" },
  "/supervisions/:supervisionId/package": { for: "controller", id: "supervision" },
  "/rounds": { for: "controller" },
  "/rounds/new": { for: "controller" },
  "/rounds/:roundId": { for: "controller", id: "round" },
  "/rounds/:roundId/preview": { for: "controller", id: "round" },
  "/rounds/:roundId/export": { for: "controller", id: "round" },
  "/imports": { for: "controller" },
  "/imports/template": { for: "controller" },
  "/imports/register": { for: "controller" },
  "/imports/:importId": { for: "controller", id: "import" },
  "/imports/:importId/errors": { for: "controller", id: "import" },
  "/breaches": { for: "controller" },
  "/breaches/export": { for: "controller" },
  "/breaches/new": { for: "controller" },
  "/breaches/:recordId": { for: "controller", id: "breach" },
  "/findings": { for: "controller" },
  "/findings/export": { for: "controller" },
  "/findings/rules": { for: "controller" },
  "/findings/:findingId": { for: "controller", id: "finding" },
  "/agreements/:agreementId/checks": { for: "controller", id: "agreement" },
  "/checks/:checkId": { for: "controller", id: "check" },
  "/checks/:checkId/compare": { for: "controller", id: "check" },
  "/catalogues": { for: "controller" },
  "/catalogues/import": { for: "controller" },
  "/catalogues/template": { for: "controller" },
  "/catalogues/:catalogueId": { for: "controller", id: "catalogue" },
  "/catalogues/:catalogueId/changes": { for: "controller", id: "catalogue" },
  "/catalogues/:catalogueId/export": { for: "controller", id: "catalogue" },
  "/questionnaires": { for: "controller" },
  "/questionnaires/new": { for: "controller" },
  "/questionnaires/import": { for: "controller" },
  "/questionnaires/:questionnaireId": { for: "controller", id: "questionnaire" },
  "/questionnaires/:questionnaireId/preview": { for: "controller", id: "questionnaire" },
  "/questionnaires/:questionnaireId/trial": { for: "controller", id: "questionnaire" },
  "/questionnaires/:questionnaireId/versions": { for: "controller", id: "questionnaire" },
  "/questionnaires/:questionnaireId/export": { for: "controller", id: "questionnaire" },
  "/inbox": { for: "processor" },
  "/inbox/:supervisionId": { for: "processor", id: "supervision" },
  "/inbox/:supervisionId/answer": { for: "processor", id: "supervision" },
  "/inbox/:supervisionId/answers": { for: "processor", id: "supervision" },
  "/inbox/:supervisionId/messages": { for: "processor", id: "supervision" },
  "/inbox/:supervisionId/offline": { for: "processor", id: "supervision" },
  "/inbox/:supervisionId/offline/workbook": { for: "processor", id: "supervision" },
  "/inbox/:supervisionId/sign": { for: "processor", id: "supervision" },
  "/inbox/:supervisionId/receipt": { for: "processor", id: "supervision" },
  "/inbox/:supervisionId/conclusion": { for: "processor", id: "supervision" },
  "/own-breaches": { for: "processor" },
  "/own-breaches/new": { for: "processor" },
  "/own-breaches/:breachId": { for: "processor", id: "ownBreach" },
  "/inbox/:supervisionId/findings/:findingId": { for: "processor", id: "supervision", then: "finding" },
  "/documents": { for: "processor" },
  // Streamed past Remix by the HTTP server (app/http).
  "/inbox/:supervisionId/evidence": { for: "processor", id: "supervision", streamed: true },
  "/evidence/:evidenceId": { for: "member", id: "evidence", streamed: true },
  "/packages/:packageId": { for: "controller", id: "package", streamed: true },
  "/agreement-versions/:versionId/file": { for: "controller", id: "version", streamed: true },
};
