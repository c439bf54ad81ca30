/** A Markdown file that looks as if it were meant as evidence, and is not read as such. */
import type { ElementsBelow } from './elementsBelow';
import { elementsBelow } from './elementsBelow';
import { isFence } from '../frontMatter/fences';
import { findFrontMatter } from '../frontMatter/frontMatter';
import type { MeantBlock } from './meantBlocks';
import { meantBlock } from './meantBlocks';
import type { Problem, Span, Uri } from '../text/span';
import { spanOf } from '../text/span';
import type { KeyLine } from '../frontMatter/nearKeys';
import { isElements } from '../frontMatter/nearKeys';
import type { KeyNames } from '../frontMatter/keys';
import { nameOf, pathOf } from '../frontMatter/keyNames';
import { ourNames } from '../frontMatter/keys';
import type { Lexicon } from '../standard/standard';

export type UnreadFile = UnreadBlock | UnreadBelow;

interface Unread {
  /** What its portfolio calls our keys. */
  readonly names: KeyNames;
  readonly uri: Uri;
  readonly text: string;
}

interface UnreadBlock extends Unread {
  readonly kind: 'block';
  readonly block: MeantBlock;
  /** The line that was to name the elements. */
  readonly named: KeyLine;
  /** Where the IDs are to stand: from the value on the line to the next name. */
  readonly value: Span;
}

/** A block that is read, and the elements in it at a place where they are not looked for. */
interface UnreadBelow extends Unread {
  readonly kind: 'below';
  readonly below: ElementsBelow;
}

/** Reads a Markdown file that is neither evidence nor a plan. Whether it is meant depends on the standard: see `unreadProblem`. */
export function readUnread(uri: Uri, text: string, names: KeyNames = ourNames): UnreadFile | undefined {
  // What is nearly a name in the map of another one is not looked for.
  const isAtMargin = pathOf(names, 'elements').length === 1;
  const block = isAtMargin
    ? meantBlock(text, (candidate) => namedIn(text, candidate) !== undefined, names)
    : undefined;
  const named = block && namedIn(text, block);
  if (!block || !named) {
    const below = elementsBelow(text, names);
    return below && { kind: 'below', names, uri, text, below };
  }
  const next = block.names.find(({ line }) => line.start > named.line.start);
  const end = next?.line.start ?? block.lines.at(-1)?.end ?? named.line.end;
  return { kind: 'block', uri, text, names, block, named, value: spanOf(named.value.start, end) };
}

/** The name of the elements in a block; of a block that is read, a name at the margin only. */
function namedIn(text: string, { form, names, lines }: MeantBlock): KeyLine | undefined {
  const isIndented = ({ start, end }: Span): boolean => /^[ \t]+\S/.test(text.slice(start, end));
  const isShifted = lines.every((line) => isIndented(line) || line.end === line.start);
  return names.find((found) => {
    const { key, name, value, line, wrong } = found;
    if (key !== 'elements') return false;
    // In a text, a word without a colon is a word.
    if (form === 'bare') return /[:=\uFF1A]/.test(text.slice(name.end, value.start));
    return form !== 'read' || (wrong !== undefined && (isShifted || !isIndented(line)));
  });
}

/** What a portfolio says of the files in it. */
interface Surroundings {
  readonly standard: Lexicon;
  readonly manifest: { readonly customKeys: readonly string[] } | undefined;
}

/** What is said of the file in a portfolio; undefined where nothing under the name is an ID of its standard. */
export function unreadProblem(unread: UnreadFile, surroundings: Surroundings): Problem | undefined {
  return unread.kind === 'block' ? problemOfBlock(unread, surroundings) : problemBelow(unread, surroundings);
}

/** Other tools have such a name, too: it is ours if nothing but IDs of the standard stands behind it. */
function problemBelow(
  { text, names, below: { name, values, path, within } }: UnreadBelow,
  { manifest, standard }: Surroundings,
): Problem | undefined {
  const isOurs = values.every((value) => {
    const ids = standard.elementPattern.find(text, value.start, value.end);
    const areKnown = ids.every(({ id }) => standard.nodes.has(id) || standard.retired.has(id));
    return ids.length > 0 && areKnown && isOnlyIds(text, value, ids);
  });
  if (!isOurs || path.some((word) => manifest?.customKeys.includes(word))) return undefined;
  const here = path.join('.');
  const other = within
    ? ` If it is there in all files, write in portfolio.yaml: keys: { elements: ${here} }.`
    : '';
  return {
    span: name,
    message: `${meant}elements are looked for under “${nameOf(names, 'elements')}”, and stand under “${here}”. Move them there.${other}`,
  };
}

const meant = 'This file looks like evidence, and is not read as such: ';

