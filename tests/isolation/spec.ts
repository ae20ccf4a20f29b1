// data table
import { SPARE, SPARE_AGREEMENT } from "./world.ts";

/** A row as the owner reads it. */
export type Row = Record<string, unknown>;
/** Who asks: the organisation and the person in the transaction's context. */
export type Asker = { organisation: string; person: string };
type Rule = (row: Row, who: Asker) => boolean;

/**
 * What each table's rows allow, written from the requirements (product.md, security.md §1.3), not from the policies. `writer` names the
 * column of the organisation that writes the row: moving it there must fail. `touch` is a column that may be set to itself; `copy` gives
 * a second row new keys. Nothing may ever be deleted.
 */
export type TableSpec = { key: string[]; writer: string; touch: string; read: Rule; insert: Rule; update: Rule; copy: (row: Row) => Row };

const never: Rule = () => false;
const is = (column: string): Rule => (row, who) => row[column] === who.organisation;
const either = (...rules: Rule[]): Rule => (row, who) => rules.some((rule) => rule(row, who));
const both = (...rules: Rule[]): Rule => (row, who) => rules.every((rule) => rule(row, who));
const set = (column: string): Rule => (row) => row[column] !== null;

const controller = is("controller_id");
const processor = is("processor_id");
const own = is("organisation_id");
const parties = either(controller, processor);

const newId = () => ({ id: crypto.randomUUID() });
const onSpare = (row: Row) => ({ supervision_id: SPARE[String(row.controller_id)] });

const table = (given: Partial<TableSpec>): TableSpec => ({ key: ["id"], writer: "controller_id", touch: given.key?.[0] ?? "id", read: never, insert: never, update: never, copy: newId, ...given });
/** A controller's own matter, never seen by a processor. */
const privateToController = (given: Partial<TableSpec> = {}) => table({ read: controller, insert: controller, update: controller, ...given });

