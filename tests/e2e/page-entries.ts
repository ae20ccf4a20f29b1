// data table
export type World = { controller: string; processor: string };
/** A page of the portal as somebody sees it who has something to see. `id` is SQL for the row its address names, with the organisation that looks at it; `then` for a second row in the address. */
export type PageEntry = { for: "nobody" | "person" | "controller" | "processor"; id?: string; query?: string; token?: "reset" | "invitation" | "first-run" };

const mostAgreements = "select id from organisation where is_controller order by (select count(*) from agreement where controller_id = organisation.id) desc, name limit 1";
const ofController = (table: string, more = "true", order = "created_at") => `select id, controller_id as organisation from ${table} where ${more} order by (controller_id = (${mostAgreements})) desc, ${order} limit 1`;
const supervision = (states: string, side: "controller" | "processor", more = "true") =>
  `select id, ${side}_id as organisation from supervision where state in (${states}) and ${more} order by (controller_id = (${mostAgreements})) desc, created_at limit 1`;

/** Every page of the portal. A page that is not here fails the suite. */
export const PAGE_ENTRIES: Record<string, PageEntry> = {
  "/": { for: "person" },
  "/sign-in": { for: "nobody", query: "?next=/inbox" },
  "/reset": { for: "nobody" },
  "/reset/:token": { for: "nobody", token: "reset" },
  "/first-run/:token": { for: "nobody", token: "first-run" },
  "/invitations/:token": { for: "nobody", token: "invitation" },
  "/styleguide": { for: "nobody" },
  "/*": { for: "nobody" },
  "/account": { for: "controller" },
  "/members": { for: "controller" },
  "/members/invite": { for: "controller" },
  "/members/:memberId": { for: "controller", id: `select id, organisation_id as organisation from membership where organisation_id = (${mostAgreements}) order by created_at limit 1` },
  "/settings": { for: "controller" },
  "/outbox": { for: "controller" },
  "/outbox/:mailId": { for: "controller", id: `select id, organisation_id as organisation from outbox order by (organisation_id = (${mostAgreements})) desc, created_at limit 1` },
  "/audit": { for: "controller" },
  "/overview": { for: "controller" },
  "/processors": { for: "controller" },
  "/processors/new": { for: "controller", query: "?q=data" },
  "/processors/:processorId": { for: "controller", id: ofController("processor") },
  "/processors/:processorId/edit": { for: "controller", id: ofController("processor") },
  "/agreements": { for: "controller" },
  "/agreements/new": { for: "controller" },
  "/agreements/:agreementId": { for: "controller", id: ofController("agreement", "points >= 7") },
  "/agreements/:agreementId/edit": { for: "controller", id: ofController("agreement", "points >= 7") },
  "/agreements/:agreementId/score": { for: "controller", id: ofController("agreement", "points >= 7") },
  "/agreements/:agreementId/concept": { for: "controller", id: ofController("agreement", "id in (select agreement_id from concept_choice)") },
  "/agreements/:agreementId/concerns": { for: "controller", id: "select agreement_id as id, controller_id as organisation from concern limit 1" },
  "/agreements/:agreementId/reassessment": { for: "controller", id: "select agreement_id as id, controller_id as organisation from reassessment order by (state = 'open') desc limit 1" },
  "/agreements/:agreementId/plan": { for: "controller", id: "select agreement_id as id, controller_id as organisation from plan_line where removed_at is null order by (kind = 'supplement') desc, created_at limit 1" },
  "/supervisions": { for: "controller" },
  "/supervisions/new": { for: "controller", id: ofController("agreement", "points is not null and concept > 1"), query: "?agreement=:id" },
  "/supervisions/:supervisionId": { for: "controller", id: supervision("'answering', 'sent'", "controller") },
  "/supervisions/:supervisionId/request": { for: "controller", id: supervision("'draft'", "controller") },
  "/supervisions/:supervisionId/withdraw": { for: "controller", id: supervision("'draft', 'sent', 'answering'", "controller") },
  "/supervisions/:supervisionId/assessment": { for: "controller", id: supervision("'assessing'", "controller") },
  "/supervisions/:supervisionId/conclude": { for: "controller", id: supervision("'assessing'", "controller") },
  "/supervisions/:supervisionId/package": { for: "controller", id: "select supervision_id as id, controller_id as organisation from package limit 1" },
  "/findings": { for: "controller" },
  "/findings/:findingId": { for: "controller", id: ofController("finding", "state in ('open', 'agreed')", "raised_at") },
  "/catalogues": { for: "controller", query: "?q=kryptering" },
  "/catalogues/import": { for: "controller" },
  "/catalogues/:catalogueId": { for: "controller", id: "select id, organisation_id as organisation from own_catalogue order by version desc limit 1" },
  "/catalogues/:catalogueId/changes": { for: "controller", id: "select id, organisation_id as organisation from own_catalogue order by version desc limit 1" },
  "/inbox": { for: "processor" },
  "/inbox/:supervisionId": { for: "processor", id: supervision("'answering', 'sent'", "processor") },
  "/inbox/:supervisionId/answer": { for: "processor", id: supervision("'answering', 'sent'", "processor", "concept > 2") },
  "/inbox/:supervisionId/sign": { for: "processor", id: supervision("'answering', 'sent'", "processor") },
  "/inbox/:supervisionId/receipt": { for: "processor", id: supervision("'submitted', 'assessing', 'concluded'", "processor") },
  "/inbox/:supervisionId/messages": { for: "processor", id: "select s.id, s.processor_id as organisation from clarification c join supervision s on s.id = c.supervision_id limit 1" },
  "/inbox/:supervisionId/conclusion": { for: "processor", id: supervision("'concluded'", "processor") },
  "/own-breaches": { for: "processor" },
  "/own-breaches/new": { for: "processor" },
  "/own-breaches/:breachId": { for: "processor", id: "select b.id, b.processor_id as organisation from breach b join breach_notice n on n.breach_id = b.id order by b.aware_at limit 1" },
  "/inbox/:supervisionId/findings/:findingId": {
    for: "processor", id: `select supervision_id as id, processor_id as organisation, id as "then" from finding where released_at is not null and state in ('open', 'agreed') order by raised_at limit 1`,
  },
  "/documents": { for: "processor" },
};
