import { headerValues } from "@ittybit/contract";
import type { SharedContext } from "../context.js";
import type { MockRequest } from "../http/message.js";
import { sleep } from "../http/sleep.js";
import { hasPreference, type Preference } from "../request/prefer.js";
import type { Call } from "../request/validate-request.js";
import type { ScenarioRule } from "./rule.js";
import type { TakenRule } from "./scenario.js";
import { groupsOf } from "./targets.js";

/** Takes the rule for a call; null if there is none, and for a call that selects its response with `Prefer`. */
export function takeRule(
  { scenario, targets }: SharedContext,
  { request, match, destination }: Call,
): TakenRule | null {
  if (scenario.active.length === 0 || hasPreference(headerValues(request.headers, "prefer"))) return null;
  const { operationId } = match.operation;
  const page = Number(new URL(destination.url).searchParams.get("page") ?? 1);
  return scenario.take({ operationId, groups: groupsOf(targets, operationId), page });
}

/** A request whose body arrives as slowly as a rule says. */
export function slowDown(request: MockRequest, rule: ScenarioRule | undefined): MockRequest {
  const { uploadSpeed } = rule ?? {};
  if (uploadSpeed === undefined || request.body === null) return request;
  return { ...request, body: throttle(request.body, uploadSpeed) };
}

/** What a rule prefers of a response. */
export function preferByRule(preference: Preference, rule: ScenarioRule | undefined): Preference {
  if (rule === undefined) return preference;
  const { status, fault, delay, empty } = rule;
  return {
    ...preference,
    ...(status !== undefined && { code: status }),
    ...(fault !== undefined && { fault: fault === "lost" ? "reset" : fault }),
    ...(delay !== undefined && { delay }),
    ...(empty && { empty }),
  };
}

/** The caller waits while the mock does, because nothing more of the body is read. */
async function* throttle(
  body: AsyncIterable<Uint8Array>,
  bytesPerSecond: number,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    await sleep((chunk.length / bytesPerSecond) * 1000);
    yield chunk;
  }
}
