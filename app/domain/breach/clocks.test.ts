import { describe, expect, test } from "vitest";
import type { Limit } from "../limits/limit-units.ts";
import { breachClocks, noticeLimit } from "./clocks.ts";
import type { ClockFacts } from "./clocks.ts";
import { raiseLateNotice } from "./raise-late-notice.ts";

const limit = (kind: string, value: number | null, unit: string, source: string, runsFrom = "awareness"): Limit => ({ kind, value, unit, runsFrom, source });
const absalon = limit("breach-notice", 24, "hours", "003 ABS-13");
const words = limit("breach-notice", null, "without-undue-delay", "001 10.1");
const incident = limit("incident-notice", 12, "hours", "001 C.2 d.12", "incident");

const aware = new Date("2026-11-20T10:00:00Z");
const after = (hours: number, ms = 0) => new Date(aware.getTime() + hours * 3_600_000 + ms);
const facts: ClockFacts = {
  possibleOnly: false, toldAt: null, occurredAt: after(-10), processorAwareAt: aware, notifiedAt: after(3), limits: [absalon, words], awareAt: after(3), authorityDecision: "", authorityNotifiedAt: null,
  highRisk: null, personsInformedAt: null,
};
const clocks = (given: Partial<ClockFacts> = {}, now = after(4)) => breachClocks({ ...facts, ...given }, now);

describe("noticeLimit", () => {
  test.each([
    ["a number goes before words", [words, absalon], false, "003 ABS-13"],
    ["the shorter of two numbers", [absalon, limit("breach-notice", 12, "hours", "own 4.2")], false, "own 4.2"],
    ["words where there is nothing else", [words], false, "001 10.1"],
    ["the law where the agreement is silent", [], false, "GDPR art. 33(2)"],
    ["incidents only where it was only possible", [absalon, incident], false, "003 ABS-13"],
    ["what is said of incidents where it was only possible", [absalon, incident], true, "001 C.2 d.12"],
    ["the breach limit where nothing is said of incidents", [absalon], true, "003 ABS-13"],
  ])("%s", (_what, limits, possibleOnly, source) => {
    expect(noticeLimit(limits, possibleOnly).limit.source).toBe(source);
  });

  test("keeps what else stands, to be shown beside", () => {
    expect(noticeLimit([absalon, words], false).besides.map(({ source }) => source)).toEqual(["001 10.1", "GDPR art. 33(2)"]);
  });
});

describe("breachClocks", () => {
  test("the processor's runs from its awareness, or from the incident where the limit says so", () => {
    expect(clocks().processor).toMatchObject({ from: aware, deadline: after(24), state: "kept" });
    expect(clocks({ limits: [incident], possibleOnly: true }).processor).toMatchObject({ from: after(-10), deadline: after(2), state: "late" });
    expect(clocks({ limits: [incident], possibleOnly: true, occurredAt: null }).processor).toMatchObject({ from: aware, state: "kept" });
    expect(clocks({ processorAwareAt: null }).processor).toBeNull();
    expect(clocks({ processorAwareAt: null, toldAt: after(2), notifiedAt: null }).processor).toMatchObject({ from: after(2), deadline: after(26), state: "running" });
    expect(clocks({ toldAt: after(2) }).processor?.from).toEqual(aware);
  });

  test("the controller's own runs from its own awareness, through the weekend", () => {
    expect(clocks().authority).toMatchObject({ from: after(3), deadline: after(75), state: "running" });
    expect(clocks({}, after(75)).authority?.state).toBe("running");
    expect(clocks({}, after(75, 1)).authority?.state).toBe("over");
    expect(clocks({ authorityDecision: "notified", authorityNotifiedAt: after(75) }).authority?.state).toBe("kept");
    expect(clocks({ authorityDecision: "notified", authorityNotifiedAt: after(75, 1) }).authority?.state).toBe("late");
    expect(clocks({ authorityDecision: "not-required" }).authority).toBeNull();
  });

  test("persons are informed where the risk to them is high", () => {
    expect([clocks().persons, clocks({ highRisk: false }).persons]).toEqual([null, null]);
    expect(clocks({ highRisk: true }).persons).toMatchObject({ state: "open", deadline: null });
    expect(clocks({ highRisk: true, personsInformedAt: after(9) }).persons?.state).toBe("done");
  });
});

describe("BREACH-LATE", () => {
  const raise = (given: Partial<ClockFacts>, now?: Date) => raiseLateNotice({ record: "r1", ref: "2026-11-20 Lønsedler" }, clocks(given, now));
  test.each([[after(24), 0], [after(24, 1), 1]])("a notice at %s raises %i", (notifiedAt, count) => {
    expect(raise({ notifiedAt })).toHaveLength(count);
  });

  test("says how long it took, the limit and where it stands", () => {
    expect(raise({ notifiedAt: after(25, 600_000) })).toEqual([{
      rule: "BREACH-LATE", severity: "major", blocking: false, source: "003 ABS-13", question: null, values: { record: "r1", breach: "2026-11-20 Lønsedler", limit: 24, unit: "hours", hours: 25, minutes: 10 },
    }]);
  });

  test("a notice that has not come is late once the limit has passed", () => {
    expect(raise({ notifiedAt: null }, after(24))).toEqual([]);
    expect(raise({ notifiedAt: null }, after(24, 1))[0]?.values).toMatchObject({ part: "unnotified", limit: 24 });
  });

  test("a limit in words, and an awareness not told of, are left to people", () => {
    expect(raise({ limits: [words], notifiedAt: after(500) })).toEqual([]);
    expect(raise({ processorAwareAt: null, notifiedAt: after(500) })).toEqual([]);
  });
});
