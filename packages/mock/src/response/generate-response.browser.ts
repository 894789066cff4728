/** Prism, which generates responses, does not run in a browser. */
export function createGenerator(): () => Promise<never> {
  return async () => {
    throw new Error("responses cannot be generated in a browser; choose an example instead");
  };
}
