import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import type { Verdict } from "#app/domain/agreement-check/verdicts.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { Scope } from "#app/tenancy/scope.ts";

const said = { item: true, verdict: true, reason: true, clause: true, version: true, decidedByName: true, decidedAt: true } satisfies Prisma.AgreementCheckItemSelect;
const whole = {
  id: true, agreementId: true, catalogue: true, catalogueVersion: true, agreementVersion: true, startedByName: true, startedAt: true, completedByName: true, completedAt: true,
  items: { select: said }, agreement: { select: { title: true, version: true, status: true, processor: { select: { id: true, name: true } } } },
} satisfies Prisma.AgreementCheckSelect;
type Row = Prisma.AgreementCheckGetPayload<{ select: typeof whole }>;

/** What was decided on one item, by its ref. `version` guards it against two who decide at once. */
export type DecidedItem = { item: string; verdict: Verdict; reason: string; clause: string; version: number; decidedByName: string; decidedAt: string };
/** An agreement held against one version of a catalogue ("guide-2021", "own:egne-krav"); completed, it never changes. */
export type Check = {
  id: string; agreementId: string; catalogue: string; catalogueVersion: number; agreementVersion: number; startedByName: string; startedAt: string;
  completed: { byName: string; at: string } | null; items: DecidedItem[];
  agreement: { title: string; version: number; ended: boolean; processor: { id: string; name: string } };
};

const present = ({ items, agreement, startedAt, completedAt, completedByName, ...row }: Row): Check => ({
  ...row, startedAt: startedAt.toISOString(), completed: completedAt ? { byName: completedByName, at: completedAt.toISOString() } : null,
  items: items.map(({ verdict, decidedAt, ...item }) => ({ ...item, verdict: verdict as Verdict, decidedAt: decidedAt.toISOString() })),
  agreement: { title: agreement.title, version: agreement.version, ended: agreement.status === "ended", processor: agreement.processor },
});

/** One controller's agreement checks; discarded ones are not there. */
export function checks(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">) {
  const list = async (where: Prisma.AgreementCheckWhereInput) =>
    (await tx.agreementCheck.findMany({ where: { ...where, controllerId, discardedAt: null }, select: whole, orderBy: [{ startedAt: "desc" }, { id: "asc" }] })).map(present);
  return {
    find: async (id: string): Promise<Check | null> => (isRowId(id) ? (await list({ id }))[0] ?? null : null),
    /** Newest first. */
    ofAgreement: async (agreementId: string): Promise<Check[]> => (isRowId(agreementId) ? list({ agreementId }) : []),
    /** The last completed check against each catalogue: what stands of the agreement now. */
    async standing(agreementId: string): Promise<Check[]> {
      const done = (await list({ agreementId, completedAt: { not: null } })).toSorted((a, b) => (b.completed?.at ?? "").localeCompare(a.completed?.at ?? ""));
      return done.filter((one, place) => done.findIndex(({ catalogue }) => catalogue === one.catalogue) === place);
    },
    async start(of: { agreementId: string; agreementVersion: number; catalogue: string; catalogueVersion: number }, startedByName: string, startedAt: Date): Promise<string> {
      return (await tx.agreementCheck.create({ data: { ...of, controllerId, startedByName, startedAt }, select: { id: true } })).id;
    },
    /** Takes a check that is not completed, so that deciding and completing come one after the other; false when there is none. */
    async hold(id: string): Promise<boolean> {
      if (!isRowId(id)) return false;
      const rows = await tx.$queryRaw<unknown[]>`select 1 from agreement_check where id = ${id}::uuid and controller_id = ${controllerId}::uuid and completed_at is null and discarded_at is null for update`;
      return rows.length > 0;
    },
    /** Decides on an item of the expected version (0: not decided yet); false when somebody decided meanwhile. */
    async decide(checkId: string, { item, version, ...to }: Pick<DecidedItem, "item" | "verdict" | "reason" | "clause" | "version">, by: Pick<Scope, "personId" | "personName">, at: Date): Promise<boolean> {
      const data = { ...to, decidedById: by.personId, decidedByName: by.personName, decidedAt: at };
      const { count } = version === 0
        ? await tx.agreementCheckItem.createMany({ data: [{ ...data, checkId, item, controllerId }], skipDuplicates: true })
        : await tx.agreementCheckItem.updateMany({ where: { checkId, item, controllerId, version }, data: { ...data, version: { increment: 1 } } });
      return count === 1;
    },
    /** Gives a check up that is not completed; false when there is none. */
    async discard(id: string, discardedByName: string, discardedAt: Date): Promise<boolean> {
      const { count } = await tx.agreementCheck.updateMany({ where: { id, controllerId, completedAt: null, discardedAt: null }, data: { discardedByName, discardedAt } });
      return count === 1;
    },
    async complete(id: string, completedByName: string, completedAt: Date): Promise<void> {
      await tx.agreementCheck.updateMany({ where: { id, controllerId, completedAt: null, discardedAt: null }, data: { completedByName, completedAt } });
    },
  };
}
