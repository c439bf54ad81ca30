/** Pages of the report and of what is asked beside it in the editor's own look: the colours are those of the theme, nothing runs, nothing is loaded. */
import type { ReportPage } from '../../server/lsp/protocol';
import { escapedHtml } from '../words/escapedHtml';

export interface PageParts {
  /** What an address of the page's own style needs to be taken. */
  readonly nonce: string;
  /** Undefined: it is still being made. */
  readonly report: ReportPage | undefined;
  /** What stands below the title, beside the links: why something is not told. */
  readonly notes: readonly string[];
  readonly links: readonly PageLink[];
}

/** A command that the page leads to. */
export interface PageLink {
  /** Its id. */
  readonly command: string;
  /** What it is called there. */
  readonly words: string;
  /** What it is told; nothing where it is left out. */
  readonly told?: object;
}

export function reportHtml({ nonce, report, notes, links }: PageParts): string {
  const title = escapedHtml(report?.title ?? 'Evidence Portfolio');
  const commands = links.map((link) => `<a href="${addressOf(link)}">${escapedHtml(link.words)}</a>`);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<title>${title}</title>
<style nonce="${nonce}">${styles}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<nav aria-label="What can be done with this page">${commands.join(' · ')}</nav>
${notes.map((note) => `<p class="note">${escapedHtml(note)}</p>`).join('\n')}
${report?.content ?? '<p role="status">The page is being put together…</p>'}
</main>
</body>
</html>
`;
}

const addressOf = ({ command, told }: PageLink): string =>
  `command:${command}${told === undefined ? '' : `?${encodeURIComponent(JSON.stringify([told]))}`}`;

/** High contrast themes have borders where others have tints. */
const styles = `
body { margin: 0 auto; padding: 1rem 1.25rem; max-width: 60rem; color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); font: var(--vscode-font-size)/1.5 var(--vscode-font-family); overflow-wrap: anywhere; }
* { box-sizing: border-box; }
h1 { margin: 0; font-size: 1.7em; line-height: 1.25; font-weight: 600; } h2 { margin: 1.6em 0 .4em; font-size: 1.25em; line-height: 1.25; font-weight: 600; }
p { margin: .4em 0; } ul { margin: .4em 0; padding-left: 1.25em; } nav { margin: .5em 0; }
a { color: var(--vscode-textLink-foreground); text-decoration: underline; } a:hover { color: var(--vscode-textLink-activeForeground); }
a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
.faint, caption, figcaption { color: var(--vscode-editor-foreground); } .small { font-size: .9em; }
.note { border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent)); border-left: .25rem solid var(--vscode-editorInfo-foreground); padding: .3em .75em; }
.verdict { font-size: 1.15em; font-weight: 600; border-left: .3rem solid var(--vscode-charts-green, #388a34); padding-left: .75rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; min-width: 30rem; }
caption { text-align: left; padding-bottom: .2em; } thead th { background: var(--vscode-keybindingTable-headerBackground, transparent); font-weight: 600; } tbody th { font-weight: 400; }
th, td { border: 1px solid var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #8888)); padding: .25em .6em; text-align: left; vertical-align: top; overflow-wrap: break-word; }
.bars .bar { width: 13rem; } svg { display: block; max-width: 100%; overflow: visible; }
rect { stroke: var(--vscode-editor-foreground); stroke-width: 1; } rect.full { fill: var(--vscode-charts-green, #388a34); } rect.half { fill: var(--vscode-editorWarning-foreground, #bf8803); } rect.none { fill: var(--vscode-editor-background); }
.points { min-width: 6em; } .point { display: inline-block; width: 1.7em; margin: 0 1px 1px 0; text-align: center; border: 1px solid var(--vscode-editor-foreground); line-height: 1.4; }
.point.full { border-bottom: 3px solid var(--vscode-charts-green, #388a34); } .point.half { border-bottom: 3px solid var(--vscode-editorWarning-foreground, #bf8803); }
figure { margin: .4em 0; } .line { width: 100%; max-width: 44rem; height: auto; } .line polyline { fill: none; stroke: var(--vscode-charts-green, #388a34); stroke-width: 2; } .line circle { fill: var(--vscode-charts-green, #388a34); }
.line text { fill: var(--vscode-editor-foreground); font-size: 11px; text-anchor: middle; }
`;
