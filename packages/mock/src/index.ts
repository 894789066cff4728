export type { OpenApiDocument } from "./document/open-document.js";
export type { Listener } from "./http/server.js";
export type { HistoryEntry } from "./inspector/history.js";
export { createMock, type Mock } from "./mock.js";
export type { ListenOptions, MockOptions } from "./options.js";
export type { ScenarioName } from "./scenario/named-scenarios.js";
export type { ScenarioRule } from "./scenario/rule.js";
