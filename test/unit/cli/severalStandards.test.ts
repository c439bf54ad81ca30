/**
 * A portfolio of two standards with the same IDs, through every command and every format of the command line. A command
 * or a format that comes later is asked here without being told, and has to name both standards.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { outputs as checkOutputs } from '../../../server/cli/check/outputs/all';
import { namesOf } from '../../../server/cli/command/shared';
import { commands } from '../../../server/cli/commands';
import { outputs as diffOutputs } from '../../../server/cli/diff/outputs/all';
import { exportFormats, isOfficeFormat } from '../../../server/core/plan/exchange/exportFormats';
import { readShownGrids } from '../../../server/exchange/formats';
import { removeRepositories, repositoryWith } from './gitRepository';
import { settledRulesAnd } from '../support/settledRules';
import { folderWith, isAsInFixture, removeFolders, run } from './support';

afterEach(removeFolders);

const standardNamed = (title: string): string =>
  [
    `title: ${title}`,
    `acknowledgement: The words are those of ${title}.`,
    'levels: [Part, Point]',
    'ratings: [{ id: good, title: Good }, { id: poor, title: Poor }]',
    'award: { rating: good, percent: 100 }',
    'profiles: [{ id: core, title: Core }]',
    'children:',
    `  - { id: "1", title: ${title} part, children: [{ id: "1.1", text: ${title} asks first, profiles: [core] }, { id: "1.2", text: ${title} asks second, profiles: [core] }, { id: "1.3", text: ${title} asks third, profiles: [core] }, { id: "1.4", text: ${title} asks for more }] }`,
    '',
  ].join('\n');

const files: Readonly<Record<string, string>> = {
  'standards/apples.yaml': standardNamed('Apples'),
  'standards/pears.yaml': standardNamed('Pears'),
  'portfolio.yaml': [
    'title: Orchard',
    'standards:',
    '  APL: standards/apples.yaml',
    '  PRS: { file: standards/pears.yaml, profile: core }',
    'assessment-date: 2027-05-12',
    'assessment:',
    '  APL:1.1: { self: good, assessor: poor, comment: Look again }',
    '  PRS:1.1: { self: poor }',
    '  APL:1.3: { applicable: false, reason: No trees }',
    'assignments: { APL:1.2: Gardener, PRS:1.2: Cook }',
    'rules: { element-uncovered: information }',
    '',
  ].join('\n'),
  'a.md':
    '---\ntitle: Both\nref: ES 1\nelements: [APL:1.1, PRS:1.1]\nowner: Gardener\nreview-by: 2026-12-01\n---\n\nText.\n',
  'b.md':
    '---\ntitle: Ambiguous\nref: ES 2\nelements: ["1.2", PRS:1.4, PRS:1.3]\nstatus: draft\n---\n\nText.\n',
  'action-plan.md':
    '---\ntype: action-plan\n---\n\n| Ref | Action | Responsibility | Target Completion Date | Progress | Comments |\n| --- | --- | --- | --- | --- | --- |\n| APL:1.2 | Plant | Gardener | 2026-12-24 | | |\n| PRS:1.2 | Cook | Cook | 2027-01-31 | | |\n',
  'plan.csv': 'Ref,Action,Owner,Target\nAPL:1.1,Prune,Gardener,2027-02-01\nPRS:1.1,Peel,Cook,2027-02-01\n',
  'matrix.csv': 'Ref,Element,Evidence,ES ref\nAPL:1.2,x,A new thing,ES 9\nPRS:1.2,x,A new thing,ES 9\n',
  'sheet.csv': 'Ref,Element,Self,Assessor\nAPL:1.2,x,,Good\nPRS:1.2,x,,Poor\n',
  'notes.md': '# Notes\n\nWhat asks first and second.\n',
};

/** Before: another standard alone, under no name. */
const before = {
  ...files,
  'portfolio.yaml':
    'title: Orchard\nstandard: standards/apples.yaml\nassessment: { "1.1": { self: poor } }\n',
  'a.md': '---\ntitle: Both\nref: ES 1\nelements: ["1.1"]\n---\n\nText.\n',
  'action-plan.md': files['action-plan.md']!.replaceAll('APL:', '').replace(/^\| PRS.*\n/m, ''),
};

