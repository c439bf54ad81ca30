/** Quotation marks that a line of YAML lacks, or has too many of: remedies for it, of which a reader tries each. */
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import { parseYaml } from './tree';

export interface Remedy {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * Marks around what has none, and others for those that are what is wrong.
 * @param source of the line
 * @param at where it starts
 */
export const inQuotes = (source: string, at: number): readonly Remedy[] =>
  brokenOn(source).flatMap((value) => (isMarked(value) ? requoted : quoted)(source, at, value));

/** Marks around all of what has some already, or brackets. */
export const allInQuotes = (source: string, at: number): readonly Remedy[] =>
  brokenOn(source)
    .filter((value) => isMarked(value) && isText(value))
    .flatMap((value) => quoted(source, at, value));

/** Values that are none even by themselves. */
const brokenOn = (source: string): readonly string[] =>
  valuesOn(source).filter((value) => parseYaml(`x: ${value}`).faults.length > 0);

/** What may have to stand in quotation marks on a line: behind a dash, behind a name, or behind both. */
function valuesOn(source: string): readonly string[] {
  const [, dash, name, value] = valued.exec(source) ?? [];
  if (value === undefined || (dash ?? name) === undefined) return [];
  if (dash === undefined || name === undefined) return [value];
  // `- Hours: when: where` is a sentence, `- name: @desk` a name and its value.
  const whole = name + value;
  return /:[ \t]/.test(value) ? [whole, value] : [value, whole];
}

const valued =
  /^\uFEFF?[ \t]*(-[ \t]+)?((?:"[^"]*"|'[^']*'|[^\s#"'[\]{},&*!|>%@`][^#]*?)[ \t]*:[ \t]+)?(\S.*?)[ \t]*$/;

const isMarked = (value: string): boolean => /^["'[{|>]/.test(value);

/** `[Draft] Survey` is a text; what is all in brackets is a list or a map with a fault in it. */
const isText = (value: string): boolean =>
  !/^[[{]/.test(value) || /^(?:\[[^\]]*\]|\{[^}]*\})[ \t]*[^ \t#\]},]/.test(value);

function quoted(source: string, at: number, value: string): readonly Remedy[] {
  const newText = value.includes('"') && !value.includes("'") ? `'${value}'` : JSON.stringify(value);
  return [
    {
      title: `Put quotation marks around “${value}”`,
      edits: [{ span: placeOf(source, at, value), newText }],
    },
  ];
}

const placeOf = (source: string, at: number, value: string): Span => {
  const start = at + source.lastIndexOf(value);
  return spanOf(start, start + value.length);
};

/** For a value whose own quotation marks are what is wrong with it. A remark behind it stays. */
function requoted(source: string, at: number, value: string): readonly Remedy[] {
  const [marked = '', mark, inner = ''] = /^(["'])(.+)\1(?=[ \t]+#|$)/.exec(value) ?? [];
  const { start } = placeOf(source, at, value);
  const span = spanOf(start, start + marked.length);
  // A backslash means itself in single quotation marks, and an apostrophe in double ones.
  if (mark === '"' && inner.includes('\\') && !/["']/.test(inner))
    return [{ title: 'Use single quotation marks', edits: [{ span, newText: `'${inner}'` }] }];
  if (mark === "'" && /\w'\w/.test(inner) && !/["\\]/.test(inner))
    return [{ title: 'Use double quotation marks', edits: [{ span, newText: `"${inner}"` }] }];
  return [];
}

/** `[a, "report #2.pdf"]` of a line in which a remark has taken the closing bracket. */
export function keptInBrackets(source: string, at: number): readonly Remedy[] {
  const [, before = '', inside = '', bracket = ''] = /^([^#]*?[[{])([^\]}]*)([\]}].*)$/.exec(source) ?? [];
  const isUnclear = (part: string): boolean => /["']/.test(part) && !isQuoted(part);
  if (!/[ \t]#/.test(inside) || (inside.match(partOfBrackets) ?? []).some(isUnclear)) return [];
  const kept = inside.replace(partOfBrackets, (part) =>
    /\s#\S/.test(part) && !isQuoted(part) ? part.replace(/\S.*\S|\S/, (own) => JSON.stringify(own)) : part,
  );
  const newText = `${before}${kept}${bracket}`;
  const edits = [{ span: spanOf(at, at + source.length), newText }];
  return [{ title: 'Put quotation marks around what has a # in it', edits }];
}

const partOfBrackets = /(?:"[^"]*"|'[^']*'|[^,])+/g;

const isQuoted = (part: string): boolean => /^\s*(?:"[^"]*"|'[^']*')\s*$/.test(part);
