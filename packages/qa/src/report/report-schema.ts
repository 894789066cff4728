import { Ajv2020 } from "ajv/dist/2020.js";
import schema from "../../schemas/report.schema.json" with { type: "json" };

const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

/** What is wrong with a report by the schema that we publish; null for nothing. */
export function faultOf(report: unknown): string | null {
  if (validate(report)) return null;
  const [error] = validate.errors ?? [];
  return `${error?.instancePath || "it"} ${error?.message}`;
}