const office = exportFormats.filter(isOfficeFormat);
const printed = exportFormats.filter((format) => !isOfficeFormat(format));
const withFormats = (words: readonly string[], formats: readonly string[]): (readonly string[])[] =>
  formats.map((format) => [...words, '--format', format]);
const exported = (words: readonly string[]): (readonly string[])[] => [
  ...withFormats(words, printed),
  ...office.map((format) => [...words, '--format', format, '--output', `./out.${format}`]),
];

/** What is tried of each command; `undefined`: it is about no portfolio. A folder stands in the place of `.`. */
const tries: Readonly<Record<string, readonly (readonly string[])[] | undefined>> = {
  check: [...withFormats(['check', '.'], namesOf(checkOutputs)), ['check', '.', '--fix', '--dry-run']],
  coverage: withFormats(['coverage', '.'], ['text', 'json']),
  rate: [['rate', '.'], ['rate', 'APL:1.1', '.'], ['rate', 'PRS:1.2', 'good', '.'], ['rate', '1.2', 'good', '.']], // prettier-ignore
  diff: withFormats(['diff', 'base', '.'], namesOf(diffOutputs)),
  show: [['show', 'PRS:1.1', '.'], ['show', './a.md', '.'], ['show', '1.1', '.']], // prettier-ignore
  due: withFormats(['due', '.'], ['text', 'markdown', 'json', 'ics']),
  report: ['md', 'html', 'docx', 'odt'].flatMap((format) => [['report', '.', '--format', format, '--output', `./out.${format}`], ['report', '.', '--since', 'base', '--format', format, '--output', `./out.${format}`]]), // prettier-ignore
  find: [['find', 'asks', 'first', '--folder', '.'], ['find', 'asks', 'first', '--folder', '.', '--format', 'json'], ['find', '--for', './notes.md', '--folder', '.']], // prettier-ignore
  'plan import': [['plan', 'import', './plan.csv', '.']],
  'plan export': exported(['plan', 'export', '.']),
  'plan sync': [['plan', 'sync', '.']],
  'matrix import': [['matrix', 'import', './matrix.csv', '.']],
  'matrix export': exported(['matrix', 'export', '.']),
  'assessment export': exported(['assessment', 'export', '.']),
  'assessment import': [['assessment', 'import', './sheet.csv', '.']],
  'what-if': [['what-if', '.', '--rated', 'APL:1.2=good', '--rated', 'PRS:1.1=good'], ['what-if', '.', '--withdrawn', './a.md', '--format', 'markdown'], ['what-if', '.', '--on', 'assessment', '--format', 'json']], // prettier-ignore
  // Goes on until it is ended; what it answers is held in mcp.test.ts.
  mcp: undefined,
  pack: [['pack', '.', '--output', './out', '--write']],
  'pack verify': undefined,
  'standard show': undefined,
  'standard list': undefined,
  'standard import': undefined,
  'standard migrate': undefined,
};

/** Those that are about one element, or about none: they need not name the other standard. */
const aboutOne = new Set([
  'rate APL:1.1 .',
  'rate PRS:1.2 good .',
  'show PRS:1.1 .',
  // There is nothing to be mended without asking.
  'check . --fix --dry-run',
]);
const names = /\bAPL\b[^]*\bPRS\b|\bPRS\b[^]*\bAPL\b/;

