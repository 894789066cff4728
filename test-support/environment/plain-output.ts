// What tests start prints plain text, also where `npm test` runs in a terminal, or a CI asks for colors.
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = "1";

// bash warns of a language in LC_ALL that is not installed, and of none in LANG. Node reads both.
const { LC_ALL } = process.env;
if (LC_ALL !== undefined) process.env.LANG = LC_ALL;
delete process.env.LC_ALL;
