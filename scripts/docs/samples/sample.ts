import type { Document } from "../../generate/document/document.js";
import type { ListedOperation } from "../../generate/document/operation-list.js";
import { type Call, callOf } from "./call.js";
import { clientSample } from "./client.js";
import { curlSample } from "./curl.js";
import { fetchSample } from "./fetch.js";
import { requestsSample } from "./python-requests.js";

/** A language of the samples. */
interface Language {
  readonly id: string;
  readonly label: string;
  /** Of its code blocks, and the extension of its files. */
  readonly fence: string;
  /** As Redoc names it. */
  readonly highlight: string;
  readonly write: (call: Call) => string;
}

/** The languages of the samples, in display order. */
export const languages: readonly Language[] = [
  { id: "curl", label: "curl", fence: "sh", highlight: "Shell", write: curlSample },
  { id: "client", label: "TypeScript", fence: "ts", highlight: "TypeScript", write: clientSample },
  { id: "fetch", label: "TypeScript, fetch", fence: "ts", highlight: "TypeScript", write: fetchSample },
  { id: "requests", label: "Python", fence: "py", highlight: "Python", write: requestsSample },
];

/** A complete program that calls one operation in one language. */
export interface Sample {
  readonly language: Language;
  readonly text: string;
}

/** The samples of an operation, in display order. */
export function samplesOf(document: Document, listed: ListedOperation): Sample[] {
  const call = callOf(document, listed);
  return languages.map((language) => ({ language, text: language.write(call) }));
}
