import { createBaseThemeStyle } from "survey-core";
import "survey-core/survey-core.fontless.min.css";
import "./survey-theme.css";

let adopted = false;

/**
 * SurveyJS writes its variables into <style> elements, which the content security policy forbids. They are adopted as a
 * constructed stylesheet instead, once per document; survey-theme.css then maps them to ours.
 */
export function adoptSurveyStyles(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(createBaseThemeStyle());
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
}
