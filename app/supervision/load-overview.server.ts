import type { Tx } from "#app/db/client.server.ts";
import type { IsoDate } from "#app/domain/time/iso-date.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import { overviewFigures } from "./overview-figures.server.ts";
import type { Figures } from "./overview-figures.server.ts";
import { overviewTasks } from "./overview-tasks.server.ts";
import { openClocks } from "./breach/open-clocks.server.ts";
import type { OpenClocks } from "./breach/open-clocks.server.ts";
import { groupTasks } from "./overview.ts";
import type { TaskGroup } from "./overview.ts";

export type Overview = Figures & { tasks: TaskGroup[]; clocks: OpenClocks };

/** What the controller's overview answers, in a fixed number of statements whatever the number of agreements. */
export async function loadOverview(tx: Tx, scope: Pick<Scope, "organisationId" | "roles">, { today, now }: { today: IsoDate; now: Date }): Promise<Overview> {
  const figures = await overviewFigures(tx, scope, today);
  return { ...figures, tasks: groupTasks(await overviewTasks(tx, scope, today)), clocks: await openClocks(tx, scope, now) };
}
