// Scripts of the site's pages are text: this repository knows no types of a browser.

/** Follows a link to an address, which need not be on the page. */
export const clickLink = `(href) => {
  const link = Object.assign(document.createElement("a"), { href });
  document.body.append(link);
  link.click();
  link.remove();
}`;

/**
 * Lays out the body of each page of the site in the one that is open, the home page, which has their style sheets. All
 * texts are loaded first: between two layouts the browser would draw what nobody sees.
 *
 * @returns those that are wider than the screen, and how wide
 */
export const widerThanScreen = `async (files) => {
  const home = location.href;
  const sheets = (page, url) => [...page.querySelectorAll("head > link[rel~=stylesheet]")]
    .map((link) => new URL(link.getAttribute("href"), url).href).join();
  const texts = new Map();
  for (const file of files) texts.set(file, await (await fetch(new URL(file, home))).text());
  // What only a browser without scripts shows is as wide, and in other places.
  document.querySelector("head > noscript").remove();
  const found = [];
  for (const [file, text] of texts) {
    const url = new URL(file, home).href;
    const page = new DOMParser().parseFromString(text, "text/html");
    if (sheets(page, url) !== sheets(document, home)) found.push(file + ": has other style sheets");
    for (const script of page.querySelectorAll("script")) script.remove();
    for (const image of page.images) image.src = new URL(image.getAttribute("src"), url).href;
    document.body.replaceWith(document.adoptNode(page.body));
    const width = document.documentElement.scrollWidth;
    if (width > innerWidth) found.push(file + ": " + width);
  }
  return found;
}`;

/** What a reader sees of the page of an operation. */
export interface OperationAsRead {
  readonly text: string;
  /** The ids of the headings of statuses that are visible. */
  readonly statuses: readonly string[];
  /** Whether each sample is visible. */
  readonly samples: readonly boolean[];
  /** Whether the last example is visible before and after its summary is clicked. */
  readonly example: { readonly before: boolean; readonly after: boolean };
}

/**
 * Reads the page of an operation. Opens its last example with a click in the middle of its summary.
 *
 * @returns an `OperationAsRead`
 */
export const readOperation = `(() => {
  const isVisible = (each) => each.checkVisibility({ visibilityProperty: true }) && each.offsetHeight > 0;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const details = all("details.details").at(-1);
  const before = isVisible(details.querySelector("pre"));
  const summary = details.querySelector("summary");
  summary.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = summary.getBoundingClientRect();
  document.elementFromPoint(left + width / 2, top + height / 2).click();
  return {
    text: document.querySelector("main").innerText,
    statuses: all("[id^=status-]").filter(isVisible).map(({ id }) => id),
    samples: all(".operation .code pre").map(isVisible),
    example: { before, after: isVisible(details.querySelector("pre")) },
  };
})()`;

/** Opens what is folded. */
export const openAll = 'document.querySelectorAll("details").forEach((each) => { each.open = true; })';

/** Shows every color that code has on any page in the first code of this one. Returns how many there are. */
export const showCodeColors = `(() => {
  const { cssRules } = [...document.styleSheets].find(({ href }) => href?.endsWith("/code.css"));
  const tokens = [...cssRules].map(({ selectorText }) =>
    Object.assign(document.createElement("span"), { className: selectorText.slice(1), textContent: selectorText }));
  document.querySelector(".vp-code code").replaceChildren(...tokens);
  return tokens.length;
})()`;

/** Whether a page shows its dark colors. */
export const isDark = 'document.documentElement.classList.contains("dark")';
