/** How a word is coloured; the word itself always says it too. */
export type Tone = "good" | "caution" | "bad" | "neutral";
export type Rated = { word: string; tone: Tone };

export type PartyView = { name: string; cvr: string; contact?: string };
export type AnswerView = {
  question: string;
  /** What the processor answered, in the words of the questionnaire. */
  answer: string;
  comment?: string;
  /** Evidence by its number in the file list, with name. */
  evidence: readonly string[];
  claimed?: Rated;
  /** The level that counts where a person gave it, and where the rules did by the answer alone. */
  assessed?: Rated;
  byAnswer?: Rated;
  /** Who gave the level and when, or that nobody did; with an earlier verdict on an answer that was given anew since. */
  assessedBy?: string;
  /** The assessor's reason for another level, or for accepting "not applicable", where it is about this answer. */
  reason?: string;
  /** "22. nov. 2026, Karen Holm: …", oldest first. */
  clarifications: readonly string[];
};
export type FindingView = {
  title: string;
  severity: Rated;
  state: Rated;
  rule: string;
  source: string;
  explanation: string;
  measure?: string;
  owner?: string;
  due?: string;
  /** The same fact in an earlier supervision, and what came of it. */
  previous?: string;
  /** The processor's words that the measure is done, oldest first; why it was sent back; what was seen of its effect. */
  reports?: readonly string[];
  sentBack?: string;
  effectiveness?: string;
  /** Each decision: when, by whom, from what to what, why. */
  history?: readonly string[];
};
/** A card: what it is about, coloured words, facts. */
export type CardView = { title: string; rated: readonly { label: string; value: Rated }[]; facts: readonly (readonly [label: string, value: string])[] };
/** A section whose labels are words already, part by part; a column's width is its share. */
export type SectionView = {
  title: string;
  parts: readonly ({ facts: CardView["facts"] } | { cards: readonly CardView[] } | { columns: readonly { title: string; width: number }[]; rows: readonly (readonly string[])[] })[];
};
type ScoreTotal = { weight: string; claimedPoints: string; assessedPoints: string };
export type ScoreView = {
  /** Page by page; the sums of the pages add up to the total. */
  groups: readonly {
    title: string;
    rows: readonly { question: string; weight: string; claimed: string; claimedPoints: string; assessed: string; assessedPoints: string }[];
    total: ScoreTotal;
    claimedScore: string;
    assessedScore: string;
  }[];
  total: ScoreTotal;
  /** "17,5 / 20 × 100 = 88", or the words that say that nothing could be scored. */
  claimedSum: string;
  assessedSum: string;
  /** How many of the answers a person has assessed. */
  byPerson: string;
};

/** Everything the report says about one supervision, in its language: dates, numbers and states are already words. */
export type ReportView = {
  language: "da" | "en";
  title: string;
  subtitle: string;
  reference: string;
  createdAt: Date;
  controller: PartyView;
  processor: PartyView;
  agreement: { title: string; version: string; purpose: string; dataCategories: string; personCategories: string; persons: string; specialRequirements: readonly string[]; contract?: string };
  points: { rows: readonly { letter: string; criterion: string; reason: string; points: string }[]; total: string; band: string; allowed: string; ruleSet: string };
  concept: { name: string; choice: string; thisTime?: string; deviation?: string };
  period: string;
  /** How often and why, and what the agreement was held against; null where nothing is planned or checked. */
  plan: SectionView | null;
  checks: SectionView | null;
  request: { sent: string; recipient: string; due: string; questionnaire: string; fingerprint: string; message: string; round?: string };
  /** What was done because no answer came, with that of a supervision this one took over from. */
  ladder: readonly { when: string; what: string; told: string }[];
  submissions: readonly { when: string; who: string; declaration: string }[];
  answers: readonly AnswerView[];
  score: ScoreView | null;
  findings: readonly FindingView[];
  /** Those on the agreement itself. */
  agreementFindings: readonly FindingView[];
  breaches: SectionView | null;
  conclusion: { outcome: Rated; reason: string; proposal: string; assessedBy: string; decidedBy: string; decidedOn: string } | null;
  correspondence: readonly { when: string; from: string; to: string; subject: string }[];
  files: readonly { number: string; name: string; path: string; size: string; handedIn: string; sha256: string }[];
  audit: readonly { when: string; who: string; what: string }[];
};

/** The fixed words of the report (app/text/{da,en}). */
export type ReportLabels = {
  kicker: string;
  page: (page: number, of: number) => string;
  created: string;
  sections: Record<"parties" | "points" | "request" | "answers" | "score" | "findings" | "conclusion" | "correspondence" | "files" | "audit" | "ladder" | "agreementFindings", string>;
  none: Record<"specialRequirements" | "score" | "findings" | "conclusion" | "correspondence" | "files" | "answers" | "audit", string>;
  party: Record<"controller" | "processor" | "cvr" | "contact", string>;
  agreement: Record<"title" | "version" | "purpose" | "dataCategories" | "personCategories" | "persons" | "specialRequirements" | "contract", string>;
  points: Record<"criterion" | "reason" | "points" | "total" | "band" | "allowed" | "concept" | "choice" | "thisTime" | "deviation" | "period" | "ruleSet", string>;
  request: Record<"sent" | "recipient" | "due" | "questionnaire" | "fingerprint" | "message" | "submitted" | "round", string>;
  answer: Record<"answer" | "comment" | "evidence" | "reason" | "clarifications" | "claimed" | "assessed" | "byAnswer" | "assessedBy", string>;
  score: Record<"question" | "weight" | "claimed" | "assessed" | "points" | "total" | "claimedSum" | "assessedSum" | "byPerson", string>;
  finding: Record<"severity" | "state" | "rule" | "source" | "explanation" | "measure" | "owner" | "due" | "previous" | "reports" | "sentBack" | "effectiveness" | "history", string>;
  conclusion: Record<"outcome" | "reason" | "proposal" | "assessedBy" | "decidedBy" | "decidedOn", string>;
  ladder: Record<"when" | "what" | "told", string>;
  correspondence: Record<"when" | "from" | "to" | "subject", string>;
  files: Record<"number" | "name" | "size" | "handedIn" | "check", string>;
  audit: Record<"when" | "who" | "what", string>;
};
