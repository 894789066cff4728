import { inBrowser, type Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import Layout from "./Layout.vue";
import { rankPages } from "./search-ranking.js";
import "./style.css";

export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ siteData }) {
    rankPages(siteData.value.themeConfig);
    if (inBrowser) absoluteLinks();
  },
} satisfies Theme;

/** Pages come with relative links, to work below any path; the frame and the icon stay when another page is shown, and
 * their links with them. */
function absoluteLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])')) {
    if (link.origin === location.origin) link.setAttribute("href", link.pathname + link.search + link.hash);
  }
  for (const icon of document.querySelectorAll<HTMLLinkElement>("link[rel=icon]"))
    icon.setAttribute("href", icon.href);
}
