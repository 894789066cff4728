export type { OpenApiDocument } from "./document.js";
export type { Listener } from "./listener.js";
export { createMock, type Mock } from "./mock.js";
export type { ListenOptions, MockOptions } from "./options.js";
export type { Exchanged } from "./record.js";
