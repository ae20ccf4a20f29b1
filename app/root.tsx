import { ColorSchemeScript, MantineProvider } from "@mantine/core";
import "@mantine/core/styles.layer.css";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, data, useRouteLoaderData } from "@remix-run/react";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { I18nextProvider } from "react-i18next";
import type { ReactNode } from "react";
import { signedIn } from "#app/auth/session.server.ts";
import { pickLanguage } from "#app/text/language.server.ts";
import { defaultLanguage } from "#app/text/language.ts";
import { translatorFor } from "#app/text/translator.ts";
import { readColourScheme } from "#app/ui/colour-scheme.server.ts";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { clearFlash, readFlash } from "#app/ui/flash.server.ts";
import "#app/ui/global.css";
import { useNonce, useStyleNonce } from "#app/ui/nonce.ts";
import { cssVariablesResolver, theme } from "#app/ui/theme.ts";

/** What every page needs to be drawn: its language, its colour scheme and the message of the page before. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const flash = readFlash(request);
  const person = await signedIn(request);
  return data(
    { language: pickLanguage(request, person?.locale), colourScheme: readColourScheme(request), flash, requestId: context.requestId },
    flash ? { headers: { "Set-Cookie": clearFlash } } : undefined,
  );
}

export function Layout({ children }: { children: ReactNode }) {
  const loaded = useRouteLoaderData<typeof loader>("root");
  const language = loaded?.language ?? defaultLanguage;
  const chosen = loaded?.colourScheme ?? "auto";
  const forced = chosen === "auto" ? undefined : chosen;
  const nonce = useNonce();
  const styleNonce = useStyleNonce();
  return (
    <html lang={language} data-mantine-color-scheme={forced ?? "light"} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={forced ?? "light dark"} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" forceColorScheme={forced} suppressHydrationWarning />
      </head>
      <body>
        <I18nextProvider i18n={translatorFor(language)}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={cssVariablesResolver}
            defaultColorScheme="auto"
            forceColorScheme={forced}
            getStyleNonce={styleNonce}
          >
            {children}
          </MantineProvider>
        </I18nextProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
