import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { Form, useSubmit } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BANDS } from "#app/domain/concept/concept.ts";
import { LAST_OUTCOMES, ROUND_CONCEPTS } from "#app/supervision/round/round-filter.ts";
import type { RoundFilter } from "#app/supervision/round/round-filter.ts";

/** Which agreements the round picks, as a plain GET form; with JavaScript the number follows each choice. */
export function PickingForm({ filter, processors }: { filter: RoundFilter; processors: { id: string; name: string }[] }) {
  const { t } = useTranslation("round");
  const submit = useSubmit();
  const all = { value: "", label: t("new.all") };
  return (
    <Form method="get" onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}>
      <input type="hidden" name="asked" value="yes" />
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
          <TextInput name="dueBy" type="date" label={t("new.dueBy")} description={t("new.dueByHint")} inputWrapperOrder={["label", "input", "description"]} defaultValue={filter.dueBy} />
          <NativeSelect name="concept" label={t("new.concept")} defaultValue={filter.concept} data={[all, ...ROUND_CONCEPTS.map((one) => ({ value: String(one), label: `${one} · ${t(`words:concept.short.${one}`)}` }))]} />
          <NativeSelect name="points" label={t("new.points")} defaultValue={filter.points} data={[all, ...BANDS.map(({ id }) => ({ value: id, label: t("new.band", { id: id.replace("-", "–") }) }))]} />
          <TextInput name="q" type="search" label={t("new.q")} defaultValue={filter.q} autoComplete="off" />
          <NativeSelect name="processor" label={t("new.processor")} defaultValue={filter.processor} data={[all, ...processors.map(({ id, name }) => ({ value: id, label: name }))]} />
          <NativeSelect name="last" label={t("new.last")} defaultValue={filter.last} data={[all, ...LAST_OUTCOMES.map((one) => ({ value: one, label: t(`new.lasts.${one}`) }))]} />
        </SimpleGrid>
        <Group justify="space-between" gap="sm">
          <Checkbox name="free" value="yes" label={t("new.free")} defaultChecked={filter.free} />
          <Button type="submit" variant="default">{t("new.show")}</Button>
        </Group>
      </Stack>
    </Form>
  );
}
