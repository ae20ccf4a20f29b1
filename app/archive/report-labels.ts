import type { TFunction } from "i18next";
import { formatDateTime } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";
import type { ReportLabels } from "./report-view.ts";

const groups = {
  sections: ["parties", "points", "request", "answers", "score", "findings", "conclusion", "correspondence", "files", "audit", "ladder", "agreementFindings"],
  none: ["specialRequirements", "score", "findings", "conclusion", "correspondence", "files", "answers", "audit"],
  party: ["controller", "processor", "cvr", "contact"],
  agreement: ["title", "version", "purpose", "dataCategories", "personCategories", "persons", "specialRequirements", "contract"],
  points: ["criterion", "reason", "points", "total", "band", "allowed", "concept", "choice", "thisTime", "deviation", "period", "ruleSet"],
  request: ["sent", "recipient", "due", "questionnaire", "fingerprint", "message", "submitted", "round"],
  answer: ["answer", "comment", "evidence", "reason", "clarifications", "claimed", "assessed", "byAnswer", "assessedBy"],
  score: ["question", "weight", "claimed", "assessed", "points", "total", "claimedSum", "assessedSum", "byPerson"],
  finding: ["severity", "state", "rule", "source", "explanation", "measure", "owner", "due", "previous", "reports", "sentBack", "effectiveness", "history"],
  conclusion: ["outcome", "reason", "proposal", "assessedBy", "decidedBy", "decidedOn"],
  ladder: ["when", "what", "told"],
  correspondence: ["when", "from", "to", "subject"],
  files: ["number", "name", "size", "handedIn", "check"],
  audit: ["when", "who", "what"],
} as const;

/** The fixed words of the report in one language (app/text report.json). */
export function reportLabels(t: TFunction, language: Language, createdAt: Date): ReportLabels {
  const words = Object.fromEntries(Object.entries(groups).map(([group, names]) => [group, Object.fromEntries(names.map((name) => [name, t(`report:${group}.${name}`)]))]));
  return {
    ...(words as Omit<ReportLabels, "kicker" | "page" | "created">),
    kicker: t("report:kicker"),
    page: (page, of) => t("report:page", { page, of }),
    created: t("report:created", { at: formatDateTime(createdAt, language) }),
  };
}
