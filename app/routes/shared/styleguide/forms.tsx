import { Button, Group, Stack } from "@mantine/core";
import { Form } from "@remix-run/react";
import { ConfirmButton } from "#app/ui/confirm-button.tsx";
import { LongTextField, RadioField, SelectField, TextField, TickField, TicksField } from "#app/ui/field.tsx";
import { FormErrorSummary } from "#app/ui/form-error-summary.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

const errors = { cvr: "CVR-nummeret består ikke kontrollen. Skriv de otte cifre igen.", basis: "Vælg, hvordan personerne er talt." };

export function FormPieces() {
  return (
    <>
      <Panel title="Field">
        <Form method="post" noValidate>
          <FormErrorSummary errors={errors} />
          <Stack gap={20} maw={480}>
            <TextField name="name" label="Databehandlerens navn" errors={errors} defaultValue="Nordjournal ApS" />
            <TextField name="cvr" label="CVR-nummer" hint="Otte cifre" errors={errors} inputMode="numeric" defaultValue="28866985" />
            <TextField name="due" label="Frist" type="date" errors={errors} defaultValue="2026-12-15" />
            <SelectField name="interval" label="Interval" errors={errors} data={["12 måneder", "24 måneder"]} />
            <LongTextField name="purpose" label="Formål" required={false} errors={errors} />
            <RadioField name="basis" label="Hvordan er personerne talt?" hint="Over perioden er det strengeste" errors={errors} options={[{ value: "at-one-time", label: "På ét tidspunkt" }, { value: "over-period", label: "Over perioden", hint: "Alle, der har været registreret" }]} />
            <TicksField name="categories" label="Særlige kategorier" chosen={["health"]} options={[{ value: "health", label: "Helbred" }, { value: "trade-union", label: "Fagforeningsmæssigt tilhørsforhold" }]} />
            <TickField name="declare" label="Jeg erklærer, at svarene er rigtige og fuldstændige" />
            <Group gap={12}>
              <SubmitButton intent="save">Gem</SubmitButton>
              <Button variant="default">Annullér</Button>
              <Button variant="subtle">Subtil</Button>
              <Button color="red">Fare</Button>
              <Button disabled>Lukket</Button>
            </Group>
          </Stack>
        </Form>
      </Panel>
      <Panel title="ConfirmButton">
        <Group align="flex-start" gap={16}>
          <ConfirmButton label="Arkivér" question="Skal tilsynet arkiveres?" confirm="Ja, arkivér" intent="archive" />
          <ConfirmButton danger label="Træk tilbage" question="Databehandleren kan ikke længere svare. Det kan ikke fortrydes." confirm="Ja, træk tilbage" intent="withdraw" />
        </Group>
      </Panel>
    </>
  );
}
