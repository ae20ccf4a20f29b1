import { describe, expect, it } from "vitest";
import type { Subprocessor } from "./agreement-fields.ts";
import { branchOf, orderChain, searchChain } from "./chain.ts";

const link = (id: string, parentId: string | null = null, given: Partial<Subprocessor> = {}): Subprocessor => ({
  id, parentId, name: `Led ${id}`, cvr: "", address: "", country: "", processing: "", transferGround: "", contactName: "", contactEmail: "", status: "approved", approvedOn: null, ...given,
});
const names = (links: readonly { id: string; depth: number }[]) => links.map(({ id, depth }) => `${"-".repeat(depth)}${id}`).join(" ");

describe("the chain", () => {
  const chain = [link("a"), link("c", "b", { processing: "Mailudsendelse", country: "US" }), link("b", "a"), link("d"), link("e", "gone")];

  it("is shown from the top down to any depth, a link without its upper one at the top", () => {
    expect(names(orderChain(chain))).toBe("a -b --c d e");
    expect(orderChain(chain).map(({ below }) => below)).toEqual([2, 1, 0, 0, 0]);
    const deep = Array.from({ length: 40 }, (_, place) => link(String(place), place === 0 ? null : String(place - 1)));
    expect(orderChain(deep).at(-1)).toMatchObject({ id: "39", depth: 39 });
  });

  it("knows what lies under a link, also when rows run in a circle", () => {
    expect(branchOf(chain, "a")).toEqual(["a", "b", "c"]);
    expect(branchOf(chain, "d")).toEqual(["d"]);
    expect(branchOf([link("x", "y"), link("y", "x")], "x")).toEqual(["x", "y"]);
  });

  it("is searched in all it says, with the links above", () => {
    const links = orderChain(chain);
    expect(names(searchChain(links, " mailUD "))).toBe("a -b --c");
    expect(names(searchChain(links, "led d"))).toBe("d");
    expect(searchChain(links, "")).toEqual(links);
    expect(searchChain(links, "intet")).toEqual([]);
  });
});
