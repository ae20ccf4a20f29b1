import frame from "./en/frame.json" with { type: "json" };
import words from "./en/words.json" with { type: "json" };
import auth from "./en/auth.json" with { type: "json" };
import agreement from "./en/agreement.json" with { type: "json" };
import supervision from "./en/supervision.json" with { type: "json" };
import questionnaire from "./en/questionnaire.json" with { type: "json" };
import processor from "./en/processor.json" with { type: "json" };
import overview from "./en/overview.json" with { type: "json" };
import assessment from "./en/assessment.json" with { type: "json" };
import finding from "./en/finding.json" with { type: "json" };
import mail from "./en/mail.json" with { type: "json" };
import evidence from "./en/evidence.json" with { type: "json" };
import organisation from "./en/organisation.json" with { type: "json" };
import audit from "./en/audit.json" with { type: "json" };
import report from "./en/report.json" with { type: "json" };
import limit from "./en/limit.json" with { type: "json" };
import check from "./en/check.json" with { type: "json" };
import catalogue from "./en/catalogue.json" with { type: "json" };
import builder from "./en/builder.json" with { type: "json" };
import offline from "./en/offline.json" with { type: "json" };
import plan from "./en/plan.json" with { type: "json" };
import round from "./en/round.json" with { type: "json" };
import breach from "./en/breach.json" with { type: "json" };
import imports from "./en/imports.json" with { type: "json" };
import country from "./en/country.json" with { type: "json" };
import errors from "./en/errors.json" with { type: "json" };
import type { Texts } from "./areas.ts";

/** All texts in English; its own chunk in the browser. */
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
