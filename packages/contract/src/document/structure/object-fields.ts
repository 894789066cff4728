/** Objects of OpenAPI that hold other objects (3.1, 4.8). Schema Objects are left to JSON Schema. */
export type ObjectKind =
  | "openapi"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "header"
  | "mediaType"
  | "encoding"
  | "example"
  | "link"
  | "callback"
  | "securityScheme"
  | "server";

/** Where an object holds others: in a field, in a list, in a map by name, or in every field. */
interface ObjectFields {
  readonly single?: Readonly<Record<string, ObjectKind>>;
  readonly lists?: Readonly<Record<string, ObjectKind>>;
  readonly maps?: Readonly<Record<string, ObjectKind>>;
  readonly every?: ObjectKind;
}

const content = { content: "mediaType" } as const;
const parameterFields = { maps: { ...content, examples: "example" } } as const;

export const objectFields: Readonly<Record<ObjectKind, ObjectFields>> = {
  openapi: {
    single: { components: "components" },
    lists: { servers: "server" },
    maps: { paths: "pathItem", webhooks: "pathItem" },
  },
  components: {
    maps: {
      responses: "response",
      parameters: "parameter",
      examples: "example",
      requestBodies: "requestBody",
      headers: "header",
      securitySchemes: "securityScheme",
      links: "link",
      callbacks: "callback",
      pathItems: "pathItem",
    },
  },
  pathItem: {
    single: {
      get: "operation",
      put: "operation",
      post: "operation",
      delete: "operation",
      options: "operation",
      head: "operation",
      patch: "operation",
      trace: "operation",
    },
    lists: { parameters: "parameter", servers: "server" },
  },
  operation: {
    single: { requestBody: "requestBody" },
    lists: { parameters: "parameter", servers: "server" },
    maps: { responses: "response", callbacks: "callback" },
  },
  parameter: parameterFields,
  header: parameterFields,
  requestBody: { maps: content },
  response: { maps: { ...content, headers: "header", links: "link" } },
  mediaType: { maps: { encoding: "encoding", examples: "example" } },
  encoding: { maps: { headers: "header" } },
  link: { single: { server: "server" } },
  callback: { every: "pathItem" },
  example: {},
  securityScheme: {},
  server: {},
};
