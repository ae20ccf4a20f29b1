import type { TFunction } from "i18next";
import { formatDate, formatDateTime, formatNumber } from "#app/text/format.ts";
import type { Language } from "#app/text/language.ts";
import type { Gathered } from "./gather-case.server.ts";
import type { CardView, SectionView, Tone } from "./report-view.ts";

/** The breaches that bear on the case, what was told and asked about them, and what was decided; null where there are none. */
export function presentBreaches({ breaches }: Pick<Gathered, "breaches">, language: Language, t: TFunction): SectionView | null {
  if (breaches.length === 0) return null;
  const moment = (at: Date | null) => (at === null ? "" : formatDateTime(at, language));
  const card = (breach: Gathered["breaches"][number]): CardView => {
    const { authorityDecision: decision, highRisk } = breach;
    const authority = decision === "notified" && breach.authorityNotifiedAt ? t("breach:decision.notifiedAt", { at: moment(breach.authorityNotifiedAt) }) : t(`breach:decision.${decision || "none"}`);
    const persons = highRisk === null ? t("breach:decide.riskOpen") : !highRisk ? t("breach:decide.lowRisk") : breach.personsInformedAt ? t("breach:decide.informedAt", { at: moment(breach.personsInformedAt) }) : t("breach:decide.notInformed");
    const clock = breach.clocks.processor;
    const tone: Tone = clock?.state === "late" || clock?.state === "over" ? "bad" : clock?.state === "kept" ? "good" : "neutral";
    const reasoned = (said: string, reason: string) => [said, reason].filter(Boolean).join("\n");
    return {
      title: breach.title,
      rated: [
        { label: t("report:breaches.state"), value: breach.closedAt ? { word: t("breach:page.closed", { date: formatDate(breach.closedAt, language) }), tone: "neutral" } : { word: t("breach:list.open"), tone: "caution" } },
        ...(clock ? [{ label: t("breach:clocks.processor"), value: { word: t(`breach:state.${clock.state}`), tone } }] : []),
      ],
      facts: [
        [t("breach:list.source"), t(`breach:source.${breach.source}`)], [t("breach:export.processorAware"), moment(breach.processorAwareAt)], [t("breach:export.notified"), moment(breach.notifiedAt)], [t("breach:export.aware"), moment(breach.awareAt)],
        [t("breach:field.nature"), breach.nature], [t("breach:field.categories"), breach.categories], [t("breach:field.personCount"), breach.personCount === null ? "" : formatNumber(breach.personCount, language)],
        [t("breach:field.consequences"), breach.consequences], [t("breach:field.measures"), breach.measures],
        [t("breach:clocks.authority"), reasoned(authority, breach.authorityReason)], [t("breach:clocks.persons"), reasoned(persons, breach.personsReason)], [t("breach:additions.notes"), breach.notes],
        [t("report:breaches.notices"), breach.notices.map(({ number, sentAt, sentByName, content }) => `${t("breach:told.number", { number })}, ${moment(sentAt)}, ${sentByName}: ${content.title}`).join("\n")],
        [t("report:breaches.inquiries"), breach.inquiries.map(({ sentAt, sentByName, toEmail, answer, answeredAt }) => [`${moment(sentAt)}, ${sentByName} → ${toEmail}`, answeredAt ? `${t("breach:ask.answered", { at: moment(answeredAt) })}: ${answer}` : t("breach:ask.unanswered")].join("\n")).join("\n")],
        [t("report:breaches.same"), breach.folded.map(({ title, source, awareAt }) => `${title} (${t(`breach:source.${source}`)}, ${moment(awareAt)})`).join("\n")],
      ],
    };
  };
  return { title: t("report:breaches.title"), parts: [{ cards: breaches.map(card) }] };
}
