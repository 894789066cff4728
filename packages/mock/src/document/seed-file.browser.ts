/** @throws TypeError because a browser reads no files */
export async function readSeedFile(): Promise<never> {
  throw new TypeError("In a browser a seed is examples, empty or a number.");
}
