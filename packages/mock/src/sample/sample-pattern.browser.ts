/** Every response of the Ittybit contract, the only one in a browser, has an example, so that no pattern is sampled. */
export function samplePattern(): null {
  return null;
}
