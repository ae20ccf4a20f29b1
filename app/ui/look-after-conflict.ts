import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * Has a page read anew what is stored after its form was refused because that changed meanwhile (409): the refusal says to look at what is there
 * now, and the form carries on from it. After other refusals nothing is read, as usual. Exported by routes as `shouldRevalidate`.
 */
export const lookAfterConflict: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) => actionStatus === 409 || defaultShouldRevalidate;
