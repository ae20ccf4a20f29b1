import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Draft, DraftPage } from "#app/questionnaire/builder/draft.ts";
import type { DraftProblem } from "#app/questionnaire/builder/draft-problem.ts";
import { BothTexts } from "./both-texts.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import { EditorForm, StepButton } from "./editor-form.tsx";
import { OwnProblems } from "./problems.tsx";

type Props = { page: DraftPage; draft: Draft; base: string; problems: readonly DraftProblem[] };

/** A page's own texts, and when it is shown. */
export function PageEditor({ page, draft, base, problems }: Props) {
  const { t } = useTranslation("builder");
  const at = draft.pages.findIndex(({ name }) => name === page.name);
  return (
    <EditorForm
      part="page" name={page.name} base={base} title={t("page.title", { number: at + 1 })}
      tools={<>
        <StepButton intent="move-up" icon="up" label={t("page.up")} disabled={at === 0} />
        <StepButton intent="move-down" icon="down" label={t("page.down")} disabled={at === draft.pages.length - 1} />
        <StepButton intent="delete-page" icon="trash" label={t("page.delete")} danger disabled={draft.pages.length === 1} />
      </>}
    >
      <OwnProblems problems={problems} draft={draft} />
      <Stack gap="lg">
        <BothTexts name="title" label={t("field.title")} value={page.title} />
        <BothTexts name="description" label={t("page.description")} value={page.description} long />
        <ConditionFields condition={page.condition} draft={draft} own={page.questions.map(({ name }) => name)} />
      </Stack>
    </EditorForm>
  );
}
