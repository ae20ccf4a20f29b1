import { describe, expect, it } from "vitest";
import { newProcessorForm, processorForm } from "./processor-form.ts";

const messages = (given: Record<string, string>) => {
  const parsed = processorForm.safeParse({ name: "Drift", ...given });
  return parsed.success ? parsed.data : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
};

describe("a processor as typed", () => {
  it("is trimmed and normalised", () => {
    expect(messages({ name: " Drift ApS ", cvr: "DK 1358 5628", contactEmail: " Anne@Drift.example " })).toEqual({ name: "Drift ApS", cvr: "13585628", contactName: "", contactEmail: "anne@drift.example", contactPhone: "", managerName: "", managerEmail: "" });
    expect(messages({ cvr: "" })).toMatchObject({ cvr: null });
  });

  it.each([
    [{ name: " " }, "name processor:error.name"],
    [{ cvr: "1358562" }, "cvr processor:error.cvrDigits"],
    [{ cvr: "135856281" }, "cvr processor:error.cvrDigits"],
    [{ cvr: "13585627" }, "cvr processor:error.cvrCheck"],
    [{ contactEmail: "anne" }, "contactEmail processor:error.email"],
    [{ managerEmail: "ingen" }, "managerEmail processor:error.email"],
    [{ contactPhone: "1".repeat(41) }, "contactPhone processor:error.long"],
  ])("refuses %j", (given, message) => {
    expect(messages(given as Record<string, string>)).toEqual([message]);
  });

  it("knows whether the directory's offer was taken, declined or not made", () => {
    const organisation = (text?: string) => newProcessorForm.parse({ name: "Drift", organisation: text }).organisation;
    expect([organisation(), organisation("none"), organisation("11111111-1111-4111-8111-111111111111")]).toEqual([null, "none", "11111111-1111-4111-8111-111111111111"]);
  });
});
