import { Group, Stack } from "@mantine/core";
import { DueDate } from "#app/ui/due-date.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { StateBadge } from "#app/ui/state-badge.tsx";
import { looks } from "#app/ui/state-tones.ts";
import type { StateKind, StateOf } from "#app/ui/state-tones.ts";
import { Timeline } from "#app/ui/timeline.tsx";

const kinds = Object.keys(looks) as StateKind[];
const values = <Kind extends StateKind>(kind: Kind) => Object.keys(looks[kind]) as StateOf[Kind][];

function Badges<Kind extends StateKind>({ kind }: { kind: Kind }) {
  return <Group gap={8}>{values(kind).map((value) => <StateBadge key={value} kind={kind} value={value} />)}</Group>;
}

export function StatePieces({ today }: { today: string }) {
  return (
    <>
      <section aria-label="Stat">
        <Stats>
          <Stat label="Overskredet" value={3} tone="late" hint="Ældste: 12 dage over" to="/supervisions?standing=overdue" />
          <Stat label="Frist snart" value={6} tone="soon" to="/supervisions?standing=due-soon" />
          <Stat label="Venter på os" value={4} tone="wait" to="/supervisions?standing=waiting-for-us" />
          <Stat label="I orden" value={59} tone="ok" to="/supervisions?standing=in-order" />
          <Stat label="Ikke i orden" value={0} tone="late" />
        </Stats>
      </section>
      <Panel title="StateBadge"><Stack gap={10}>{kinds.map((kind) => <Badges key={kind} kind={kind} />)}</Stack></Panel>
      <Panel title="DueDate">
        <Stack gap={4}>
          {["2026-11-19", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-29", "2026-12-24"].map((on) => <DueDate key={on} on={on} today={today} />)}
          <DueDate on="2026-10-01" today={today} settled />
          <DueDate on={null} today={today} />
        </Stack>
      </Panel>
      <Panel title="Notice">
        <Stack gap={10}>
          <Notice tone="late" title="Kan ikke konkluderes som i orden">Revisorerklæringen giver begrænset sikkerhed. Ved 7–10 point kræver Datatilsynets vejledning høj grad af sikkerhed.</Notice>
          <Notice tone="soon" title="Fristen nærmer sig">Databehandleren er mindet om det to gange.</Notice>
          <Notice tone="ok" title="Tilsynet er sendt" />
          <Notice tone="wait">Spørgeskemaet er frosset, som det blev sendt den 3. nov. 2026.</Notice>
          <Notice tone="rest">Ingen tidligere tilsyn.</Notice>
        </Stack>
      </Panel>
      <Panel title="ProgressBar"><Stack gap={8}><ProgressBar done={4} total={11} label="Besvarelse" /><ProgressBar done={11} total={11} label="Besvarelse" /></Stack></Panel>
      <Panel title="Timeline">
        <Timeline
          label="Hændelser"
          events={[
            { id: "1", at: "2026-11-20T13:05:00Z", by: "Karen Holm", title: "Sendt retur: 2 spørgsmål", text: "Kontrolmål B.3 mangler en afslutningsdato.", icon: "back", tone: "soon" },
            { id: "2", at: "2026-11-18T09:41:00Z", by: "Jens Bak, Nordjournal ApS", title: "Indsendt og underskrevet", icon: "signature", tone: "ok" },
            { id: "3", at: "2026-11-03T08:00:00Z", by: "Karen Holm", title: "Sendt med frist 25. nov. 2026", icon: "mail", tone: "wait" },
            { id: "4", at: "2026-11-02T14:20:00Z", by: "Karen Holm", title: "Oprettet", icon: "plus" },
          ]}
        />
      </Panel>
    </>
  );
}
