import type { Verdict } from "#app/domain/agreement-check/verdicts.ts";
import { isThirdCountry } from "#app/domain/identity/countries.ts";
import { magnitudeOf } from "#app/domain/limits/limit-units.ts";
import type { Limit } from "#app/domain/limits/limit-units.ts";
import { strictestLimit } from "#app/domain/limits/strictest-limit.ts";
import type { AgreementFields, Subprocessor } from "../agreement-fields.ts";

/** What the agreement's own data says of an item: a verdict for a person to take or leave, why (texts check:suggestion), and the clause it is read from. */
export type Suggestion = { verdict: Verdict; why: string; values: Record<string, string | number>; source: string };
export type CheckedFacts = { fields: AgreementFields; limits: readonly Limit[]; subprocessors: readonly Subprocessor[] };

type Rule = (facts: CheckedFacts) => Suggestion | null;
const say = (verdict: Verdict, why: string, values: Suggestion["values"] = {}, source = ""): Suggestion => ({ verdict, why, values, source });
const short = (text: string) => (text.length > 120 ? `${text.slice(0, 117).trimEnd()}…` : text);
/** The longest an hour limit on breach notice may be (ABS-13). */
const MOST_HOURS = 24;

const agreed = (facts: CheckedFacts, kind: string) => facts.limits.filter((limit) => limit.kind === kind);
const hasLimit = (kind: string, why: string): Rule => (facts) => {
  const [found] = agreed(facts, kind);
  return found ? say("met", why, {}, found.source) : null;
};
const filled = (why: string, text: (facts: CheckedFacts) => string): Rule => (facts) => (text(facts).trim() === "" ? null : say("met", why, { text: short(text(facts).trim()) }));
const inUse = ({ subprocessors }: CheckedFacts) => subprocessors.filter(({ status }) => status !== "refused");

/** ABS-13: without undue delay; where hours are set, 24 at most. The strictest agreed limit counts. */
const breachNotice: Rule = (facts) => {
  const rows = agreed(facts, "breach-notice");
  const found = strictestLimit(rows, "breach-notice");
  if (rows.length === 0 || !found) return null;
  const hours = magnitudeOf(found.strictest);
  if (hours === null) return say("met", "breach-words", {}, found.strictest.source);
  return say(hours <= MOST_HOURS ? "met" : "not-met", hours <= MOST_HOURS ? "breach-hours" : "breach-too-long", { hours: Math.round(hours), most: MOST_HOURS }, found.strictest.source);
};

const listed: Rule = (facts) => {
  const names = [...new Set(inUse(facts).map(({ name }) => name))];
  return names.length === 0 ? say("not-relevant", "no-subprocessors") : say("met", "subprocessors-listed", { count: names.length, names: short(names.join(", ")) });
};
const flowDown: Rule = (facts) => (inUse(facts).length === 0 ? say("not-relevant", "no-subprocessors") : null);

/** ABS-27: each new one is approved; a general approval with a right to object is not that. */
const newOnes: Rule = ({ fields }) => (fields.approvalKind === "" ? null : fields.approvalKind === "specific" ? say("met", "approval-specific") : say("not-met", "approval-general"));
const someApproval: Rule = ({ fields }) => (fields.approvalKind === "" ? null : say("met", `approval-${fields.approvalKind}-enough`));

/** ABS-29: outside the EU the Commission's standard contract is in place. */
const standardContract: Rule = (facts) => {
  const outside = inUse(facts).filter(({ country }) => isThirdCountry(country));
  if (outside.length === 0) return inUse(facts).some(({ country }) => country === "") ? null : say("not-relevant", "none-outside");
  const without = outside.filter(({ transferGround }) => transferGround !== "scc");
  return without.length === 0 ? say("met", "all-scc", { count: outside.length }) : say("not-met", "without-scc", { names: short(without.map(({ name }) => name).join(", ")) });
};

const procedure = (kinds: readonly string[], why: string): Rule => ({ fields }) => {
  const found = fields.procedures.find(({ kind }) => kinds.includes(kind));
  return found ? say("met", why, {}, found.source) : null;
};
const payer = (kinds: readonly string[]): Rule => ({ fields }) => {
  const found = fields.procedures.find(({ kind, payer: pays }) => kinds.includes(kind) && pays !== "");
  return found ? say(found.payer === "processor" ? "met" : "not-met", `payer-${found.payer}`, {}, found.source) : null;
};
const categories: Rule = ({ fields }) => (fields.dataCategories.length > 0 && fields.personCategories.length > 0 ? say("met", "categories", { data: fields.dataCategories.length, persons: fields.personCategories.length }) : null);
const duration: Rule = ({ fields }) => (fields.duration.trim() !== "" ? say("met", "duration", { text: short(fields.duration.trim()) }) : fields.startsOn && fields.endsOn ? say("met", "duration-dates") : null);

/** By the ref of the item (catalogues guide-2021 and absalon-2019). */
const RULES: Readonly<Record<string, Rule>> = {
  G3: someApproval, G4: flowDown, G6: hasLimit("breach-notice", "breach-limit"), G7: hasLimit("return-and-erasure", "return-and-erasure"),
  "X-A": hasLimit("unlawful-instruction", "unlawful-instruction"),
  "ABS-5": filled("subject", ({ fields }) => fields.purpose), "ABS-6": categories, "ABS-7": filled("nature", ({ fields }) => fields.nature), "ABS-8": duration,
  "ABS-12": hasLimit("unlawful-instruction", "unlawful-instruction"), "ABS-13": breachNotice, "ABS-16": hasLimit("return-and-erasure", "return-and-erasure"),
  "ABS-17": hasLimit("return-and-erasure", "return-and-erasure"), "ABS-21": ({ fields }) => (fields.securityLevel === "" ? null : say("met", `level-${fields.securityLevel}`)),
  "ABS-25": hasLimit("backup", "backup"), "ABS-26": listed, "ABS-27": newOnes, "ABS-28": flowDown, "ABS-29": standardContract,
  "ABS-31": procedure(["questionnaire", "physical-visit"], "own-supervision"), "ABS-32": payer(["physical-visit", "questionnaire"]), "ABS-33": procedure(["auditor-statement"], "auditor-statement"),
  "ABS-34": payer(["auditor-statement"]),
};

/** What the agreement's data suggests for an item; null where it says nothing of it. Never set by itself: a person takes it. */
export function suggestVerdict(ref: string, facts: CheckedFacts): Suggestion | null {
  return (Object.hasOwn(RULES, ref) ? RULES[ref] : undefined)?.(facts) ?? null;
}
