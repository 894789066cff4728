// @vitest-environment jsdom
import { describeClientIn } from "./dom-environment.js";

describeClientIn("jsdom");
