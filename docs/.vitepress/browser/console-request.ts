/** The request that a filled console describes. Fields left empty are not sent. */
export function consoleRequest(form: HTMLFormElement): {
  url: string;
  init: RequestInit & { method: string };
} {
  const { method = "GET", path = "/", encoding } = form.dataset;
  const values = new FormData(form);
  const headers = new Headers({ Authorization: `Bearer ${values.get("key") || "test"}` });
  const url = new URL(String(values.get("base")).replace(/\/$/, ""));
  const body = encoding === "form" ? new URLSearchParams() : new FormData();
  let target = path;
  for (const input of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[data-in]")) {
    const value = values.get(input.name);
    if (value === null || value === "" || (value instanceof File && value.size === 0)) continue;
    if (input.dataset.in === "path")
      target = target.replace(`{${input.name}}`, encodeURIComponent(String(value)));
    else if (input.dataset.in === "query") url.searchParams.set(input.name, String(value));
    else if (input.dataset.in === "header") headers.set(input.name, String(value));
    else if (body instanceof FormData) body.append(input.name, value);
    else body.append(input.name, String(value));
  }
  url.pathname = url.pathname.replace(/\/$/, "") + target;
  return { url: url.href, init: { method, headers, ...(encoding === "none" ? {} : { body }) } };
}
