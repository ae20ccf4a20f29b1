import type { AnswerView, FindingView, Rated, ReportLabels, ReportView, SectionView } from "./report-view.ts";

export type Fact = readonly [label: string, value: string];
export type Column = { title: string; width: number; align?: "left" | "right" };
export type Block =
  | { kind: "title"; kicker: string; title: string; subtitle: string }
  | { kind: "verdict"; label: string; outcome: Rated; line: string; text: string }
  | { kind: "section"; title: string }
  | { kind: "facts"; facts: readonly Fact[] }
  | { kind: "columns"; left: readonly Fact[]; right: readonly Fact[] }
  | { kind: "text"; text: string; quiet?: boolean }
  | { kind: "quote"; label: string; text: string }
  | { kind: "table"; columns: readonly Column[]; rows: readonly (readonly string[])[]; foot?: readonly string[] }
  | { kind: "card"; number: string; title: string; rated: readonly { label: string; value: Rated }[]; facts: readonly Fact[] };

const lines = (texts: readonly string[]) => texts.join("\n");
const filled = (facts: readonly (readonly [string, string | undefined])[]): Fact[] => facts.flatMap(([label, value]) => (value?.trim() ? [[label, value] as const] : []));

function answerCard(answer: AnswerView, index: number, { answer: words }: ReportLabels): Block {
  const rated = [{ label: words.claimed, value: answer.claimed }, { label: words.assessed, value: answer.assessed }, { label: words.byAnswer, value: answer.byAnswer }];
  return {
    kind: "card", number: String(index + 1), title: answer.question,
    rated: rated.flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
    facts: filled([
      [words.answer, answer.answer], [words.comment, answer.comment], [words.evidence, lines(answer.evidence)],
      [words.assessedBy, answer.assessedBy], [words.reason, answer.reason], [words.clarifications, lines(answer.clarifications)],
    ]),
  };
}

function findingCard(finding: FindingView, index: number, { finding: words }: ReportLabels): Block {
  return {
    kind: "card", number: String(index + 1), title: finding.title,
    rated: [{ label: words.severity, value: finding.severity }, { label: words.state, value: finding.state }],
    facts: filled([
      [words.explanation, finding.explanation], [words.source, finding.source], [words.rule, finding.rule],
      [words.measure, finding.measure], [words.owner, finding.owner], [words.due, finding.due], [words.previous, finding.previous], [words.reports, finding.reports?.join("\n")],
      [words.sentBack, finding.sentBack], [words.effectiveness, finding.effectiveness], [words.history, finding.history?.join("\n")],
    ]),
  };
}

function agreementBlocks(view: ReportView, { sections, party, agreement: words, none }: ReportLabels): Block[] {
  const facts = (name: string, of: ReportView["controller"]) => filled([[name, of.name], [party.cvr, of.cvr], [party.contact, of.contact]]);
  const { agreement } = view;
  return [
    { kind: "section", title: sections.parties },
    { kind: "columns", left: facts(party.controller, view.controller), right: facts(party.processor, view.processor) },
    { kind: "facts", facts: filled([
      [words.title, agreement.title], [words.version, agreement.version], [words.purpose, agreement.purpose], [words.dataCategories, agreement.dataCategories],
      [words.personCategories, agreement.personCategories], [words.persons, agreement.persons],
      [words.contract, agreement.contract],
      [words.specialRequirements, lines(agreement.specialRequirements) || none.specialRequirements],
    ]) },
  ];
}

function pointsBlocks({ points, concept, period }: ReportView, { sections, points: words }: ReportLabels): Block[] {
  return [
    { kind: "section", title: sections.points },
    { kind: "table",
      columns: [{ title: "", width: 4 }, { title: words.criterion, width: 32 }, { title: words.reason, width: 52 }, { title: words.points, width: 12, align: "right" }],
      rows: points.rows.map((row) => [row.letter, row.criterion, row.reason, row.points]), foot: ["", words.total, points.ruleSet, points.total] },
    { kind: "facts", facts: filled([
      [words.band, points.band], [words.allowed, points.allowed], [words.concept, concept.name], [words.thisTime, concept.thisTime], [words.choice, concept.choice],
      [words.deviation, concept.deviation], [words.period, period],
    ]) },
  ];
}

function scoreBlocks({ score }: ReportView, { sections, score: words, none }: ReportLabels): Block[] {
  if (!score) return [{ kind: "section", title: sections.score }, { kind: "text", text: none.score, quiet: true }];
  const number = (title: string, width: number) => ({ title, width, align: "right" as const });
  return [
    { kind: "section", title: sections.score },
    ...score.groups.map(({ title, rows, total, claimedScore, assessedScore }): Block => ({
      kind: "table",
      columns: [{ title: title || words.question, width: 38 }, number(words.weight, 8), { title: words.claimed, width: 19 }, number(words.points, 8), { title: words.assessed, width: 19 }, number(words.points, 8)],
      rows: rows.map((row) => [row.question, row.weight, row.claimed, row.claimedPoints, row.assessed, row.assessedPoints]),
      foot: [words.total, total.weight, claimedScore, total.claimedPoints, assessedScore, total.assessedPoints],
    })),
    { kind: "facts", facts: [[words.claimedSum, score.claimedSum], [words.assessedSum, score.assessedSum], [words.byPerson, score.byPerson]] },
  ];
}

