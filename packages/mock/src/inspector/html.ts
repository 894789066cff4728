import { escapeInvisible } from "@ittybit/contract/escape-invisible";

export function escapeHtml(text: string): string {
  return escapeInvisible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A button that sends a control request. @param fields what is inside the form; a button with the label by default */
export function controlForm(path: string, store: string | null, label: string, fields = ""): string {
  const query = store === null ? "" : `?store=${store}`;
  const button = fields === "" ? `<button>${escapeHtml(label)}</button>` : fields;
  return `<form method="post" action="/__mock/${path}${query}">${button}</form>`;
}
