import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { placeOf, type Draft } from "#app/questionnaire/builder/draft.ts";
import type { DraftProblem } from "#app/questionnaire/builder/draft-problem.ts";
import { inLanguage } from "#app/questionnaire/builder/in-language.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./builder.module.css";

/** A problem in words, with the questions it concerns by their titles. */
export function sayProblem(t: TFunction, { code, names = [], detail }: DraftProblem, draft: Draft): string {
  const said = names.map((name) => placeOf(draft, name)?.question.title.da || name).map((title) => `“${title.length > 70 ? `${title.slice(0, 70)} …` : title}”`);
  return t(`builder:problem.${code}`, { names: said.join(" → "), detail });
}

const linkTo = ({ page, question }: DraftProblem) => (question ? `?question=${question}` : page ? `?page=${page}` : "?part=settings");

/** What is left to do before the questionnaire can be published, each with a link to its place. */
export function Problems({ draft, problems, base = "" }: { draft: Draft; problems: readonly DraftProblem[]; base?: string }) {
  const { t } = useTranslation("builder");
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return (
    <section className={classes.box} aria-label={t("problems.title")} id="problems">
      <h2 className={classes.boxTitle}>{t("problems.title")}</h2>
      {errors.length === 0 ? <p className={classes.ready}><Icon name="check" size={14} /> {t("problems.ready")}</p> : <List problems={errors} draft={draft} base={base} />}
      {warnings.length > 0 ? (
        <details open={warnings.length < 4}>
          <summary className={classes.hint}>{t("problems.warnings", { count: warnings.length })}</summary>
          <List problems={warnings} draft={draft} base={base} />
        </details>
      ) : null}
    </section>
  );
}

function List({ problems, draft, base }: { problems: readonly DraftProblem[]; draft: Draft; base: string }) {
  const { t } = useTranslation("builder");
  const language = useLanguage();
  return (
    <ul className={classes.problems}>
      {problems.slice(0, 40).map((problem, at) => {
        const place = problem.question ? placeOf(draft, problem.question)?.question.title : problem.page ? draft.pages.find(({ name }) => name === problem.page)?.title : draft.title;
        return <li key={at} data-severity={problem.severity}><Link to={`${base}${linkTo(problem)}`}>{(place && inLanguage(place, language)) || t("untitled")}</Link>: {sayProblem(t, problem, draft)}</li>;
      })}
      {problems.length > 40 ? <li>{t("problems.more", { count: problems.length - 40 })}</li> : null}
    </ul>
  );
}

/** What is to be put right in what is being edited. */
export function OwnProblems({ problems, draft }: { problems: readonly DraftProblem[]; draft: Draft }) {
  const { t } = useTranslation("builder");
  if (problems.length === 0) return null;
  return (
    <ul className={classes.own} aria-label={t("problems.own")}>
      {problems.map((problem, at) => (
        <li key={at} data-severity={problem.severity}><Icon name={problem.severity === "error" ? "alert" : "info"} size={14} /> {sayProblem(t, problem, draft)}</li>
      ))}
    </ul>
  );
}
