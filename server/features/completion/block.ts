/** Completion of a whole evidence file where there is none yet: the block with its keys, and the first headings. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { addYears } from '../../core/text/civilDate';
import { blockLines } from '../../core/evidence/blockLines';
import { findFrontMatter } from '../../core/frontMatter/frontMatter';
import { kinds } from '../../core/frontMatter/keys';
import { lineAround } from '../../core/text/lines';
import type { Span } from '../../core/text/span';
import { spanOf } from '../../core/text/span';
import { nextRef } from '../../core/portfolio/nextRef';
import { lineEndOf } from '../../core/text/edit';
import { yamlScalar } from '../../words/yamlScalar';
import { fileName } from '../../core/text/uri';
import { inSnippet, items } from './item';
import type { Question } from './item';
import { people } from './people';
import { titleFromName } from '../../core/text/titleFromName';

/** Where a block may be begun, and how much of it is there already. */
interface Beginning {
  readonly token: Span;
  /** The fences that are still to be written. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** Nothing stands below, so that the headings can be offered too. */
  readonly isEmpty: boolean;
}

export function completeBlock(question: Question): CompletionItem[] {
  const { portfolio, cursor, options } = question;
  const beginning = beginningAt(cursor.text, cursor.offset);
  // Whoever types --- and Enter wants that, and not a whole file: only who asks is answered.
  if (!beginning || !portfolio.includes(cursor.uri) || options.trigger === 'typed') return [];
  const typed = cursor.text.slice(beginning.token.start, cursor.offset);
  const choice = {
    label: 'Evidence: begin a file',
    words: beginning.isEmpty
      ? 'the details that evidence needs, and headings'
      : 'the details that evidence needs',
    newText: blockText(question, beginning),
    isSnippet: options.snippets === true,
    kind: CompletionItemKind.Snippet,
    filterText: typed.startsWith('-') ? typed : 'evidence',
    asksAgain: options.snippets === true,
  };
  return items(question, beginning, [choice]);
}

function beginningAt(text: string, offset: number): Beginning | undefined {
  const line = lineAround(text, offset);
  const typed = text.slice(line.start, line.end).replace(/^\uFEFF/, '');
  const block = findFrontMatter(text);
  if (line.start === 0) {
    if (!isStart(typed)) return undefined;
    const below = text.slice(line.end);
    // A block that is there is not begun again.
    const isBegun = block && text.slice(block.content.start, block.content.end).trim() !== '';
    if (isBegun || block?.kind === 'closed') return undefined;
    if (/^\w/.test(typed) && below.trim() !== '') return undefined;
    const token = spanOf(line.end - typed.length, line.end);
    return { token, opens: true, closes: true, isEmpty: below.trim() === '' };
  }
  // On the line below a fence, with nothing in the block yet.
  if (line.start !== block?.content.start || !isStart(typed)) return undefined;
  const end = block.kind === 'closed' ? block.content.end : text.length;
  if (text.slice(line.end, end).trim() !== '') return undefined;
  const isEmpty = text.slice(block.kind === 'closed' ? block.end : line.end).trim() === '';
  return { token: line, opens: false, closes: block.kind === 'unclosed', isEmpty };
}

/** Of the block, or of the word for it. */
const isStart = (typed: string): boolean =>
  /^-{0,3}[ \t]*$/.test(typed) || 'evidence'.startsWith(typed.toLowerCase());

function blockText(question: Question, { opens, closes, isEmpty }: Beginning): string {
  const { portfolio, cursor, options } = question;
  let number = 0;
  const gap = (text: string): string =>
    options.snippets ? `\${${++number}${text === '' ? '' : `:${inSnippet(text)}`}}` : text;
  const choice = (words: readonly string[]): string =>
    options.snippets ? `\${${++number}|${words.join(',')}|}` : (words[0] ?? '');
  const ref = nextRef(portfolio, undefined, cursor.uri);
  const [owner] = people(question, (evidence) => evidence.owner);
  const title = firstHeading(cursor.text) ?? titleFromName(fileName(cursor.uri));
  const elements = gap('');
  const quoted = yamlScalar(title);
  const written = gap(quoted);
  // What is typed for the title is typed for the heading too, unless quotation marks would come with it.
  const heading = options.snippets && quoted === title ? `$${number}` : undefined;
  const lines = [
    ...(opens ? ['---'] : []),
    ...blockLines(portfolio.names, [
      ['title', written],
      ['elements', [elements]],
      ...(ref === undefined ? [] : [['ref', gap(yamlScalar(ref))] as const]),
      ['kind', choice(Object.keys(kinds))],
      ...(owner ? [['owner', gap(yamlScalar(owner.label))] as const] : []),
      ['status', 'draft'],
      ['date', gap(portfolio.days.today)],
      ['review-by', gap(addYears(portfolio.days.today, 1))],
    ]),
    ...(closes ? ['---'] : []),
    ...(isEmpty && closes
      ? [
          '',
          `# ${heading ?? gap(title)}`,
          '',
          '## What we do',
          '',
          gap(''),
          '',
          '## How we know',
          '',
          '## Results',
          '',
        ]
      : []),
  ];
  return lines.join(lineEndOf(cursor.text));
}

const firstHeading = (text: string): string | undefined => /^#{1,6}[ \t]+(.*\S)/m.exec(text)?.[1];
