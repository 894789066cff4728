import { copyButtons } from "./copy.js";
import { searchDialog } from "./search-dialog.js";
import { sampleTabs } from "./tabs.js";
import { themeButton } from "./theme-button.js";
import { tryIt } from "./try-it.js";

themeButton();
copyButtons();
sampleTabs();
searchDialog();
tryIt();
