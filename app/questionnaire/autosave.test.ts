import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAutosave, type SaveOutcome, type SaveRequest, type SaveState } from "./autosave.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that answers as the list says, then saves; each save counts the version up. */
function start(outcomes: SaveOutcome[] = [], versions: Record<string, number> = {}) {
  const sent: SaveRequest[] = [];
  const states: SaveState[] = [];
  const autosave = createAutosave({
    versions,
    onState: (state) => states.push(state),
    send: async (request) => {
      sent.push(request);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return outcomes.shift() ?? { kind: "saved", version: request.version + 1, at: "2026-11-22T09:42:00Z" };
    },
  });
  return { autosave, sent, states, last: () => states.at(-1)! };
}
const theirs = { value: "no", comment: null, byName: "Bo", at: "2026-11-22T09:41:00Z", version: 7 };
const answer = (value: unknown) => ({ value, comment: null });

it("saves once, some time after the last change, and says when", async () => {
  const { autosave, sent, last } = start([], { a: 3 });
  autosave.change("a", answer("x"));
  await vi.advanceTimersByTimeAsync(500);
  autosave.change("a", answer("xy"));
  await vi.advanceTimersByTimeAsync(599);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([{ question: "a", value: "xy", comment: null, version: 3 }]);
  expect(last().status).toBe("saving");
  await vi.advanceTimersByTimeAsync(100);
  expect(last()).toMatchObject({ status: "saved", savedAt: "2026-11-22T09:42:00Z" });
  expect(autosave.isUnsaved()).toBe(false);
});

it("saves what changed while saving afterwards, on the new version", async () => {
  const { autosave, sent } = start();
  autosave.change("a", answer("1"));
  void autosave.flush();
  autosave.change("a", answer("2"));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent.map(({ value, version }) => [value, version])).toEqual([["1", 0], ["2", 1]]);
});

it("keeps questions apart", async () => {
  const { autosave, sent } = start();
  autosave.change("a", answer("1"));
  autosave.change("b", answer("2"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent.map(({ question }) => question).toSorted()).toEqual(["a", "b"]);
});

it("waits for what is under way when asked to flush", async () => {
  const { autosave, sent } = start();
  autosave.change("a", answer("1"));
  void autosave.flush();
  let done = false;
  void autosave.flush().then(() => (done = true));
  await vi.advanceTimersByTimeAsync(99);
  expect([done, sent.length]).toEqual([false, 1]);
  await vi.advanceTimersByTimeAsync(1);
  expect([done, sent.length, autosave.isUnsaved()]).toEqual([true, 1, false]);
});

it("leaves the page with everything sent", async () => {
  const { autosave, sent } = start();
  autosave.change("a", answer("1"));
  void autosave.flush(true);
  expect(sent).toHaveLength(1);
});

describe("when the server cannot be reached", () => {
  it("says so and tries again with growing pauses, with the newest answer", async () => {
    const { autosave, sent, last } = start([{ kind: "unreachable" }, { kind: "unreachable" }]);
    autosave.change("a", answer("1"));
    await vi.advanceTimersByTimeAsync(700);
    expect(last().status).toBe("retrying");
    expect(autosave.isUnsaved()).toBe(true);
    await vi.advanceTimersByTimeAsync(1_100);
    expect([sent.length, last().status]).toEqual([2, "retrying"]);
    autosave.change("a", answer("2"));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(last().status).toBe("saved");
    expect(sent.at(-1)?.value).toBe("2");
  });

  it("tries once more, and once only, when the person leaves", async () => {
    const { autosave, sent } = start([{ kind: "unreachable" }, { kind: "unreachable" }]);
    autosave.change("a", answer("1"));
    await vi.advanceTimersByTimeAsync(800);
    void autosave.flush(true);
    await vi.advanceTimersByTimeAsync(150);
    expect(sent).toHaveLength(2);
  });

  it("tries at once when asked to", async () => {
    const { autosave, sent, last } = start([{ kind: "unreachable" }]);
    autosave.change("a", answer("1"));
    await vi.advanceTimersByTimeAsync(700);
    autosave.again();
    await vi.advanceTimersByTimeAsync(100);
    expect([sent.length, last().status]).toEqual([2, "saved"]);
  });
});

describe("when another has answered", () => {
  const meet = async () => {
    const started = start([{ kind: "conflict", theirs }]);
    started.autosave.change("a", answer("yes"));
    await vi.advanceTimersByTimeAsync(700);
    return started;
  };

  it("shows both and saves nothing until a person chooses", async () => {
    const { autosave, sent, last } = await meet();
    expect(last().conflicts).toEqual([{ question: "a", mine: answer("yes"), theirs }]);
    autosave.change("a", answer("maybe"));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toHaveLength(1);
    expect(last().conflicts[0]?.mine.value).toBe("maybe");
  });

  it("keeps mine over their version", async () => {
    const { autosave, sent, last } = await meet();
    expect(autosave.resolve("a", "mine")).toBeNull();
    await vi.advanceTimersByTimeAsync(100);
    expect(sent.at(-1)).toEqual({ question: "a", value: "yes", comment: null, version: 7 });
    expect(last()).toMatchObject({ status: "saved", conflicts: [] });
  });

  it("takes theirs without saving, and goes on from their version", async () => {
    const { autosave, sent, last } = await meet();
    expect(autosave.resolve("a", "theirs")).toEqual(answer("no"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect([sent.length, last().conflicts, autosave.isUnsaved()]).toEqual([1, [], false]);
    autosave.change("a", answer("x"));
    await vi.advanceTimersByTimeAsync(700);
    expect(sent.at(-1)?.version).toBe(7);
  });
});

it("tells what is refused at its question, until it is corrected", async () => {
  const { autosave, last } = start([{ kind: "refused", message: null, code: "not-a-date" }]);
  autosave.change("a", answer("2026-02-31"));
  await vi.advanceTimersByTimeAsync(700);
  expect(last().refused).toEqual({ a: { message: null, code: "not-a-date" } });
  autosave.change("a", answer("2026-02-28"));
  await vi.advanceTimersByTimeAsync(700);
  expect(last().refused).toEqual({});
});

it("stops for good when the person is signed out", async () => {
  const { autosave, sent, last } = start([{ kind: "stopped" }]);
  autosave.change("a", answer("1"));
  await vi.advanceTimersByTimeAsync(700);
  autosave.change("a", answer("2"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent.length, last().status, autosave.isUnsaved()]).toEqual([1, "stopped", true]);
});
