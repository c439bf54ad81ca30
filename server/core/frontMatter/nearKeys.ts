/** Lines that name `elements`, or another key of the block, as somebody writes it who does not know how. */
import { editDistance, nearestWord } from '../text/editDistance';
import type { FrontMatterKey } from './keys';
import { frontMatterKeys } from './keys';
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

const keyLine = new RegExp(
  `^((?:[-*+•]${gap}+)?${dress}*)(${name})(${dress}*?)(${separator})(${gap}*[*_]*${gap}*)(.*)$`,
  'u',
);
const rightName = /^[\p{L}\p{N}_-]+$/u;

/** A cheap look at the start of a line: nearly all lines of nearly all files end here. */
const mayBeKeyLine =
  /^[^:=\uFF1A\uFE55\uFE30\uA789\u02D0]{2,60}[:=\uFF1A\uFE55\uFE30\uA789\u02D0]|^[^[0-9]{2,40}[ \t;][[0-9]|^[^.,[0-9]{5,24}$/;

/** Reads a line; undefined where there is no name with something like a colon. */
export function keyLineAt(text: string, line: Span): KeyLine | undefined {
  if (!mayBeKeyLine.test(text.slice(line.start, Math.min(line.end, line.start + 64)))) return undefined;
  const [, before = '', word, behind = '', colon = '', space = '', value = ''] =
    keyLine.exec(text.slice(line.start, line.end)) ?? [];
  if (word === undefined) return undefined;
  const start = line.start + before.length;
  const key = keyNear(word);
  // Without anything between, only this name is looked for: `Chapter 3` is words.
  if (/^(?:[ \t;]|$)/.test(colon) && key !== 'elements') return undefined;
  const isDressed = before !== '' || behind.trim() !== '' || /[*_]/.test(space) || !rightName.test(word);
  const isColon = colon === ':' && (/^[ \t]+$/.test(space) || value === '');
  return {
    line,
    name: spanOf(start, start + word.length),
    key,
    value: spanOf(line.end - value.length, line.end),
    wrong: key !== undefined && key !== word ? 'name' : isDressed ? 'marks' : isColon ? undefined : 'colon',
  };
}

/** The names on a line of JSON. */
export const jsonNames = (text: string, line: Span): readonly KeyLine[] =>
  Array.from(text.slice(line.start, line.end).matchAll(/"([^"\\]+)"[ \t]*:[ \t]*/g), (match) => {
    const [all, word = ''] = match;
    const start = line.start + match.index + 1;
    const key = keyNear(word);
    return {
      line,
      name: spanOf(start, start + word.length),
      key,
      value: spanOf(line.start + match.index + all.length, line.end),
      wrong: key !== undefined && key !== word ? 'name' : undefined,
    };
  });

/** The line as YAML wants it. Of the names, only that of the elements is put right: the others count without. */
export function rightLine(text: string, { line, name, key, value, wrong }: KeyLine): string {
  const word = text.slice(name.start, name.end);
  if (wrong === undefined) return text.slice(line.start, line.end);
  const written = key === 'elements' || key === word ? key : rightName.test(word) ? word : key;
  const said = text.slice(value.start, value.end);
  return `${written ?? word}:${said === '' ? '' : ` ${said}`}`;
}

/** `elements` in whatever letters. */
export const isElements = (word: string): boolean => plain(word) === 'elements';

const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD]/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

const others = frontMatterKeys.map(({ key }) => key).filter((key) => key !== 'elements');

function keyNear(word: string): FrontMatterKey | undefined {
  const written = plain(word);
  const known = others.find((key) => key === written);
  if (known) return known;
  // `element-ids`, `cse_elements`, `Elements covered`.
  const bare = written
    .replace(/^(?:the|our)-/, '')
    .replace(/-?(?:ids?|numbers?|nos?|codes?|covered|supported)$/, '');
  if (bare.length >= 6 && bare.length <= 10 && editDistance(bare, 'elements') <= 2) return 'elements';
  const near = nearestWord(written, others);
  return others.find((key) => key === near);
}
