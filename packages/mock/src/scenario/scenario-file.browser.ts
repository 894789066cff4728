/** @throws TypeError because a browser reads no files */
export async function readScenarioFile(): Promise<never> {
  throw new TypeError("In a browser a scenario is a name or a list of rules.");
}
