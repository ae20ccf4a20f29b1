import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, DriverAdapterError, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as untyped from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

type SchemaEngine = import("@prisma/schema-engine-wasm").SchemaEngine;

/** The package types the engine but not its loader hook. */
const bindings = untyped as typeof untyped & { __wbg_set_wasm(exports: WebAssembly.Exports): void };
const CATALOGUE_CHAR = 18;
const FLOAT4 = 700;

let ready = false;

/** Loads Prisma's schema engine, compiled to WebAssembly: it needs no platform binary (docs/decisions/migrations.md). */
function loadEngine(): void {
  if (ready) return;
  const wasm = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  ready = true;
}

/**
 * The adapter does not know the catalogue's one-byte "char" type, which the engine reads. It leaves here under the mark of float4, a
 * type no catalogue query asks for, and MigrationAdapter gives it its true name.
 */
class CataloguePool extends pg.Pool {
  override query(...args: unknown[]): never {
    const answer = (super.query as (...given: unknown[]) => Promise<pg.QueryResult>)(...args);
    return answer.then((result) => {
      for (const field of result.fields ?? []) if (field.dataTypeID === CATALOGUE_CHAR) field.dataTypeID = FLOAT4;
      return result;
    }) as never;
  }
}

/** Sends a migration whole, so that function bodies survive and it applies in one transaction; the stock adapter cuts it at each semicolon. */
class MigrationAdapter extends PrismaPg {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super(pool, { disposeExternalPool: true });
    this.#pool = pool;
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      return { ...result, columnTypes: result.columnTypes.map((type) => (type === ColumnTypeEnum.Float ? ColumnTypeEnum.Character : type)) };
    };
    adapter.executeScript = async (script: string) => {
      try {
        await this.#pool.query(script);
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        const { code = "", severity = "", message, detail, column, hint } = error;
        throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
      }
    };
    return adapter;
  }
}

/** An engine on the database at `url`, and `close` for both it and its connections; `datamodels` are [path, text] pairs. */
export async function openEngine(url: string, datamodels: [string, string][]): Promise<{ engine: SchemaEngine; close: () => Promise<void> }> {
  loadEngine();
  const pool = new CataloguePool({ connectionString: url });
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(pool));
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  const close = async () => {
    engine.free();
    if (!pool.ended) await pool.end();
  };
  return { engine, close };
}
