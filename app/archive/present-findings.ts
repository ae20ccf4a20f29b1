import type { TFunction } from "i18next";
import { findingWords } from "#app/supervision/finding/finding-words.ts";
import { presentFinding } from "#app/supervision/finding/present.ts";
import type { FindingNames } from "#app/supervision/finding/present.ts";
import { isRuleReason } from "#app/supervision/finding/rule-reasons.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { formatDate, formatDateTime } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";
import type { GatheredFinding } from "./gather-findings.server.ts";
import type { FindingView, Tone } from "./report-view.ts";

const severityTone: Record<string, Tone> = { critical: "bad", major: "bad", minor: "caution", notice: "neutral" };
const stateTone = (state: string): Tone => (state === "verified" ? "good" : state === "open" ? "bad" : state === "closed-not-a-gap" ? "neutral" : "caution");

/** One finding with its whole life; `names`: what its values refer to in the case, null for one on the agreement itself. */
export function reportFinding(row: GatheredFinding, names: FindingNames | null, language: Language, t: TFunction): FindingView {
  const day = (date: Date | string) => formatDate(date, language);
  const view = presentFinding(row, names);
  const { title, text } = findingWords(t, view, day);
  const { previous } = row;
  const reason = (said: string, to: string) => (isRuleReason(said) ? t(`finding:ruleReason.${said === "facts-changed" && to === "open" ? "facts-returned" : said}`) : said);
  const lines = {
    reports: row.reports.map(({ reportedAt, reportedByName, body, evidence }) => [`${formatDateTime(reportedAt, language)}, ${reportedByName}: ${body}`, ...evidence.map(({ name, sha256 }) => `${name} (SHA-256 ${sha256})`)].join("\n")),
    history: row.decisions.map(({ fromState, toState, reason: said, decidedByName, decidedAt }) => `${formatDateTime(decidedAt, language)}, ${decidedByName}: ${t(`words:finding.${fromState}`)} → ${t(`words:finding.${toState}`)}. ${reason(said, toState)}`.trim()),
  };
  return {
    title, explanation: [view.questionTitle, text].filter(Boolean).join(": "), rule: `${view.rule}, ${t("report:version", { version: row.ruleVersion })}`, source: sourceWords(t, view.source),
    severity: { word: t(`words:severity.${view.severity}`), tone: severityTone[view.severity] ?? "neutral" }, state: { word: t(`words:finding.${view.state}`), tone: stateTone(view.state) },
    ...(view.measure ? { measure: view.measure } : {}), ...(view.ownerName ? { owner: view.ownerName } : {}), ...(view.dueOn ? { due: day(view.dueOn) } : {}),
    ...(previous?.supervision?.concludedAt ? { previous: [t("report:previous", { at: day(previous.supervision.concludedAt), state: t(`words:finding.${previous.state}`) }), previous.measure].filter(Boolean).join(" ") } : {}),
    ...(row.sentBack ? { sentBack: row.sentBack } : {}), ...(row.effectiveness ? { effectiveness: row.effectiveness } : {}),
    ...(lines.reports.length > 0 ? { reports: lines.reports } : {}), ...(lines.history.length > 0 ? { history: lines.history } : {}),
  };
}
