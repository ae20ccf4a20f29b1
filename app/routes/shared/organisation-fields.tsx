import { useTranslation } from "react-i18next";
import { TextField, TicksField } from "#app/ui/field.tsx";
import type { FieldErrors } from "#app/ui/field-error.ts";
import classes from "./form.module.css";

type Props = { errors?: FieldErrors | null; name?: string; cvr?: string; /** The number is known and not asked for. */ fixedCvr?: string | null };

/** Name and CVR number of an organisation to be created. */
export function NewOrganisationFields({ errors, name, cvr, fixedCvr }: Props) {
  const { t } = useTranslation("organisation");
  return (
    <>
      <TextField name="organisation" label={t("fields.name")} errors={errors} autoComplete="organization" maxLength={200} defaultValue={name} />
      {fixedCvr ? (
        <dl className={classes.fixed}><dt>{t("fields.cvr")}</dt><dd className="tabular">{fixedCvr}</dd></dl>
      ) : (
        <TextField name="cvr" label={t("fields.cvr")} hint={t("fields.cvrHint")} errors={errors} inputMode="numeric" autoComplete="off" defaultValue={cvr} />
      )}
    </>
  );
}

/** Controller, processor or both. */
export function SidesField({ errors, chosen }: { errors?: FieldErrors | null; chosen: readonly string[] }) {
  const { t } = useTranslation("organisation");
  const options = (["controller", "processor"] as const).map((side) => ({ value: side, label: t(`fields.${side}`) }));
  return <TicksField name="sides" label={t("fields.sides")} hint={t("fields.sidesHint")} errors={errors} options={options} chosen={chosen} />;
}