/** A section that is there only where it has something to say. */
function sectionBlocks(section: SectionView | null): Block[] {
  if (section === null) return [];
  return [
    { kind: "section", title: section.title },
    ...section.parts.flatMap((part): Block[] => {
      if ("rows" in part) return [{ kind: "table", columns: part.columns, rows: part.rows }];
      if ("facts" in part) return [{ kind: "facts", facts: filled(part.facts) }];
      return part.cards.map((card, index) => ({ kind: "card", number: String(index + 1), title: card.title, rated: card.rated, facts: filled(card.facts) }));
    }),
  ];
}

/** Shown only where an answer did not come: evidence that it was followed up. */
function ladderBlocks({ ladder }: ReportView, { sections, ladder: words }: ReportLabels): Block[] {
  if (ladder.length === 0) return [];
  return [
    { kind: "section", title: sections.ladder },
    { kind: "table", columns: [{ title: words.when, width: 20 }, { title: words.what, width: 52 }, { title: words.told, width: 28 }], rows: ladder.map(({ when, what, told }) => [when, what, told]) },
  ];
}

function requestBlocks({ request, submissions }: ReportView, { sections, request: words }: ReportLabels): Block[] {
  const message: Block[] = request.message ? [{ kind: "quote", label: words.message, text: request.message }] : [];
  return [
    { kind: "section", title: sections.request },
    { kind: "facts", facts: filled([[words.sent, request.sent], [words.recipient, request.recipient], [words.due, request.due], [words.questionnaire, request.questionnaire], [words.fingerprint, request.fingerprint], [words.round, request.round]]) },
    ...message,
    { kind: "facts", facts: submissions.map(({ when, who, declaration }) => [words.submitted, `${when}, ${who}\n${declaration}`] as const) },
  ];
}

/** The report in reading order, still without a page: what is decided first, then what it rests on. */
export function reportBlocks(view: ReportView, labels: ReportLabels): Block[] {
  const { sections, none, conclusion: words } = labels;
  const orNone = (title: string, blocks: Block[], without: string): Block[] => [{ kind: "section", title }, ...(blocks.length ? blocks : [{ kind: "text" as const, text: without, quiet: true }])];
  const { conclusion } = view;
  return [
    { kind: "title", kicker: labels.kicker, title: view.title, subtitle: view.subtitle },
    conclusion
      ? { kind: "verdict", label: words.outcome, outcome: conclusion.outcome, line: `${conclusion.decidedOn} · ${conclusion.decidedBy}`, text: conclusion.reason }
      : { kind: "text", text: none.conclusion, quiet: true },
    ...agreementBlocks(view, labels),
    ...pointsBlocks(view, labels),
    ...sectionBlocks(view.plan),
    ...sectionBlocks(view.checks),
    ...requestBlocks(view, labels),
    ...ladderBlocks(view, labels),
    ...orNone(sections.answers, view.answers.map((answer, index) => answerCard(answer, index, labels)), none.answers),
    ...scoreBlocks(view, labels),
    ...orNone(sections.findings, view.findings.map((finding, index) => findingCard(finding, index, labels)), none.findings),
    ...(view.agreementFindings.length ? [{ kind: "section" as const, title: sections.agreementFindings }, ...view.agreementFindings.map((finding, index) => findingCard(finding, index, labels))] : []),
    ...sectionBlocks(view.breaches),
    ...orNone(sections.conclusion, conclusion ? [{ kind: "facts", facts: filled([
      [words.outcome, conclusion.outcome.word], [words.reason, conclusion.reason], [words.proposal, conclusion.proposal],
      [words.assessedBy, conclusion.assessedBy], [words.decidedBy, conclusion.decidedBy], [words.decidedOn, conclusion.decidedOn],
    ]) }] : [], none.conclusion),
    ...orNone(sections.correspondence, view.correspondence.length ? [{ kind: "table",
      columns: [{ title: labels.correspondence.when, width: 21 }, { title: labels.correspondence.from, width: 21 }, { title: labels.correspondence.to, width: 28 }, { title: labels.correspondence.subject, width: 30 }],
      rows: view.correspondence.map(({ when, from, to, subject }) => [when, from, to, subject]) }] : [], none.correspondence),
    ...orNone(sections.files, view.files.length ? [{ kind: "table",
      columns: [{ title: labels.files.number, width: 6 }, { title: labels.files.name, width: 80 }, { title: labels.files.size, width: 14, align: "right" }],
      rows: view.files.map((file) => [file.number, `${file.name}\n${labels.files.handedIn} ${file.handedIn}\n${file.path}\n${file.sha256}`, file.size]) },
      { kind: "text", text: labels.files.check, quiet: true }] : [], none.files),
    ...orNone(sections.audit, view.audit.length ? [{ kind: "table",
      columns: [{ title: labels.audit.when, width: 20 }, { title: labels.audit.who, width: 26 }, { title: labels.audit.what, width: 54 }],
      rows: view.audit.map(({ when, who, what }) => [when, who, what]) }] : [], none.audit),
  ];
}
