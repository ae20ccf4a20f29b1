import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLanguage } from "#app/text/language.ts";
import { loadTexts } from "#app/text/translator.ts";
import { NonceContext } from "#app/ui/nonce.ts";

const lang = document.documentElement.lang;
const language = isLanguage(lang) ? lang : "da";
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;

// Only the texts of the page's own language are fetched; choosing another one loads the document anew.
const { texts } = language === "en" ? await import("#app/text/english.ts") : await import("#app/text/danish.ts");
loadTexts(language, texts);

startTransition(() => {
  hydrateRoot(
    document,
    <NonceContext.Provider value={nonce}>
      <RemixBrowser />
    </NonceContext.Provider>,
  );
});
