import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import { presentQuestionnaire, type PlainItem, type PlainQuestion } from "./present.ts";
import classes from "./preview.module.css";
import type { FrozenQuestionnaire, Language } from "./types.ts";

/** The questionnaire as it will be sent, to read: every question, also those asked only after certain answers. */
export function QuestionnairePreview({ frozen, language }: { frozen: FrozenQuestionnaire; language: Language }) {
  const { t } = useTranslation("questionnaire");
  const plain = presentQuestionnaire(frozen, language);
  return (
    <div>
      <div className={classes.head}>
        <p className={classes.title}>{plain.title}</p>
        {plain.description ? <p>{plain.description}</p> : null}
        <p className={classes.quiet}>{t("minutes", { count: plain.minutes })}</p>
      </div>
      {plain.pages.map((page) => (
        <Panel key={page.name} title={page.title} lead={page.description}>
          <ol className={classes.list}>
            {page.items.map((item) => (
              <li key={item.name} data-conditional={item.conditional || undefined}>
                {item.type === "file" ? <File item={item} /> : <Question question={item} />}
                {item.conditional ? <p className={classes.quiet}>{t("preview.conditional")}</p> : null}
              </li>
            ))}
          </ol>
        </Panel>
      ))}
    </div>
  );
}

function Question({ question }: { question: PlainQuestion }) {
  const { t } = useTranslation("questionnaire");
  return (
    <>
      <p className={classes.question}>{question.title}{question.required ? null : <span className={classes.quiet}> ({t("optional")})</span>}</p>
      {question.description ? <p className={classes.quiet}>{question.description}</p> : null}
      <p className={classes.kind}>{t(`preview.answerKind.${kindOf(question)}`)}</p>
      {question.choices.length > 0 ? <ul className={classes.choices}>{question.choices.map(({ value, text }) => <li key={value}>{text}</li>)}</ul> : null}
      {question.fields.length > 0 ? <ul className={classes.choices}>{question.fields.map(({ name, title }) => <li key={name}>{title}</li>)}</ul> : null}
      {question.commentLabel ? <p className={classes.quiet}>{t("preview.comment", { label: question.commentLabel })}</p> : null}
    </>
  );
}

function File({ item }: { item: Extract<PlainItem, { type: "file" }> }) {
  const { t } = useTranslation("questionnaire");
  return (
    <>
      <p className={classes.question}>{item.title}</p>
      {item.description ? <p className={classes.quiet}>{item.description}</p> : null}
      <p className={classes.kind}>{t(item.required ? "preview.answerKind.fileRequired" : "preview.answerKind.file")}</p>
    </>
  );
}

function kindOf({ type, inputType }: PlainQuestion) {
  if (type === "radiogroup" || type === "dropdown") return "one";
  if (type === "checkbox") return "many";
  if (type === "boolean") return "yes-no";
  if (type === "comment") return "long";
  return type === "paneldynamic" ? "panels" : inputType;
}
