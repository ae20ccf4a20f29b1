import { Button, Group, Stack } from "@mantine/core";
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { proposeSupervision } from "#app/supervision/propose-supervision.server.ts";
import { paths } from "#app/paths.ts";
import type { SerializeFrom } from "@remix-run/node";
import { RadioField, SelectField, TickField, TicksField } from "#app/ui/field.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

type Proposal = NonNullable<SerializeFrom<typeof proposeSupervision>>;
/** What the address chose beforehand, where a plan or another page leads here. */
export type Chosen = { concept: number | null; supplements: readonly number[]; ownVersionId: string | null };

/** How to supervise this time: the concept that carries it, what supplements it, and what else is asked. Datatilsynet 2021, ch. 4 (004:290-296). */
export function OpenForm({ proposal, chosen }: { proposal: Proposal; chosen: Chosen }) {
  const { t, i18n } = useTranslation("supervision");
  const { agreementId, concepts, suggested, published } = proposal;
  const options = concepts.map((one) => ({ value: String(one), label: `${one} · ${t(`words:concept.short.${one}`)}`, hint: t(`words:concept.long.${one}`) }));
  const primary = concepts.find((one) => one === chosen.concept) ?? suggested;
  const supplements = [2, 3, 4, 5, 6].map((one) => ({ value: String(one), label: `${one} · ${t(`words:concept.short.${one}`)}` }));
  const own = published.map(({ versionId, title, number, questions }) => ({ value: versionId, label: t("new.ownOption", { title: i18n.language === "en" ? title.en : title.da, number, count: questions }) }));
  return (
    <Panel title={t("new.concept")} lead={t("new.conceptLead")}>
      <Form method="post">
        <Stack gap="lg">
          <RadioField name="concept" label={t("new.which")} options={options} chosen={String(primary)} required />
          <TicksField name="supplements" label={t("new.supplements")} hint={t("new.supplementsHint")} options={supplements} chosen={chosen.supplements.map(String)} required={false} />
          {own.length > 0 ? <SelectField name="ownVersionId" label={t("new.own")} hint={t("new.ownHint")} required={false} defaultValue={chosen.ownVersionId ?? ""} data={[{ value: "", label: t("new.ownNone") }, ...own]} /> : null}
          {concepts.includes(2) ? <TickField name="askBreaches" value="yes" label={t("new.askBreaches")} hint={t("new.askBreachesHint")} required={false} /> : null}
          <Group gap="sm">
            <SubmitButton>{t("new.open")}</SubmitButton>
            <Button component={Link} to={paths.agreement(agreementId)} variant="subtle">{t("cancel")}</Button>
          </Group>
        </Stack>
      </Form>
    </Panel>
  );
}
