import type { CommandLine, Tool } from "./tool.js";

const tsc: CommandLine = ["tsc", "-p", "tsconfig.json"];
const tsx: CommandLine = ["tsx", "program.ts"];

const npm = (...packages: string[]): CommandLine => [
  "npm",
  "install",
  "--no-audit",
  "--no-fund",
  "--no-save",
  ...packages,
];

/** A virtual environment of its own, so that no package of the machine is seen. */
const pip = (...packages: string[]): CommandLine[] => [
  ["python3", "-m", "venv", ".venv"],
  [".venv/bin/pip", "install", "--quiet", "--disable-pip-version-check", ...packages],
];

/** Fetches what the generated code imports, and builds it with the program. */
const go: readonly CommandLine[] = [
  ["go", "mod", "tidy"],
  ["go", "build", "-o", "consumer", "."],
];

const OPENAPI_GENERATOR = "7.25.0";

/** The generator is one archive of Java for every language. */
const openapiGenerator: CommandLine = [
  "mvn",
  "--quiet",
  "dependency:copy",
  `-Dartifact=org.openapitools:openapi-generator-cli:${OPENAPI_GENERATOR}`,
  "-DoutputDirectory=.",
];

const generateFor = (language: string, output = "client", ...more: string[]): CommandLine => [
  "java",
  "-jar",
  `../openapi-generator-cli-${OPENAPI_GENERATOR}.jar`,
  ...["generate", "-g", language, "-i", "openapi.yaml", "-o", output, ...more],
];

