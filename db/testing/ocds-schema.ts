import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";

/** Where the standard's own schema files lie, if they are at hand: `OCDS_SCHEMA_DIR`. */
export const ocdsSchemaDir: string | undefined = process.env.OCDS_SCHEMA_DIR;

export type OcdsPackage = "release-package" | "record-package";

/** What the standard's schema finds wrong with a package; its references are answered from the files beside it. */
export function schemaComplaints(dir: string) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const read = (name: string): object =>
    JSON.parse(readFileSync(path.join(dir, `${name}.json`), "utf8"));
  ajv.addSchema(read("release-schema"));
  ajv.addSchema(read("versioned-release-validation-schema"));
  const validators = {
    "release-package": ajv.compile(read("release-package-schema")),
    "record-package": ajv.compile(read("record-package-schema")),
  };
  return (kind: OcdsPackage, document: unknown): string[] => {
    const validate = validators[kind];
    validate(document);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** The codes of one of the standard's lists. */
export function codesIn(dir: string, list: string): string[] {
  const file = readFileSync(path.join(dir, "codelists", `${list}.csv`), "utf8");
  const rows: Record<string, string>[] = parse(file, { columns: true, bom: true });
  return rows.flatMap(({ Code }) => Code ?? []);
}
