/** Traffic with one defect: what was changed, and where the contract says otherwise. */
export interface Fault {
  readonly title: string;
  /** Operation and status of the documented response that is altered. */
  readonly on: readonly [operationId: string, status: number];
  readonly alter: Alter;
  /** What is found: code or keyword, then the place in the contract. */
  readonly found: readonly [what: string, file: string, text: string];
}

/** A response that can be altered. */
export interface Draft {
  status: number;
  headers: [string, string][];
  // biome-ignore lint/suspicious/noExplicitAny: any JSON body
  body: any;
  /** Stands in place of the body where it is given. */
  raw?: string | Uint8Array | null | undefined;
  url: string;
  requestHeaders: [string, string][];
}

type Alter = (draft: Draft) => void;

const put =
  (pointer: string, value: unknown): Alter =>
  ({ body }) => {
    const { holder, key } = target(body, pointer);
    holder[key] = value;
  };

const drop =
  (pointer: string): Alter =>
  ({ body }) => {
    const { holder, key } = target(body, pointer);
    delete holder[key];
  };

// biome-ignore lint/suspicious/noExplicitAny: any JSON body
function target(body: any, pointer: string): { holder: any; key: string } {
  const steps = pointer.split("/").slice(1);
  const key = steps.pop() as string;
  return { holder: steps.reduce((at, step) => at[step], body), key };
}

const schemas = "spec/components/schemas";

/** Each required or typed property of a Media: taken away, and of a wrong type. */
const ofMedia: readonly Fault[] = [
  ["id", 7],
  ["kind", 7],
  ["created", 7],
  ["updated", false],
  ["filesize", "12 MB"],
  ["title", 7],
  ["filename", {}],
  ["status", []],
  ["width", "1920"],
  ["height", "1080"],
  ["duration", "1:30"],
  ["metadata", []],
  ["deleted", 0],
  ["urls", null],
  ["sources", {}],
].flatMap(([name, wrong]): Fault[] => [
  {
    title: `a Media without ${name}`,
    on: ["getMedia", 200],
    alter: drop(`/data/${name}`),
    found: [
      "required",
      `${schemas}/${name === "urls" || name === "sources" ? "Media" : "MediaSummary"}.yaml`,
      `- ${name}`,
    ],
  },
  {
    title: `a Media whose ${name} is of another type`,
    on: ["getMedia", 200],
    alter: put(`/data/${name}`, wrong),
    found: ["type", `${schemas}/`, "type:"],
  },
]);

const ofEnvelopes: readonly Fault[] = (
  [
    ["listMedia", 200, "MediaListResponse", ["meta", "data", "links"]],
    ["getMedia", 200, "MediaResponse", ["meta", "data", "links"]],
    ["listVideos", 200, "VideoListResponse", ["meta", "data", "links"]],
    ["createImage", 201, "ImageResponse", ["meta", "data", "links"]],
    ["getMedia", 404, "ErrorResponse", ["meta", "error"]],
  ] as const
).flatMap(([operationId, status, schema, names]) =>
  names.map((name) => ({
    title: `${operationId} ${status} without ${name}`,
    on: [operationId, status] as const,
    alter: drop(`/${name}`),
    found: ["required", `${schemas}/${schema}.yaml`, `- ${name}`] as const,
  })),
);

