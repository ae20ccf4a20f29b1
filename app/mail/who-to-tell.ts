import type { Colleague } from "./list-colleagues.server.ts";

/** The one who opened the supervision; if that person is no longer there, every caseworker; without any, everybody. */
export function whoToTell(reachable: readonly Colleague[], openedById: string | null): Colleague[] {
  const opener = reachable.filter((one) => one.personId === openedById);
  if (opener.length > 0) return opener;
  const caseworkers = reachable.filter((one) => one.roles.includes("caseworker"));
  return caseworkers.length > 0 ? caseworkers : [...reachable];
}

/** Those who accept risks. */
export function dposOf(reachable: readonly Colleague[]): Colleague[] {
  return reachable.filter((one) => one.roles.includes("dpo"));
}
