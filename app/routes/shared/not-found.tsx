import { ErrorPage } from "#app/ui/error-page.tsx";

/** Any address without a page: the same 404 as something that is not yours. */
export function loader() {
  throw new Response(null, { status: 404 });
}

export const action = loader;

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
