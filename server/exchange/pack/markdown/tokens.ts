/** GitHub's Markdown as tokens of markdown-it, in many times the speed of remark. */
import type { MarkdownIt as Parser, StateCore, Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { bareAddress, bareEmail, withBareNames } from './bareLinks';
import { doubt } from './doubts';
import { NotSure } from './notSure';
import { tildes } from './tildes';

/** @throws NotSure where remark may read the text in another way */
export function tokensOf(text: string): readonly Token[] {
  if (otherwise.test(text)) throw new NotSure();
  const tokens = (parser ??= newParser()).parse(text, {});
  doubt(tokens, text);
  return tokens;
}

/** A byte order mark, which remark swallows; a block of front matter; footnotes. */
const otherwise = /^\uFEFF|^(?:---|\+\+\+)[ \t]*\n|(?:^|\n)[ \t>*+\-\d.)]*\[\^[^\]\s]+\]:/;

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
