import { Agent, type IncomingMessage, request } from "node:http";
import { startMock } from "@ittybit/test-support/servers/start-mock";
import { expect, it } from "vitest";
import { seededRandom } from "../../../packages/mock/src/library/ids.js";
import { atScale } from "./scale.js";

const { url } = await startMock();

const paths = ["/media", "/media/vJ3kq9ZtWm2d", "/videos", "/images", "/audio"];

function get(number: number, agent: Agent): Promise<string> {
  const headers = { Authorization: "Bearer key", Prefer: `dynamic=true, seed=${number % 97}` };
  return new Promise((resolve, reject) => {
    const read = async (response: IncomingMessage) => {
      let text = `${response.statusCode} `;
      for await (const chunk of response) text += chunk;
      resolve(text);
    };
    request(`${url}${paths[number % paths.length]}`, { headers, agent }, read)
      .on("error", reject)
      .end();
  });
}

it("gives the same bytes for a seed in any order, over one connection or eight", async () => {
  const all = Array.from({ length: atScale(1000, 80) }, (_, index) => index);
  const one = new Agent({ keepAlive: true, maxSockets: 1 });
  const inOrder: string[] = [];
  for (const number of all) inOrder.push(await get(number, one));
  one.destroy();

  const random = seededRandom(7);
  const shuffled = [...all].map((number) => [random(), number] as const).sort(([a], [b]) => a - b);
  const eight = new Agent({ keepAlive: true, maxSockets: 8 });
  const bodies = new Map(
    await Promise.all(shuffled.map(async ([, number]) => [number, await get(number, eight)] as const)),
  );
  eight.destroy();
  expect(all.filter((number) => bodies.get(number) !== inOrder[number])).toEqual([]);
  expect(inOrder.every((text) => text.startsWith("200 "))).toBe(true);
}, 600_000);
