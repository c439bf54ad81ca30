/** Lines that name `elements`, or another key of the block, as somebody writes it who does not know how. */
import { editDistance, nearestWord } from '../text/editDistance';
import type { KeyNames, FrontMatterKey } from './keys';
import { keyAt, pathOf } from './keyNames';
import { ourNames, frontMatterKeys } from './keys';
import { onFirstUse } from '../text/expressions';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';

/** A line with a name on it and a colon behind, or what somebody took for one. */
export interface KeyLine {
  readonly line: Span;
  /** Without marks around it. */
  readonly name: Span;
  /** The key that it is, or is near. */
  readonly key: FrontMatterKey | undefined;
  /** To the end of the line. */
  readonly value: Span;
  /** Why YAML does not read it as that key; undefined where it does. */
  readonly wrong: 'name' | 'colon' | 'marks' | undefined;
}

/** Spaces of all kinds, and marks without width. */
const gap = '[\\s\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]';
/** With what Markdown and word processors put around a word. */
const dress = '[\\s\\u200B-\\u200F\\u2060\\uFEFF\\u00AD"\'“”‘’„‚«»*_`\\\\]';
const name = '\\p{L}[\\p{L}\\p{M}\\p{N}()_-]*(?:[ \\u00A0][\\p{L}\\p{M}\\p{N}()_-]+){0,3}?';
/** A colon, or one of another script; an equals sign; or nothing before a bracket or a number. */
const separator = `$|:=|=>|[:\\uFF1A\\uFE55\\uFE30\\uA789\\u02D0=]|[ \\t;]+(?=[\\[\\p{N}])`;

const keyLine = onFirstUse(
  () =>
    new RegExp(
      `^((?:[-*+•]${gap}+)?${dress}*)(${name})(${dress}*?)(${separator})(${gap}*[*_]*${gap}*)(.*)$`,
      'u',
    ),
);
const rightName = onFirstUse(() => /^[\p{L}\p{N}_-]+$/u);

/** A cheap look at the start of a line: nearly all lines of nearly all files end here. */
const mayBeKeyLine =
  /^[^:=\uFF1A\uFE55\uFE30\uA789\u02D0]{2,60}[:=\uFF1A\uFE55\uFE30\uA789\u02D0]|^[^[0-9]{2,40}[ \t;][[0-9]|^[^.,[0-9]{5,24}$/;

/** Reads a line; undefined where there is no name with something like a colon. */
export function keyLineAt(text: string, line: Span, names: KeyNames = ourNames): KeyLine | undefined {
  if (!mayBeKeyLine.test(text.slice(line.start, Math.min(line.end, line.start + 64)))) return undefined;
  const [, before = '', word, behind = '', colon = '', space = '', value = ''] =
    keyLine().exec(text.slice(line.start, line.end)) ?? [];
  if (word === undefined) return undefined;
  const start = line.start + before.length;
  const key = keyNear(word, names);
  // Without anything between, only this name is looked for: `Chapter 3` is words.
  if (/^(?:[ \t;]|$)/.test(colon) && key !== 'elements') return undefined;
  const isDressed = before !== '' || behind.trim() !== '' || /[*_]/.test(space) || !rightName().test(word);
  const isColon = colon === ':' && (/^[ \t]+$/.test(space) || value === '');
  return {
    line,
    name: spanOf(start, start + word.length),
    key,
    value: spanOf(line.end - value.length, line.end),
    wrong:
      key !== undefined && !isCalled(word, key, names)
        ? 'name'
        : isDressed
          ? 'marks'
          : isColon
            ? undefined
            : 'colon',
  };
}

/** The names on a line of JSON. */
export const jsonNames = (text: string, line: Span, names: KeyNames = ourNames): readonly KeyLine[] =>
  Array.from(text.slice(line.start, line.end).matchAll(/"([^"\\]+)"[ \t]*:[ \t]*/g), (match) => {
    const [all, word = ''] = match;
    const start = line.start + match.index + 1;
    const key = keyNear(word, names);
    return {
      line,
      name: spanOf(start, start + word.length),
      key,
      value: spanOf(line.start + match.index + all.length, line.end),
      wrong: key !== undefined && !isCalled(word, key, names) ? 'name' : undefined,
    };
  });

/** The line as YAML wants it. Of the names, only that of the elements is put right: the others count without. */
export function rightLine(
  text: string,
  { line, name, key, value, wrong }: KeyLine,
  names: KeyNames = ourNames,
): string {
  const word = text.slice(name.start, name.end);
  if (wrong === undefined) return text.slice(line.start, line.end);
  const [called] = key === undefined ? [] : pathOf(names, key);
  const written = key === 'elements' || called === word ? called : rightName().test(word) ? word : called;
  const said = text.slice(value.start, value.end);
  return `${written ?? word}:${said === '' ? '' : ` ${said}`}`;
}

/** `elements`, or what the portfolio calls it, in whatever letters. */
export const isElements = (word: string, names: KeyNames = ourNames): boolean =>
  plain(word) === plain(elementsIn(names));

const elementsIn = (names: KeyNames): string => pathOf(names, 'elements')[0] ?? '';

const isCalled = (word: string, key: FrontMatterKey, names: KeyNames): boolean =>
  keyAt(names, [word]) === key;

const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD]/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

const others = frontMatterKeys.map(({ key }) => key).filter((key) => key !== 'elements');

function keyNear(word: string, names: KeyNames): FrontMatterKey | undefined {
  const exact = keyAt(names, [word]);
  if (exact) return exact;
  const written = plain(word);
  if (isElements(word, names)) return 'elements';
  const called = new Map(others.map((key) => [plain(pathOf(names, key)[0] ?? ''), key]));
  const known = called.get(written);
  if (known) return known;
  // `element-ids`, `cse_elements`, `Elements covered`.
  const bare = written
    .replace(/^(?:the|our)-/, '')
    .replace(/-?(?:ids?|numbers?|nos?|codes?|covered|supported)$/, '');
  if (isNearly(bare, elementsIn(names)) || isNearly(bare, 'elements')) return 'elements';
  const near = nearestWord(written, [...called.keys()]);
  return near === undefined ? undefined : called.get(near);
}

/** Two letters off in a long word, one in a shorter; a word of a few letters is another word. */
function isNearly(word: string, name: string): boolean {
  const allowed = name.length >= 8 ? 2 : name.length >= 5 ? 1 : 0;
  return Math.abs(word.length - name.length) <= allowed && editDistance(word, plain(name)) <= allowed;
}
