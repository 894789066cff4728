import {
  type Document,
  type Example,
  type MediaType,
  type Parameter,
  type Reference,
  resolve,
} from "./document.js";
import { flatten } from "./schema-shape.js";

/** A value that the contract offers as an example of something. */
export interface NamedExample {
  readonly name: string;
  readonly summary?: string | undefined;
  readonly value: unknown;
}

type Exemplified = Pick<Parameter, "schema" | "example" | "examples">;

/** The examples of a parameter, header or media type: its own, or else those of its schema. */
export function examplesOf(
  document: Document,
  { schema, example, examples }: Exemplified | MediaType,
): NamedExample[] {
  const named = Object.entries(examples ?? {}).map(([name, entry]) => {
    const { summary, value } = resolve<Example>(document, entry as Example | Reference);
    return { name, summary, value };
  });
  if (named.length > 0) return named;
  const { example: single, examples: several = [] } = flatten(document, schema);
  const values = [example, single, ...several].filter((value) => value !== undefined);
  return values.map((value, index) => ({ name: `example-${index + 1}`, value }));
}

/** The first example of a parameter or header; without one its default, first known value or constant. */
export function exampleOf(document: Document, of: Exemplified): unknown {
  const schema = flatten(document, of.schema);
  return examplesOf(document, of)[0]?.value ?? schema.default ?? schema.const ?? schema.enum?.[0];
}

/** An example as text; what is not there is empty. */
export const exampleText = (value: unknown): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
