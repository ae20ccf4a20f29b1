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
  errors,
};
