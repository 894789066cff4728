// @vitest-environment happy-dom
// @vitest-environment-options {"settings": {"fetch": {"disableSameOriginPolicy": true}}}
import { describeClientIn } from "./dom-environment.js";

describeClientIn("happy-dom");
