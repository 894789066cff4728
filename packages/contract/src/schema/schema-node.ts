import type { AspectReasons } from "../document/inferred-mark.js";

/**
 * A linked schema: JSON Schema 2020-12 without `$id`, `$anchor` and `$dynamicRef`, whose every `$ref` is the
 * key of another linked schema. Branches (anyOf, oneOf, if, contains) are always references, so that each can be
 * validated on its own.
 */
export interface SchemaNode {
  /** Its location in the contract. */
  readonly "x-at"?: string;
  /** Why this part of the contract is inferred. */
  readonly "x-inferred"?: string;
  /** Why single aspects of this part are inferred. */
  readonly "x-inferred-aspects"?: AspectReasons;
  /** As `x-inferred`, where the reason does not cover what a `$ref` inside leads to. */
  readonly "x-inferred-here"?: string;
  /** Known values of a set that may grow. */
  readonly "x-extensible-enum"?: readonly unknown[];
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly unevaluatedProperties?: SchemaNode | boolean;
  readonly dependentSchemas?: Readonly<Record<string, SchemaNode>>;
  readonly prefixItems?: readonly SchemaNode[];
  readonly items?: SchemaNode | boolean;
  readonly unevaluatedItems?: SchemaNode | boolean;
  readonly contains?: SchemaNode;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly if?: SchemaNode;
  readonly then?: SchemaNode;
  readonly else?: SchemaNode;
  readonly [keyword: string]: unknown;
}
