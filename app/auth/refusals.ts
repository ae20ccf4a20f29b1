/** Absent, or not yours: always the same 404 (house.md §3). Throws, so `throw notFound()` and `notFound()` do the same. */
export function notFound(): never {
  throw new Response(null, { status: 404, statusText: "Not Found" });
}

/** Your organisation, but not your role. Throws. */
export function forbidden(): never {
  throw new Response(null, { status: 403, statusText: "Forbidden" });
}
