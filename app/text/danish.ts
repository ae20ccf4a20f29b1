import frame from "./da/frame.json" with { type: "json" };
import words from "./da/words.json" with { type: "json" };
import auth from "./da/auth.json" with { type: "json" };
import agreement from "./da/agreement.json" with { type: "json" };
import supervision from "./da/supervision.json" with { type: "json" };
import questionnaire from "./da/questionnaire.json" with { type: "json" };
import processor from "./da/processor.json" with { type: "json" };
import overview from "./da/overview.json" with { type: "json" };
import assessment from "./da/assessment.json" with { type: "json" };
import finding from "./da/finding.json" with { type: "json" };
import mail from "./da/mail.json" with { type: "json" };
import evidence from "./da/evidence.json" with { type: "json" };
import organisation from "./da/organisation.json" with { type: "json" };
import audit from "./da/audit.json" with { type: "json" };
import report from "./da/report.json" with { type: "json" };
import limit from "./da/limit.json" with { type: "json" };
import check from "./da/check.json" with { type: "json" };
import catalogue from "./da/catalogue.json" with { type: "json" };
import builder from "./da/builder.json" with { type: "json" };
import offline from "./da/offline.json" with { type: "json" };
import plan from "./da/plan.json" with { type: "json" };
import round from "./da/round.json" with { type: "json" };
import breach from "./da/breach.json" with { type: "json" };
import imports from "./da/imports.json" with { type: "json" };
import country from "./da/country.json" with { type: "json" };
import errors from "./da/errors.json" with { type: "json" };
import type { Texts } from "./areas.ts";

/** All texts in Danish; its own chunk in the browser. */
export const texts: Texts = {
  frame,
  words,
  auth,
  agreement,
  supervision,
  questionnaire,
  processor,
  overview,
  assessment,
  finding,
  mail,
  evidence,
  organisation,
  audit,
  report,
  limit,
  check,
  catalogue,
  builder,
  offline,
  plan,
  round,
  breach,
  imports,
  country,
  errors,
};
