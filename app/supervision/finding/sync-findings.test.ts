import { describe, expect, test } from "vitest";
import { finding } from "#app/domain/findings/raised-finding.ts";
import { MANUAL, syncFindings } from "./sync-findings.ts";
import type { StandingFinding } from "./sync-findings.ts";

const raised = finding({ rule: "GAP-1", severity: "critical", source: "s", blocking: true, values: { points: 7, assurance: "limited" } });
const standing: StandingFinding = { id: "1", rule: "GAP-1", question: "", subject: "", state: "open", severity: "critical", blocking: true, values: { assurance: "limited", points: 7 }, clearedByFacts: false, carriedOver: false };
const nothing = { add: [], change: [], reopen: [], clear: [] };

describe("syncFindings", () => {
  test("adds what is new, once", () => {
    expect(syncFindings([], [raised, raised])).toEqual({ ...nothing, add: [{ ...raised, subject: "" }] });
  });
  test("leaves what stands", () => expect(syncFindings([standing], [raised])).toEqual(nothing));
  test("changes the gravity of an open one", () => {
    expect(syncFindings([{ ...standing, severity: "major" }], [raised])).toEqual({ ...nothing, change: [{ id: "1", raised }] });
  });
  test("changes what an open one says when the facts behind it are others", () => {
    expect(syncFindings([{ ...standing, values: { points: 7, assurance: "unknown" } }], [raised])).toEqual({ ...nothing, change: [{ id: "1", raised }] });
  });
  test.each(["open", "agreed", "reported-done"] as const)("clears one that is %s when its fact is gone", (state) => {
    expect(syncFindings([{ ...standing, state }], [])).toEqual({ ...nothing, clear: [{ id: "1", from: state }] });
  });
  test.each(["verified", "risk-accepted", "closed-not-a-gap"] as const)("leaves one that a person made %s", (state) => {
    expect(syncFindings([{ ...standing, state }], [])).toEqual(nothing);
    expect(syncFindings([{ ...standing, state }], [raised])).toEqual(nothing);
  });
  test("clears one whose acceptance was carried over, when its fact is gone", () => {
    expect(syncFindings([{ ...standing, state: "risk-accepted", carriedOver: true }], [])).toEqual({ ...nothing, clear: [{ id: "1", from: "risk-accepted" }] });
  });
  test("reopens one that the facts had cleared", () => {
    const cleared: StandingFinding = { ...standing, state: "closed-not-a-gap", clearedByFacts: true };
    expect(syncFindings([cleared], [raised])).toEqual({ ...nothing, reopen: [{ id: "1", raised, from: "closed-not-a-gap" }] });
  });
  test("never clears what a person raised", () => expect(syncFindings([{ ...standing, rule: MANUAL }], [])).toEqual(nothing));
  test("tells subjects apart", () => {
    const about = (exception: string) => finding({ rule: "GAP-5", severity: "major", source: "s", values: { exception } });
    const changes = syncFindings([{ ...standing, rule: "GAP-5", subject: "B.3" }], [about("B.3"), about("C.1")]);
    expect(changes.add.map(({ subject }) => subject)).toEqual(["C.1"]);
    expect(changes.clear).toEqual([]);
  });
});
