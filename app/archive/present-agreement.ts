import type { TFunction } from "i18next";
import { missesOf } from "#app/domain/agreement-check/verdicts.ts";
import { formatDate } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";
import { contractFiles } from "./agreement-files.ts";
import type { Gathered } from "./gather-case.server.ts";
import type { SectionView } from "./report-view.ts";

const KNOWN_MONTHS = [3, 6, 12, 18, 24, 36, 48];

/** How often the agreement is supervised and why; null where nothing is planned. */
export function presentPlan({ plan, concerns, id }: Pick<Gathered, "plan" | "concerns" | "id">, language: Language, t: TFunction): SectionView | null {
  const day = (date: Date | string) => formatDate(date, language);
  const every = (months: number | null) => (months === null ? t("plan:every.none") : KNOWN_MONTHS.includes(months) ? t(`plan:every.${months}`) : t("plan:every.other", { months }));
  const { said, steps, check } = plan;
  const lines = plan.lines.filter(({ removedAt, opened }) => removedAt === null || opened);
  if (lines.length === 0 && said.version === 0) return null;
  const reasoned = lines.some(({ reason }) => reason !== "");
  const asked = concerns.filter(({ supervisionId }) => supervisionId === id);
  const name = (concept: number) => `${t("words:concept.number", { concept })}: ${t(`words:concept.short.${concept}`)}`;
  return {
    title: t("report:plan.title"),
    parts: [
      ...(lines.length === 0 ? [] : [{
        columns: [{ title: t("plan:lines.what"), width: 34 }, { title: t("plan:lines.interval"), width: 18 }, { title: t("plan:lines.next"), width: 16 }, ...(reasoned ? [{ title: t("report:points.reason"), width: 32 }] : [])],
        rows: lines.map(({ concept, kind, intervalMonths, nextDueOn, reason, opened, removedAt }) => [
          [name(concept), t(`plan:kind.${kind}`), opened ? t("report:plan.opened") : "", removedAt ? t("report:plan.removed", { at: day(removedAt) }) : ""].filter(Boolean).join("\n"),
          kind === "extra" ? t("plan:every.once") : every(intervalMonths), nextDueOn ? day(nextDueOn) : t("plan:every.none"), ...(reasoned ? [reason] : []),
        ]),
      }]),
      { facts: [
        [t("plan:advice.title"), t("plan:advice.planned", { planned: every(check.planned), suggested: every(check.suggested) })],
        [t("plan:advice.steps"), steps.map(({ code, effect }) => `${t(`plan:factor.${code}`)}: ${t(`plan:effect.${effect}`)}`).join("\n")],
        [t("plan:factors.title"), said.factors.map(({ code, note }) => [t(`plan:factor.${code}`), note].filter(Boolean).join(": ")).join("\n")],
        [t("report:plan.reason"), said.reason], [t("report:plan.saidBy"), said.updatedAt ? t("report:sentBy", { at: day(said.updatedAt), by: said.updatedByName }) : ""],
        [t("report:plan.concern"), asked.map(({ createdAt, createdByName, body }) => `${day(createdAt)}, ${createdByName}: ${body}`).join("\n")],
      ] },
    ],
  };
}

/** What the agreement was held against, and what it lacked; null where it was held against nothing. */
export function presentChecks({ checks }: Pick<Gathered, "checks">, language: Language, t: TFunction): SectionView | null {
  if (checks.length === 0) return null;
  const day = (date: string) => formatDate(date, language);
  return {
    title: t("report:checks.title"),
    parts: [{ cards: checks.map(({ title, catalogueVersion, startedAt, startedByName, completed, items, total }) => {
      const missed = new Set(missesOf(new Map(items.map(({ item, verdict }) => [item, verdict]))));
      const count = (verdict: string) => items.filter((one) => one.verdict === verdict).length;
      const said = ({ item, text, reason, clause }: (typeof items)[number]) => [`${item.replace(/^own:[^:]*:/u, "")}: ${text ? text[language] || text.da : ""}`.trim(), [reason, clause ? t("check:item.clauseAt", { clause }) : ""].filter(Boolean).join(" · ")].filter(Boolean).join("\n");
      return {
        title: `${title[language] || title.da}, ${t("check:list.version", { version: catalogueVersion })}`,
        rated: [{ label: t("check:list.result"), value: completed ? { word: t("check:list.summary", { met: count("met"), missed: missed.size, notRelevant: count("not-relevant") }), tone: missed.size > 0 ? "caution" as const : "good" as const } : { word: t("report:checks.open", { done: items.length, total }), tone: "neutral" as const } }],
        facts: [
          [t("check:list.started"), t("check:list.by", { date: day(startedAt), name: startedByName })], [t("check:state.completed"), completed ? t("check:list.by", { date: day(completed.at), name: completed.byName }) : ""],
          [t("words:verdict.not-met"), items.filter(({ verdict }) => verdict === "not-met").map(said).join("\n")], [t("words:verdict.not-relevant"), items.filter(({ verdict }) => verdict === "not-relevant").map(said).join("\n")],
        ],
      };
    }) }],
  };
}

/** The recorded versions of the contract that count for the case, with their signed files; "" where none is recorded. */
export function presentContract(found: Pick<Gathered, "contract">, language: Language, t: TFunction): string {
  const files = contractFiles(found);
  return found.contract.filter(({ counted }) => counted).map(({ number, label, signedOn, recordedAt, recordedByName }) => {
    const file = files.find((one) => one.number === number);
    return [
      [t("agreement:contract.number", { number }), label ? t("agreement:contract.label", { label }) : ""].filter(Boolean).join(" "),
      `${signedOn ? t("agreement:contract.signedOn", { date: formatDate(signedOn, language) }) : t("agreement:contract.notSigned")} ${t("agreement:contract.recorded", { name: recordedByName, date: formatDate(recordedAt, language) })}.`,
      file ? `${file.path}\nSHA-256 ${file.sha256}` : t("agreement:contract.noFile"),
    ].join("\n");
  }).join("\n\n");
}
