import type { Answer } from "./types.ts";

/** What another person saved to the same question in the meantime. */
export type Theirs = Answer & { byName: string; at: string; version: number };
export type Conflict = { question: string; mine: Answer; theirs: Theirs };

/** What became of one save. `at` is the server's time (ISO) or null. */
export type SaveOutcome =
  | { kind: "saved"; version: number; at: string | null }
  | { kind: "conflict"; theirs: Theirs }
  | { kind: "refused"; message: string | null; code: string }
  | { kind: "unreachable" }
  | { kind: "stopped" };

export type SaveRequest = Answer & { question: string; version: number };
export type SaveState = {
  status: "idle" | "saving" | "saved" | "retrying" | "stopped";
  savedAt: string | null;
  conflicts: readonly Conflict[];
  refused: Readonly<Record<string, { message: string | null; code: string }>>;
};

type Entry = { answer: Answer; version: number; dirty: boolean; sending: Promise<void> | null; timer: Timer | null };
type Timer = ReturnType<typeof setTimeout>;

const delays = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Saves answers one by one, some time after the last change: never two saves of one question at once, the newest value last.
 * What cannot reach the server is sent again with growing pauses; what meets another's answer waits for a person to choose.
 */
export function createAutosave(options: {
  send: (request: SaveRequest, leaving: boolean) => Promise<SaveOutcome>;
  versions: Readonly<Record<string, number>>;
  onState: (state: SaveState) => void;
  pause?: number;
}) {
  const { send, versions, onState, pause = 600 } = options;
  const entries = new Map<string, Entry>();
  const conflicts = new Map<string, Conflict>();
  const refused = new Map<string, { message: string | null; code: string }>();
  let savedAt: string | null = null;
  let everSaved = false;
  let failures = 0;
  let retry: Timer | null = null;
  let stopped = false;

  const tell = () => {
    const list = [...entries.values()];
    const busy = list.some(({ sending, dirty }) => sending !== null || dirty);
    const status = stopped ? "stopped" : retry ? "retrying" : busy ? "saving" : everSaved ? "saved" : "idle";
    onState({ status, savedAt, conflicts: [...conflicts.values()], refused: Object.fromEntries(refused) });
  };

  const entryOf = (question: string): Entry => {
    const known = entries.get(question) ?? { answer: { value: null, comment: null }, version: versions[question] ?? 0, dirty: false, sending: null, timer: null };
    entries.set(question, known);
    return known;
  };

  const mayGo = (question: string, entry: Entry) => entry.dirty && !conflicts.has(question) && !stopped;

  /** Sends what there is to send of one question; done when all of it is on the server, or cannot be for now. */
  const go = async (question: string, leaving = false): Promise<void> => {
    const entry = entryOf(question);
    if (entry.timer) clearTimeout(entry.timer);
    entry.timer = null;
    let anyway = leaving; // whoever leaves tries once more, though a retry is planned
    while (entry.sending || (mayGo(question, entry) && !entry.timer && (!retry || anyway))) {
      if (!entry.sending) anyway = false;
      entry.sending ??= once(question, entry, leaving);
      await entry.sending;
    }
  };

  const once = async (question: string, entry: Entry, leaving: boolean): Promise<void> => {
    entry.dirty = false;
    const sent = send({ question, ...entry.answer, version: entry.version }, leaving);
    queueMicrotask(tell);
    const outcome = await sent.catch((): SaveOutcome => ({ kind: "unreachable" }));
    entry.sending = null;
    settle(question, entry, outcome);
    tell();
  };

  const settle = (question: string, entry: Entry, outcome: SaveOutcome) => {
    if (outcome.kind !== "unreachable") failures = 0;
    switch (outcome.kind) {
      case "saved":
        entry.version = outcome.version;
        refused.delete(question);
        savedAt = outcome.at ?? savedAt;
        everSaved = true;
        if (retry) again(); // the server is back: the others need not wait
        return;
      case "conflict":
        conflicts.set(question, { question, mine: entry.answer, theirs: outcome.theirs });
        return;
      case "refused":
        refused.set(question, { message: outcome.message, code: outcome.code });
        return;
      case "stopped":
        entry.dirty = true;
        stopped = true;
        return;
      case "unreachable":
        entry.dirty = true;
        if (!retry) retry = setTimeout(again, delays[Math.min(failures, delays.length - 1)]);
        failures += 1;
    }
  };

  const again = () => {
    if (retry) clearTimeout(retry);
    retry = null;
    void flush();
  };

  const flush = async (leaving = false): Promise<void> => {
    await Promise.all([...entries.keys()].map((question) => go(question, leaving)));
  };

  return {
    /** A person changed an answer. */
    change(question: string, answer: Answer): void {
      const entry = entryOf(question);
      entry.answer = answer;
      entry.dirty = true;
      const conflict = conflicts.get(question);
      if (conflict) conflicts.set(question, { ...conflict, mine: answer });
      if (entry.timer) clearTimeout(entry.timer);
      entry.timer = setTimeout(() => void go(question), pause);
      tell();
    },
    /** Sends at once what waits: the person left the field, or is leaving the page. */
    flush,
    /** Tries again now instead of after the pause. */
    again,
    /** A person chose between two answers; taking theirs gives it back, to be shown. */
    resolve(question: string, choice: "mine" | "theirs"): Answer | null {
      const conflict = conflicts.get(question);
      if (!conflict) return null;
      const entry = entryOf(question);
      conflicts.delete(question);
      entry.version = conflict.theirs.version;
      const { value, comment } = choice === "mine" ? conflict.mine : conflict.theirs;
      entry.answer = { value, comment };
      entry.dirty = choice === "mine";
      if (entry.timer) clearTimeout(entry.timer);
      entry.timer = null;
      tell();
      void go(question);
      return choice === "theirs" ? entry.answer : null;
    },
    /** Whether anything is not yet on the server. */
    isUnsaved: () => conflicts.size > 0 || [...entries.values()].some(({ dirty, sending }) => dirty || sending !== null),
    /** Stops all timers; nothing more is sent. */
    close(): void {
      stopped = true;
      if (retry) clearTimeout(retry);
      for (const { timer } of entries.values()) if (timer) clearTimeout(timer);
    },
  };
}

export type Autosave = ReturnType<typeof createAutosave>;
