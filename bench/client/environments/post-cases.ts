import type { Results } from "./environment.js";

const START_ATTEMPTS = 300;
const PAUSE_MS = 100;

/** Posts to a server that runs the cases, as soon as it listens. */
export async function postCases(url: string, cases: object): Promise<Results> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(url, { method: "POST", body: JSON.stringify(cases) });
      return (await response.json()) as Results;
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
