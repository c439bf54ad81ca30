/** What markdown-it and remark are known to read in two ways, block by block: rare, and then remark is asked. */
import type { Token } from 'markdown-it';
import { NotSure } from './notSure';

/** @param text of which the tokens were made @throws NotSure */
export function doubt(tokens: readonly Token[], text: string): void {
  if (odd.some((pattern) => pattern.test(text))) throw new NotSure();
  const lines = text.split('\n');
  const known = new Set<number>();
  let containers = 0;
  for (const [at, token] of tokens.entries()) {
    if (/^(?:list_item|blockquote)_/.test(token.type)) containers += token.nesting;
    const [first, end] = token.map ?? [0, 0];
    const isDoubtful =
      (token.type === 'fence' && (end - first < 2 || isDoubtfulFence(token, lines[end - 1]))) ||
      (token.type === 'code_block' && (isOpenBlock(lines, end) || isList(tokens[at + 1]))) ||
      (token.type === 'table_open' && isDoubtfulTable(lines.slice(first, end))) ||
      (token.type === 'inline' && containers > 0 && lines.slice(first + 1, end).some(isLazyHtml));
    if (isDoubtful) throw new NotSure();
    if (token.type === 'table_open') known.add(first + 1);
    if (/^(?:fence|code_block|html_block)$/.test(token.type))
      for (let line = first; line < end; line++) known.add(line);
  }
  if (lines.some((line, at) => mayDivide(line) && !known.has(at))) throw new NotSure();
}

const odd: readonly RegExp[] = [
  // Blanks that only some take for blanks, where a line begins or ends.
  /[^\S\n \t][ \t]*(?:\n|$)|(?:^|\n)[ \t]*[^\S\n \t]/,
  // The same beside marks of emphasis, and in elements.
  /[\u2028\u2029\uFEFF]|<[a-z/][^<>]*[^\S\n \t]/i,
  // An attribute without a value, and a blank behind the element.
  /=(?:""|'')[^\n]*>[ \t]+(?:\n|$)/,
  // A title in the place of an address.
  /\]:[ \t]*["'(]/,
  // An item without words that begins a quotation or another item.
  /(?:^|\n)[ \t>]*(?:>[ \t]*|(?:[-+*]|\d+[.)])[ \t]+)(?:[-+*]|\d+[.)])[ \t]*(?:\n|$)/,
  // An item without words before an empty line.
  /(?:^|\n)[ \t>]*(?:[-+*]|\d+[.)])[ \t]*\n[ \t>]*(?:\n|$)/,
  // What is left open behind brackets that may be a reference by themselves.
  /\](?:\([^)\n]*|\[[^\]\n]*)(?:\n|$)/,
  // Brackets in the brackets of a reference.
  /\]\[[^\]\n]*\[/,
  // Blanks of two kinds before a line that ends with a break.
  /\t +\n/,
  // What is a mark in two halves, each of which is a letter, beside a mark of emphasis.
  /[\u{10000}-\u{10FFFF}][*_~]+(?=[^\s*_~])|[^\s*_~][*_~]+[\u{10000}-\u{10FFFF}]/u,
];

const isList = (token: Token | undefined): boolean => token?.type.endsWith('_list_open') ?? false;

/** Followed by something at once, or by blanks that may be a part of it. */
const isOpenBlock = (lines: readonly string[], end: number): boolean => {
  const after = lines.slice(end, end + 3);
  return (after[0] ?? '').trim() !== '' || after.some((line) => line.length > 3 && line.trim() === '');
};

/** Left open, or in a language with an escape in its name. */
const isDoubtfulFence = ({ info }: Token, last = ''): boolean =>
  /[\\&]/.test(info) || !/^[\s>]*(?:`{3,}|~{3,})[ \t]*$/.test(last);

/** Begins or goes on with what may be something else, is divided without a bar, has blanks that only some trim, or addresses with bars. */
const isDoubtfulTable = ([head = '', divider = '', ...rows]: readonly string[]): boolean =>
  /^[\s>]*(?:[-+*#=~`<:]|\d+[.)])(?!\*)/.test(head) ||
  !divider.includes('|') ||
  marksOf(head) !== marksOf(divider) ||
  rows.some((row) => /^[\s>]*</.test(row)) ||
  [head, ...rows].some(
    (row) =>
      /(?:^|\|)[ \t]*[^\S \t]|[^\S \t][ \t]*(?:\||$)/.test(row) ||
      (row.includes('\\|') && /www\.|:\/\/|@/i.test(row)),
  );

const marksOf = (line: string): number => (/^[ \t>]*/.exec(line)?.[0] ?? '').split('>').length;

/** A line by which the lines around it are a table, if anything is. */
const mayDivide = (line: string): boolean =>
  /[|:]/.test(line) && /^[ \t>]*[-:|][-:| \t]*$/.test(line) && line.includes('-');

/** An address between pointed brackets is none. */
const isLazyHtml = (line: string): boolean => /^ {0,3}<[a-z/](?![a-z\d+.-]*:)/i.test(line);
