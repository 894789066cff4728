import ts from "typescript";

/** The type of a property or method as it is written, without the `undefined` of an optional one. */
export function typeText(declaration: ts.Node | undefined): string {
  if (declaration === undefined) return "";
  if (ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration))
    return `(${parametersText(declaration)}) => ${oneLine(declaration.type)}`;
  const { type } = declaration as { readonly type?: ts.TypeNode };
  if (type === undefined || !ts.isUnionTypeNode(type)) return oneLine(type);
  const given = type.types.filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword);
  if (given.length > 1) return given.map(oneLine).join(" | ");
  return oneLine(given[0]).replace(/^\((.*)\)$/, "$1");
}

/** How a function is called, or what a type stands for; empty for a class and for an interface that is no function. */
export function signatureText(name: string, declaration: ts.Node | undefined): string {
  if (declaration === undefined) return "";
  if (ts.isTypeAliasDeclaration(declaration)) return `type ${withoutComments(declaration, declaration.name)}`;
  if (ts.isInterfaceDeclaration(declaration)) {
    const calls = declaration.members.filter((member) => ts.isCallSignatureDeclaration(member));
    return calls.map((call) => callText(name, call)).join("\n");
  }
  const called = ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
  return called && (ts.isArrowFunction(called) || ts.isFunctionDeclaration(called))
    ? callText(name, called)
    : "";
}

/** What a class or an interface extends. */
export const extendsTexts = (declaration: ts.Node | undefined): string[] =>
  declaration && (ts.isClassDeclaration(declaration) || ts.isInterfaceDeclaration(declaration))
    ? (declaration.heritageClauses ?? []).flatMap(({ types }) => types.map(oneLine))
    : [];

const callText = (name: string, called: ts.SignatureDeclaration): string => {
  const generics = called.typeParameters?.map(oneLine).join(", ");
  return `${name}${generics ? `<${generics}>` : ""}(${parametersText(called)}): ${oneLine(called.type)}`;
};

/** The parameters with their types; a default value makes one optional, and destructured ones have a name. */
const parametersText = ({ parameters }: ts.SignatureDeclaration): string =>
  parameters
    .map(({ name, type, initializer, questionToken, dotDotDotToken }) => {
      const text = ts.isIdentifier(name) ? name.text : "options";
      return `${dotDotDotToken ? "..." : ""}${text}${initializer || questionToken ? "?" : ""}: ${oneLine(type)}`;
    })
    .join(", ");

/** The text from a node inside a declaration to its end. */
const withoutComments = (declaration: ts.Node, from: ts.Node): string =>
  declaration.getSourceFile().text.slice(from.getStart(), declaration.getEnd()).trim();

const oneLine = (node: ts.Node | undefined): string =>
  node?.getText().replace(/\s+/g, " ").replace(/^\| /, "") ?? "";
