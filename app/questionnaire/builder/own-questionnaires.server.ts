import { literally } from "#app/agreement/search-text.ts";
import type { Tx } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { isRowId } from "#app/domain/identity/row-id.ts";
import type { Scope } from "#app/tenancy/scope.ts";
import type { FrozenQuestionnaire } from "../types.ts";
import type { Draft } from "./draft.ts";
import { parseDraft } from "./draft-schema.ts";

const whole = { id: true, titleDa: true, titleEn: true, draft: true, version: true, createdByName: true, updatedByName: true, updatedAt: true, archivedAt: true } satisfies Prisma.OwnQuestionnaireSelect;
type Row = Prisma.OwnQuestionnaireGetPayload<{ select: typeof whole }>;
export type OwnQuestionnaire = Omit<Row, "draft"> & { draft: Draft };
export type VersionRow = { id: string; number: number; note: string; publishedByName: string; publishedAt: Date; used: number };
export type NewVersion = { number: number; questionnaire: FrozenQuestionnaire; draft: Draft; hash: string; note: string };

const json = (value: object) => value as unknown as Prisma.InputJsonValue;

/** One controller's own questionnaires: drafts that are written on, and the versions that were published of them. */
export function ownQuestionnaires(tx: Tx, { organisationId: controllerId }: Pick<Scope, "organisationId">) {
  return {
    async find(id: string): Promise<OwnQuestionnaire | null> {
      const row = isRowId(id) ? await tx.ownQuestionnaire.findFirst({ where: { id, controllerId }, select: whole }) : null;
      if (!row) return null;
      const draft = parseDraft(row.draft);
      if (!draft) throw new Error(`The draft of questionnaire ${id} cannot be read`);
      return { ...row, draft };
    },
    /** Questionnaires by title, with their newest version and in how many supervisions any of them is used. */
    async list(search: string, archived: boolean, page: { skip: number; take: number }) {
      const has = { contains: literally(search), mode: "insensitive" } as const;
      const where: Prisma.OwnQuestionnaireWhereInput = { controllerId, archivedAt: archived ? { not: null } : null, ...(search === "" ? {} : { OR: [{ titleDa: has }, { titleEn: has }] }) };
      const select = { id: true, titleDa: true, titleEn: true, version: true, updatedByName: true, updatedAt: true, archivedAt: true, versions: { select: { id: true, number: true, publishedAt: true }, orderBy: { number: "desc" } } } as const;
      const rows = await tx.ownQuestionnaire.findMany({ where, select, orderBy: [{ titleDa: "asc" }, { id: "asc" }], ...page });
      const used = await usedBy(rows.flatMap(({ versions }) => versions.map(({ id }) => id)));
      return {
        rows: rows.map(({ versions, ...row }) => ({ ...row, versions: versions.length, newest: versions[0] ?? null, used: versions.reduce((sum, { id }) => sum + (used.get(id) ?? 0), 0) })),
        total: await tx.ownQuestionnaire.count({ where }),
      };
    },
    /** How many there are in all, archived ones too. */
    count: () => tx.ownQuestionnaire.count({ where: { controllerId } }),
    async add(draft: Draft, byName: string, at: Date): Promise<{ id: string }> {
      const { da, en } = draft.title;
      return tx.ownQuestionnaire.create({ data: { controllerId, titleDa: da, titleEn: en, draft: json(draft), createdByName: byName, updatedByName: byName, createdAt: at, updatedAt: at }, select: { id: true } });
    },
    /** Writes the draft of the expected version; false when somebody was first, or it is archived. */
    async write(id: string, version: number, draft: Draft, byName: string, at: Date): Promise<boolean> {
      const { da, en } = draft.title;
      const data = { titleDa: da, titleEn: en, draft: json(draft), version: { increment: 1 }, updatedByName: byName, updatedAt: at };
      return (await tx.ownQuestionnaire.updateMany({ where: { id, controllerId, version, archivedAt: null }, data })).count === 1;
    },
    /** Archives it, or takes it back; false where that was done already. */
    async archive(id: string, at: Date | null): Promise<boolean> {
      return (await tx.ownQuestionnaire.updateMany({ where: { id, controllerId, archivedAt: at === null ? { not: null } : null }, data: { archivedAt: at } })).count === 1;
    },
    /** The published versions, newest first. */
    async versions(id: string): Promise<VersionRow[]> {
      const rows = await tx.ownQuestionnaireVersion.findMany({ where: { questionnaireId: id, controllerId }, select: { id: true, number: true, note: true, publishedByName: true, publishedAt: true }, orderBy: { number: "desc" } });
      const used = await usedBy(rows.map((row) => row.id));
      return rows.map((row) => ({ ...row, used: used.get(row.id) ?? 0 }));
    },
    /** The id of a version by its number, or null. */
    async versionId(id: string, number: number): Promise<string | null> {
      if (!isRowId(id) || !Number.isSafeInteger(number) || number < 1 || number > 1_000_000) return null;
      return (await tx.ownQuestionnaireVersion.findFirst({ where: { questionnaireId: id, controllerId, number }, select: { id: true } }))?.id ?? null;
    },
    /** Adds a version; null when another one has the number already. */
    async publish(id: string, { number, questionnaire, draft, hash, note }: NewVersion, by: Pick<Scope, "personId" | "personName">, at: Date): Promise<{ id: string } | null> {
      const row = { questionnaireId: id, controllerId, number, content: json({ questionnaire, draft }), hash, note, publishedById: by.personId, publishedByName: by.personName, publishedAt: at };
      const [added] = await tx.ownQuestionnaireVersion.createManyAndReturn({ data: [row], skipDuplicates: true, select: { id: true } });
      return added ?? null;
    },
  };

  async function usedBy(versionIds: string[]): Promise<Map<string, number>> {
    if (versionIds.length === 0) return new Map();
    const groups = await tx.supervisionCase.groupBy({ by: ["ownVersionId"], where: { controllerId, ownVersionId: { in: versionIds } }, _count: { _all: true } });
    return new Map(groups.map(({ ownVersionId, _count }) => [ownVersionId ?? "", _count._all]));
  }
}
