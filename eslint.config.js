import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const unsafeSql = ["$queryRawUnsafe", "$executeRawUnsafe"].map((property) => ({ property, message: "SQL is written as a template: $queryRaw`…` or $executeRaw`…`." }));
const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Time is passed in; only app/config/clock.server.ts asks for it." },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "Time is passed in; only app/config/clock.server.ts asks for it." },
];
const entries = ["app/server.ts", "app/worker.ts", "app/stack/*.ts", "prisma/**/*.ts", "tests/**/*.ts"];

export default tseslint.config(
  { ignores: ["node_modules/", "build/", ".data/", ".cache/", "app/db/generated/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx,js}"],
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
    rules: {
      "no-console": "error",
      "no-eval": "error",
      "no-restricted-properties": ["error", ...unsafeSql],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/config/**", "**/*.test.ts"],
    rules: {
      "no-restricted-properties": ["error", ...unsafeSql, { object: "process", property: "env", message: "Settings are read in app/config." }],
      "no-restricted-syntax": ["error", ...clock],
    },
  },
  { files: entries, rules: { "no-console": "off" } },
  {
    files: ["app/**/*.tsx"],
    plugins: { ...jsxA11y.flatConfigs.recommended.plugins, "react-hooks": reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      // A table drawn as blocks on a phone loses its roles in browsers unless they are written out.
      "jsx-a11y/no-redundant-roles": ["error", { table: ["table"], thead: ["rowgroup"], tbody: ["rowgroup"], tr: ["row"] }],
      "jsx-a11y/no-interactive-element-to-noninteractive-role": ["error", { td: ["cell"], th: ["columnheader", "rowheader"] }],
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
);
