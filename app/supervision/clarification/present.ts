/** A message as either party reads it; `ours` = written by the organisation that reads. Times are ISO. */
export type MessageView = { id: string; body: string; byName: string; ours: boolean; at: string };
/** A thread on one question ("" = the whole answer) with its messages, oldest first. */
export type ThreadView = { id: string; question: string; questionTitle: string | null; special: boolean; openedAt: string; closedAt: string | null; closedByName: string | null; messages: MessageView[] };

type StoredThread = {
  id: string; question: string; onSpecialRequirement: boolean; openedAt: Date; closedAt: Date | null; closedByName: string | null;
  messages: readonly { id: string; authorId: string; authorName: string; body: string; createdAt: Date }[];
};

/** Threads as the organisation reads them, open ones first, then the newest. */
export function presentThreads(threads: readonly StoredThread[], titles: ReadonlyMap<string, string>, organisationId: string): ThreadView[] {
  const views = threads.map(({ id, question, onSpecialRequirement, openedAt, closedAt, closedByName, messages }): ThreadView => ({
    id, question, questionTitle: titles.get(question) ?? null, special: onSpecialRequirement, openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null, closedByName,
    messages: messages.map(({ id: message, authorId, authorName, body, createdAt }) => ({ id: message, body, byName: authorName, ours: authorId === organisationId, at: createdAt.toISOString() })),
  }));
  return views.sort((one, other) => Number(one.closedAt !== null) - Number(other.closedAt !== null) || other.openedAt.localeCompare(one.openedAt));
}
