import { RemixBrowser } from "@remix-run/react";
import { startTransition, useEffect } from "react";
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

/**
 * Until React has taken the page over, what people do belongs to the browser: links lead on, forms are sent, what is typed stays. React would
 * take the page over at once for the first click, while the loaders' data is still on its way, and throw (error 345, React 18 with Remix 2).
 */
const early = [
  "click", "dblclick", "auxclick", "contextmenu", "mousedown", "mouseup", "mouseover", "mouseout", "pointerdown", "pointerup", "pointercancel", "pointerover", "pointerout",
  "touchstart", "touchend", "touchcancel", "keydown", "keypress", "keyup", "beforeinput", "input", "change", "submit", "reset", "focusin", "focusout", "copy", "cut", "paste",
  "compositionstart", "compositionend", "dragstart", "dragend", "dragenter", "dragleave", "drop",
];
const leaveToBrowser = (event: Event) => event.stopImmediatePropagation();
for (const name of early) window.addEventListener(name, leaveToBrowser, true);

function TakenOver() {
  useEffect(() => {
    for (const name of early) window.removeEventListener(name, leaveToBrowser, true);
    document.documentElement.dataset.takenOver = ""; // from here on keys and choices are React's
  }, []);
  return null;
}

startTransition(() => {
  hydrateRoot(
    document,
    <NonceContext.Provider value={nonce}>
      <RemixBrowser />
      <TakenOver />
    </NonceContext.Provider>,
  );
});
