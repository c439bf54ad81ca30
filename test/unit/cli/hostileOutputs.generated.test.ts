/**
 * Every command, in every format and every other choice that it has, on a portfolio whose texts try to act: no kind of element, link,
 * cell or command comes out that does not with plain words. A new command, format or choice is tried by being there.
 */
import { deepEqual, ok } from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../../server/cli/commands';
import type { Command } from '../../../server/cli/command/command';
import type { Payload } from '../hostile/payloads';
import { payloads, plainWords, shareOf } from '../hostile/payloads';
import type { Files } from '../hostile/portfolio';
import { fileNameOf, hostilePortfolio } from '../hostile/portfolio';
import type { Skeleton } from '../hostile/skeleton';
import { differences, ofCalendar, ofCsv, ofHtml, ofJson, ofLog, ofMarkdown, ofOffice, ofXml } from '../hostile/skeleton'; // prettier-ignore
import { folderWith, removeFolders, run } from './support';

/** With a NUL in it, no program takes a file for text. */
const text = (read: (text: string) => Skeleton) => (bytes: Buffer): Skeleton => new Set([...read(bytes.toString()), ...(bytes.includes(0) ? ['NUL'] : [])]); // prettier-ignore

/** Front matter is YAML: what shows Markdown shows it as a table of texts, or not at all. */
const ofMarkdownFile = (file: string): Skeleton => ofMarkdown(file.replace(/^---\n[^]*?\n---\n/, ''));

/** How each format is looked at, by the name that commands give it. */
const looks: Readonly<Record<string, (bytes: Buffer) => Skeleton>> = {
  text: text(ofLog), github: text(ofLog), azure: text(ofLog), gitlab: text(ofJson), sarif: text(ofJson), json: text(ofJson),
  junit: text(ofXml), markdown: text(ofMarkdown), md: text(ofMarkdownFile), html: text(ofHtml), csv: text(ofCsv), ics: text(ofCalendar),
  xlsx: ofOffice, docx: ofOffice, ods: ofOffice, odt: ofOffice,
}; // prettier-ignore

/** What is typed of each command, without what there is to choose: the folder stands for `.`, a file of it for `./…`. */
const typed: Readonly<Record<string, readonly (readonly string[])[]>> = {
  check: [['.']],
  coverage: [['.']],
  rate: [['.'], ['E.1', '.']],
  'what-if': [['.', '--withdrawn', './FILE', '--rated', 'E.1=good', '--on', '2030-01-01']],
  diff: [],
  show: [['E.1', '.'], ['./FILE', '.']], // prettier-ignore
  due: [['.']],
  report: [['.']],
  find: [['hearing', '--folder', '.'], ['--for', './FILE', '--folder', '.']], // prettier-ignore
  'plan import': [['./plan.csv', '.']],
  'plan export': [['.']],
  'plan sync': [['.']],
  'matrix import': [['./matrix.csv', '.']],
  'matrix export': [['.', '--guidance']],
  'assessment export': [['.']],
  'assessment import': [['./sheet.csv', '.']],
  pack: [['.', '--output', './pack', '--write']],
  'pack verify': [],
  'standard show': [['E.1', '--standard', './own.yaml']],
  'standard list': [['.']],
  'standard import': [['./controls.csv'], ['./crosswalk.csv', '--from', 'a', '--to', 'b']], // prettier-ignore
  'standard migrate': [['./next.yaml', '.'], ['./next.yaml', '.', '--diff']], // prettier-ignore
  mcp: [],
};
/** Words and addresses of the web in tables to work in may be followed: they lead nowhere by themselves. */
const mayBeFollowed = /^file: (?:<a href=(?:http:\/\/evil\.example|mailto:[^>]*)>|@\w)$/;
const isTable = ({ command: { name }, words }: Try): boolean => /^(?:matrix|assessment|plan) export$/.test(name) && words.includes('md'); // prettier-ignore

/** Tried elsewhere with the same payloads, or there is nothing to choose. */
const elsewhere = ['diff', 'mcp', 'pack verify'];

/** All ways to choose, one option after the other. */
function choicesOf(command: Command): readonly (readonly string[])[] {
  let all: string[][] = [[]];
  for (const [name, { choices = [] }] of command.options) {
    if (choices.length === 0 || !['format', 'by', 'layout'].includes(name)) continue;
    all = all.flatMap((before) => choices.map((one) => [...before, `--${name}`, one]));
  }
  return all;
}

const formatIn = (words: readonly string[]): string => words[words.indexOf('--format') + 1] ?? 'text';
const isFile = (command: Command): boolean => command.options.get('output')?.value === 'FILE';

interface Try {
  readonly command: Command;
  readonly words: readonly string[];
  readonly isTerminal: boolean;
}

