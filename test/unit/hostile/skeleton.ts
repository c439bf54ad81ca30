/**
 * What an output has besides text: elements, links, cells, commands. Where a text adds a kind of them, it has acted.
 */
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import MarkdownIt from 'markdown-it';
import { ownCommand } from '../cli/acting';

/** The kinds of parts that stand there, by their names. */
export type Skeleton = ReadonlySet<string>;

/** What lays out lines and blanks, and acts as nothing. */
const layout = /<(?:br|text:(?:s|tab|line-break|span|p)|w:(?:br|tab|t|r|rPr|color))\b/;

/** Kinds of parts that stand in an output with hostile texts only. */
export const differences = (plain: Skeleton, hostile: Skeleton): readonly string[] =>
  [...hostile].filter((part) => !plain.has(part) && !layout.test(part)).sort();

/** Elements with their attributes, and where the addresses in them lead. */
function partsOfTags(text: string, xmlMode: boolean): readonly string[] {
  const parts: string[] = [];
  let [tag, words] = ['', ''];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const kept = Object.entries(attributes).map(([key, value]) =>
          /^(?:.*:)?(?:href|src|target|action|content|srcdoc|style|class|data-page)$/i.test(key) ? `${key}=${leads(value)}` : key,
        );
        tag = `<${[name, ...kept.sort()].join(' ')}>`;
        words = '';
        parts.push(tag);
      },
      ontext: (more) => (words += more),
      onclosetag: () => {
        if (tag !== '' && /^\s*[xyz]\s*$/.test(words)) parts.push(`${tag}${words.trim()}`);
        [tag, words] = ['', ''];
      },
      oncomment: () => parts.push('<!-- -->'),
      onprocessinginstruction: (name) => parts.push(`<${name}`),
      oncdatastart: () => parts.push('<![CDATA['),
    },
    { xmlMode, decodeEntities: true },
  ); // prettier-ignore
  parser.end(text);
  return parts;
}

/** Of an address, who answers it; of anything else, that it is nothing of the kind. */
function leads(value: string): string {
  const address = value.trim();
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return /^[^?#]{0,60}/.exec(/^[^/]*(?:\/\/[^/]*)?/.exec(address)?.[0] ?? '')?.[0] ?? ''; // prettier-ignore
  return /^(?:\/\/|\\\\)/.test(address) ? address : '…';
}

const markdownIt = new MarkdownIt({ html: true, linkify: true });
const isDrawn = markdownIt.validateLink.bind(markdownIt);
// Editors follow links to files, and so draw them as links.
markdownIt.validateLink = (address) => /^file:/i.test(address) || isDrawn(address);

export const ofHtml = (text: string): Skeleton => new Set(partsOfTags(text, false));
export const ofXml = (text: string): Skeleton => new Set(partsOfTags(text, true));

/** As GitHub, an editor or a mail program would draw it: with HTML, bare addresses and pictures. */
export const ofMarkdown = (text: string): Skeleton =>
  new Set([...partsOfTags(markdownIt.render(text), false), ...(text.match(/(?<![\\\w`])@\w/g) ?? [])]);

/** Names of what a calendar holds; lines that go on are one. */
export const ofCalendar = (text: string): Skeleton =>
  new Set(
    text
      .replace(/\r\n[ \t]/g, '')
      .split('\r\n')
      .map((line) => (/^(?:BEGIN|END):/.test(line) ? line : (/^[^;:]*/.exec(line)?.[0] ?? ''))),
  );

/** Colours of a terminal, commands of CI systems that are none of ours, and whatever nobody sees. */
export const ofLog = (text: string): Skeleton =>
  new Set([
    // eslint-disable-next-line no-control-regex
    ...(text.match(/\u001B\[[\d;]*[A-Za-z]|(?!\n)[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu) ?? []).map((one) => JSON.stringify(one)),
    ...text.split('\n').flatMap((line) => /^\s*::\w*|##\[\w*|##vso\[[\w.]*/.exec(line.replace(ownCommand, '')) ?? []),
    ...(text === '' ? [] : ['text']),
  ]); // prettier-ignore

/** Rows and cells, and how a cell begins that a spreadsheet would take for a formula. */
export function ofCsv(text: string): Skeleton {
  const rows = text.replace(/^\uFEFF/, '').match(/(?:"(?:[^"]|"")*"|[^"\r\n])*(?:\r\n|$)/g) ?? [];
  return new Set(
    rows.flatMap((row) => {
      const cells = row.trimEnd().match(/(?:^|,)(?:"(?:[^"]|"")*"|[^,"]*)/g) ?? [];
      return [
        `${cells.length} cells`,
        ...cells.map((one) => `cell ${/^,?"?[\t\r\n]*([=+@-])/.exec(one)?.[1] ?? ''}`),
      ];
    }),
  );
}

/** Parts of an office file, and what stands in each. */
export function ofOffice(bytes: Uint8Array): Skeleton {
  const parts = Object.entries(unzipSync(bytes));
  return new Set(
    parts.flatMap(([path, part]) => [
      path,
      ...(/\.(?:xml|rels)$/.test(path) ? partsOfTags(strFromU8(part), true) : []).map((tag) => `${path} ${tag}`),
    ]),
  ); // prettier-ignore
}

/** The keys of a value, however deep. */
export function ofJson(text: string): Skeleton {
  const parts: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, `${path}[]`);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value))
        walk(item, `${path}.${path.endsWith('.elements') ? '*' : key}`);
    else parts.push(`${path}: ${typeof value}`);
  };
  walk(JSON.parse(text), '');
  return new Set(parts);
}
