const light = `--back: #f6f7f9; --card: #ffffff; --text: #16181d; --soft: #545a66; --line: #d9dce3; --strong: #848b99; --track: #e6e8ee;
--bad: #b3142f; --warn: #8a5200; --note: #1f56b0; --good: #14703a; --bad-back: #fdecef; --warn-back: #fdf3e2; --note-back: #e9f1fd; --good-back: #e7f6ec;
--bad-fill: #d6334f; --warn-fill: #e09a2b; --note-fill: #5b8fe0; --good-fill: #2f9e5c; --quiet-fill: #9aa1ae; --code: #f1f3f6;`;

const dark = `--back: #111318; --card: #1a1d24; --text: #eceef2; --soft: #aab1be; --line: #2e333d; --strong: #6d7585; --track: #2b303a;
--bad: #ff95a6; --warn: #f5bf63; --note: #9cc2ff; --good: #79d99c; --bad-back: #3a1820; --warn-back: #36270f; --note-back: #172942; --good-back: #132e1e;
--bad-fill: #e5536c; --warn-fill: #dd9a31; --note-fill: #5f94e8; --good-fill: #37a866; --quiet-fill: #6d7585; --code: #12141a;`;

/** Colours keep a contrast of at least 4.5 to 1 for text in both schemes (WCAG 2.2, 1.4.3). */
export const style = `
:root { color-scheme: light; ${light} }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark; ${dark} } }
:root[data-theme="dark"] { color-scheme: dark; ${dark} }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; justify-content: space-between; align-items: center; padding-block: 1rem; }
.product { margin: 0; color: var(--soft); font-weight: 600; letter-spacing: .02em; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: .5rem; }
a { color: var(--note); } :focus-visible { outline: 3px solid var(--note-fill); outline-offset: 2px; }
h1 { margin: 0; font-size: clamp(1.6rem, 4.5vw, 2.4rem); line-height: 1.2; letter-spacing: -.02em; text-wrap: balance; }
h2 { margin: 3rem 0 .75rem; font-size: 1.4rem; letter-spacing: -.01em; } h3 { margin: 1.75rem 0 .5rem; font-size: 1.05rem; overflow-wrap: anywhere; } h3 .badge { margin-left: .4rem; }
p { margin: .5rem 0; } ul { margin: .5rem 0; padding-left: 1.25rem; } li { overflow-wrap: anywhere; }
.verdict { border: 1px solid var(--line); border-left: .5rem solid var(--quiet-fill); border-radius: .75rem; background: var(--card); padding: 1.75rem 1.75rem 1.5rem; }
.verdict.bad { border-left-color: var(--bad-fill); } .verdict.doubtful { border-left-color: var(--warn-fill); } .verdict.good { border-left-color: var(--good-fill); }
.verdict p { color: var(--soft); font-size: 1.1rem; }
.numbers { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 1.25rem 0 0; padding: 0; list-style: none; color: var(--soft); }
.numbers strong { display: block; color: var(--text); font-size: 1.9rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
.numbers .error { color: var(--bad); } .numbers .warning { color: var(--warn); } .numbers .info { color: var(--note); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 1rem; margin-top: 2rem; align-items: start; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; } th, td { text-align: left; font-weight: normal; padding: .3rem .75rem .3rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
thead th { color: var(--soft); font-size: .85rem; } .chart thead { position: absolute; clip-path: inset(50%); }
.chart { width: 100%; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; border-collapse: separate; border-spacing: 0; padding: 1rem 1.25rem; margin: 1rem 0; } .charts .chart { margin: 0; }
.chart th { overflow-wrap: anywhere; width: 34%; } .chart .number { width: 1%; white-space: nowrap; padding-right: 0; text-align: right; color: var(--soft); }
.bar { display: block; width: 100%; height: .7rem; border-radius: .35rem; } .track { fill: var(--track); }
rect.error, rect.documented { fill: var(--bad-fill); } rect.warning, rect.inferred { fill: var(--warn-fill); } rect.info, rect.drift { fill: var(--note-fill); } rect.unchecked { fill: var(--quiet-fill); } rect.covered { fill: var(--good-fill); }
.filters { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.25rem; }
.field { flex: 1 1 8rem; min-width: 0; } .field:first-child { flex: 2 1 14rem; } label { display: block; margin-bottom: .2rem; font-size: .85rem; color: var(--soft); }
input, select, button { font: inherit; font-size: 1rem; color: var(--text); background: var(--back); border: 1px solid var(--strong); border-radius: .45rem; padding: .4rem .6rem; min-height: 2.5rem; min-width: 0; width: 100%; }
button { width: auto; cursor: pointer; } button:hover { border-color: var(--text); }
#shown { color: var(--soft); }
.finding { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; margin: .5rem 0; content-visibility: auto; contain-intrinsic-size: auto 3rem; }
.finding[open] { contain-intrinsic-size: auto 20rem; }
summary { cursor: pointer; padding: .6rem .9rem; border-radius: .6rem; }
.finding > summary { display: flex; gap: .75rem; align-items: baseline; list-style: none; } .finding > summary::-webkit-details-marker { display: none; }
.finding > summary::before { content: "\\25B8"; color: var(--soft); } .finding[open] > summary::before { content: "\\25BE"; }
.message { flex: 1; min-width: 0; overflow-wrap: anywhere; } .count { color: var(--soft); white-space: nowrap; font-size: .9rem; }
.badge { display: inline-block; border-radius: 1rem; padding: .05rem .6rem; font-size: .8rem; font-weight: 600; white-space: nowrap; }
.badge.error { color: var(--bad); background: var(--bad-back); } .badge.warning { color: var(--warn); background: var(--warn-back); } .badge.info { color: var(--note); background: var(--note-back); }
.finding pre, .finding dl { margin: .25rem .9rem .75rem; }
pre { background: var(--code); border: 1px solid var(--line); border-radius: .45rem; padding: .7rem .9rem; overflow-x: auto; font-size: .85rem; line-height: 1.5; } .curl { white-space: pre-wrap; overflow-wrap: anywhere; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; } code { font-size: .88em; overflow-wrap: anywhere; }
mark { background: var(--bad-back); color: var(--bad); font-weight: 600; border-radius: .2rem; }
dl div { display: grid; grid-template-columns: 7rem 1fr; gap: .5rem; padding: .15rem 0; } dt { color: var(--soft); } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; } dd a { display: inline-block; line-height: 1.8rem; }
.wide { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.25rem; margin: 1rem 0; }
.matrix td { font-size: .8rem; padding: .25rem .6rem; text-align: center; border: 1px solid var(--line); } .matrix thead th { text-align: center; padding: .25rem .6rem; } .matrix thead th:first-child { text-align: left; padding-left: 0; }
.seen { color: var(--good); background: var(--good-back); } .never { color: var(--soft); }
section > details { border-bottom: 1px solid var(--line); } section > details > ul { font-size: .9rem; color: var(--soft); }
.input { background: var(--bad-back); color: var(--bad); border-radius: .6rem; padding: .75rem .75rem .75rem 2rem; }
footer { margin-top: 3rem; padding-bottom: 2rem; color: var(--soft); font-size: .9rem; overflow-wrap: anywhere; }
@media (max-width: 40rem) { .chart th { width: 42%; } .numbers { display: grid; grid-template-columns: 1fr 1fr; } .verdict { padding: 1.25rem; } dl div { grid-template-columns: 1fr; gap: 0; } .finding > summary { flex-wrap: wrap; } .message { flex-basis: 100%; order: 2; } }
@media print { .filters, button { display: none; } .finding { break-inside: avoid; } }
`;
