import { describe, expect, it } from "vitest";
import { sampleQuestionnaire } from "./questionnaire.sample.ts";
import { readForm } from "./read-form.ts";
import { validateAnswer } from "./validate-answers.server.ts";

const form = (...fields: [string, string][]) => {
  const data = new FormData();
  fields.forEach(([name, value]) => data.append(name, value));
  return data;
};
const k5 = sampleQuestionnaire(5);
const k3 = sampleQuestionnaire(3);

describe("a form sent without JavaScript", () => {
  it("gives the questions it lists, and no others", () => {
    const read = readForm(k5, form(["question", "opinion"], ["q.opinion", "qualified"], ["v.opinion", "3"], ["q.assurance", "high"], ["question", "nothing"], ["q.nothing", "x"]));
    expect(read).toEqual({ opinion: { value: "qualified", comment: null, version: 3 } });
  });

  it("gives null for what was left empty", () => {
    expect(readForm(k5, form(["question", "independent"], ["c.independent", "  "]))).toEqual({ independent: { value: null, comment: null, version: 0 } });
  });

  it("gives ticks as a list, and line breaks as one sign", () => {
    const read = readForm(k5, form(["question", "objectives"], ["q.objectives", "a-instructions"], ["q.objectives", "e-storage"], ["question", "services_covered"], ["q.services_covered", "Journal\r\nBooking"]));
    expect([read.objectives?.value, read.services_covered?.value]).toEqual([["a-instructions", "e-storage"], "Journal\nBooking"]);
  });

  it("gives the panels that hold anything", () => {
    const read = readForm(k3, form(["question", "breach_list"], ["p.breach_list.0.what", "Tab"], ["p.breach_list.1.what", ""], ["p.breach_list.2.discovered_on", "2026-01-02"]));
    expect(read.breach_list?.value).toEqual([{ what: "Tab" }, { discovered_on: "2026-01-02" }]);
    expect(readForm(k3, form(["question", "breach_list"])).breach_list?.value).toBeNull();
  });

  it.each([["-1"], ["1.5"], ["x"], ["99999999999999999999"]])("takes version %s for none", (version) => {
    expect(readForm(k5, form(["question", "opinion"], ["v.opinion", version])).opinion?.version).toBe(0);
  });

  it("is checked like any other answer", () => {
    const { opinion } = readForm(k5, form(["question", "opinion"], ["q.opinion", "<script>"]));
    expect(validateAnswer(k5, "opinion", opinion!)).toMatchObject({ ok: false, problems: [{ code: "not-a-choice" }] });
  });
});
