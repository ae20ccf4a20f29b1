import { Group, Stack } from "@mantine/core";
import { useState } from "react";
import type { Concept } from "#app/domain/concept/concept.ts";
import { ConceptBadge } from "#app/ui/concept-badge.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { PointsBadge } from "#app/ui/points-badge.tsx";
import { PointsScale } from "#app/ui/points-scale.tsx";
import { StatePlot } from "#app/ui/state-plot.tsx";
import type { PlotCell } from "#app/ui/state-plot.tsx";

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const SIX: Concept[] = [1, 2, 3, 4, 5, 6];
const cells: PlotCell[] = [
  { points: 8, standing: "overdue", count: 2 },
  { points: 5, standing: "overdue", count: 1 },
  { points: 7, standing: "not-in-order", count: 1 },
  { points: 3, standing: "due-soon", count: 4 },
  { points: 6, standing: "due-soon", count: 2 },
  { points: 7, standing: "waiting-for-us", count: 3 },
  { points: 10, standing: "waiting-for-us", count: 1 },
  { points: 5, standing: "waiting-for-processor", count: 6 },
  { points: 4, standing: "with-remarks", count: 3 },
  { points: 1, standing: "in-order", count: 31 },
  { points: 2, standing: "in-order", count: 12 },
  { points: 3, standing: "in-order", count: 9 },
  { points: 6, standing: "in-order", count: 5 },
  { points: 9, standing: "in-order", count: 2 },
  { points: 3, standing: "not-planned", count: 2 },
];

export function ScalePieces() {
  const [concept, setConcept] = useState<Concept>(3);
  return (
    <>
      <Panel title="PointsScale"><PointsScale points={7} chosen={5} /></Panel>
      <Panel title="PointsScale (name)"><PointsScale points={5} chosen={concept} name="concept" onChoose={setConcept} /></Panel>
      <Panel title="PointsBadge, ConceptBadge">
        <Stack gap={12}>
          <Group gap={6}>{TEN.map((points) => <PointsBadge key={points} points={points} />)}<PointsBadge points={null} /></Group>
          <Group gap={20}>{SIX.map((one) => <ConceptBadge key={one} concept={one} />)}</Group>
          <Group gap={6}>{SIX.map((one) => <ConceptBadge key={one} concept={one} short />)}</Group>
        </Stack>
      </Panel>
      <Panel title="StatePlot"><StatePlot cells={cells} to={(points, standing) => `/agreements?points=${points}&standing=${standing}`} /></Panel>
    </>
  );
}
