import { createTheme, defaultVariantColorsResolver } from "@mantine/core";
import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from "@mantine/core";

/** Ink blue with a little green in it: the colour of the portal. 7 on white and 3 on the darkest surface pass AA. */
const fjord: MantineColorsTuple = [
  "#eff6f8", "#dcebf0", "#b9d6df", "#8fbccb", "#629eb2", "#3f8299", "#2a6b82", "#1b566b", "#123f50", "#0b2b38",
];
/** Neutral greys with a trace of the same hue. */
const gray: MantineColorsTuple = [
  "#f7f9f9", "#eff2f3", "#e3e8ea", "#d3dadd", "#87949a", "#76838a", "#647177", "#4a565b", "#2f393d", "#1b2326",
];
const dark: MantineColorsTuple = [
  "#e4eaec", "#c2ccd0", "#a0adb2", "#7f8e95", "#6c7a82", "#334047", "#263137", "#1a2328", "#141b1f", "#0e1417",
];
const green: MantineColorsTuple = [
  "#eef7f0", "#d9ecdd", "#b4d9bd", "#88c197", "#5fa773", "#428d58", "#317546", "#245c36", "#184527", "#0d2d19",
];
const yellow: MantineColorsTuple = [
  "#fdf6e3", "#faeac0", "#f3d588", "#e8bc50", "#d7a02a", "#b58118", "#8f6410", "#6f4d0c", "#523909", "#372605",
];
const red: MantineColorsTuple = [
  "#fcf0ee", "#f8dcd8", "#efb8b0", "#e38c81", "#d3675a", "#bd493c", "#a1352a", "#8e2c22", "#5f1d17", "#40130f",
];

const text =
  '"Seravek", "Segoe UI", "Source Sans 3", "Open Sans", -apple-system, BlinkMacSystemFont, Roboto, Ubuntu, "Noto Sans", "Liberation Sans", system-ui, sans-serif';


