import { useTranslation } from "react-i18next";
import { PROGRESS } from "#app/supervision/round/round-items.ts";
import type { ConceptProgress } from "#app/supervision/round/round-items.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { Column } from "#app/ui/data-table.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormat } from "#app/ui/use-format.ts";

/** How the supervisions of a round go, concept by concept. */
export function ProgressTable({ progress }: { progress: readonly ConceptProgress[] }) {
  const { t } = useTranslation("round");
  const format = useFormat();
  const columns: Column<ConceptProgress>[] = [
    { key: "concept", header: t("progress.concept"), names: true, cell: ({ concept }) => (concept === null ? t("progress.all") : <ConceptBadge concept={concept} />) },
    ...(["sent", ...PROGRESS] as const).map((key): Column<ConceptProgress> => ({ key, header: t(`progress.${key}`), align: "end", cell: (row) => <span className="tabular">{format.number(row[key])}</span> })),
  ];
  return (
    <Panel title={t("page.progress")} lead={t("page.progressLead")}>
      <DataTable caption={t("page.progress")} columns={columns} rows={progress} rowKey={({ concept }) => String(concept)} />
    </Panel>
  );
}