const tries: readonly Try[] = commands.flatMap((command) =>
  (typed[command.name] ?? []).flatMap((words) =>
    choicesOf(command).flatMap((chosen) => {
      const format = chosen.includes('--format') ? formatIn(chosen) : 'text';
      const file = isFile(command) && chosen.includes('--format') ? ['--output', `./out.${format}`] : [];
      const one = { command, words: [...words, ...chosen, ...file] };
      return format === 'text' ? [{ ...one, isTerminal: false }, { ...one, isTerminal: true }] : [{ ...one, isTerminal: false }]; // prettier-ignore
    }),
  ),
);

const folders = new Map<string, string>();
function folderOf(name: string, files: () => Files): string {
  const made = folders.get(name);
  // Beside other files of tests, each test may take away what there is.
  if (made !== undefined && existsSync(made)) return made;
  const folder = folderWith(files());
  folders.set(name, folder);
  return folder;
}

async function skeletonOf({ command, words, isTerminal }: Try, folder: string, first: Payload): Promise<Skeleton> {
  const argv = words.map((word) => {
    const path = word.replace('FILE', () => fileNameOf(first, 0));
    return word === '.' ? folder : word.startsWith('./') ? join(folder, path) : word;
  });
  const format = words.includes('--format') ? formatIn(words) : 'text';
  const file = join(folder, `out.${format}`);
  // What an earlier try has written would stop this one.
  for (const written of [file, join(folder, 'pack')]) rmSync(written, { recursive: true, force: true });
  const { out, err } = await run([...command.name.split(' '), ...argv], { isTerminal });
  const parts = new Set([...ofLog(err)].map((part) => `standard error: ${part}`));
  const add = (name: string, skeleton: Skeleton): void => {
    for (const part of skeleton) parts.add(`${name} ${part}`);
  };
  const asked = words[words.indexOf('--output') + 1];
  ok(!words.includes('--output') || existsSync(join(folder, asked ?? '')), `nothing was written: ${err}`);
  add('standard output:', existsSync(file) || words.includes('./pack') ? ofLog(out) : (looks[format] ?? text(ofLog))(Buffer.from(out)));
  if (existsSync(file)) add('file:', (looks[format] ?? text(ofLog))(readFileSync(file)));
  for (const path of existsSync(join(folder, 'pack')) && words.includes('./pack') ? readdirSync(join(folder, 'pack'), { recursive: true, encoding: 'utf8' }) : []) {
    const look = looks[/\.(html|ics|json)$/.exec(path)?.[1] ?? ''];
    if (look) add('page:', look(readFileSync(join(folder, 'pack', path))));
  }
  return parts;
} // prettier-ignore

const single =
  'A title <b>x</b> ![x](http://evil.example/x.png) $(bug) \u001B[31m\u202E ::error::x =1+1 `x` | y';

describe('an output of texts that try to act', () => {
  after(removeFolders);

  it('is tried with every command', () => {
    deepEqual(Object.keys(typed).sort(), commands.map(({ name }) => name).sort());
    deepEqual(Object.entries(typed).filter(([, all]) => all.length === 0).map(([name]) => name).sort(), [...elsewhere].sort());
  }); // prettier-ignore

  it('can be looked at in every format', () =>
    deepEqual(
      commands.flatMap(({ name, options }) => (options.get('format')?.choices ?? []).filter((format) => !(format in looks)).map((format) => `${name} ${format}`)),
      [],
    )); // prettier-ignore

  const plain = plainWords(payloads.length);
  for (const [at, one] of tries.entries())
    it(`has the shape that it has with plain words: ${[one.command.name, ...one.words].join(' ')}${one.isTerminal ? ' on a terminal' : ''}`, async () => {
      const [words, texts] = [shareOf(plain, at), shareOf(payloads, at)];
      const [word, payload] = [words[0], texts[0]];
      ok(word && payload);
      const before = await skeletonOf(one, folderOf(`plain ${words.length} ${at % 3}`, () => hostilePortfolio(words, 'A title')), word);
      const after = await skeletonOf(one, folderOf(`hostile ${texts.length} ${at % 3}`, () => hostilePortfolio(texts, single)), payload);
      ok([...before].some((part) => !part.startsWith('standard error')), `nothing came out: ${[...before].join()}`);
      const found = differences(before, after).filter((part) => !isTable(one) || !mayBeFollowed.test(part));
      if (found.length === 0) return;
      deepEqual(process.env['WHOSE'] === undefined ? found : [await whose(one)], []);
    }); // prettier-ignore
});

/** Which payloads alone make a difference, for whoever reads a failure. */
async function whose(one: Try): Promise<string> {
  const [word] = plainWords(1);
  ok(word);
  const before = await skeletonOf(one, folderWith(hostilePortfolio([word], 'A title')), word);
  const lines: string[] = [];
  for (const payload of payloads) {
    const after = await skeletonOf(one, folderWith(hostilePortfolio([payload], 'A title')), payload);
    const found = differences(before, after);
    if (found.length > 0) lines.push(`${payload.name} ${JSON.stringify(payload.text).slice(0, 80)}: ${found.join('; ')}`);
  }
  return lines.length === 0 ? 'none of them alone' : lines.join('\n');
} // prettier-ignore
