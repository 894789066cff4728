// What tests start prints plain text, also where `npm test` runs in a terminal, or a CI asks for colors.
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = "1";
