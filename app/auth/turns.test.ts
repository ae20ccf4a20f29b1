import { describe, expect, it } from "vitest";
import { takeTurns } from "./turns.server.ts";

/** Work that ends when it is told to. */
function held() {
  let end = () => undefined as void;
  const over = new Promise<void>((resolve) => (end = resolve));
  return { work: () => over, end: () => end() };
}

describe("taking turns", () => {
  it("runs no more at once than allowed, and the waiting in order", async () => {
    const inTurn = takeTurns(2, 10);
    const begun: number[] = [];
    const works = [held(), held(), held(), held()];
    const all = works.map(({ work }, index) => inTurn(() => { begun.push(index); return work(); }));
    expect(begun).toEqual([0, 1]);
    works[1]?.end();
    await all[1];
    expect(begun).toEqual([0, 1, 2]);
    for (const { end } of works) end();
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it("answers 503 beyond the queue, and takes new work once there is room", async () => {
    const inTurn = takeTurns(1, 1);
    const first = held();
    const running = inTurn(first.work);
    const waiting = inTurn(async () => "waited");
    const refused: unknown = await inTurn(async () => "never").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Response);
    expect((refused as Response).status).toBe(503);
    first.end();
    await running;
    expect(await waiting).toBe("waited");
    expect(await inTurn(async () => "again")).toBe("again");
  });

  it("goes on after a failure", async () => {
    const inTurn = takeTurns(1, 1);
    await expect(inTurn(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await inTurn(async () => 1)).toBe(1);
  });
});
