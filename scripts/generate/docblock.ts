/** A docblock for a generated constant: what it is, and how it is imported. */
export const docblock = (about: string, module: string, name: string): string =>
  [
    "/**",
    ` * ${about}`,
    " *",
    " * @example",
    " * ```ts",
    ` * import { ${name} } from "${module}";`,
    " *",
    ` * console.log(${name});`,
    " * ```",
    " */",
  ].join("\n");
