/** What a piece of evidence says of itself, short enough for a cell; and a cell's notes as the text of a file. */
import type { Nodes } from 'mdast';
import type { EvidenceFile } from '../evidence/evidence';
import { isFarWithin } from '../markdown/farWithin';
import { withinLimits } from '../markdown/limits';
import { parseMarkdown } from '../markdown/tree';
import { shortcuts } from '../text/shortcuts';
import { escapeStart } from '../../words/markdown';
import { oneLine } from '../../words/oneLine';
import { beginningsOf } from './beginning';

/** In characters: as much as is read in a table. */
const longest = 240;

/** The first paragraphs and list items up to the next heading, a line each; what is longer is cut where a line ends. */
export function notesOf({ text, bodyStart }: Pick<EvidenceFile, 'text' | 'bodyStart'>): string {
  const whole = text.slice(bodyStart);
  const body = isFarWithin(whole) ? whole : withinLimits(whole);
  for (const beginning of shortcuts.taken ? beginningsOf(body) : []) {
    const { text: said, isCut } = firstLines(beginning);
    if (isCut) return said;
  }
  return firstLines(body).text;
}

interface FirstLines {
  readonly text: string;
  /** More of the body would change nothing. */
  readonly isCut: boolean;
}

function firstLines(body: string): FirstLines {
  const lines: string[] = [];
  let length = 0;
  const cut = (): FirstLines => ({ text: lines.join('\n'), isCut: true });
  for (const node of parseMarkdown(body).children) {
    if (node.type === 'heading' && lines.length > 0) return cut();
    for (const line of linesOf(node)) {
      if (lines.length > 0 && length + line.length > longest) return cut();
      lines.push(line.length > longest ? `${line.slice(0, line.lastIndexOf(' ', longest - 1))}…` : line);
      length += line.length + 1;
    }
  }
  return { text: lines.join('\n'), isCut: false };
}

/** They say nothing of their own. */
const silent: ReadonlySet<Nodes['type']> = new Set([
  'heading',
  'html',
  'yaml',
  'definition',
  'thematicBreak',
]);

function linesOf(node: Nodes): readonly string[] {
  if (silent.has(node.type)) return [];
  if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote')
    return node.children.flatMap(linesOf);
  const line = cellLine(saidBy(node));
  return line === '' ? [] : [line];
}

/** What is shown of a stretch of text. */
function saidBy(node: Nodes): string {
  if (node.type === 'html') return '';
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if ('children' in node) return node.children.map(saidBy).join('');
  return 'value' in node ? node.value : '';
}

/** A text on one line of a cell; where a line of HTML ends, cells have a line of their own. */
export const cellLine = (text: string): string => oneLine(text.replace(/<br[ \t]*\/?>/gi, ' '));

/** Lines of a cell as paragraphs that show them as they are. */
export const paragraphsOf = (lines: readonly string[]): string =>
  lines.map((line) => `${escapeStart(plainly(oneLine(line)))}\n`).join('\n');

/** Without what acts as markup; what stands inside a word stays as it is written. */
export const plainly = (text: string): string =>
  text.replace(/[\\`*[\]<>~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&');
