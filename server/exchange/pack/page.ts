/** What all pages of a pack have in common. */
import { html } from './text';

/** HTML as text, or as the same text in UTF-8. */
export type Html = string | Uint8Array;

/** A page of the pack without what all pages have. */
export interface Page {
  /** From the top of the pack. */
  readonly path: string;
  readonly title: string;
  /** HTML of what the page says, in pieces that are made when they are written, each on lines of its own. */
  readonly main: Iterable<string | readonly Html[]>;
}

/** Around the pages of one pack. */
export interface Frame {
  readonly title: string;
  /** Pages that every page leads to. */
  readonly links: readonly { readonly path: string; readonly words: string }[];
  /** Sentences at the end of every page, as text. */
  readonly footer: readonly string[];
}

/** From a page to the top of the pack. */
export const upFrom = (path: string): string => '../'.repeat(path.split('/').length - 1);

export const styleSheet = 'style.css';

/** Nothing is loaded but pictures and the style sheet of the pack itself: `self` on a web server, `file:` on a disk. */
const policy =
  "default-src 'none'; img-src 'self' file: data:; style-src 'self' file:; base-uri 'none'; form-action 'none'";

/** The lines of a page. */
export function* pageHtml({ path, title, main }: Page, frame: Frame): Generator<Html> {
  const up = upFrom(path);
  const links = frame.links.map(
    (link) =>
      `<li><a href="${up}${link.path}"${link.path === path ? ' aria-current="page"' : ''}>${html(link.words)}</a></li>`,
  );
  yield* lines([
    '<!DOCTYPE html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    `<title>${html(title === frame.title ? title : `${title} – ${frame.title}`)}</title>`,
    `<link rel="stylesheet" href="${up}${styleSheet}">`,
    '</head>',
    '<body>',
    '<a class="skip" href="#main">To the text</a>',
    `<header><p class="pack">${html(frame.title)}</p>`,
    `<nav aria-label="Pack"><ul>${links.join('')}</ul></nav></header>`,
    `<main id="main" tabindex="-1">`,
  ]);
  for (const piece of main)
    if (typeof piece === 'string') yield `${piece}\n`;
    else yield* [...piece, '\n'];
  yield* lines([
    '</main>',
    `<footer>${frame.footer.map((sentence) => `<p>${html(sentence)}</p>`).join('')}</footer>`,
    '</body>',
    '</html>',
  ]);
}

const lines = (texts: readonly string[]): readonly string[] => [`${texts.join('\n')}\n`];

/** A list of names and what they say; what says nothing is left out. Values are HTML. */
export function facts(entries: readonly (readonly [name: string, value: string | undefined])[]): string {
  const said = entries.filter(([, value]) => value !== undefined && value !== '');
  if (said.length === 0) return '';
  return `<dl class="facts">${said.map(([name, value]) => `<div><dt>${html(name)}</dt><dd>${value ?? ''}</dd></div>`).join('')}</dl>`;
}

/** A table that is moved for itself where it is too wide. Cells are HTML; the caption is heard, and not seen below its heading. */
export const table = (
  caption: string,
  head: readonly string[],
  bodies: readonly { readonly heading?: string; readonly rows: readonly (readonly string[])[] }[],
): string =>
  [
    `<div class="scroll" role="group" aria-label="${html(caption)}" tabindex="0">`,
    `<table><caption class="unseen">${html(caption)}</caption>`,
    `<thead><tr>${head.map((name) => `<th scope="col">${html(name)}</th>`).join('')}</tr></thead>`,
    ...bodies.map(({ heading, rows }) =>
      [
        '<tbody>',
        ...(heading === undefined
          ? []
          : [`<tr><th scope="rowgroup" colspan="${head.length}">${heading}</th></tr>`]),
        ...rows.map(
          ([first = '', ...cells]) =>
            `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
        ),
        '</tbody>',
      ].join('\n'),
    ),
    '</table>',
    '</div>',
  ].join('\n');

/** Links one below another. Items are HTML. */
export const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

export const link = (address: string, words: string): string =>
  `<a href="${html(address)}">${html(words)}</a>`;
