import { Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { localTimeOf } from "#app/domain/time/copenhagen-time.ts";
import type { LoadedOwnBreach } from "#app/supervision/breach/load-own-breach.server.ts";
import type { BreachContent } from "#app/supervision/breach/breach-content.ts";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { BreachRefused } from "./act.server.ts";
import { BreachFields } from "./breach-fields.tsx";
import classes from "./breach.module.css";

/** The entry as a form, folded away until it is needed. */
export function ChangeBreach({ breach, refused }: { breach: LoadedOwnBreach; refused: BreachRefused | null }) {
  const { t } = useTranslation("breach");
  const { content, version } = breach;
  const stored = (name: string) => { const value = content[name as keyof BreachContent]; return typeof value === "string" && name.endsWith("At") ? localTimeOf(new Date(value)) : value === null || typeof value === "boolean" ? "" : String(value); };
  return (
    <details className={classes.fold} open={refused !== null || undefined} key={version}>
      <summary>{t("own.edit")}</summary>
      <Form method="post" noValidate className={classes.form}>
        <Stack gap="lg">
          <p className={classes.quiet}>{t("own.editLead")}</p>
          <FormErrorSummary errors={refused?.errors} />
          <input type="hidden" name="version" value={version} />
          <BreachFields errors={refused?.errors} typed={(name) => (refused ? (refused.typed[name]?.[0] ?? "") : stored(name))} ticked={refused ? refused.typed.possibleOnly !== undefined : content.possibleOnly} />
          <div><SubmitButton intent="save">{t("own.save")}</SubmitButton></div>
        </Stack>
      </Form>
    </details>
  );
}
