import type { TFunction } from "i18next";
import { bandOf } from "#app/domain/concept/concept.ts";
import type { Level } from "#app/domain/scoring/level.ts";
import { answerText, presentQuestionnaire } from "#app/questionnaire/present.ts";
import type { PlainQuestion } from "#app/questionnaire/present.ts";
import { questionOf } from "#app/questionnaire/evidence-slots.ts";
import { assessedItems, claimedItems } from "#app/supervision/assessment/case-facts.ts";
import { verdictsOf } from "#app/supervision/assessment/verdicts.ts";
import type { Verdict } from "#app/supervision/assessment/verdicts.ts";
import { findingNames } from "#app/supervision/finding/present.ts";
import { formatBytes, formatDate, formatDateTime, formatNumber } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";
import type { Gathered } from "./gather-case.server.ts";
import { presentChecks, presentContract, presentPlan } from "./present-agreement.ts";
import { presentBreaches } from "./present-breaches.ts";
import { reportFinding } from "./present-findings.ts";
import { presentScore } from "./present-score.ts";
import type { AnswerView, Rated, ReportView, Tone } from "./report-view.ts";

const levelTone: Record<Level, Tone> = { met: "good", partly: "caution", "not-met": "bad", "not-shown": "caution", unanswered: "bad", "not-applicable": "neutral" };
const outcomeTone: Record<string, Tone> = { "in-order": "good", "in-order-with-remarks": "caution", "not-in-order": "bad" };

/** Everything the report says about one case, in one language; `paths` are where its evidence lies in the package, in the order of `found.evidence`. */
export function presentReport(found: Gathered, paths: readonly string[], language: Language, t: TFunction, createdAt: Date): ReportView {
  const { agreement, score, choice, request, conclusion, caseFile, facts, steppedUp } = found;
  const day = (date: Date | string) => formatDate(date, language);
  const moment = (date: Date) => formatDateTime(date, language);
  const concept = [found.concept, ...found.supplements].map((part) => `${t("words:concept.number", { concept: part })}: ${t(`words:concept.short.${part}`)}`).join(" + ");
  const tick = (id: string) => t(`agreement:category.${id}`, { defaultValue: id });
  const band = bandOf(score.points);
  const reasons = score.reasons as Record<string, { reason?: string; because?: string[] } | undefined>;
  const because = (part: string) => [part === "a" ? formatNumber(score.personCount, language) : "", ...(reasons[part]?.because ?? []).map(tick), reasons[part]?.reason ?? ""].filter(Boolean).join(". ");
  const contract = presentContract(found, language, t);
  const { round } = found;
  const names = findingNames(facts.frozen, facts.answers, facts.agreement, language);
  return {
    language, createdAt,
    title: t("report:title", { processor: found.processorName }),
    subtitle: `${found.title} · ${concept}`,
    reference: found.id.slice(0, 8),
    controller: { name: found.controllerName, cvr: found.controller.cvr ?? "", contact: `${facts.agreement.contact.name}, ${facts.agreement.contact.email}` },
    processor: { name: found.processorName, cvr: agreement.processor.cvr ?? "", contact: `${request.recipientName}, ${request.recipientEmail}` },
    agreement: {
      title: agreement.title, version: String(caseFile.agreementVersion), purpose: agreement.purpose, dataCategories: agreement.dataCategories.map(tick).join(", "),
      personCategories: agreement.personCategories.map((id) => t(`agreement:person.${id}`, { defaultValue: id })).join(", "), persons: formatNumber(score.personCount, language),
      specialRequirements: facts.agreement.specialRequirements.map(({ textDa, textEn }) => (language === "en" && textEn ? textEn : textDa)),
      ...(contract ? { contract } : {}),
    },
    points: {
      rows: (["a", "b", "c", "d"] as const).map((part) => ({ letter: part.toUpperCase(), criterion: t(`words:points.parts.${part}`), reason: because(part), points: String(score[part]) })),
      total: String(score.points), band: t("words:points.band", { from: band.from, to: band.to }), allowed: band.allowed.join(", "), ruleSet: score.ruleSet,
    },
    concept: {
      name: concept,
      ...(steppedUp ? { thisTime: [t("supervision:escalation.thisTimeText", { from: steppedUp.fromConcept, to: steppedUp.toConcept, name: steppedUp.decidedByName ?? "", at: steppedUp.decidedAt ? day(steppedUp.decidedAt) : "" }), steppedUp.reason].filter(Boolean).join(" ") } : {}),
      choice: choice ? t(steppedUp ? "report:chosenOther" : "report:chosen", { concept: choice.concept, by: choice.chosenByName, at: day(choice.chosenAt) }) : "",
      ...(choice?.belowBand ? { deviation: t("report:deviation", { reason: choice.reason, by: choice.decidedByName ?? "" }) } : {}),
    },
    period: found.periodFrom && found.periodTo ? `${day(found.periodFrom)} – ${day(found.periodTo)}` : "",
    plan: presentPlan(found, language, t),
    checks: presentChecks(found, language, t),
    request: {
      sent: request.sentAt ? t("report:sentBy", { at: moment(request.sentAt), by: request.sentByName }) : "", recipient: `${request.recipientName}, ${request.recipientEmail}`,
      due: found.dueOn ? day(found.dueOn) : "", questionnaire: questionnaireAsked(found, language, t), fingerprint: request.questionnaireHash, message: request.message,
      ...(round ? { round: [round.title, round.startedAt ? t("report:sentBy", { at: moment(round.startedAt), by: round.startedByName }) : ""].filter(Boolean).join(", ") } : {}),
    },
    ladder: found.ladder.map(({ at, step, told, overdueDays, fromConcept, toConcept, state, decidedByName, reason }) => ({
      when: moment(at), told,
      what: [
        `${t(`supervision:escalation.step.${step}`, { from: fromConcept, to: toConcept })}, ${t("supervision:escalation.overdue", { count: overdueDays })}.`,
        state === "accepted" || state === "declined" ? t(`supervision:escalation.state.${state}`, { name: decidedByName ?? "" }) : "", reason,
      ].filter(Boolean).join(" "),
    })),
    submissions: found.submissions.map(({ submittedAt, signatoryName, signatoryTitle, declaration }) => ({ when: moment(submittedAt), who: [signatoryName, signatoryTitle].filter(Boolean).join(", "), declaration })),
    answers: presentAnswers(found, paths, language, t),
    score: presentScore(found, language, t),
    findings: found.findings.map((row) => reportFinding(row, names, language, t)),
    agreementFindings: found.ofAgreement.map((row) => reportFinding(row, null, language, t)),
    breaches: presentBreaches(found, language, t),
    conclusion: conclusion && {
      outcome: { word: t(`words:outcome.${conclusion.outcome}`), tone: outcomeTone[conclusion.outcome] ?? "neutral" }, reason: [caseFile.reason, conclusion.message].filter(Boolean).join("\n\n"),
      proposal: caseFile.proposal ? t(`words:outcome.${caseFile.proposal}`) : "", assessedBy: caseFile.assessedByName ?? "", decidedBy: conclusion.decidedByName, decidedOn: day(conclusion.decidedAt),
    },
    correspondence: found.mails.map(({ createdAt: at, toEmail, subject }) => ({ when: moment(at), from: found.controllerName, to: toEmail, subject })),
    files: found.evidence.map(({ name, size, sha256, uploadedAt }, index) => ({ number: String(index + 1).padStart(2, "0"), name, path: paths[index] ?? "", size: formatBytes(Number(size), language), handedIn: moment(uploadedAt), sha256 })),
    audit: found.audit.map(({ at, actorName, action }) => ({ when: moment(at), who: actorName, what: t(`audit:actions.${action}`, { defaultValue: action }) })),
  };
}

