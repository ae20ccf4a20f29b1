import phrases from "#questionnaires/phrases.v2.json" with { type: "json" };
import { limitKind } from "#app/domain/limits/limit-kinds.ts";
import type { Concept, Ground, Localized } from "../types.ts";
import type { AgreedProcedure } from "./agreed.ts";
import { placeOf } from "./agreed-questions.ts";
import { agreementFile } from "./block-files.ts";
import type { Placed } from "./block.ts";
import { isAsked, limitGround } from "./concept-questions.ts";
import { fill, joinLines } from "./fill.ts";
import { limitNumbers } from "./limit-numbers.ts";
import { clauseWords, everyPhrase, labelOf, limitLine } from "./limit-words.ts";
import type { KindOfLimit } from "./limit-words.ts";

/** The procedures of an agreement that a concept brings anyway: the request is itself the statement, the status, the certificate. */
const broughtBy: Readonly<Record<string, Concept>> = { "auditor-statement": 5, "written-status": 3, certification: 4 };
const isBrought = (kind: string, parts: readonly Concept[]) => broughtBy[kind] !== undefined && parts.includes(broughtBy[kind]);
/** Limits that are told beneath the question about a procedure. */
const ofProcedure: Readonly<Record<string, readonly string[]>> = {
  "auditor-statement": ["auditor-statement", "statement-sending"], "written-status": ["status"], "physical-visit": ["physical-visit"],
  "subprocessor-statement": ["subprocessor-statement", "subprocessor-statement-sending"], "subprocessor-visit": ["subprocessor-visit"],
};

/** One question per way of supervision that the agreement demands beyond the concept (001 bilag C.5, C.6). */
export function procedureQuestions(procedures: readonly AgreedProcedure[], parts: readonly Concept[], limits: readonly KindOfLimit[]): Placed[] {
  const kinds = [...new Set(procedures.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const block = agreementFile.procedures[kind];
    if (!block || isBrought(kind, parts)) return [];
    const agreed = procedures.filter((one) => one.kind === kind);
    const beneath = limits.filter((one) => ofProcedure[kind]?.includes(one.kind) && one.kind.endsWith("sending")).flatMap(({ rows }) => rows.map(limitLine));
    const lines = joinLines([...agreed.map(howOften), ...beneath]);
    return [placeOf(fill(block, { lines: lines! }), { kind: "procedure", key: kind, source: agreed[0]!.source, text: joinLines([block.elements[0]!.title, lines])! })];
  });
}

/** The limits that no other question is about: whether they were kept, and what may be asked for. Nothing at few points. */
export function limitQuestions(limits: readonly KindOfLimit[], facts: { points: number | null; told: ReadonlySet<string>; parts: readonly Concept[]; procedures: readonly AgreedProcedure[] }): Placed[] {
  const withProcedure = Object.entries(ofProcedure).flatMap(([kind, kinds]) => (isBrought(kind, facts.parts) || facts.procedures.some((one) => one.kind === kind) ? kinds : []));
  const left = limits.filter(({ kind }) => !facts.told.has(kind) && !withProcedure.includes(kind));
  const onRequest = left.filter(({ kind }) => limitKind(kind)?.group === "documentation" && kind !== "contact-change" || kind === "subprocessor-agreement-copy");
  const kept = left.filter((one) => !onRequest.includes(one));
  return [
    ...(kept.length > 0 && isAsked(agreementFile.limits, facts.points) ? [limitsMet(kept, facts.parts)] : []),
    ...(onRequest.length > 0 && isAsked(agreementFile.copies, facts.points) ? [copies(onRequest)] : []),
  ];
}

const requirementOf: Readonly<Record<string, string>> = { breach: "G6", security: "G2", access: "G2", subprocessors: "G3", instruction: "X-A", end: "G7", documentation: "G8", supervision: "G8" };

function limitsMet(kept: readonly KindOfLimit[], parts: readonly Concept[]): Placed {
  const lines = joinLines([phrases.limitLead, ...kept.flatMap(({ rows }) => rows.map(limitLine))]);
  const block = fill(agreementFile.limits, { lines: lines! });
  const [question, ...rest] = block.elements;
  const requirements = [...new Set(kept.map(({ kind }) => requirementOf[limitKind(kind)?.group ?? "security"] ?? "G2"))].toSorted();
  const scoring = Object.fromEntries(Object.entries(block.scoring ?? {}).map(([name, rule]) => [name, { ...rule, requirements, source: sourcesOf(kept) }]));
  // A statement made against this very agreement shows its limits; one against general criteria does not (004:481-482).
  const visibleIf = parts.includes(5) ? "{criteria} notempty and {criteria} <> 'specific-agreement'" : undefined;
  const grounds = kept.flatMap(({ kind, rows }) => rows.slice(0, 1).map((row): Ground => limitGround(row, question!.name, kind)));
  const notKept = `{${question!.name}} anyof ['partly', 'no']`;
  const numbers = limitNumbers(kept, visibleIf ? `(${visibleIf}) and ${notKept}` : notKept);
  return { ...block, elements: [{ ...question!, ...(visibleIf ? { visibleIf } : {}) }, ...numbers, ...rest], scoring, grounds };
}

function copies(onRequest: readonly KindOfLimit[]): Placed {
  const said = onRequest.flatMap(({ kind, rows }) => rows.map((row) => fill(phrases.copyLine, { label: labelOf(kind), clause: clauseWords(row.source) })));
  return placeOf(fill(agreementFile.copies, { lines: joinLines([phrases.copyLead, ...said])! }), { kind: "procedure", key: "copies", source: sourcesOf(onRequest), text: joinLines([agreementFile.copies.elements[0]!.title, ...said])! });
}

const sourcesOf = (limits: readonly KindOfLimit[]) => [...new Set(limits.flatMap(({ rows }) => rows.map(({ source }) => source)))].join("; ").slice(0, 200).padEnd(3, " ");

function howOften({ everyMonths, source }: AgreedProcedure): Localized {
  const clause = clauseWords(source);
  return everyMonths === null ? fill(phrases.procedureWhenNeeded, { clause }) : fill(phrases.procedureEvery, { every: everyPhrase(everyMonths, "months"), clause });
}
