/** What the packages are made from, without their tests. */
export const PACKAGE_SOURCES: readonly string[] = ["client", "contract", "mock", "qa"].flatMap((name) =>
  ["src", "schemas", "package.json", "README.md"].map((part) => `packages/${name}/${part}`),
);
