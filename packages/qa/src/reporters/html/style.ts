/** Colours keep a contrast of at least 4.5 to 1 in both schemes. */
export const style = `
:root { color-scheme: light dark; --back: #fff; --text: #1b1b1f; --soft: #55565e; --line: #d4d4da; --bad: #a3142b; --warn: #7a4b00; --note: #1d4f91; }
@media (prefers-color-scheme: dark) { :root { --back: #17181c; --text: #ececf1; --soft: #b3b4bd; --line: #3b3c44; --bad: #ff9aa8; --warn: #f3c06b; --note: #9cc4ff; } }
body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: auto; padding: 1.5rem; }
table { border-collapse: collapse; } th, td { padding: .2rem 1rem .2rem 0; text-align: left; font-weight: normal; }
meter { width: 14rem; height: 1rem; }
.filters { display: flex; flex-wrap: wrap; gap: 1rem; }
input, select { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--soft); border-radius: .3rem; padding: .2rem .4rem; }
.findings { padding: 0; list-style: none; } .finding { border-top: 1px solid var(--line); padding: .5rem 0; } .finding h3 { margin: 0; font-size: 1rem; }
.error { color: var(--bad); } .warning { color: var(--warn); } .info { color: var(--note); }
dl { display: grid; grid-template-columns: 6rem 1fr; margin: 0; font-size: .9rem; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; font-family: ui-monospace, monospace; }
p { margin: .3rem 0; } li { overflow-wrap: anywhere; }
`;
