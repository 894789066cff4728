/** What platform.ts says of a browser, known when the package is built, so that the rest can be left out. */
export const ON_SERVER = false as boolean;
export const USER_AGENT = {};
export const fileSystem = () => undefined;
