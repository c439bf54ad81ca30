/**
 * A portfolio in which each payload stands in every place where somebody writes: one element, two files of evidence, one
 * row of the plan and of each imported file for each of them. With plain words in the place of the payloads, it has the
 * same shape.
 */
import type { Payload } from './payloads';

export type Files = Readonly<Record<string, string>>;

/** In double quotation marks, as YAML and JSON have it, and with nothing in it that a YAML file may not hold. */
export const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007F-\u00A0\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** As a file may be called where most is allowed; empty where nothing is left. */
const asName = (text: string): string =>
  Array.from(text.replace(/[/\0]/g, '').toWellFormed())
    .slice(0, 60)
    .join('')
    .replace(/^\.{1,2}$/, '');

/** A name of a file for each payload, with its number, so that no two are the same. */
export const fileNameOf = ({ text }: Payload, at: number): string => `f${at} ${asName(text)}.md`;

export const elementOf = (at: number): string => `E.${at + 1}`;

/** Somebody’s name: people are told apart by theirs, so it has a number, and it is the name of one. */
export const personOf = ({ text }: Payload, at: number): string =>
  `P${at + 1} ${oneLine(text).replace(/[;,/&|]/g, '')}`;

/** Of several lines, nothing is read where one is expected. */
const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029\u0085\u000B\u000C]+/g, ' '); // eslint-disable-line no-control-regex

/** The files of a portfolio. @param single what stands where there is one text only, such as the portfolio’s title */
export function hostilePortfolio(payloads: readonly Payload[], single: string): Files {
  return {
    'portfolio.yaml': manifestOf(payloads, single),
    'own.yaml': standardOf(payloads, single, 'E'),
    'next.yaml': standardOf(payloads, single, 'N', payloads.map((_, at) => `${elementOf(at)}: [N.${at + 1}, N.1]`)),
    'action-plan.md': planOf(payloads, single),
    ...Object.fromEntries(payloads.map((payload, at) => [fileNameOf(payload, at), evidenceOf(payload, at)])),
    'fixed.md': fixed,
    ...importsOf(payloads),
  }; // prettier-ignore
}

/** With faults of every severity, whatever stands in the others. */
const fixed =
  '---\ntitle: Fixed\nelements: [E.1, E.1, E.999]\nstatus: draft\nowners: Jo\nref: ES 1\nattachments: [gone.pdf]\n---\n\nText. See [it](gone.md).\n';

const manifestOf = (payloads: readonly Payload[], single: string): string => `title: ${quoted(single)}
standard: { file: own.yaml, profile: core }
assessment-date: 2027-05-12
custom-keys: [${payloads.map(({ text }) => quoted(`own ${text}`)).join(', ')}]
assignments:
${payloads.map((payload, at) => `  ${elementOf(at)}: [${quoted(personOf(payload, at))}]`).join('\n')}
assessment:
${payloads
  .map(({ text }, at) =>
    at % 5 === 4
      ? `  ${elementOf(at)}: { applicable: false, reason: ${quoted(text)} }`
      : `  ${elementOf(at)}: { self: poor, assessor: poor, comment: ${quoted(text)}, assessed: 2026-05-14, look-again: 2026-01-01, changed: ${quoted(text)} }`,
  )
  .join('\n')}
`;

const standardOf = (
  payloads: readonly Payload[],
  single: string,
  prefix: string,
  retired: readonly string[] = [],
): string => `title: ${quoted(single)}
edition: ${quoted(single)}
levels: [${quoted(`Part ${single}`)}, ${quoted(`Element ${single}`)}]
ratings: [{ id: good, title: ${quoted(`Good ${single}`)} }, { id: poor, title: ${quoted(`Poor ${single}`)} }]
award: { rating: good, percent: 80 }
profiles: [{ id: core, title: ${quoted(single)} }]
acknowledgement: ${quoted(single)}
retired: {${retired.join(', ')}}
children:
  - id: ${prefix}
    title: ${quoted(single)}
    introduction: [${payloads.map(({ text }) => quoted(text)).join(', ')}]
    children:
${payloads
  .map(
    ({ text }, at) =>
      `      - { id: ${prefix}.${at + 1}, title: ${quoted(text)}, text: ${quoted(text)}, short: ${quoted(text)}, guidance: [${quoted(text)}, ${quoted(`${text} y`)}], note: ${quoted(text)}, keywords: [${quoted(text)}, hearing], related: [${prefix}.1, ${quoted(`X:${text}`)}], profiles: [core] }`,
  )
  .join('\n')}
  - id: G
    title: IDs
    children:
${payloads.map(({ text }, at) => `      - { id: ${quoted(`G-${at + 1}${text}`)}, text: Something to do, profiles: [core] }`).join('\n')}
      - { id: H-1, text: Something of which there is no evidence, profiles: [core] }
`;

