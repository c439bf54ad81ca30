/** GitHub's Markdown as tokens of markdown-it, in many times the speed of remark. */
import type { MarkdownIt as Parser, StateCore, Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { bareAddress, bareEmail, withBareNames } from './bareLinks';
import { doubt } from './doubts';
import { NotSure } from './notSure';
import type { References } from './references';
import { tildes } from './tildes';

/** Blocks, and what references of them are defined as. What stands in their lines is not read yet. */
export interface Blocks {
  readonly tokens: readonly Token[];
  readonly references: References;
}

/** @throws NotSure where remark may read the text in another way */
export function blocksOf(text: string): Blocks {
  const env: { references?: Record<string, { href: string; title: string }> } = {};
  const tokens = (parser ??= newParser()).parse(text, env);
  doubt(tokens, text);
  return { tokens, references: env.references ?? {} };
}

/** Whether what follows a text that ends with an empty line is no part of its last block. */
export function isOver({ tokens }: Blocks, text: string): boolean {
  const last = tokens.at(-1);
  return (
    !/^(?:fence|html_block)$/.test(last?.type ?? '') || (last?.map?.[1] ?? 0) < text.split('\n').length - 1
  );
}

/** Reads what stands in the lines of blocks. @throws NotSure */
export function readLines(tokens: readonly Token[], references: References): void {
  const made = (parser ??= newParser());
  for (const { type, content, children } of tokens)
    if (type === 'inline') made.inline.parse(content, made, { references }, children ?? []);
}

/** Whether a text has what this never reads: a byte order mark, which remark swallows; front matter. */
export const isOtherwise = (text: string): boolean => /^\uFEFF|^(?:---|\+\+\+)[ \t]*\n/.test(text);

/** Whether a text may define footnotes. Then, wherever `[^` stands in it, this does not know what it is. */
export const mayHaveNotes = (text: string): boolean =>
  /(?:^|\n)[ \t>*+\-\d.)]*\[\^(?:\\.|[^\]\s\\])+\]:/.test(text);

let parser: Parser | undefined;

function newParser(): Parser {
  const made = new MarkdownIt({ html: true });
  // Addresses are judged by whoever puts them into a page, from what is written.
  made.normalizeLink = (address) => address;
  made.normalizeLinkText = (address) => address;
  made.validateLink = () => true;
  const { ruler } = made.inline;
  const [text] = ruler.getRules('');
  if (text) ruler.at('text', withBareNames(text));
  ruler.at('linkify', bareAddress);
  ruler.after('linkify', 'email', bareEmail);
  ruler.before('strikethrough', 'tildes', tildes);
  made.core.ruler.after('block', 'tasks', tasks);
  made.core.ruler.disable(['inline', 'text_join']);
  return made;
}

/** Marks each item that begins with a paragraph, which begins with a box. */
function tasks({ tokens }: StateCore): void {
  for (const [at, inline] of tokens.entries()) {
    const item = tokens[at - 2];
    if (inline.type !== 'inline' || item?.type !== 'list_item_open') continue;
    const box =
      tokens[at - 1]?.type === 'paragraph_open' &&
      /^\[([ \t\nxX])\](?:[ \t]*\n[ \t]*|[ \t](?=[ \t]*[^ \t]))/.exec(inline.content);
    if (!box) continue;
    if (/^.{3}[ \t]+\n/s.test(inline.content)) throw new NotSure();
    item.meta = { isDone: /x/i.test(box[1] ?? '') };
    inline.content = inline.content.slice(box[0].length);
  }
}
