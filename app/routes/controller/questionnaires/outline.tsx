import { NativeSelect } from "@mantine/core";
import { Form, Link, useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { DragEvent, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { isUntranslated, textsOf } from "#app/questionnaire/builder/texts-of.ts";
import type { Draft, DraftPage, DraftQuestion } from "#app/questionnaire/builder/draft.ts";
import type { DraftProblem } from "#app/questionnaire/builder/draft-problem.ts";
import { inLanguage } from "#app/questionnaire/builder/in-language.ts";
import { QUESTION_TYPES } from "#app/questionnaire/builder/question-types.ts";
import { counts } from "#app/questionnaire/builder/weights.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useLanguage } from "#app/ui/use-language.ts";
import classes from "./builder.module.css";
import { rememberIntent, StepButton } from "./editor-form.tsx";

type Selected = { part: "settings" | "page" | "question"; page?: DraftPage | string; question?: DraftQuestion };
type Props = { draft: Draft; problems: readonly DraftProblem[]; selected: Selected };
type Over = { page: string; before: string | null } | null;

/** Pages and questions in order. Questions are moved by dragging, or with Alt and the arrows; buttons in the editor do the same. */
export function Outline({ draft, problems, selected }: Props) {
  const { t } = useTranslation("builder");
  const language = useLanguage();
  const fetcher = useFetcher();
  const navigate = useNavigate();
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (box.current && window.matchMedia("(max-width: 60rem)").matches) box.current.open = false; // on a phone what is edited comes first
  }, [selected]);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<Over>(null);
  const wrong = new Set(problems.filter(({ severity }) => severity === "error").map(({ page, question }) => question ?? page));
  const move = (question: string, place: NonNullable<Over>) => fetcher.submit({ intent: "move", question, page: place.page, before: place.before ?? "" }, { method: "post" });
  const keys = (event: KeyboardEvent, question: string) => {
    const by = event.altKey ? { ArrowUp: "-1", ArrowDown: "1" }[event.key] : undefined;
    if (!by) return;
    event.preventDefault();
    fetcher.submit({ intent: "move-by", question, by }, { method: "post" });
  };
  const drop = (place: NonNullable<Over>) => ({
    "data-over": (over?.page === place.page && over.before === place.before) || undefined,
    onDragOver: (event: DragEvent) => { if (dragged) { event.preventDefault(); event.stopPropagation(); setOver(place); } },
    onDrop: (event: DragEvent) => { event.preventDefault(); event.stopPropagation(); if (dragged) { move(dragged, place); void navigate(`?question=${dragged}`, { preventScrollReset: true }); } setDragged(null); setOver(null); },
  });
  let number = 0;
  return (
    <details ref={box} className={classes.outline} open>
      <summary className={classes.outlineTitle}>{t("outline.title")}</summary>
      <nav aria-label={t("outline.title")}>
        <Link to="?part=settings" preventScrollReset className={classes.item} aria-current={selected.part === "settings" || undefined}>{t("settings.title")}</Link>
        {draft.pages.map((page) => (
          <div key={page.name} className={classes.pageOutline} {...drop({ page: page.name, before: null })}>
            <Link to={`?page=${page.name}`} preventScrollReset className={classes.pageItem} aria-current={(selected.part === "page" && (selected.page as DraftPage).name === page.name) || undefined}>
              <span>{inLanguage(page.title, language) || t("untitled")}</span>
              <span className={classes.marks}>{page.condition ? <Sign icon="branch" label={t("outline.conditional")} /> : null}{wrong.has(page.name) ? <Sign icon="alert" label={t("outline.wrong")} tone="late" /> : null}</span>
            </Link>
            <ol className={classes.items}>
              {page.questions.map((question) => {
                number += 1;
                return (
                  <li key={question.name} draggable onDragStart={(event) => { event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", question.name); setDragged(question.name); }} onDragEnd={() => { setDragged(null); setOver(null); }} data-dragged={dragged === question.name || undefined} {...drop({ page: page.name, before: question.name })}>
                    <Link
                      to={`?question=${question.name}`} preventScrollReset draggable={false} className={classes.item} aria-current={(selected.part === "question" && selected.question?.name === question.name) || undefined}
                      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown" onKeyDown={(event) => keys(event, question.name)}
                    >
                      <Icon name="grip" size={14} className={classes.grip} />
                      <span className={classes.itemText}>{number}. {inLanguage(question.title, language) || t("untitled")}</span>
                      <Marks question={question} wrong={wrong.has(question.name)} />
                    </Link>
                  </li>
                );
              })}
            </ol>
            <Form method="post" preventScrollReset className={classes.add} onSubmit={() => rememberIntent("add-question")}>
              <input type="hidden" name="page" value={page.name} />
              <NativeSelect name="type" size="xs" aria-label={t("outline.newType", { page: inLanguage(page.title, language) })} data={QUESTION_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))} />
              <StepButton intent="add-question" icon="plus" label={t("outline.addTo", { page: inLanguage(page.title, language) })}>{t("outline.add")}</StepButton>
            </Form>
          </div>
        ))}
        <div className={classes.foot}>
          <Form method="post" preventScrollReset onSubmit={() => rememberIntent("add-page")}><StepButton intent="add-page" icon="plus" label={t("outline.addPage")}>{t("outline.addPage")}</StepButton></Form>
          <p className={classes.hint}>{t("outline.hint")}</p>
        </div>
      </nav>
    </details>
  );
}

function Marks({ question, wrong }: { question: DraftQuestion; wrong: boolean }) {
  const { t } = useTranslation("builder");
  return (
    <span className={classes.marks}>
      {question.condition ? <Sign icon="branch" label={t("outline.conditional")} /> : null}
      {textsOf(question).some(isUntranslated) ? <span className={classes.untranslated} title={t("outline.untranslated")}>EN<span className="visually-hidden"> {t("outline.untranslated")}</span></span> : null}
      {counts(question) ? <span className={classes.weight} data-critical={question.critical || undefined} title={t(question.critical ? "outline.critical" : "outline.weight", { weight: question.weight })}>{question.weight}<span className="visually-hidden"> {t(question.critical ? "outline.critical" : "outline.weight", { weight: question.weight })}</span></span> : null}
      {wrong ? <Sign icon="alert" label={t("outline.wrong")} tone="late" /> : null}
    </span>
  );
}

function Sign({ icon, label, tone }: { icon: "branch" | "alert"; label: string; tone?: "late" }) {
  return <span className={classes.sign} data-tone={tone} title={label}><Icon name={icon} size={14} /><span className="visually-hidden">{label}</span></span>;
}