const evidenceOf = (payload: Payload, at: number, text = oneLine(payload.text)): string =>
  `---\ntitle: ${quoted(text)}\nelements: [${elementOf(at)}, ${quoted(`G-${at + 1}${payload.text}`)}]\nref: ${quoted(`ES ${at} ${text}`)}\nowner: ${quoted(personOf(payload, at))}\nkind: ${at % 2 === 0 ? 'testimony' : 'document'}\nwhere: ${quoted(text)}\nwhen: ${quoted(text)}\ndate: 2026-01-01\nreview-by: ${at % 3 === 0 ? '2026-06-01' : '2027-03-01'}\n---\n\n# Heading\n\nText.\n`;

/**
 * Files in which nothing is as it may be: each payload is told of as a value that cannot be right. As some are right, how
 * much is said of them differs from what is said of plain words.
 */
export const faultyFiles = (payloads: readonly Payload[]): Files =>
  Object.fromEntries(
    payloads.map(({ text }, at) => [
      `bad/${at}.md`,
      `---\ntitle: ${quoted(text)}\nelements: [E.1, ${quoted(text)}, ${quoted(`E.${text}`)}]\nref: ${quoted(text)}\nkind: ${quoted(text)}\nstatus: ${quoted(text)}\ndate: ${quoted(text)}\nreview-by: ${quoted(text)}\nattachments: [${quoted(text)}, ${quoted(`a.pdf#${text}`)}]\nstrongest: [${quoted(text)}]\nowners: ${quoted(text)}\n${quoted(`own ${text}`)}: ${quoted(text)}\n---\n\n# ${text}\n\nE.1 ${text}\n\n## E.2 ${text}\n\n[x](<${text.replace(/[<>\n\r]/g, '')}>)\n`,
    ]),
  );

/** A cell of a table of Markdown that says this and nothing else. */
const cell = (text: string): string => oneLine(text.replaceAll('\0', '')).replace(/[!-/:-@[-`{-~]/g, '\\$&');

function planOf(payloads: readonly Payload[], single: string): string {
  const rows = payloads.map((payload, at, _, { text } = payload) => `| ${elementOf(at)} | ${cell(text)} | ${cell(personOf(payload, at))} | 2026-06-01 | ${cell(text)} | ${cell(text)} | ${cell(text)} |`); // prettier-ignore
  return `---\ntype: action-plan\ntitle: ${quoted(single)}\n---\n\n# ${cell(single)}\n\n| Ref No. | Action | Responsibility | Target Completion Date | Progress | Comments | ${cell(single)} |\n| --- | --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

const asCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n');

function importsOf(payloads: readonly Payload[]): Files {
  const each = (rowOf: (text: string, at: number) => readonly string[]): string[][] =>
    payloads.map(({ text }, at) => [...rowOf(text, at)]);
  return {
    'plan.csv': asCsv([
      ['Ref', 'Action', 'Owner', 'Target', 'Progress', 'Comments'],
      ...each((text, at) => [elementOf(at), text, text, at % 2 ? '1 May 2027' : text, text, text]),
      ...each((text) => [text, text, text, text, text, text]),
    ]),
    'matrix.csv': asCsv([
      ['Ref', 'Element', 'Evidence', 'ES ref', 'Owner', 'Status', 'Date', 'Review by', 'Where to look', 'Notes'],
      ...each((text, at) => [elementOf(at), 'x', `New ${at} ${text}`, `EN ${at}`, text, text, text, text, `../../${text}.pdf`, text]),
      ...each((text) => [text, text, text, text, text, text, text, text, text, text]),
    ]),
    'sheet.csv': asCsv([
      ['Ref', 'Element', 'Show me', 'Tell me', 'Self', 'Assessor', "Assessor's comments"],
      ...each((text, at) => [elementOf(at), 'a', 'b', 'c', '', at % 2 ? 'good' : text, text]),
      ...each((text) => [text, text, text, text, text, text, text]),
    ]),
    'controls.csv': asCsv([
      ['ID', 'Title', 'Text', 'Guidance'],
      ...each((text, at) => [`A.${at + 1}`, text, text, text]),
      ...each((text, at) => [`B.${at + 1}${text}`, text, text, text]),
    ]),
    'crosswalk.csv': asCsv([
      ['From', 'To', 'Relation', 'Note'],
      ...each((text, at) => [`A.${at + 1}`, `B.${at + 1}`, 'equal', text]),
    ]),
  }; // prettier-ignore
}