/** Every tool that the document is tried with. A new one is an entry here and a program in its folder. */
export const TOOLS: readonly Tool[] = [
  {
    name: "openapi-typescript",
    version: "7.13.0",
    language: "TypeScript",
    needs: [],
    install: [npm("openapi-typescript@7.13.0")],
    generate: ["openapi-typescript", "openapi.yaml", "--output", "client.ts"],
    compile: [tsc],
    run: tsx,
  },
  {
    name: "openapi-python-client",
    version: "0.29.1",
    language: "Python",
    needs: ["python3"],
    install: pip("openapi-python-client==0.29.1", "mypy==1.20.0"),
    generate: [
      "openapi-python-client",
      "generate",
      "--path",
      "openapi.yaml",
      "--output-path",
      "client",
      "--overwrite",
    ],
    compile: [["mypy", "--ignore-missing-imports", "program.py"]],
    run: ["python", "program.py"],
  },
  {
    name: "@hey-api/openapi-ts",
    version: "0.99.0",
    language: "TypeScript",
    needs: [],
    install: [npm("@hey-api/openapi-ts@0.99.0", "typescript@5.9.3")],
    generate: ["openapi-ts", "--input", "openapi.yaml", "--output", "client"],
    compile: [tsc],
    run: tsx,
  },
  {
    name: "orval",
    version: "8.38.0",
    language: "TypeScript",
    needs: [],
    install: [npm("orval@8.38.0")],
    generate: ["orval", "--input", "openapi.yaml", "--output", "client.ts", "--client", "fetch"],
    compile: [tsc],
    run: tsx,
  },
  {
    name: "@kubb/cli",
    version: "4.39.3",
    language: "TypeScript",
    needs: [],
    install: [
      npm(
        ...["cli", "core", "plugin-oas", "plugin-ts", "plugin-client"].map((name) => `@kubb/${name}@4.39.3`),
      ),
    ],
    generate: ["kubb", "generate"],
    compile: [tsc],
    run: tsx,
  },
  {
    name: "swagger-typescript-api",
    version: "13.13.0",
    language: "TypeScript",
    needs: [],
    install: [npm("swagger-typescript-api@13.13.0")],
    generate: [
      "swagger-typescript-api",
      "generate",
      "--path",
      "openapi.yaml",
      "--output",
      ".",
      "--name",
      "client.ts",
    ],
    compile: [tsc],
    run: tsx,
  },
  {
    name: "@redocly/cli",
    version: "2.77.0",
    language: "TypeScript",
    needs: [],
    install: [npm("@redocly/cli@2.77.0")],
    generate: ["redocly", "generate-client", "openapi.yaml", "--output", "client.ts"],
    compile: [tsc],
    run: tsx,
  },
  {
    name: "oapi-codegen",
    version: "2.8.0",
    language: "Go",
    needs: ["go"],
    install: [["go", "install", "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.0"]],
    generate: [
      "sh",
      "-c",
      "mkdir -p api && oapi-codegen -package api -generate types,client -o api/api.go openapi.yaml",
    ],
    compile: go,
    run: ["./consumer"],
  },
  {
    name: "ogen",
    version: "1.24.0",
    language: "Go",
    needs: ["go"],
    install: [["go", "install", "github.com/ogen-go/ogen/cmd/ogen@v1.24.0"]],
    generate: ["ogen", "--target", "api", "--package", "api", "--clean", "openapi.yaml"],
    generateByRecipe: [
      "sh",
      "-c",
      "sed '/^ *encoding:$/,/^ *examples:$/{/examples:$/!d}' openapi.yaml > plain.yaml && ogen --target api --package api --clean plain.yaml",
    ],
    compile: go,
    run: ["./consumer"],
    faults: [
      {
        step: "generate",
        why: "It has no support for `contentType` in `encoding`, and its code panics for `style: deepObject` in a multipart body.",
        issue: "https://github.com/ogen-go/ogen/issues/1159",
      },
    ],
  },
  {
    name: "openapi-generator go",
    version: OPENAPI_GENERATOR,
    language: "Go",
    needs: ["java", "mvn", "go"],
    install: [openapiGenerator],
    generate: generateFor("go", "api", "--additional-properties", "packageName=api,withGoMod=false"),
    // Its tests import a module of a placeholder's name.
    compile: [["rm", "-r", "api/test"], ...go],
    run: ["./consumer"],
  },
  {
    name: "openapi-generator python",
    version: OPENAPI_GENERATOR,
    language: "Python",
    needs: ["java", "mvn", "python3"],
    install: [
      openapiGenerator,
      ...pip(
        "urllib3==2.5.0",
        "python-dateutil==2.9.0.post0",
        "pydantic==2.12.3",
        "typing-extensions==4.15.0",
      ),
    ],
    generate: generateFor("python"),
    compile: [["python", "-m", "compileall", "-q", "client/openapi_client"]],
    run: ["python", "program.py"],
  },
  {
    name: "openapi-generator typescript-fetch",
    version: OPENAPI_GENERATOR,
    language: "TypeScript",
    needs: ["java", "mvn"],
    install: [openapiGenerator],
    generate: generateFor("typescript-fetch"),
    compile: [tsc],
    run: tsx,
  },
  {
    name: "openapi-generator java",
    version: OPENAPI_GENERATOR,
    language: "Java",
    needs: ["java", "javac", "mvn"],
    install: [openapiGenerator],
    generate: generateFor("java"),
    compile: [
      [
        "mvn",
        "--quiet",
        "-f",
        "client/pom.xml",
        "-DskipTests",
        "-Dmaven.javadoc.skip=true",
        "package",
        "dependency:copy-dependencies",
      ],
      ["sh", "-c", "javac -cp 'client/target/*:client/target/dependency/*' Program.java"],
    ],
    run: ["java", "-cp", "client/target/*:client/target/dependency/*:.", "Program"],
  },
  {
    name: "openapi-generator rust",
    version: OPENAPI_GENERATOR,
    language: "Rust",
    needs: ["java", "mvn", "cargo"],
    install: [openapiGenerator],
    generate: generateFor("rust"),
    compile: [["cargo", "check", "--quiet", "--manifest-path", "client/Cargo.toml"]],
    faults: [
      {
        step: "compile",
        why: "The generated code for a map in a form calls `to_string()` on a `HashMap`, which has no such method.",
        issue: "https://github.com/OpenAPITools/openapi-generator/issues/19923",
      },
    ],
  },
  {
    name: "datamodel-code-generator",
    version: "0.89.0",
    language: "Python",
    needs: ["python3"],
    install: pip("datamodel-code-generator==0.89.0", "pydantic[email]==2.12.3"),
    generate: [
      "datamodel-codegen",
      ...["--input", "openapi.yaml", "--output", "model.py", "--output-model-type", "pydantic_v2.BaseModel"],
    ],
    compile: [["python", "program.py"]],
    faults: [
      {
        step: "compile",
        form: "3.0",
        why: "Without `--strict-nullable`, it treats a `nullable` property as never null, and the models reject what the API returns.",
        issue: "https://github.com/datamodel-code-generator/datamodel-code-generator/issues/327",
      },
    ],
  },
  {
    name: "openapi-spec-validator",
    version: "0.9.0",
    language: "Python",
    needs: ["python3"],
    install: pip("openapi-spec-validator==0.9.0"),
    generate: ["openapi-spec-validator", "openapi.yaml"],
  },
  {
    name: "@apidevtools/swagger-parser",
    version: "13.1.0",
    language: "TypeScript",
    needs: [],
    install: [npm("@apidevtools/swagger-parser@13.1.0")],
    generate: ["node", "validate.mjs"],
  },
  {
    name: "kin-openapi",
    version: "0.153.0",
    language: "Go",
    needs: ["go"],
    install: [["go", "install", "github.com/getkin/kin-openapi/cmd/validate@v0.153.0"]],
    generate: ["validate", "openapi.yaml"],
  },
];
