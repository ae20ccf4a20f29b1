import { Group, SimpleGrid, Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { TextField, TickField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import classes from "./inbox.module.css";

type Props = { declaration: string; person: { name: string; title: string }; shown: string; errors: FieldErrors | null; controllerName: string; revision: number };

/** The signature: the words signed under, who signs, and the one button. `shown` is the hash of what stands above. */
export function SignForm({ declaration, person, shown, errors, controllerName, revision }: Props) {
  const { t } = useTranslation("supervision");
  return (
    <Panel title={t("sign.declarationTitle")} lead={t(revision === 1 ? "sign.lead" : "sign.leadAgain", { controller: controllerName, revision })}>
      <Form method="post" noValidate>
        <input type="hidden" name="shown" value={shown} />
        <Stack gap="md">
          <FormErrorSummary errors={errors} />
          <p className={classes.declaration}>{declaration}</p>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <TextField name="name" label={t("sign.name")} errors={errors} defaultValue={person.name} autoComplete="name" maxLength={100} />
            <TextField name="title" label={t("sign.personTitle")} errors={errors} required={false} defaultValue={person.title} autoComplete="organization-title" maxLength={100} />
          </SimpleGrid>
          <TickField name="declared" value="yes" label={t("sign.tick")} errors={errors} />
          <Group><SubmitButton size="md">{t("sign.submit")}</SubmitButton></Group>
        </Stack>
      </Form>
    </Panel>
  );
}
