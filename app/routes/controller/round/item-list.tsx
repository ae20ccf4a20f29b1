import { Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { Form, Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/paths.ts";
import { ITEM_STANDS } from "#app/supervision/round/round-items.ts";
import type { ItemStand, ItemWish, RoundItemView } from "#app/supervision/round/round-items.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useFormat } from "#app/ui/use-format.ts";
import { itemColumns } from "./item-columns.tsx";
import classes from "./round.module.css";

type Props = { roundId: string; draft: boolean; may: boolean; items: readonly RoundItemView[]; wish: ItemWish; chosen: number; total: number; page: number; size: number };

const BEFORE: readonly ItemStand[] = ["ready", "cannot", "left"];

/** The agreements of a round; in draft each can be looked at, taken in and left out, one by one or all that fit the filter. */
export function ItemList({ roundId, draft, may, items, wish, chosen, total, page, size }: Props) {
  const { t } = useTranslation("round");
  const { search } = useLocation();
  const format = useFormat();
  const filtered = wish.show !== "all" || wish.q !== "";
  const shows = ["all", ...(draft ? BEFORE : (["sent", ...ITEM_STANDS.filter((stand) => !["ready", "cannot"].includes(stand))] as const))] as const;
  const table = (
    <DataTable
      caption={t("items.title")} columns={itemColumns(t, { roundId, draft, may })} rows={items} rowKey={({ agreementId }) => agreementId} sort={wish.sort}
      empty={<EmptyState icon="search" title={t("items.none")} action={filtered ? <Link to={paths.round(roundId)}>{t("frame:filter.clear")}</Link> : undefined}>{t("items.noneText")}</EmptyState>}
    />
  );
  return (
    <section id="items" aria-labelledby="items-title">
      <h2 id="items-title" className={classes.heading}>{t("items.title")} <span className={classes.number}>{format.number(total)}</span></h2>
      <FilterBar active={filtered}>
        <TextInput name="q" type="search" label={t("frame:filter.search")} placeholder={t("new.q")} defaultValue={wish.q} key={`q${wish.q}`} />
        <NativeSelect name="show" label={t("items.show")} defaultValue={wish.show} key={wish.show} data={shows.map((show) => ({ value: show, label: t(`items.shows.${show}`) }))} />
      </FilterBar>
      {draft && may && items.length > 0 ? (
        <Form key={items.map(({ stand }) => stand).join()} method="post" action={`${paths.round(roundId)}${search}`} preventScrollReset>
          <Stack gap={0}>
            <div className={classes.bar}>
              <SubmitButton intent="include" variant="default" size="compact-sm">{t("items.include")}</SubmitButton>
              <SubmitButton intent="leave-out" variant="default" size="compact-sm">{t("items.leaveOut")}</SubmitButton>
              <Checkbox name="all" value="yes" label={t("items.pickAll", { count: chosen })} />
            </div>
            {table}
          </Stack>
        </Form>
      ) : table}
      <Pagination page={page} size={size} total={chosen} />
    </section>
  );
}
