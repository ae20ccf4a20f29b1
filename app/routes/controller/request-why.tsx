import { useTranslation } from "react-i18next";
import { listAnswerable } from "#app/questionnaire/answers.ts";
import { partsOf } from "#app/questionnaire/parts.ts";
import { presentGrounds } from "#app/questionnaire/present-grounds.ts";
import type { GroundGroup } from "#app/questionnaire/present-grounds.ts";
import type { FrozenQuestionnaire, Language, Localized } from "#app/questionnaire/types.ts";
import { sourceWords } from "#app/supervision/finding/source-words.ts";
import { Facts } from "#app/ui/facts.tsx";
import { Panel } from "#app/ui/panel.tsx";
import classes from "./request-why.module.css";

type Props = { questionnaire: FrozenQuestionnaire; points: number | null; leftOut: readonly { title: Localized; fromPoints: number }[] };
/** Groups with no more lines than this stand open. */
const FEW = 3;

/** Why this is what is asked: the concepts, each cause with its source, what few points leave out, and how long it takes to answer. */
export function RequestWhy({ questionnaire, points, leftOut }: Props) {
  const { t, i18n } = useTranslation("questionnaire");
  const language: Language = i18n.language === "en" ? "en" : "da";
  const parts = partsOf(questionnaire);
  const named = parts.map((concept) => `${t("words:concept.number", { concept })}: ${t(`words:concept.short.${concept}`)}`);
  return (
    <Panel title={t("why.title")} lead={t("why.lead")}>
      <Facts facts={[
        { term: t("why.concept"), value: named[0] },
        ...(named.length > 1 ? [{ term: t("why.supplements"), value: named.slice(1).join(", ") }] : []),
        { term: t("why.questions"), value: listAnswerable(questionnaire).length },
        { term: t("why.minutes"), value: t("why.minutesValue", { count: questionnaire.minutes }) },
      ]} />
      <div className={classes.groups}>
        {presentGrounds(questionnaire, language).map((group) => <Cause key={group.kind} group={group} />)}
        {leftOut.length > 0 ? (
          <details className={classes.group}>
            <summary>{t("why.leftOut", { count: leftOut.length, points: t("words:points.number", { count: points ?? 0 }) })}</summary>
            <ul className={classes.lines}>{leftOut.map(({ title, fromPoints }) => <li key={title.da}>{title[language]} <span className={classes.source}>{t("why.fromPoints", { points: fromPoints })}</span></li>)}</ul>
          </details>
        ) : null}
      </div>
    </Panel>
  );
}

function Cause({ group: { kind, lines, questions } }: { group: GroundGroup }) {
  const { t } = useTranslation("questionnaire");
  const text = (line: GroundGroup["lines"][number]) => line.text ?? (kind === "concept" ? t(`words:concept.long.${line.key.slice(1)}`) : t(`why.line.${kind}`));
  return (
    <details className={classes.group} open={lines.length <= FEW || undefined}>
      <summary>{t(`why.kind.${kind}`, { count: lines.length })} <span className={classes.count}>{questions > 0 ? t("why.asked", { count: questions }) : null}</span></summary>
      <p className={classes.because}>{t(`why.because.${kind}`)}</p>
      <ul className={classes.lines}>
        {lines.map((line) => <li key={line.key}>{text(line)}{line.source ? <span className={classes.source}> {sourceWords(t, line.source)}</span> : null}</li>)}
      </ul>
    </details>
  );
}