describe('a portfolio of two standards with the same IDs', () => {
  afterEach(removeRepositories);
  it('is tried with every command', () =>
    deepEqual(Object.keys(tries).sort(), commands.map(({ name }) => name).sort()));

  for (const words of Object.values(tries).flatMap((one) => one ?? []))
    it(`names both in ${words.join(' ')}`, async () => {
      const { folder, git, edit } = repositoryWith(before);
      git('tag', 'base');
      edit(files);
      git('add', '--all');
      git('commit', '--quiet', '--message=Keep it against pears, too');
      const argv = words.map((word) =>
        word === '.' ? folder : word.startsWith('./') ? join(folder, word) : word,
      );
      const { out, err, status } = await run(
        argv,
        {},
        settledRulesAnd(['element-ambiguous', 'element-out-of-scope']),
      );
      ok(status !== 2 || words.includes('1.2') || words.includes('1.1'), err);
      const said = out + err + written(folder, words);
      if (!aboutOne.has(words.join(' '))) ok(names.test(said), said);
      const fixture = words.filter((word) => !/^[.]|^--output$/.test(word)).join(' ');
      isAsInFixture(tame(said, folder), `several/${fixture.replace(/[^A-Za-z0-9.]+/g, '-')}.txt`);
    });

  it('says the same of each standard as of a portfolio that has it alone', async () => {
    const both = await coverageOf({ ...files, 'b.md': '---\ntitle: B\nelements: [PRS:1.3]\n---\n\nText.\n' });
    const alone = await coverageOf({
      ...files,
      'portfolio.yaml': 'standard: standards/apples.yaml\nassessment: { "1.1": { self: good, assessor: poor, comment: Look again }, "1.3": { applicable: false, reason: No trees } }\nassessment-date: 2027-05-12\n', // prettier-ignore
      'a.md': files['a.md']!.replace('[APL:1.1, PRS:1.1]', '["1.1"]'),
      'b.md': '',
    });
    deepEqual(both.standards?.[0]?.coverage, alone.coverage);
    deepEqual(both.coverage, alone.coverage);
    equal(both.standards[1]?.name, 'PRS');
  });
});

interface Coverages {
  readonly coverage: object;
  readonly standards?: readonly { readonly name: string; readonly coverage: object }[];
}

async function coverageOf(texts: Readonly<Record<string, string>>): Promise<Coverages> {
  const { out } = await run(['coverage', folderWith(texts), '--format', 'json']);
  const { portfolios } = JSON.parse(out) as { readonly portfolios: readonly [Coverages] };
  return portfolios[0];
}

/** What stands in the files that a command has written, as text. */
function written(folder: string, words: readonly string[]): string {
  const place = words[words.indexOf('--output') + 1];
  if (!words.includes('--output') || place === undefined) return '';
  const path = join(folder, place);
  if (!place.includes('.', 2))
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html'))
      .sort()
      .map((name) => `\n${name}: ${textOf(readFileSync(join(path, name), 'utf8'))}`)
      .join('\n');
  if (/\.(?:md|html)$/.test(place)) return textOf(readFileSync(path, 'utf8'));
  if (/\.(?:docx|odt)$/.test(place)) {
    const parts = unzipSync(readFileSync(path));
    return textOf(strFromU8(parts['word/document.xml'] ?? parts['content.xml'] ?? new Uint8Array()));
  }
  return readShownGrids(place, readFileSync(path))
    .map(({ rows }) => rows.map(({ cells }) => cells.join(' | ')).join('\n'))
    .join('\n\n');
}

const textOf = (html: string): string =>
  html
    .replace(/<style[^]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

/** Without what is another thing at each run. */
const tame = (text: string, folder: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(folder, 'FOLDER')
    .replaceAll(encodeURI(folder), 'FOLDER')
    .replace(/\b[0-9a-f]{40}\b/g, 'COMMIT')
    .replace(/[0-9a-f]{64}/g, 'HASH')
    .replace(/\b[0-9a-f]{7,12}\b(?=[^-])/g, 'SHORT')
    .replace(/\d+ (?:KB|bytes)/g, 'SIZE');
