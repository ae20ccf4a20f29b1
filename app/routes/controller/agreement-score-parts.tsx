import { Radio } from "@mantine/core";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CATEGORIES } from "#app/domain/points/categories.ts";
import { personPoints } from "#app/domain/points/score-agreement.ts";
import { paths } from "#app/paths.ts";
import { fieldId } from "#app/ui/field-error.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { LongTextField } from "#app/ui/field.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import classes from "./agreement-score.module.css";

/** Yes, no, or not answered yet. */
export type Answer = boolean | null;
type PartName = "a" | "b" | "c" | "d";

/** One part of the sum: its letter, what it asks, and what it gives so far. */
function Part({ part, points, children }: { part: PartName; points: number | null; children: ReactNode }) {
  const { t } = useTranslation("agreement");
  return (
    <section className={classes.part} aria-labelledby={`part-${part}`}>
      <div className={classes.head}>
        <span className={classes.letter} aria-hidden="true">{part.toUpperCase()}</span>
        <h2 id={`part-${part}`} className={classes.title}><span className="visually-hidden">{part.toUpperCase()}. </span>{t(`score.part.${part}.title`)}</h2>
        <p className={classes.gives} data-none={points ? undefined : true}>
          {points === null ? t("score.unanswered") : t("words:points.number", { count: points })}
        </p>
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}

/** A: how many persons. It follows from the agreement; the steps show where the number falls. */
export function CountPart({ agreement, note, errors }: { agreement: { id: string; personCount: number; countingBasis: string }; note: string; errors?: FieldErrors }) {
  const { t } = useTranslation("agreement");
  const format = useFormat();
  const points = personPoints(agreement.personCount);
  return (
    <Part part="a" points={points}>
      <p className={classes.count}>
        <strong>{format.number(agreement.personCount)}</strong> {t("score.persons", { count: agreement.personCount })}, {t(`score.basis.${agreement.countingBasis}`)}{" "}
        <Link to={paths.agreementEdit(agreement.id)}>{t("score.change")}</Link>
      </p>
      <ol className={classes.steps}>
        {[1, 2, 3].map((step) => <li key={step} data-here={step === points || undefined} aria-current={step === points ? "step" : undefined}>{t(`score.step.${step}`)}</li>)}
      </ol>
      <p className={classes.words}>{t("score.part.a.text")}</p>
      <Note part="a" note={note} errors={errors} />
      <Source part="a" />
    </Part>
  );
}

type QuestionProps = {
  part: "b" | "c" | "d"; because: readonly string[]; answer: Answer; note: string; errors?: FieldErrors; onAnswer: (answer: boolean) => void;
  /** C only: ticks that give the points without the question. */
  named?: readonly string[];
  /** The answer of the score in force, for a question that is always asked anew. */
  last?: Answer;
};

/** B, C or D: what the ticks say, the question itself, and why. An answer against the ticks asks for a note. */
export function QuestionPart({ part, because, answer, note, errors, onAnswer, named = [], last = null }: QuestionProps) {
  const { t } = useTranslation("agreement");
  const list = (ids: readonly string[]) => ids.map((id) => t(`category.${id}`)).join(", ");
  const holds = named.length > 0 || answer === true;
  const against = answer !== null && answer !== because.length > 0;
  const error = errors?.[part];
  const id = fieldId(part);
  return (
    <Part part={part} points={holds ? (part === "b" ? 3 : 2) : answer === null ? null : 0}>
      <p className={classes.words}>{t(`score.part.${part}.text`)}</p>
      {named.length > 0 ? <p className={classes.ticked}>{t("score.named", { list: list(named) })}</p> : null}
      <fieldset id={id} tabIndex={-1} className={classes.question} aria-describedby={[`${id}-ticks`, error ? `${id}-error` : ""].join(" ").trim()}>
        <legend>{t(named.length > 0 ? "score.part.c.questionBeside" : `score.part.${part}.question`)}</legend>
        <p id={`${id}-ticks`} className={classes.ticked}>
          {because.length > 0 ? t("score.ticked", { list: list(because) }) : t(named.length > 0 ? "score.part.c.noTicksBeside" : `score.part.${part}.noTicks`)}
          {last === null ? null : ` ${t(last ? "score.lastYes" : "score.lastNo")}`}
        </p>
        {error ? <p id={`${id}-error`} className={classes.error}><span className="visually-hidden">{t("frame:form.errorPrefix")} </span>{error}</p> : null}
        <div className={classes.answers}>
          {([true, false] as const).map((value) => (
            <Radio key={String(value)} name={part} value={value ? "yes" : "no"} label={t(value ? "yes" : "no")} defaultChecked={answer === value} onChange={() => onAnswer(value)} size="md" />
          ))}
        </div>
      </fieldset>
      <Note part={part} note={note} errors={errors} needed={against} />
      <details className={classes.more}>
        <summary>{t(`score.part.${part}.more`)}</summary>
        <Examples part={part} />
        <p className={classes.words}>{t(`score.part.${part}.rule`)}</p>
      </details>
      <Source part={part} />
    </Part>
  );
}

function Examples({ part }: { part: "b" | "c" | "d" }) {
  const { t } = useTranslation("agreement");
  const group = part === "b" ? "special" : "intrusive";
  const texts = part === "c"
    ? ["cpr", "criminal"].map((id) => t(`category.${id}`)).concat((CATEGORIES.find(({ id }) => id === "other-confidential")?.examples ?? []).map((id) => t(`example.${id}`)))
    : CATEGORIES.filter((category) => category.group === group).map(({ id }) => t(`category.${id}`));
  return <ul>{texts.map((text) => <li key={text}>{text}</li>)}</ul>;
}

/** Folded away until there is something to say: a note already written, or an answer that goes against the ticks. */
function Note({ part, note, errors, needed = false }: { part: PartName; note: string; errors?: FieldErrors; needed?: boolean }) {
  const { t } = useTranslation("agreement");
  const name = `note${part.toUpperCase()}`;
  return (
    <details className={classes.more} open={needed || note !== "" || errors?.[name] !== undefined}>
      <summary>{t("score.addNote")}</summary>
      <LongTextField
        name={name} label={t("score.note", { part: part.toUpperCase() })} hint={t(needed ? "score.noteNeeded" : "score.noteHint")} errors={errors} required={needed}
        defaultValue={note} rows={2} maxLength={1000} className={classes.note}
      />
    </details>
  );
}

function Source({ part }: { part: PartName }) {
  const { t } = useTranslation("agreement");
  return <p className={classes.source}>{t("score.source", { part: part.toUpperCase() })}</p>;
}
