import type { Media } from "@ittybit/openapi/types";
import type { MockContext } from "../context.js";
import { mediaOf } from "./control-api.js";
import { controlForm, escapeHtml } from "./html.js";

const MAX_LISTED = 50;

/** The newest media, and buttons to change them. */
export function librarySection(context: MockContext): string {
  const { store } = context;
  const media = mediaOf(context);
  const rows = media
    .slice(-MAX_LISTED)
    .reverse()
    .map((one) => mediaRow(one, store));
  return `<h2>Library</h2>
${storeLinks(context)}
${controlForm("reset", store, "Reset to the seed")}
${controlForm("clock", store, "", '<label>Clock <input name="advance" value="10s"></label> <button>Advance</button>')}
<table>
<thead><tr><th scope="col">ID</th><th scope="col">Kind</th><th scope="col">Title</th><th scope="col">File name</th><th scope="col">Status</th><th scope="col">File</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
<p>${media.length} media, the newest ${Math.min(media.length, MAX_LISTED)} shown. <a href="/__mock/state${store === null ? "" : `?store=${store}`}">All as JSON</a></p>`;
}

function mediaRow({ id, kind, title, filename, status, deleted, urls }: Media, store: string | null): string {
  const link = urls.playback === null ? "" : `<a href="${escapeHtml(urls.playback)}">Open</a>`;
  const isPending = deleted === null && (status === "uploading" || status === "pending");
  const buttons = isPending
    ? controlForm(
        `media/${encodeURIComponent(id)}/status`,
        store,
        "",
        '<button name="status" value="complete">Complete</button> <button name="status" value="failed">Fail</button>',
      )
    : "";
  const names = [title ?? "", filename ?? ""].map((text) => `<td>${escapeHtml(text)}</td>`).join("");
  const state = escapeHtml(deleted === null ? status : "deleted");
  return `<tr><td class="short"><code>${escapeHtml(id)}</code></td><td class="short">${escapeHtml(kind)}</td>${names}<td><span class="short">${state}</span> ${buttons}</td><td class="short">${link}</td></tr>`;
}

/** The stores of the other API keys. */
function storeLinks({ store, stores }: MockContext): string {
  if (store === null) return "";
  const links = stores().map((name) =>
    name === store ? `<strong>${name}</strong>` : `<a href="/__mock?store=${name}">${name}</a>`,
  );
  return `<p>One library per API key: ${links.join(", ")}</p>`;
}
