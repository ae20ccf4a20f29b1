import { Button } from "@mantine/core";
import type { ReactNode, Ref } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import { countBySlot, type FormProps } from "./form-props.ts";
import { PlainEvidenceFields, PlainEvidenceForms } from "./plain-evidence.tsx";
import classes from "./plain-form.module.css";
import { PlainQuestionFields } from "./plain-question.tsx";
import { presentQuestionnaire, type PlainEvidence, type PlainPage } from "./present.ts";

type Props = FormProps & {
  /** Only this page of the questionnaire; all of it when left out. */
  page?: string | null;
  /** Instead of the buttons "save" and "finish" (`intent`: save, complete). */
  buttons?: ReactNode;
  formRef?: Ref<HTMLFormElement>;
};

/** The questionnaire as the browser's own form: works without JavaScript, and is the first paint where it is to come. */
export function PlainForm({ frozen, answers, evidence, language, locked, saveUrl, uploadUrl, removeUrl, errors = {}, page, buttons, formRef }: Props) {
  const { t } = useTranslation("questionnaire");
  const plain = presentQuestionnaire(frozen, language, answers, countBySlot(evidence));
  const pages = plain.pages.filter(({ visible, name }) => visible && (!page || name === page));
  const filesOf = (slot: string) => evidence[slot] ?? [];
  const isOpen = (slot: PlainEvidence) => !locked.includes(slot.name) && !(slot.question && locked.includes(slot.question));
  const slots = pages.flatMap(({ items }) => items).filter((item): item is PlainEvidence => item.type === "file" && item.visible);
  const mayGrow = pages.some(({ items }) => items.some(({ visible }) => !visible));
  return (
    <div className={classes.form}>
      {pages.length > 1 ? <Contents pages={pages} /> : null}
      <form method="post" action={saveUrl} ref={formRef} noValidate>
        {pages.map(({ name, title, description, items }) => (
          <div key={name} id={`page-${name}`} className={classes.page}>
            <Panel title={title} lead={description}>
              {items.filter(({ visible }) => visible).map((item) =>
                item.type === "file" ? (
                  <PlainEvidenceFields key={item.name} slot={item} files={filesOf(item.name)} error={errors[item.name]} locked={!isOpen(item)} />
                ) : (
                  <PlainQuestionFields key={item.name} question={item} answer={answers[item.name]} error={errors[item.name]} locked={locked.includes(item.name)} />
                ),
              )}
            </Panel>
          </div>
        ))}
        {mayGrow ? <p className={classes.hint}>{t("morePossible")}</p> : null}
        <div className={classes.buttons}>
          {buttons ?? (
            <>
              <Button type="submit" name="intent" value="complete">{t("complete")}</Button>
              <Button type="submit" name="intent" value="save" variant="default">{t("save")}</Button>
            </>
          )}
        </div>
      </form>
      <PlainEvidenceForms slots={slots.filter(isOpen)} evidence={filesOf} uploadUrl={uploadUrl} removeUrl={removeUrl} />
    </div>
  );
}

function Contents({ pages }: { pages: readonly PlainPage[] }) {
  const { t } = useTranslation("questionnaire");
  return (
    <nav aria-label={t("pages")} className={classes.contents}>
      <ol>
        {pages.map(({ name, title }) => <li key={name}><a href={`#page-${name}`}>{title}</a></li>)}
      </ol>
    </nav>
  );
}
