import { nameParts } from "./reference-parts.js";
import { followTheme } from "./reference-theme.js";

// Before Redoc's own scripts, so that its first paint is in the theme that was chosen.
followTheme();
nameParts();
