import { describe, expect, test } from "vitest";
import { readClock } from "./clock.ts";
import { raiseFromReconciliation } from "./raise-from-reconciliation.ts";
import { likenessOf, reconcile } from "./reconcile.ts";
import type { Disclosed, Registered } from "./reconcile.ts";

const aware = new Date("2026-06-10T08:00:00Z");
const after = (hours: number, ms = 0) => new Date(aware.getTime() + hours * 3_600_000 + ms);
const day = { value: 24, unit: "hours", source: "003 ABS-13" };
const clock = (until: Date | null, period: { value: number | null; unit: string } = day) => readClock({ from: aware, until, period, now: after(999) });

const told: Disclosed = { ref: "2026-06-10 (1)", discoveredOn: "2026-06-10", notifiedOn: null, what: "Lønsedler sendt til forkert modtager" };
const known: Registered = { record: "r1", ref: "2026-06-10 Fejlsendte lønsedler", title: "Fejlsendte lønsedler", awareOn: "2026-06-10", notifiedOn: "2026-06-11", matchedRef: null, inPeriod: true, clock: clock(after(20)), limit: day };
const match = { ...known, matchedRef: told.ref };
const rules = (disclosed: Disclosed[], register: Registered[]) => raiseFromReconciliation(reconcile(disclosed, register), "breach_list").map(({ rule, severity }) => `${rule} ${severity}`);

describe("likenessOf", () => {
  const strange = { ...known, title: "Andet", awareOn: "2026-01-01" };
  test.each([
    ["2026-06-10", "2026-06-13", 2], ["2026-06-10", "2026-06-14", 1], ["2026-06-10", "2026-06-24", 1], ["2026-06-10", "2026-06-25", 0], ["2026-06-10", "2026-06-07", 2],
  ])("discovered %s, aware %s", (discoveredOn, awareOn, likeness) => {
    expect(likenessOf({ ...told, discoveredOn, what: "" }, { ...strange, awareOn })).toBe(likeness);
  });

  test("the same day of notice and a long word in common count; short words and no days do not", () => {
    expect(likenessOf({ ...told, discoveredOn: null, what: "" }, strange)).toBe(0);
    expect(likenessOf({ ...told, discoveredOn: null, notifiedOn: "2026-06-11", what: "" }, strange)).toBe(2);
    expect(likenessOf({ ...told, discoveredOn: null, what: "LØNSEDLER" }, known)).toBe(1);
    expect(likenessOf({ ...told, discoveredOn: null, what: "fejl i mail" }, { ...strange, title: "mail fejl" })).toBe(0);
  });
});

describe("reconcile", () => {
  test("only a person matches: likeness suggests", () => {
    expect(reconcile([told], [known])).toEqual({ matched: [], unnotified: [{ disclosed: told, suggested: "r1" }], undisclosed: [known] });
    expect(reconcile([told], [match])).toEqual({ matched: [{ disclosed: told, registered: match }], unnotified: [], undisclosed: [] });
  });

  test("one of the register is suggested once, to the first it fits", () => {
    const again = { ...told, ref: "2026-06-11 (2)", discoveredOn: "2026-06-11" };
    expect(reconcile([told, again], [known]).unnotified.map(({ suggested }) => suggested)).toEqual(["r1", null]);
  });

  test("a match with what is no longer disclosed is none", () => {
    expect(reconcile([], [match]).undisclosed).toEqual([match]);
  });

  test("outside the time asked about, and never notified, nothing had to be disclosed", () => {
    expect(reconcile([], [{ ...known, inPeriod: false }, { ...known, notifiedOn: null }]).undisclosed).toEqual([]);
  });
});

describe("what is raised", () => {
  test.each<[string, Disclosed[], Registered[], string[]]>([
    ["nothing on either side", [], [], []],
    ["matched and in time", [told], [match], []],
    ["disclosed, no notice known", [told], [], ["DISCLOSED-NOT-NOTIFIED major"]],
    ["disclosed, said to be notified, but not known", [{ ...told, notifiedOn: "2026-06-11" }], [], ["DISCLOSED-NOT-NOTIFIED minor"]],
    ["matched with what the press told of", [{ ...told, notifiedOn: "2026-06-11" }], [{ ...match, notifiedOn: null, clock: null }], ["DISCLOSED-NOT-NOTIFIED major"]],
    ["notified, not disclosed", [], [known], ["NOTIFIED-NOT-DISCLOSED minor"]],
    ["alike, but not yet matched", [told], [known], ["DISCLOSED-NOT-NOTIFIED major", "NOTIFIED-NOT-DISCLOSED minor"]],
    ["matched, notified at the limit", [told], [{ ...match, clock: clock(after(24)) }], []],
    ["matched, notified past the limit", [told], [{ ...match, clock: clock(after(24, 1)) }], ["NOTIFIED-LATE major"]],
    ["not disclosed and late", [], [{ ...known, clock: clock(after(30)) }], ["NOTIFIED-NOT-DISCLOSED minor", "NOTIFIED-LATE major"]],
    ["no limit in numbers", [told], [{ ...match, clock: clock(after(900), { value: null, unit: "without-undue-delay" }) }], []],
  ])("%s", (_what, disclosed, register, expected) => {
    expect(rules(disclosed, register)).toEqual(expected);
  });

  test("the values say which, how late, and what was claimed", () => {
    const [claimed] = raiseFromReconciliation(reconcile([{ ...told, notifiedOn: "2026-06-11" }], []), "breach_list");
    expect(claimed).toMatchObject({ question: "breach_list", values: { breach: told.ref, what: told.what, part: "claimed", claimedOn: "2026-06-11" } });
    const [late] = raiseFromReconciliation(reconcile([told], [{ ...match, clock: clock(after(25, 1_800_000)) }]));
    expect(late).toMatchObject({ source: "Datatilsynet 2021, koncept 3, note 3; 003 ABS-13", values: { record: "r1", breach: known.ref, hours: 25, minutes: 30, limit: 24, unit: "hours" } });
  });
});
