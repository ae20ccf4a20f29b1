import { Stack } from "@mantine/core";
import type { MetaFunction } from "@remix-run/node";
import { settings } from "#app/config/settings.server.ts";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Shell } from "#app/ui/shell.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { DueDate } from "#app/ui/due-date.tsx";
import { FormPieces } from "./forms.tsx";
import { ListPieces } from "./lists.tsx";
import { ScalePieces } from "./scale.tsx";
import { StatePieces } from "./states.tsx";

/** Every component in sight, for those who build the portal; in production the page does not exist. */
export function loader() {
  if (settings().mode === "production") throw new Response(null, { status: 404 });
  return { today: "2026-11-22" };
}

export const meta: MetaFunction = () => [{ title: "Styleguide" }];

const person = { name: "Karen Holm", email: "karen.holm@solbjerg.example", roles: ["caseworker", "dpo"] };
const organisations = [
  { id: "1", name: "Solbjerg Kommune", side: "controller", current: true },
  { id: "2", name: "Lægehuset Nørretorv", side: "controller", current: false },
  { id: "1", name: "Solbjerg Kommune", side: "processor", current: false },
] as const;

export default function Styleguide() {
  const today = "2026-11-22";
  return (
    <Shell side="controller" person={person} organisations={organisations} counts={{ supervisions: 3, findings: 12 }}>
      <PageHeader
        crumbs={[{ to: "/agreements", label: "Aftaler" }, { to: "/processors/1", label: "Nordjournal ApS" }]}
        title="Journalsystem til almen praksis"
        lead="Nordjournal ApS, CVR 28 86 69 84"
        facts={<><StateBadge kind="supervision" value="assessing" /><DueDate on="2026-11-25" today={today} /></>}
        actions={<><a href="#points">PointsScale</a></>}
      />
      <Stack gap={24}>
        <ScalePieces />
        <StatePieces today={today} />
        <ListPieces today={today} />
        <FormPieces />
      </Stack>
    </Shell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
