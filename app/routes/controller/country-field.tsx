import { useTranslation } from "react-i18next";
import { COUNTRIES, isThirdCountry } from "#app/domain/identity/countries.ts";
import type { FieldErrors } from "#app/ui/field-error.ts";
import { SelectField } from "#app/ui/field.tsx";
import { useLanguage } from "#app/ui/use-language.ts";

/** A country by its name: Denmark first, then the EU/EEA, then the rest of the world. */
export function CountryField({ name, chosen, errors, label }: { name: string; chosen: string; errors?: FieldErrors | null; label?: string }) {
  const { t } = useTranslation("country");
  const language = useLanguage();
  const named = COUNTRIES.map((value) => ({ value, label: t(`name.${value}`) })).sort((one, other) => one.label.localeCompare(other.label, language));
  const [inside, outside] = [named.filter(({ value }) => !isThirdCountry(value)), named.filter(({ value }) => isThirdCountry(value))];
  return (
    <SelectField
      name={name} label={label ?? t("label")} errors={errors} required={false} defaultValue={chosen}
      data={[{ value: "", label: t("unknown") }, { value: "DK", label: t("name.DK") }, { group: t("inside"), items: inside.filter(({ value }) => value !== "DK") }, { group: t("outside"), items: outside }]}
    />
  );
}
