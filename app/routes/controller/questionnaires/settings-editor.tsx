import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Draft } from "#app/questionnaire/builder/draft.ts";
import { estimateMinutes } from "#app/questionnaire/builder/weights.ts";
import { TextField } from "#app/ui/field.tsx";
import { BothTexts } from "./both-texts.tsx";
import classes from "./builder.module.css";
import { EditorForm } from "./editor-form.tsx";

/** What the questionnaire is called, what its reader is told first, and how long it takes. */
export function SettingsEditor({ draft, base }: { draft: Draft; base: string }) {
  const { t } = useTranslation("builder");
  return (
    <EditorForm part="settings" name="" base={base} title={t("settings.title")}>
      <Stack gap="lg">
        <BothTexts name="title" label={t("field.title")} value={draft.title} />
        <BothTexts name="description" label={t("settings.description")} hint={t("settings.descriptionHint", { placeholders: "[[controller]], [[agreement]], [[since]]" })} value={draft.description} long rows={3} />
        <TextField
          name="minutes" label={t("settings.minutes")} hint={t("settings.minutesHint", { minutes: estimateMinutes(draft) })} inputMode="numeric" required={false} defaultValue={draft.minutes ?? ""} maxLength={3}
          classNames={{ wrapper: classes.short }}
        />
      </Stack>
    </EditorForm>
  );
}
