import { nameParts } from "./reference-parts.js";
import { followTheme } from "./reference-theme.js";

// Runs before Redoc's own scripts, so that the first paint has the selected theme.
followTheme();
nameParts();