const ofMessages: readonly Fault[] = [
  {
    title: "a list where an object belongs",
    on: ["getMedia", 200],
    alter: put("/data", []),
    found: ["type", `${schemas}/Media.yaml`, "type:"],
  },
  {
    title: "an object where a list belongs",
    on: ["listMedia", 200],
    alter: put("/data", {}),
    found: ["type", `${schemas}/MediaListResponse.yaml`, "type:"],
  },
  {
    title: "a negative file size",
    on: ["getMedia", 200],
    alter: put("/data/filesize", -1),
    found: ["minimum", `${schemas}/MediaSummary.yaml`, "minimum:"],
  },
  {
    title: "an empty id",
    on: ["getMedia", 200],
    alter: put("/data/id", ""),
    found: ["minLength", `${schemas}/MediaSummary.yaml`, "minLength:"],
  },
  {
    title: "a width of zero",
    on: ["getMedia", 200],
    alter: put("/data/width", 0),
    found: ["minimum", `${schemas}/MediaSummary.yaml`, "minimum:"],
  },
  {
    title: "a date that is none",
    on: ["getMedia", 200],
    alter: put("/data/created", "2026-02-30T10:00:00Z"),
    found: ["format", `${schemas}/Timestamp.yaml`, "format:"],
  },
  {
    title: "a video among the images",
    on: ["listImages", 200],
    alter: put("/data/0/kind", "video"),
    found: ["const", `${schemas}/`, "const:"],
  },
  {
    title: "an unknown kind",
    on: ["getMedia", 200],
    alter: put("/data/kind", "hologram"),
    found: ["enum-value-undocumented", `${schemas}/MediaKind.yaml`, "x-extensible-enum:"],
  },
  {
    title: "an unknown property",
    on: ["getMedia", 200],
    alter: put("/data/colour", "red"),
    found: ["property-undocumented", `${schemas}/Media.yaml`, ""],
  },
  {
    title: "an unknown header",
    on: ["getMedia", 200],
    alter: ({ headers }) => headers.push(["Ittybit-Region", "eu"]),
    found: ["header-undocumented", "spec/paths/media_{id}.yaml", ""],
  },
  {
    title: "an undocumented success",
    on: ["getMedia", 200],
    alter: (draft) => Object.assign(draft, { status: 206 }),
    found: ["status-undocumented", "spec/paths/media_{id}.yaml", "responses:"],
  },
  {
    title: "HTML instead of JSON",
    on: ["listMedia", 200],
    alter: (draft) => Object.assign(draft, { headers: [["content-type", "text/html"]], raw: "<p>Oops</p>" }),
    found: ["media-type-undocumented", "spec/paths/media.yaml", "content:"],
  },
  {
    title: "no media type",
    on: ["listMedia", 200],
    alter: (draft) => Object.assign(draft, { headers: [] }),
    found: ["media-type-missing", "spec/paths/media.yaml", "content:"],
  },
  {
    title: "half of a JSON body",
    on: ["listMedia", 200],
    alter: (draft) => Object.assign(draft, { raw: '{"meta":' }),
    found: ["body-unreadable", "spec/paths/media.yaml", "application/json:"],
  },
  {
    title: "no body",
    on: ["listMedia", 200],
    alter: (draft) => Object.assign(draft, { raw: null }),
    found: ["body-missing", "spec/paths/media.yaml", ""],
  },
  {
    title: "a body that was not recorded",
    on: ["listMedia", 200],
    alter: (draft) => Object.assign(draft, { raw: undefined }),
    found: ["unchecked", "spec/paths/media.yaml", ""],
  },
  {
    title: "bytes that are not UTF-8",
    on: ["listMedia", 200],
    alter: (draft) => Object.assign(draft, { raw: Uint8Array.of(0x7b, 0xff, 0x7d) }),
    found: ["body-unreadable", "spec/paths/media.yaml", "application/json:"],
  },
  {
    title: "a limit above the documented one, accepted",
    on: ["listMedia", 200],
    alter: (draft) => Object.assign(draft, { url: `${draft.url}?limit=251` }),
    found: ["maximum", "spec/components/parameters/Limit.yaml", "maximum:"],
  },
  {
    title: "a limit of zero, accepted",
    on: ["listVideos", 200],
    alter: (draft) => Object.assign(draft, { url: `${draft.url}?limit=0` }),
    found: ["minimum", "spec/components/parameters/Limit.yaml", "minimum:"],
  },
  {
    title: "an order that is not documented, accepted",
    on: ["listMedia", 200],
    alter: (draft) => Object.assign(draft, { url: `${draft.url}?order=up` }),
    found: ["enum", "spec/components/parameters/", "enum:"],
  },
  {
    title: "an unknown query parameter, accepted",
    on: ["listMedia", 200],
    alter: (draft) => Object.assign(draft, { url: `${draft.url}?colour=red` }),
    found: ["parameter-undocumented", "spec/paths/media.yaml", ""],
  },
  {
    title: "a response to a request without a key",
    on: ["listMedia", 200],
    alter: (draft) => Object.assign(draft, { requestHeaders: [] }),
    found: ["credentials-missing", "spec/openapi.yaml", ""],
  },
  {
    title: "a response over plain HTTP",
    on: ["listMedia", 200],
    alter: (draft) => Object.assign(draft, { url: draft.url.replace("https:", "http:") }),
    found: ["scheme-undocumented", "spec/openapi.yaml", "servers:"],
  },
  {
    title: "a response to a path that is not documented",
    on: ["getMedia", 200],
    alter: (draft) => Object.assign(draft, { url: "https://api.ittybit.com/films" }),
    found: ["path-unknown", "spec/openapi.yaml", "paths:"],
  },
];

export const faults: readonly Fault[] = [...ofMedia, ...ofEnvelopes, ...ofMessages];
