import type { DefaultTheme, PageData } from "vitepress";

/** Links each page to the file that it is written in, where the address of the repository is known. */
export function editLink(theme: DefaultTheme.Config): void {
  const { editLink: link } = theme;
  if (link === undefined || typeof link.pattern !== "string") return;
  const repository = link.pattern;
  link.pattern = ({ frontmatter }: PageData) =>
    `${repository}/edit/main/${frontmatter.source ?? "README.md"}`;
}
