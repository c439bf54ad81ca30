/**
 * The look of a pack. Colours have a contrast of at least 4.5 to 1 for text, 3 to 1 for what stands beside it (WCAG 2.2,
 * 1.4.3 and 1.4.11); links are 24 pixels high, and wide where several stand in a row (2.5.8); at 320 pixels, which is
 * 400 % zoom, only tables are moved sideways (1.4.10).
 */
export const style = `:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1f2328; --faint: #57606a; --line: #6e7781; --link: #0550ae; --tint: #f3f5f7; --bar: #e3e8ed;
  --good: #116329; --warn: #7d4e00; --bad: #a40e26;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --ink: #e6edf3; --faint: #a7b1bb; --line: #7d8590; --link: #6cb6ff; --tint: #1e2329; --bar: #2a3138;
    --good: #6fdd8b; --warn: #f0b429; --bad: #ff9492;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 100%/1.6 system-ui, sans-serif; }
body { margin: 0 auto; padding: 0 1rem 2rem; max-width: 62rem; overflow-wrap: anywhere; }
a { color: var(--link); padding-block: .2rem; }
a:focus-visible, .scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .25rem; background: var(--paper); padding: .25rem .5rem; }
main:focus { outline: none; }
header { border-bottom: 1px solid var(--line); margin-bottom: 1rem; padding: .75rem 0; }
header .pack { margin: 0; font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: .25rem 0 0; padding: 0; }
nav a { display: inline-block; min-height: 1.5rem; }
nav a[aria-current] { font-weight: 600; color: inherit; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 .5em; break-after: avoid; }
h1 { font-size: 1.75rem; margin-top: .5rem; } h2 { font-size: 1.4rem; } h3 { font-size: 1.2rem; }
h4 { font-size: 1.05rem; } h5, h6 { font-size: 1rem; }
p, li, dd { max-width: 70ch; }
td ul, dd ul { margin: 0; padding-left: 1.1rem; }
.facts { margin: 1rem 0; display: grid; gap: .25rem; }
.facts div { display: flex; flex-wrap: wrap; gap: 0 .75rem; }
.facts dt { flex: 0 0 10rem; color: var(--faint); }
.facts dd { margin: 0; flex: 1 1 14rem; }
.words { border-left: .25rem solid var(--line); margin: 1rem 0; padding: .1rem 1rem; background: var(--tint); }
.state { white-space: nowrap; font-weight: 600; }
.state.evidenced { color: var(--good); } .state.overdue, .state.draft { color: var(--warn); }
.state.missing { color: var(--bad); } .state.not-applicable { color: var(--faint); }
.piece { border: 1px solid var(--line); border-radius: .25rem; margin: 1rem 0; padding: .25rem 1rem 1rem; }
.piece > :is(h2, h3, h4) { margin-top: .5rem; }
.strongest { font-weight: 600; color: var(--good); }
.text { unicode-bidi: isolate; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; }
main > .scroll > table { width: 100%; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
caption.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: normal; }
th[align="right"], td[align="right"] { text-align: right; } th[align="center"], td[align="center"] { text-align: center; }
thead th { background: var(--bar); } tbody th { font-weight: 400; }
tbody th[scope="rowgroup"] { background: var(--tint); font-weight: 600; }
/* Links in a row, such as badges. */
.row > a { display: inline-block; min-width: 1.5rem; margin-inline-end: .5rem; }
img { max-width: 100%; height: auto; }
pre { background: var(--tint); padding: .75rem; white-space: pre-wrap; }
code { font-family: ui-monospace, monospace; font-size: .95em; }
blockquote { margin: 1rem 0; border-left: .25rem solid var(--line); padding-left: 1rem; }
hr { border: 0; border-top: 1px solid var(--line); }
.contains-task-list { list-style: none; padding-left: 1rem; }
.footnotes { font-size: .95em; border-top: 1px solid var(--line); margin-top: 1.5rem; }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; color: var(--faint); font-size: .95rem; }
.steps { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem; margin-top: 2rem; }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  html { font-size: 10pt; } body { max-width: none; padding: 0; }
  .skip, header nav, .steps { display: none; }
  p, li, dd { max-width: none; }
  header { border: 0; margin: 0; padding: 0; color: var(--faint); }
  a { color: inherit; }
  .scroll { overflow: visible; } table { width: 100%; } tr, img, .facts, .words { break-inside: avoid; }
  thead { display: table-header-group; }
  .piece { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .25rem 0; }
  .sheet { break-before: page; }
}
`;