/** What was asked: the portal's questionnaire, the controller's own instead of it, or both. */
function questionnaireAsked({ facts: { frozen }, own }: Gathered, language: Language, t: TFunction): string {
  const ours = `${frozen.id.toUpperCase()}, ${t("report:version", { version: frozen.version })}`;
  if (!own) return ours;
  const { survey: { title } } = own.questionnaire;
  const theirs = t("report:own", { title: title[language] || title.da, version: own.number, at: formatDate(own.publishedAt, language), by: own.publishedByName });
  return frozen.concept === 6 ? theirs : `${ours}; ${theirs}`;
}

function presentAnswers(found: Gathered, paths: readonly string[], language: Language, t: TFunction): AnswerView[] {
  const { facts } = found;
  const say = { yes: t("questionnaire:yes"), no: t("questionnaire:no"), day: (iso: string) => formatDate(iso, language) };
  const rated = (level: Level): Rated => ({ word: t(`words:level.${level}`), tone: levelTone[level] });
  const claimed = new Map(claimedItems(facts).map(({ question, level }) => [question, level]));
  const assessed = new Map(assessedItems(facts).map(({ question, level }) => [question, level]));
  const verdicts = verdictsOf(found);
  const questions = presentQuestionnaire(facts.frozen, language, facts.answers, facts.evidence).pages.flatMap(({ items }) => items).filter(({ visible }) => visible);
  return questions.filter((item): item is PlainQuestion => item.type !== "file").map((question): AnswerView => {
    const answer = facts.answers[question.name];
    const verdict = verdicts.get(question.name);
    const [was, is] = [claimed.get(question.name), assessed.get(question.name)];
    return {
      question: question.title,
      answer: readAnswer(question, answer?.value, say),
      ...(answer?.comment ? { comment: answer.comment } : {}),
      evidence: found.evidence.flatMap((file, index) => (questionOf(file.question) === question.name && paths[index] ? [`${String(index + 1).padStart(2, "0")} · ${file.name}`] : [])),
      ...(was ? { claimed: rated(was) } : {}),
      ...(is && verdict ? { [verdict.standing ? "assessed" : "byAnswer"]: rated(is), assessedBy: whoAssessed(verdict, language, t) } : {}),
      ...(verdict?.standing?.reason ? { reason: verdict.standing.reason } : {}),
      clarifications: found.clarifications.filter((thread) => thread.question === question.name).flatMap(({ messages }) => messages.map(({ createdAt, authorName, body }) => `${formatDate(createdAt, language)}, ${authorName}: ${body}`)),
    };
  });
}

/** Who gave the level. A verdict on an answer that was given anew since is told of, but neither its level nor its reason counts. */
function whoAssessed({ standing, replaced }: Verdict, language: Language, t: TFunction): string {
  if (standing) return t("report:verdict.person", { name: standing.decidedByName, at: formatDate(standing.decidedAt, language) });
  if (!replaced) return t("report:verdict.rules");
  return t("report:verdict.replaced", { level: t(`words:level.${replaced.level}`).toLocaleLowerCase(language), name: replaced.decidedByName, at: formatDate(replaced.decidedAt, language) });
}

function readAnswer(question: PlainQuestion, value: unknown, say: Parameters<typeof answerText>[2]): string {
  if (question.type !== "paneldynamic") return answerText(question, value, say) ?? "–";
  const panels = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const lines = panels.map((panel, index) => [`${index + 1}.`, ...question.fields.map((field) => `${field.title}: ${answerText(field, panel[field.name], say) ?? "–"}`)].join("\n"));
  return lines.length > 0 ? lines.join("\n\n") : "–";
}
