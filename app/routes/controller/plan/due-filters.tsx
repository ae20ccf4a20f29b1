import { NativeSelect, TextInput } from "@mantine/core";
import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DUE_STATES } from "#app/agreement/plan/due-filter.ts";
import { BANDS, CONCEPTS } from "#app/domain/concept/concept.ts";
import { LINE_KINDS } from "#app/domain/frequency/plan-line.ts";
import { FilterBar } from "#app/ui/filter-bar.tsx";

/** What the pages of the plan can be narrowed to; the year, or the day asked about, is kept. */
export function DueFilters({ active, owners, year, on }: { active: boolean; owners: readonly string[]; year?: number; on?: string }) {
  const { t } = useTranslation("plan");
  const [asked] = useSearchParams();
  const all = { value: "", label: t("frame:filter.all") };
  const one = (name: string) => ({ name, defaultValue: asked.get(name) ?? "" });
  return (
    <FilterBar active={active} key={asked.toString()}>
      {year === undefined ? null : <input type="hidden" name="year" value={year} />}
      {on === undefined ? null : <TextInput name="on" type="date" label={t("filter.on")} defaultValue={on} />}
      <TextInput {...one("q")} type="search" label={t("filter.search")} />
      <NativeSelect {...one("concept")} label={t("filter.concept")} data={[all, ...CONCEPTS.map((concept) => ({ value: String(concept), label: `${concept} · ${t(`words:concept.short.${concept}`)}` }))]} />
      <NativeSelect {...one("kind")} label={t("due.kind")} data={[all, ...LINE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]} />
      <NativeSelect {...one("points")} label={t("filter.points")} data={[all, ...BANDS.map(({ id, from, to }) => ({ value: id, label: t("words:points.band", { from, to }) })), { value: "none", label: t("filter.notScored") }]} />
      <NativeSelect {...one("state")} label={t("filter.state")} data={[all, ...DUE_STATES.map((value) => ({ value, label: t(`state.${value}`) }))]} />
      {owners.length > 0 ? <NativeSelect {...one("owner")} label={t("filter.owner")} data={[all, ...owners.map((value) => ({ value, label: value }))]} /> : null}
    </FilterBar>
  );
}
