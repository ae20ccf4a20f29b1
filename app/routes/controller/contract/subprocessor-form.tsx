import { SimpleGrid, Stack } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SUBPROCESSOR_STATUSES, TRANSFER_GROUNDS } from "#app/agreement/agreement-fields.ts";
import type { Subprocessor } from "#app/agreement/agreement-fields.ts";
import type { Link as ChainLink } from "#app/agreement/chain.ts";
import { branchOf } from "#app/agreement/chain.ts";
import { paths } from "#app/paths.ts";
import { typedIn } from "#app/routes/shared/refused.ts";
import type { Refused } from "#app/routes/shared/refused.ts";
import { LongTextField, SelectField, TextField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { CountryField } from "../country-field.tsx";
import classes from "./contract.module.css";

type Props = {
  agreementId: string; change: { row: Subprocessor; seen: string } | null; under: string; chain: readonly ChainLink[]; processor: string; returned: Refused | null | undefined;
};

/** A sub-processor: who it is, what it does, where, and on what ground (EDPB 22/2024; 001 bilag B). */
export function SubprocessorForm({ agreementId, change, under, chain, processor, returned }: Props) {
  const { t } = useTranslation("agreement");
  const typed = typedIn(returned);
  const errors = returned?.errors;
  const row = change?.row;
  const own = row ? branchOf(chain, row.id) : [];
  const above = chain.filter(({ id }) => !own.includes(id)).map(({ id, name, depth }) => ({ value: id, label: `${"\u2003".repeat(depth + 1)}${name}` }));
  const field = (name: keyof Subprocessor) => ({ name, label: t(`chain.field.${name}`), errors, defaultValue: typed(name, row?.[name] ?? "") });
  return (
    <Panel title={t(row ? "chain.changeTitle" : "chain.addTitle", { name: row?.name })}>
      <Form method="post" noValidate>
        {change ? <><input type="hidden" name="id" value={change.row.id} /><input type="hidden" name="seen" value={typed("seen", change.seen)} /></> : null}
        <Stack gap="md">
          <FormErrorSummary errors={errors} />
          <SimpleGrid className={classes.fields} cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="md">
            <TextField {...field("name")} maxLength={200} autoComplete="off" />
            <SelectField {...field("parentId")} hint={t("chain.parentHint")} defaultValue={typed("parentId", row?.parentId ?? under)} data={[{ value: "", label: t("chain.underProcessor", { processor }) }, ...above]} />
            <LongTextField {...field("processing")} hint={t("chain.processingHint")} required={false} maxLength={2000} rows={6} />
            <Stack gap="md">
              <SelectField {...field("status")} defaultValue={typed("status", row?.status ?? "approved")} data={SUBPROCESSOR_STATUSES.map((value) => ({ value, label: t(`subprocessorStatus.${value}`) }))} hint={t("chain.statusHint")} />
              <TextField {...field("approvedOn")} type="date" required={false} />
            </Stack>
            <CountryField name="country" label={t("chain.field.country")} errors={errors} chosen={typed("country", row?.country ?? "DK") ?? ""} />
            <SelectField {...field("transferGround")} hint={t("chain.groundHint")} required={false} data={["", ...TRANSFER_GROUNDS].map((value) => ({ value, label: t(value ? `transferGround.${value}` : "chain.noGround") }))} />
            <TextField {...field("address")} required={false} maxLength={400} autoComplete="off" />
            <TextField {...field("cvr")} required={false} maxLength={40} autoComplete="off" />
            <TextField {...field("contactName")} required={false} maxLength={200} autoComplete="off" />
            <TextField {...field("contactEmail")} type="email" required={false} maxLength={254} autoComplete="off" />
          </SimpleGrid>
          <div className={classes.buttons}>
            <SubmitButton intent="save">{t(row ? "chain.save" : "chain.submit")}</SubmitButton>
            <Link to={paths.agreementSubprocessors(agreementId)}>{t("chain.cancel")}</Link>
          </div>
        </Stack>
      </Form>
    </Panel>
  );
}