export const SPEC: Record<string, TableSpec> = {
  // The runtime role has no right to these: they are reached through allow-listed functions only.
  person: table({ writer: "id" }),
  session: table({ key: ["id_hash"], writer: "person_id", copy: () => ({ id_hash: crypto.randomUUID() }) }),
  one_time_token: table({ key: ["hash"], writer: "person_id", copy: () => ({ hash: crypto.randomUUID() }) }),

  organisation: table({ writer: "id", touch: "name", read: is("id"), update: is("id") }),
  membership: table({ writer: "organisation_id", touch: "roles", read: either(own, (row, who) => row.person_id === who.person), update: own }),
  invitation: table({ writer: "organisation_id", touch: "email", read: own, insert: own, update: own, copy: () => ({ ...newId(), token_hash: crypto.randomUUID() }) }),
  outbox: table({ writer: "organisation_id", touch: "kind", read: own, insert: own, update: own, copy: () => ({ ...newId(), dedupe_key: crypto.randomUUID() }) }),
  audit_event: table({ writer: "organisation_id", touch: "action", read: own, copy: () => ({ id: String(1_000_000 + Math.floor(Math.random() * 1e9)) }) }),

  processor: privateToController({ touch: "name" }),
  agreement: privateToController({ touch: "title" }),
  special_requirement: privateToController({ touch: "text_da" }),
  risk_score: privateToController({ update: never, touch: "rule_set", copy: () => ({ ...newId(), version: Math.floor(Math.random() * 1e9) }) }),
  concept_choice: privateToController({ touch: "reason" }),
  concern: privateToController({ touch: "body" }),
  supervision_case: privateToController({ key: ["supervision_id"], touch: "points", copy: onSpare }),
  assessment: privateToController({ key: ["supervision_id", "question"], touch: "level", copy: () => ({ question: crypto.randomUUID() }) }),
  finding_decision: privateToController({ update: never, touch: "reason" }),
  package: privateToController({ touch: "state" }),
  agreement_version: privateToController({ update: never, touch: "changes", copy: () => ({ ...newId(), number: Math.floor(Math.random() * 1e9) }) }),
  agreement_limit: privateToController({ touch: "note" }),
  subprocessor: privateToController({ touch: "name" }),
  agreement_check: privateToController({ touch: "catalogue" }),
  agreement_check_item: privateToController({ key: ["check_id", "item"], touch: "reason", copy: () => ({ item: crypto.randomUUID() }) }),
  own_catalogue: table({ writer: "organisation_id", touch: "key", read: own, insert: own, update: own, copy: () => ({ ...newId(), key: crypto.randomUUID() }) }),
  own_questionnaire: privateToController({ touch: "title_da" }),
  own_questionnaire_version: privateToController({ update: never, touch: "note", copy: () => ({ ...newId(), number: Math.floor(Math.random() * 1e9) }) }),
  plan: privateToController({ key: ["agreement_id"], touch: "reason", copy: (row) => ({ agreement_id: SPARE_AGREEMENT[String(row.controller_id)] }) }),
  register_review: privateToController({ update: never, touch: "note", copy: () => ({ ...newId(), year: Math.floor(Math.random() * 1e9) }) }),
  plan_line: privateToController({ touch: "concept", copy: () => ({ ...newId(), kind: "supplement" }) }),
  reassessment: privateToController({ touch: "reason", copy: () => ({ ...newId(), state: "done" }) }),
  calendar_feed: table({ writer: "organisation_id", touch: "language", read: own, insert: own, update: own, copy: () => ({ ...newId(), token_hash: crypto.randomUUID() }) }),
  round: privateToController({ touch: "title" }),
  round_item: privateToController({ key: ["round_id", "agreement_id"], touch: "refusal", copy: (row) => ({ agreement_id: SPARE_AGREEMENT[String(row.controller_id)] }) }),
  escalation: privateToController({ touch: "reason", copy: () => ({ ...newId(), step: "reminder" }) }),
  breach_record: privateToController({ touch: "title" }),
  breach_record_agreement: privateToController({ key: ["record_id", "agreement_id"], touch: "disclosed_ref", copy: (row) => ({ agreement_id: SPARE_AGREEMENT[String(row.controller_id)] }) }),
  breach_inquiry: privateToController({ touch: "answer", copy: () => ({ ...newId(), number: Math.floor(Math.random() * 1e9) }) }),
  import_run: privateToController({ touch: "file_name" }),
  import_row: privateToController({ key: ["import_id", "position"], touch: "errors", copy: () => ({ position: Math.floor(Math.random() * 1e9) }) }),

  supervision: table({ touch: "title", read: either(controller, both(processor, set("sent_at"))), insert: controller, update: controller, copy: () => ({ ...newId(), state: "draft" }) }),
  request: table({ key: ["supervision_id"], touch: "message", read: either(controller, both(processor, set("sent_at"))), insert: controller, update: controller, copy: onSpare }),
  returned_question: table({ read: parties, insert: controller, touch: "reason", copy: () => ({ ...newId(), revision: Math.floor(Math.random() * 1e9) }) }),
  clarification: table({ touch: "question", read: parties, insert: controller, update: controller }),
  finding: table({ touch: "severity", read: either(controller, both(processor, set("released_at"))), insert: controller, update: controller, copy: () => ({ ...newId(), rule: crypto.randomUUID() }) }),
  conclusion: table({ key: ["supervision_id"], touch: "released_at", read: either(controller, both(processor, set("released_at"))), insert: controller, update: controller, copy: onSpare }),

  answer: table({ key: ["supervision_id", "question"], writer: "processor_id", touch: "comment", read: processor, insert: processor, update: processor, copy: () => ({ question: crypto.randomUUID() }) }),
  delegation: table({ writer: "processor_id", touch: "note", read: processor, insert: processor, update: processor, copy: () => ({ ...newId(), page: crypto.randomUUID() }) }),
  response: table({ key: ["supervision_id"], writer: "processor_id", touch: "answered", read: parties, insert: processor, update: processor, copy: onSpare }),
  evidence: table({ writer: "processor_id", touch: "name", read: either(processor, both(controller, set("released_at"))), insert: processor, update: processor }),
  submission: table({ writer: "processor_id", touch: "declaration", read: parties, insert: processor, copy: () => ({ ...newId(), revision: Math.floor(Math.random() * 1e6) + 2 }) }),
  breach: table({ writer: "processor_id", touch: "title", read: processor, insert: processor, update: processor }),
  breach_notice: table({ writer: "processor_id", touch: "number", read: parties, insert: processor, copy: () => ({ ...newId(), number: Math.floor(Math.random() * 1e9) }) }),
  finding_report: table({ writer: "processor_id", touch: "body", read: parties, insert: processor }),
  clarification_message: table({ writer: "author_id", touch: "body", read: parties, insert: is("author_id") }),
};
