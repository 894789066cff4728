import { Ajv2020 } from "ajv/dist/2020.js";
import schema from "../../schemas/report.schema.json" with { type: "json" };

const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

/** The first violation of the published schema; null for a valid report. */
export function faultOf(report: unknown): string | null {
  if (validate(report)) return null;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath || "it"} ${error?.message}`;
}
