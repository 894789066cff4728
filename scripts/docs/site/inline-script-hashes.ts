import { createHash } from "node:crypto";

/** The inline scripts of a page as sources of a content policy, each once (CSP level 3, 2.3.1). */
export function inlineScriptHashes(html: string): string {
  const scripts = html.matchAll(/<script\b(?![^>]* src=)[^>]*>([\s\S]*?)<\/script>/g);
  const hashes = [...scripts].map(([, text = ""]) =>
    createHash("sha256").update(text, "utf8").digest("base64"),
  );
  return [...new Set(hashes)].map((hash) => `'sha256-${hash}'`).join(" ");
}
