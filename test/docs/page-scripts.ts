// Scripts of the site's pages are text: this repository knows no types of a browser.

/** Follows a link to an address, which need not be on the page. */
export const clickLink = `(href) => {
  const link = Object.assign(document.createElement("a"), { href });
  document.body.append(link);
  link.click();
  link.remove();
}`;

/**
 * Shows the body of each page of the site in the one that is open, the home page, which has their style sheets: each is
 * laid out again, and nothing is loaded but its text.
 *
 * @returns those that are wider than the screen, and how wide
 */
export const widerThanScreen = `async (files) => {
  const home = location.href;
  const sheets = (page, url) => [...page.querySelectorAll("head > link[rel~=stylesheet]")]
    .map((link) => new URL(link.getAttribute("href"), url).href).join();
  const found = [];
  for (const file of files) {
    const url = new URL(file, home).href;
    const page = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
    if (sheets(page, url) !== sheets(document, home)) found.push(file + ": has other style sheets");
    for (const script of page.querySelectorAll("script")) script.remove();
    for (const image of page.images) image.src = new URL(image.getAttribute("src"), url).href;
    document.body.replaceWith(document.adoptNode(page.body));
    const width = document.documentElement.scrollWidth;
    if (width > innerWidth) found.push(file + ": " + width);
  }
  return found;
}`;

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
