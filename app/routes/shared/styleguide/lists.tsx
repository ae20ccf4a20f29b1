import { Button } from "@mantine/core";
import { Link } from "@remix-run/react";
import type { Concept } from "#app/domain/concept/concept.ts";
import { Arithmetic } from "#app/ui/arithmetic.tsx";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { DueDate } from "#app/ui/due-date.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FileRow } from "#app/ui/file-row.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import type { Standing } from "#app/ui/state-tones.ts";

type Row = { id: string; name: string; processor: string; points: number; concept: Concept; standing: Standing; due: string | null };
const rows: Row[] = [
  { id: "1", name: "Journalsystem til almen praksis", processor: "Nordjournal ApS", points: 7, concept: 5, standing: "overdue", due: "2026-11-19" },
  { id: "2", name: "Byggesager", processor: "Arkivdrift A/S", points: 8, concept: 6, standing: "waiting-for-us", due: "2026-11-25" },
  { id: "3", name: "Løn og personale", processor: "Lønhuset A/S", points: 6, concept: 3, standing: "in-order", due: "2027-03-01" },
  { id: "4", name: "Tidsbestilling", processor: "Klip & Kalender", points: 1, concept: 1, standing: "not-planned", due: null },
];

export function ListPieces({ today }: { today: string }) {
  const columns: Column<Row>[] = [
    { key: "name", header: "Aftale", sortable: true, cell: (row) => <Link to={`/agreements/${row.id}`}>{row.name}</Link> },
    { key: "processor", header: "Databehandler", sortable: true, cell: (row) => row.processor },
    { key: "points", header: "Point", sortable: true, cell: (row) => <PointsBadge points={row.points} /> },
    { key: "concept", header: "Koncept", cell: (row) => <ConceptBadge concept={row.concept} /> },
    { key: "standing", header: "Tilstand", sortable: true, cell: (row) => <StateBadge kind="standing" value={row.standing} /> },
    { key: "due", header: "Frist", sortable: true, cell: (row) => <DueDate on={row.due} today={today} settled={row.standing === "in-order"} /> },
  ];
  return (
    <>
      <section aria-label="DataTable">
        <FilterBar active>
          <TextField name="q" label="Søg" type="search" />
          <SelectField name="points" label="Point" data={[{ value: "", label: "Alle" }, "1–2", "3–4", "5–6", "7–10"]} />
        </FilterBar>
        <DataTable caption="Aftaler" columns={columns} rows={rows} rowKey={(row) => row.id} sort={{ key: "due", direction: "ascending" }} />
        <Pagination page={2} size={25} total={10_000} />
      </section>
      <EmptyState icon="agreements" title="Ingen aftaler endnu" action={<Button component={Link} to="/agreements">Registrér en aftale</Button>}>
        Begynd med databehandleren og den aftale, I har med den. Så regner portalen pointene ud.
      </EmptyState>
      <Panel title="Facts">
        <Facts facts={[{ term: "Formål", value: "Journalføring i almen praksis" }, { term: "Antal personer", value: "4.800" }, { term: "Særligt aftalt krav", value: "Al kommunikation er krypteret" }]} />
      </Panel>
      <Panel title="FileRow">
        <FileRow name="ISAE 3000 erklæring 2026.pdf" size={2_431_882} sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" href="/styleguide" />
        <FileRow name="Bilag B, underdatabehandlere.xlsx" size={41_200} sha256="2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae" />
      </Panel>
      <Panel title="Arithmetic">
        <Arithmetic
          caption="Vurderet score" score={55}
          rows={[
            { key: "1", question: "Al kommunikation er krypteret", weight: 3, level: "met" },
            { key: "2", question: "Testdata slettes inden 30 dage", weight: 2, level: "partly" },
            { key: "3", question: "Underdatabehandlere er godkendt", weight: 3, level: "not-shown" },
            { key: "4", question: "Beredskabsplanen er afprøvet i år", weight: 2, level: "not-met" },
            { key: "5", question: "Overførsel til tredjelande", weight: 2, level: "not-applicable" },
          ]}
        />
      </Panel>
    </>
  );
}
