import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { requirePerson, sideOf } from "#app/auth/guard.server.ts";
import { loadShell } from "#app/organisation/load-shell.server.ts";
import { FramedError } from "#app/routes/shared/framed-error.tsx";
import { Shell } from "#app/ui/shell.tsx";

/** The frame around pages both sides have, on the side worked on now; it guards nothing for them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  return loadShell(person, sideOf(request, person));
}

export default function SharedLayout() {
  return <Shell {...useLoaderData<typeof loader>()}><Outlet /></Shell>;
}

export function ErrorBoundary() {
  return <FramedError route="routes/shared/layout" />;
}