/** Whether nothing stands between and around them that says more. */
function isOnlyIds(text: string, { start, end }: Span, ids: readonly { readonly span: Span }[]): boolean {
  const rest = ids.reduceRight(
    (left, { span }) => left.slice(0, span.start - start) + left.slice(span.end - start),
    text.slice(start, end),
  );
  return /^(?:and|und|et|[\s,;.&+/[\]"'“”‘’*_•–-])*$/i.test(rest);
}

function problemOfBlock(
  { text, names, block, named, value }: UnreadBlock,
  { manifest, standard }: Surroundings,
): Problem | undefined {
  const word = text.slice(named.name.start, named.name.end);
  if (manifest?.customKeys.includes(word)) return undefined;
  const ids = standard.elementPattern.find(text, value.start, value.end);
  if (ids.length === 0) return undefined;
  const isKnown = ids.some(({ id }) => standard.nodes.has(id) || standard.retired.has(id));
  const isNamed = isElements(word, names) || isElements(word);
  // Beside other details of evidence, it is meant whatever stands behind it; alone, with nothing but IDs.
  const isBlock = block.names.some(
    ({ key, wrong }) => key !== undefined && key !== 'elements' && wrong !== 'name',
  );
  const hasOnlyIds = isOnlyIds(text, value, ids);
  const isFirst = block.form !== 'bare' && !block.isBelow;
  const isMeant = isFirst
    ? (isKnown && (isBlock || isNamed || hasOnlyIds)) || (isNamed && hasOnlyIds)
    : isKnown && (isBlock || (hasOnlyIds && (isNamed || block.form !== 'bare')));
  return isMeant ? problemOf(text, block, named, names) : undefined;
}

/** What is wrong first, from the top of the file; one fix mends all of it. */
function problemOf(text: string, block: MeantBlock, named: KeyLine, names: KeyNames): Problem {
  const { span, words } =
    placeReason(text, block) ?? formReason(text, block, named) ?? nameReason(text, named, names);
  return { span, message: `${meant}${words}` };
}

interface Reason {
  readonly span: Span;
  readonly words: string;
}

const firstLine = ({ opening, lines, span }: MeantBlock): Span => opening ?? lines[0] ?? span;

function placeReason(text: string, block: MeantBlock): Reason | undefined {
  const span = firstLine(block);
  if (block.form !== 'read' && findFrontMatter(text)?.kind === 'closed')
    return {
      span,
      words: 'there are two blocks at its top, and only the first one is read. Make one of them.',
    };
  if (!block.isBelow) return undefined;
  const words =
    'the block that names elements has to begin on the first line. Move what stands above it to below the block.';
  return { span, words };
}

const formWords: Readonly<Partial<Record<MeantBlock['form'], string>>> = {
  toml: 'the block at its top is TOML. Write it between lines of ---, with “name: value”.',
  json: 'the block at its top is JSON. Put a line with only --- above and below it.',
  code: 'the block at its top stands in a code block. Put lines of --- in the place of the marks around it.',
  bare: 'what names elements has to stand in a block. Put a line with only --- above and below it.',
};

function formReason(text: string, block: MeantBlock, { name }: KeyLine): Reason | undefined {
  const { form, isShifted } = block;
  const first = firstLine(block);
  const words = formWords[form];
  if (words !== undefined) return { span: form === 'bare' ? name : first, words };
  const source = text.slice(first.start, first.end);
  if (form === 'fenced' && !isFence(source))
    return {
      span: first,
      words: `“${visible(source)}” does not open the block at its top. Write three hyphens, ---, and nothing else on that line.`,
    };
  return isShifted
    ? {
        span: first,
        words: 'the block at its top has to begin on the first line. Remove what is empty above it.',
      }
    : undefined;
}

function nameReason(text: string, { name: span, wrong }: KeyLine, names: KeyNames): Reason {
  const word = text.slice(span.start, span.end);
  const right = nameOf(names, 'elements');
  if (wrong === 'colon')
    return {
      span,
      words: `behind “${word}”, a colon and a space are needed. Write “${right}: ” and the IDs.`,
    };
  if (wrong === 'marks')
    return {
      span,
      words: `“${word}” has marks or spaces around it. Write “${right}: ” at the start of the line.`,
    };
  const advice =
    word === 'elements'
      ? `portfolio.yaml calls it “${right}”.`
      : isElements(word, names)
        ? `Write “${right}”, in ${right === right.toLowerCase() ? 'small letters' : 'these letters'}.`
        : `Did you mean “${right}”?`;
  return { span, words: `“${word}” is not the key that names elements. ${advice}` };
}

/** What nobody sees in a line, by name. */
const visible = (source: string): string =>
  source
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '(invisible mark)')
    .replace(/\u00A0/g, '(no-break space)')
    .trim();
