/** The fields of a form as names and texts; a map becomes one field for each of its keys, `name[key]`. */
export const formPairs = (body: object): [name: string, text: string][] =>
  Object.entries(body).flatMap(([name, value]): [string, string][] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).map(([key, text]) => [`${name}[${key}]`, String(text)])
      : [[name, String(value)]],
  );
