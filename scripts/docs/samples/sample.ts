import type { Document } from "../../generate/document/document.js";
import type { ListedOperation } from "../../generate/document/operation-list.js";
import { type Call, callOf } from "./call.js";
import { clientSample } from "./client.js";
import { curlSample } from "./curl.js";
import { fetchSample } from "./fetch.js";
import { requestsSample } from "./python-requests.js";

/** The languages of the samples. */
export const languages = [
  { id: "curl", label: "curl", fence: "sh", highlight: "Shell", extension: "sh", write: curlSample },
  {
    id: "client",
    label: "TypeScript",
    fence: "ts",
    highlight: "TypeScript",
    extension: "ts",
    write: clientSample,
  },
  {
    id: "fetch",
    label: "TypeScript, fetch",
    fence: "ts",
    highlight: "TypeScript",
    extension: "ts",
    write: fetchSample,
  },
  {
    id: "requests",
    label: "Python",
    fence: "python",
    highlight: "Python",
    extension: "py",
    write: requestsSample,
  },
] as const satisfies readonly {
  id: string;
  label: string;
  fence: string;
  highlight: string;
  extension: string;
  write: (call: Call) => string;
}[];

/** A complete program that calls one operation in one language. */
export interface Sample {
  readonly language: (typeof languages)[number];
  readonly text: string;
}

/** The samples of an operation, in display order. */
export function samplesOf(document: Document, listed: ListedOperation): Sample[] {
  const call = callOf(document, listed);
  return languages.map((language) => ({ language, text: language.write(call) }));
}
