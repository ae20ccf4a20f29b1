import { SimpleGrid, Stack } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { TextField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { FieldErrors } from "#app/ui/field-error.ts";

/** Two ways to begin: with the portal's questions for concept 6, or with an empty page. And the way in from a file. */
export function Starters({ errors, title = "" }: { errors?: FieldErrors; title?: string }) {
  const { t } = useTranslation("builder");
  return (
    <Stack gap="md" mt="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {(["standard", "blank"] as const).map((starter) => (
          <div key={starter}><Panel title={t(`new.${starter}`)} lead={t(`new.${starter}Text`)}>
            <Form method="post" action={paths.questionnaireNew()} noValidate>
              <Stack gap="md">
                <input type="hidden" name="starter" value={starter} />
                <TextField name="title" id={`title-${starter}`} label={t("new.name")} hint={t("new.nameHint")} errors={errors} defaultValue={title} maxLength={300} autoComplete="off" />
                <div><SubmitButton variant={starter === "standard" ? "filled" : "default"}>{t("new.submit")}</SubmitButton></div>
              </Stack>
            </Form>
          </Panel></div>
        ))}
      </SimpleGrid>
      <p><Link to={paths.questionnaireImport()}>{t("new.import")}</Link></p>
    </Stack>
  );
}
