import { NativeSelect, TextInput } from "@mantine/core";
import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DUE_FILTERS } from "#app/agreement/agreement-filter.ts";
import { BANDS, CONCEPTS } from "#app/domain/concept/concept.ts";
import { STANDINGS } from "#app/domain/lifecycle/standing.ts";
import { FilterBar } from "#app/ui/filter-bar.tsx";

/** What the list of agreements can be narrowed to. */
export function AgreementFilters({ active }: { active: boolean }) {
  const { t } = useTranslation("agreement");
  const [asked] = useSearchParams();
  const all = { value: "", label: t("frame:filter.all") };
  const one = (name: string) => ({ name, defaultValue: asked.get(name) ?? "" });
  const points = asked.get("points") ?? "";
  const single = /^([1-9]|10)$/.test(points) ? [{ value: points, label: t("words:points.number", { count: Number(points) }) }] : [];
  return (
    <FilterBar active={active} key={asked.toString()}>
      <TextInput {...one("q")} type="search" label={t("list.search")} />
      <NativeSelect {...one("standing")} label={t("list.standing")} data={[all, ...STANDINGS.map((value) => ({ value, label: t(`words:standing.${value}`) }))]} />
      <NativeSelect
        {...one("points")} label={t("list.points")}
        data={[all, ...single, ...BANDS.map(({ id, from, to }) => ({ value: id, label: t("words:points.band", { from, to }) })), { value: "none", label: t("list.notScored") }]}
      />
      <NativeSelect
        {...one("concept")} label={t("list.concept")}
        data={[all, ...CONCEPTS.map((concept) => ({ value: String(concept), label: `${concept} · ${t(`words:concept.short.${concept}`)}` })), { value: "none", label: t("list.noConcept") }]}
      />
      <NativeSelect {...one("due")} label={t("list.due")} data={[all, ...DUE_FILTERS.map((value) => ({ value, label: t(`list.dues.${value}`) }))]} />
      <NativeSelect {...one("ended")} label={t("list.state")} data={[{ value: "", label: t("list.states.active") }, { value: "yes", label: t("list.states.ended") }]} />
    </FilterBar>
  );
}
