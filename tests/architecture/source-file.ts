import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

export type Import = { from: string; typeOnly: boolean };
export type SourceFile = {
  /** From the root of the checkout, with slashes. */
  path: string;
  lines: number;
  firstLine: string;
  /** Files of ours by path (`app/…`), packages as `package:name`. */
  imports: Import[];
  /** Forbidden global things it does: reads process.env, asks the clock. */
  uses: ("process.env" | "clock")[];
};

const ours = /\.(ts|tsx)$/;

/** Every TypeScript file under `folders`, generated ones left out. */
export function readTree(folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ours.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
      .filter((path) => !path.startsWith("app/db/generated/") && !path.endsWith(".d.ts"))
      .map((path) => readSource(path, readFileSync(path, "utf8"))),
  );
}

/** What the rules need to know of one file. */
export function readSource(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const imports: Import[] = [];
  const uses = new Set<"process.env" | "clock">();
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier !== undefined && ts.isStringLiteral(specifier)) imports.push({ from: resolved(path, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isNewExpression(node) && named(node.expression, "Date") && (node.arguments?.length ?? 0) === 0) uses.add("clock");
    else if (ts.isPropertyAccessExpression(node) && named(node.expression, "Date") && node.name.text === "now") uses.add("clock");
    else if (ts.isPropertyAccessExpression(node) && named(node.expression, "process") && node.name.text === "env") uses.add("process.env");
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path, lines: text.trimEnd().split("\n").length, firstLine: text.split("\n", 1)[0] ?? "", imports, uses: [...uses] };
}

function named(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function resolved(path: string, specifier: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return normalize(join(dirname(path), specifier)).replaceAll("\\", "/");
  const parts = specifier.split("/");
  return `package:${specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0]}`;
}
