import { type InferredMark, markLabel, markOf, markReason } from "../../generate/document/inferred-mark.js";
import { blocks } from "./blocks.js";
import type { Field } from "./field.js";

/**
 * Fields as a nested Markdown list. Each has the stable anchor `<prefix>-<name>`.
 *
 * @param words what a field that is required, or is not, is called; nothing where a reader need not know
 */
export function fieldList(
  fields: readonly Field[],
  prefix: string,
  words: { required?: string; optional?: string },
): string {
  return fields.map((field) => item(field, `${prefix}-${field.name}`, words)).join("\n\n");
}

function item(field: Field, anchor: string, words: { required?: string; optional?: string }): string {
  const facts = [
    field.type,
    field.required === undefined ? undefined : field.required ? words.required : words.optional,
    ...field.constraints,
    ...inferredBadges(field),
  ].filter((fact) => fact !== undefined);
  const text = blocks(
    `\`${field.name}\` ${facts.join(" · ")} {#${anchor}}`,
    field.description,
    ...reasons(field.marks),
    fieldList(field.children, anchor, words),
  );
  return `- ${indented(text)}`;
}

const indented = (text: string): string => text.replace(/\n(?!\n)/g, "\n  ");

const inferredBadges = ({ inferred, marks }: Field): string[] =>
  inferred ? ["**inferred**"] : [...new Set(marks.map((mark) => `**${markLabel(mark)}**`))];

/** The reasons for what is inferred of a field, one quotation for each label. */
const reasons = (marks: readonly InferredMark[]): string[] =>
  [...new Set(marks.map(markLabel))].map((label) =>
    quotation(label, marks.filter((mark) => markLabel(mark) === label).map(markReason)),
  );

/** The reason for an inferred fact, as a quotation; empty for a documented one. */
export function inferredNote(value: unknown): string {
  const mark = markOf(value);
  return mark === undefined ? "" : quotation(markLabel(mark), [markReason(mark)]);
}

const quotation = (label: string, whys: readonly string[]): string =>
  `> **${label.charAt(0).toUpperCase()}${label.slice(1)}.** ${whys.join(" ")}`;
