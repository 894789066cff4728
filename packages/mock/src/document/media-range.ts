/** The media type to respond with where a document gives a range such as the `*\/*` of many generated documents. */
const CONCRETE: Readonly<Record<string, string>> = {
  "*": "application/json",
  application: "application/json",
  text: "text/plain",
  image: "image/png",
  audio: "audio/mpeg",
  video: "video/mp4",
};

/** A media type that can be sent: the same one, or one in the range. */
export function concreteMediaType(documented: string): string {
  const [, type = ""] = /^\s*([^/\s]+)\/\*/.exec(documented) ?? [];
  return CONCRETE[type.toLowerCase()] ?? documented;
}