/** Filled areas are dark with white text in light, and light with dark text in dark: the ink follows the scheme. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === "filled" ? { ...colors, color: "var(--filled-ink)" } : colors;
};

export const theme = createTheme({
  variantColorResolver,
  colors: { fjord, gray, dark, green, yellow, red },
  primaryColor: "fjord",
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  white: "#ffffff",
  black: "#16211f",
  defaultRadius: "sm",
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "8px", xl: "12px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  fontFamily: text,
  fontFamilyMonospace: '"Cascadia Mono", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  headings: {
    fontFamily: text,
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.625rem", lineHeight: "1.25" },
      h2: { fontSize: "1.25rem", lineHeight: "1.3" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.4" },
      h4: { fontSize: "0.9375rem", lineHeight: "1.45" },
    },
  },
  shadows: { xs: "none", sm: "0 1px 2px rgb(11 43 56 / 6%)", md: "0 4px 16px rgb(11 43 56 / 12%)" },
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    Anchor: { defaultProps: { underline: "always" } },
    Button: { defaultProps: { size: "sm", fw: 600 } },
    Paper: { defaultProps: { withBorder: true, radius: "md", p: "lg" } },
    Card: { defaultProps: { withBorder: true, radius: "md", padding: "lg" } },
    Alert: { defaultProps: { radius: "sm", variant: "light" } },
    Badge: { defaultProps: { radius: "xs", variant: "light", tt: "none", fw: 600 } },
    Table: { defaultProps: { verticalSpacing: 8, horizontalSpacing: 12 } },
    InputWrapper: { styles: { label: { marginBottom: 4, fontWeight: 600 }, description: { marginBottom: 6 }, error: { fontWeight: 600 } } },
    TextInput: { defaultProps: { size: "sm" } },
    Textarea: { defaultProps: { size: "sm", autosize: false, rows: 4 } },
    NativeSelect: { defaultProps: { size: "sm" } },
    Checkbox: { defaultProps: { size: "sm", iconColor: "var(--filled-ink)" } },
    Radio: { defaultProps: { size: "sm", iconColor: "var(--filled-ink)" } },
    Title: { defaultProps: { textWrap: "balance" } },
  },
});

const bands = (...pairs: readonly (readonly [fill: string, ink: string])[]) =>
  Object.fromEntries(pairs.flatMap(([fill, ink], place) => [[`--band-${place + 1}-fill`, fill], [`--band-${place + 1}-ink`, ink]]));

const tone = (name: string, [fill, line, ink, solid]: readonly [string, string, string, string]) => ({
  [`--tone-${name}-fill`]: fill, [`--tone-${name}-line`]: line, [`--tone-${name}-ink`]: ink, [`--tone-${name}-solid`]: solid,
});

/** Surfaces and tones in both schemes. A tone has fill, line, ink (text on the fill) and solid (a mark on the page). */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#18242a",
    "--mantine-color-dimmed": "#56646a",
    "--mantine-color-anchor": fjord[7],
    "--mantine-color-error": "#a1352a",
    "--mantine-color-placeholder": "#66737a",
    "--mantine-color-default-border": "#c3cdd1",
    "--surface-page": "#f5f7f7",
    "--surface-card": "#ffffff",
    "--surface-sunk": "#eef2f3",
    "--surface-band": fjord[9],
    "--surface-band-ink": "#f3f8fa",
    "--surface-band-line": "#28505f",
    "--line": "#dde3e5",
    "--line-strong": "#8a979c",
    "--focus": "#0b6e99",
    "--filled-ink": "#ffffff",
    "--scale-marker": fjord[7],
    "--scale-marker-ink": "#ffffff",
    ...tone("ok", [green[0], green[2], green[7], green[6]]),
    ...tone("soon", [yellow[0], yellow[2], yellow[7], "#b07d14"]),
    ...tone("late", [red[0], red[2], red[7], red[5]]),
    ...tone("wait", [fjord[0], fjord[2], fjord[7], fjord[6]]),
    ...bands([fjord[1], fjord[8]], [fjord[3], fjord[9]], [fjord[6], "#ffffff"], [fjord[8], "#ffffff"]),
    ...tone("rest", ["#f0f3f4", "#d3dadd", "#445056", "#77858b"]),
  },
  dark: {
    "--mantine-color-body": dark[8],
    "--mantine-color-text": dark[0],
    "--mantine-color-dimmed": dark[2],
    "--mantine-color-anchor": fjord[3],
    "--mantine-color-error": red[3],
    "--mantine-color-placeholder": "#8b999f",
    "--mantine-color-default": dark[7],
    "--mantine-color-default-border": "#4b5a61",
    "--surface-page": "#10171a",
    "--surface-card": "#182125",
    "--surface-sunk": "#1f2a2f",
    "--surface-band": "#0a2029",
    "--surface-band-ink": "#e6f0f3",
    "--surface-band-line": "#2a4a57",
    "--line": "#2d393f",
    "--line-strong": "#71818a",
    "--focus": "#7cc4e0",
    "--filled-ink": "#0b1a20",
    "--scale-marker": "#d6ebf2",
    "--scale-marker-ink": "#0b1a20",
    ...tone("ok", ["#16291d", "#2c5238", "#9fd6ad", "#5fa773"]),
    ...tone("soon", ["#2c230d", "#5c481a", "#eccb78", "#d7a02a"]),
    ...tone("late", ["#331916", "#69342c", "#f0b3a9", "#d3675a"]),
    ...tone("wait", ["#132a33", "#2b5261", "#a5d0de", "#629eb2"]),
    ...bands(["#17343f", fjord[1]], ["#225262", fjord[0]], ["#4b93ab", "#06161c"], ["#b9d6df", "#06161c"]),
    ...tone("rest", ["#202a2f", "#3b484f", "#bac5c9", "#8796a0"]),
  },
});
