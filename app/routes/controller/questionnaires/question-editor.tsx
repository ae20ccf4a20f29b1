import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Draft, DraftQuestion } from "#app/questionnaire/builder/draft.ts";
import type { DraftProblem } from "#app/questionnaire/builder/draft-problem.ts";
import { hasChoices, mayComment, QUESTION_TYPES } from "#app/questionnaire/builder/question-types.ts";
import { SelectField, TickField } from "#app/ui/field.tsx";
import { BothTexts } from "./both-texts.tsx";
import classes from "./builder.module.css";
import { ChoiceFields } from "./choice-fields.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import { EditorForm, StepButton } from "./editor-form.tsx";
import { LimitFields } from "./limit-fields.tsx";
import { OwnProblems } from "./problems.tsx";
import { refresh } from "./refresh.ts";
import type { RequirementChoice } from "./requirement-choices.server.ts";
import { RequirementFields } from "./requirement-fields.tsx";
import { RowFields } from "./row-fields.tsx";
import { ScoreFields } from "./score-fields.tsx";

type Props = { question: DraftQuestion; draft: Draft; page: string; at: number; base: string; problems: readonly DraftProblem[]; requirements: readonly RequirementChoice[] };

/** One question: its words in both languages, its answers, what it is worth, what is asked for beside it, and when it is asked. */
export function QuestionEditor({ question, draft, page, at, base, problems, requirements }: Props) {
  const { t } = useTranslation("builder");
  const { type } = question;
  const all = draft.pages.flatMap(({ questions }) => questions);
  const number = all.findIndex(({ name }) => name === question.name) + 1;
  const first = draft.pages[0]?.name === page && at === 0;
  const last = draft.pages.at(-1)?.name === page && number === all.length;
  return (
    <EditorForm
      part="question" name={question.name} base={base} title={t("question.title", { number })}
      tools={<>
        <StepButton intent="move-up" icon="up" label={t("question.up")} disabled={first} />
        <StepButton intent="move-down" icon="down" label={t("question.down")} disabled={last} />
        <StepButton intent="add-below" icon="plus" label={t("question.addBelow")}>{t("question.addBelow")}</StepButton>
        <StepButton intent="duplicate" icon="copy" label={t("question.duplicate")} />
        <StepButton intent="delete" icon="trash" label={t("question.delete")} danger />
      </>}
    >
      <OwnProblems problems={problems} draft={draft} />
      <Stack gap="lg">
        <BothTexts name="title" label={t("question.text")} value={question.title} long />
        <BothTexts name="description" label={t("field.description")} value={question.description} long rows={1} />
        <div className={classes.pair}>
          <SelectField name="type" label={t("field.type")} hint={t(`typeHint.${type}`)} defaultValue={type} onChange={refresh} data={QUESTION_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))} />
          <TickField name="required" label={t("field.required")} defaultChecked={question.required} className={classes.tick} />
        </div>
        <LimitFields type={type} limits={question} />
        {hasChoices(type) ? <ChoiceFields question={question} /> : null}
        {question.rows ? <RowFields rows={question.rows} /> : null}
        <ScoreFields question={question} draft={draft} />
        {mayComment(type) || type !== "file" ? <Beside question={question} /> : null}
        <RequirementFields question={question} choices={requirements} />
        <ConditionFields condition={question.condition} draft={draft} own={[question.name]} />
      </Stack>
    </EditorForm>
  );
}

/** What is asked for beside the answer: a comment and evidence. */
function Beside({ question }: { question: DraftQuestion }) {
  const { t } = useTranslation("builder");
  const { type, comment, evidence } = question;
  return (
    <fieldset className={classes.part}>
      <legend>{t("beside.title")}</legend>
      {mayComment(type) ? <TickField name="comment" label={t("field.comment")} hint={t("beside.commentHint")} defaultChecked={comment} /> : null}
      {mayComment(type) && comment ? <><BothTexts name="commentText" label={t("field.commentText")} value={question.commentText} long rows={1} /><BothTexts name="reasonText" label={t("field.reasonText")} value={question.reasonText} /></> : null}
      <SelectField
        name="evidence" label={t("field.evidence")} hint={t(`evidenceHint.${evidence}`)} defaultValue={evidence} classNames={{ wrapper: classes.short }}
        data={(["none", "optional", "required"] as const).map((value) => ({ value, label: t(`evidence.${value}`) }))}
      />
      {evidence === "none" ? null : <BothTexts name="evidenceText" label={t("field.evidenceText")} value={question.evidenceText} long rows={1} />}
    </fieldset>
  );
}
