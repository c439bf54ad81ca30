/** Every way in which YAML can write a text: what follows on a colon, behind a dash, or in brackets. */
import type { Choices } from './choices';

/** What is written on the line of the key or dash, with the space before it, and the lines below that. */
export type Written = readonly [string, ...string[]];

/** Lines that have to stand at the end or at the start of the block: an anchor that is used, an alias that is defined. */
export interface Beside {
  readonly above: string[];
  readonly below: string[];
}

type Style = (text: string, indent: string, name: string, beside: Beside) => Written | undefined;

const isPlain = (text: string): boolean =>
  !/^[-?:,[\]{}#&*!|>'"%@`]|: |:$| #|[[\]{},\n]|^\s|\s$|^$/.test(text);
const plain =
  (then: (text: string) => Written): Style =>
  (text) =>
    isPlain(text) ? then(text) : undefined;
const double = (text: string): string => JSON.stringify(text);
const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const block =
  (mark: string, ...below: readonly string[]): Style =>
  (text, indent) => [
    ` ${mark}`,
    `${indent}  ${text}`,
    ...below.map((line) => (line.trim() === '' ? line : indent + line)),
  ];
const split = (text: string): readonly [string, string] | undefined => {
  const at = text.indexOf(' ');
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at + 1)];
};

/** On one line; also between brackets. */
const onOneLine: readonly Style[] = [
  plain((text) => [` ${text}`]),
  (text) => [` ${double(text)}`],
  (text) => [` ${single(text)}`],
  (text) => [
    ` ${double(text).replace(/[a-zA-Z0-9]/, (letter) => `\\x${letter.charCodeAt(0).toString(16)}`)}`,
  ],
  (text, _, name) => (isPlain(text) ? [` &${name} ${text}`] : [` &${name} ${double(text)}`]),
  (text, _, name, { below }) => {
    below.push(`uses-${name}: *${name}`);
    return [` &${name} ${isPlain(text) ? text : double(text)}`];
  },
  (text, _, name, { above }) => {
    above.push(`has-${name}: &${name} ${isPlain(text) ? text : single(text)}`);
    return [` *${name}`];
  },
  (text) => [` !!str ${double(text)}`],
  plain((text) => [` !!str ${text}`]),
  plain((text) => [` !own ${text}`]),
  (text, _, name) => [` !!str &${name} ${single(text)}`],
];

/** Over several lines, or with something behind it. */
const inBlock: readonly Style[] = [
  plain((text) => [` ${text} # remark`]),
  (text) => [` ${double(text)}   # "remark": [`],
  plain((text) => [`   ${text}  `]),
  plain((text) => [` ${text}\t`]),
  (text) => [`\t${single(text)}`],
  (text, indent) => (isPlain(text) ? ['', `${indent}  ${text}`] : ['', `${indent}  ${double(text)}`]),
  (text, indent) => [' # remark', `${indent}    ${double(text)}`],
  (text, indent) => ['', '', `${indent}  # remark`, `${indent}  ${single(text)} # another`],
  block('|'),
  block('>'),
  block('|-'),
  block('>-'),
  block('|+'),
  block('>+'),
  block('|+', ''),
  block('|', '', ''),
  block('>+', '   ', ''),
  block('|2'),
  block('>2-'),
  block('|+2'),
  block('| # remark'),
  block('>- # remark', ''),
  (text, indent) => [' |', `${indent}      ${text}`],
  (text, indent) => [' |-', '', `${indent}  ${text}`],
  block('|', '# remark'),
  block('|', '', '# remark', ''),
  (text, indent, name) => [` &${name} |`, `${indent}  ${text}`],
  (text, indent) => [' !!str >-', `${indent}  ${text}`],
  (text, indent, name) => [` &${name}`, `${indent}  ${double(text)}`],
  (text, indent, name, { below }) => {
    below.push(`uses-${name}: *${name}`);
    return [` &${name} |-`, `${indent}  ${text}`];
  },
  (text, indent) => {
    const [first, rest] = split(text) ?? [];
    return first !== undefined && rest !== undefined && isPlain(first) && isPlain(rest)
      ? [` ${first}`, `${indent}   ${rest}`]
      : undefined;
  },
  (text, indent) => {
    const [first, rest] = split(text) ?? [];
    return first !== undefined && rest !== undefined ? [` "${first}`, `${indent}  ${rest}"`] : undefined;
  },
  (text, indent) => {
    const [first, rest] = split(text) ?? [];
    return first !== undefined && rest !== undefined
      ? [` '${first.replaceAll("'", "''")}`, `${indent}  ${rest.replaceAll("'", "''")}' # remark`]
      : undefined;
  },
  (text, indent) => {
    const [first, rest] = split(text) ?? [];
    return first !== undefined && rest !== undefined
      ? [` >-`, `${indent}  ${first}`, `${indent}  ${rest}`]
      : undefined;
  },
  (text, indent) => [` "\\`, `${indent}  ${double(text).slice(1)}`],
];

/** Nothing, in the ways in which people write it. */
const nothing: readonly Written[] = [
  [''],
  [' '],
  [' # to do'],
  [' ~'],
  [' null'],
  [' ~ # none'],
  [' ""'],
  [" ''"],
  [' &nothing'],
  [' !!null'],
  [' !!null null'],
  [' |'],
  [' >-', ''],
  ['', ''],
];

/**
 * A text behind a colon or a dash. Half of all are on one line.
 * @param indent white space before what the value belongs to
 * @param name a word that no other value of the file has, for an anchor
 */
export function scalar(choice: Choices, text: string, indent: string, name: string, beside: Beside): Written {
  const styles = choice.once(2) ? inBlock : onOneLine;
  return written(choice, styles, text, indent, name, beside);
}

export const flowScalar = (choice: Choices, text: string, name: string, beside: Beside): string =>
  written(choice, onOneLine, text, '', name, beside)[0].trim();

export const emptyScalar = (choice: Choices): Written => choice.pick(nothing as [Written, ...Written[]]);

function written(
  choice: Choices,
  styles: readonly Style[],
  text: string,
  indent: string,
  name: string,
  beside: Beside,
): Written {
  const at = choice.upTo(styles.length - 1);
  return styles[at]?.(text, indent, name, beside) ?? [` ${isPlain(text) ? text : double(text)}`];
}

/** A key with its colon. */
export const key = (choice: Choices, name: string): string =>
  choice.once(12)
    ? choice.pick([`${name} :`, `"${name}":`, `'${name}':`, `!!str ${name}:`, `&k-${name} ${name}:`])
    : `${name}:`;
