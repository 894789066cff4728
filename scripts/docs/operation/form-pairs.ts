/** The fields of a form as names and values. A map becomes one field `name[key]` for each key. */
export const formPairs = (body: object): [name: string, text: string][] =>
  Object.entries(body).flatMap(([name, value]): [string, string][] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).map(([key, text]) => [`${name}[${key}]`, String(text)])
      : [[name, String(value)]],
  );
