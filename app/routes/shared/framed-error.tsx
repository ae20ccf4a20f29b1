import { useRouteLoaderData } from "@remix-run/react";
import type { ShellView } from "#app/organisation/load-shell.server.ts";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { Shell } from "#app/ui/shell.tsx";

/** An error of a page inside its frame; without the frame when that is what failed. */
export function FramedError({ route }: { route: string }) {
  const view = useRouteLoaderData(route) as ShellView | undefined;
  return view ? <Shell {...view}><ErrorPage framed /></Shell> : <ErrorPage />;
}
