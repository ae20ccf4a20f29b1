import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { requireController } from "#app/auth/guard.server.ts";
import { loadShell } from "#app/organisation/load-shell.server.ts";
import { FramedError } from "#app/routes/shared/framed-error.tsx";
import { Shell } from "#app/ui/shell.tsx";

/** The frame around the dataansvarlig's pages; it guards nothing for them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireController(request);
  return loadShell(person, "controller");
}

export default function ControllerLayout() {
  return <Shell {...useLoaderData<typeof loader>()}><Outlet /></Shell>;
}

export function ErrorBoundary() {
  return <FramedError route="routes/controller/layout" />;
}
