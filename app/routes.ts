import { layout, route } from "@remix-run/route-config";
import type { RouteConfig } from "@remix-run/route-config";

/** Pages of the dataansvarlig. */
const controllerSide: RouteConfig = [
  layout("routes/controller/layout.tsx", [
    route("/overview", "routes/controller/overview.tsx"),
    route("/processors", "routes/controller/processors.tsx"),
    route("/processors/new", "routes/controller/processor-new.tsx"),
    route("/processors/:processorId", "routes/controller/processor.tsx"),
    route("/processors/:processorId/edit", "routes/controller/processor-edit.tsx"),
    route("/agreements", "routes/controller/agreements.tsx"),
    route("/agreements/new", "routes/controller/agreement-new.tsx"),
    route("/agreements/:agreementId", "routes/controller/agreement.tsx"),
    route("/agreements/:agreementId/edit", "routes/controller/agreement-edit.tsx"),
    route("/agreements/:agreementId/score", "routes/controller/agreement-score.tsx"),
    route("/agreements/:agreementId/concept", "routes/controller/agreement-concept.tsx"),
    route("/agreements/:agreementId/concerns", "routes/controller/agreement-concerns.tsx"),
    route("/agreements/:agreementId/reassessment", "routes/controller/plan/reassessment.tsx"),
    route("/agreements/:agreementId/plan", "routes/controller/plan/agreement-plan.tsx"),
    route("/supervisions", "routes/controller/supervisions.tsx"),
    route("/supervisions/new", "routes/controller/supervisions-new.tsx"),
    route("/supervisions/:supervisionId", "routes/controller/supervisions-hub.tsx"),
    route("/supervisions/:supervisionId/request", "routes/controller/supervisions-request.tsx"),
    route("/supervisions/:supervisionId/withdraw", "routes/controller/supervisions-withdraw.tsx"),
    route("/supervisions/:supervisionId/assessment", "routes/controller/assessment/page.tsx"),
    route("/supervisions/:supervisionId/conclude", "routes/controller/conclusion/conclude.tsx"),
    route("/supervisions/:supervisionId/package", "routes/controller/conclusion/package.tsx"),
    route("/rounds", "routes/controller/round/list.tsx"),
    route("/rounds/new", "routes/controller/round/new.tsx"),
    route("/rounds/:roundId", "routes/controller/round/page.tsx"),
    route("/rounds/:roundId/preview", "routes/controller/round/preview.tsx"),
    route("/imports", "routes/controller/imports/list.tsx"),
    route("/imports/:importId", "routes/controller/imports/page.tsx"),
    route("/findings", "routes/controller/finding/list.tsx"),
    route("/findings/:findingId", "routes/controller/finding/page.tsx"),
    route("/catalogues", "routes/controller/catalogue/list.tsx"),
    route("/catalogues/import", "routes/controller/catalogue/import.tsx"),
    route("/catalogues/:catalogueId", "routes/controller/catalogue/page.tsx"),
    route("/catalogues/:catalogueId/changes", "routes/controller/catalogue/changes.tsx"),
  ]),
  route("/agreements/export", "routes/controller/agreements-export.ts"),
  route("/supervisions/export", "routes/controller/supervisions-export.ts"),
  route("/rounds/:roundId/export", "routes/controller/round/export.ts"),
  route("/imports/template", "routes/controller/imports/template.ts"),
  route("/imports/register", "routes/controller/imports/register.ts"),
  route("/imports/:importId/errors", "routes/controller/imports/errors.ts"),
  route("/findings/export", "routes/controller/finding/export.ts"),
  route("/catalogues/template", "routes/controller/catalogue/template.ts"),
  route("/catalogues/:catalogueId/export", "routes/controller/catalogue/export.ts"),
];

/** Pages of the databehandler. */
const processorSide: RouteConfig = [
  layout("routes/processor/layout.tsx", [
    route("/inbox", "routes/processor/inbox.tsx"),
    route("/inbox/:supervisionId", "routes/processor/request.tsx"),
    route("/inbox/:supervisionId/answer", "routes/processor/answer.tsx"),
    route("/inbox/:supervisionId/sign", "routes/processor/sign.tsx"),
    route("/inbox/:supervisionId/receipt", "routes/processor/receipt.tsx"),
    route("/inbox/:supervisionId/messages", "routes/processor/messages.tsx"),
    route("/inbox/:supervisionId/conclusion", "routes/processor/conclusion.tsx"),
    route("/own-breaches", "routes/processor/breach/list.tsx"),
    route("/own-breaches/new", "routes/processor/breach/new.tsx"),
    route("/own-breaches/:breachId", "routes/processor/breach/page.tsx"),
    route("/inbox/:supervisionId/findings/:findingId", "routes/processor/finding/page.tsx"),
    route("/documents", "routes/processor/documents.tsx"),
  ]),
  route("/inbox/:supervisionId/answers", "routes/processor/answers.ts"),
];

/** Pages of everybody: sign-in, account, appearance. */
const shared: RouteConfig = [
  route("/", "routes/shared/landing.tsx"),
  route("/sign-in", "routes/shared/sign-in.tsx"),
  route("/sign-out", "routes/shared/sign-out.ts"),
  route("/reset", "routes/shared/reset-request.tsx"),
  route("/reset/:token", "routes/shared/reset.tsx"),
  route("/first-run/:token", "routes/shared/first-run.tsx"),
  route("/invitations/:token", "routes/shared/invitation.tsx"),
  route("/switch-organisation", "routes/shared/switch-organisation.ts"),
  route("/audit/export", "routes/shared/audit-export.ts"),
  layout("routes/shared/layout.tsx", [
    route("/account", "routes/shared/account.tsx"),
    route("/members", "routes/shared/members.tsx"),
    route("/members/invite", "routes/shared/invite-member.tsx"),
    route("/members/:memberId", "routes/shared/member.tsx"),
    route("/settings", "routes/shared/settings.tsx"),
    route("/outbox", "routes/shared/outbox.tsx"),
    route("/outbox/:mailId", "routes/shared/mail.tsx"),
    route("/audit", "routes/shared/audit.tsx"),
  ]),
  route("/appearance", "routes/shared/appearance.ts"),
  route("/language", "routes/shared/language.ts"),
  route("/styleguide", "routes/shared/styleguide/page.tsx"),
  route("*", "routes/shared/not-found.tsx"),
];

export default [...controllerSide, ...processorSide, ...shared] satisfies RouteConfig;
