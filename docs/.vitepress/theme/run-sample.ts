import { showResponse } from "./console-response.js";
import { readCurl } from "./curl-request.js";

/** Sends a sample to the mock when its button is pressed, and shows the response below it. */
export function runSamples(mock: string): void {
  document.addEventListener("click", ({ target }) => {
    const bar = target instanceof HTMLButtonElement ? target.closest<HTMLElement>(".run-sample") : null;
    const output = bar?.querySelector('[role="status"]');
    const code = [...(bar?.previousElementSibling?.querySelectorAll("code") ?? [])];
    const request = code.map((each) => readCurl(each.textContent ?? "", mock)).find((each) => each);
    if (output && request) void showResponse(output, request);
  });
}
