/** Every command that is given a file, where what is named is none, has no end or may not be read or written. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { gigabyte, pipe, sparse } from '../support/faults';
import { gitIn } from './gitRepository';
import { asNobody, give } from './nobody';
import { evidence, folderWith, removeFolders, run } from './support';

const files = {
  'portfolio.yaml': 'title: T\n',
  'a.md': evidence(),
  'next.yaml': 'title: CSE\nedition: "2"\nretired: { 3.2.4: B.1 }\nchildren:\n  - { id: B.1, text: One }\n',
  'action-plan.md': '---\ntype: action-plan\n---\n\n| Ref | Action |\n| --- | --- |\n| 1.1.1 | Ask |\n',
};

const sources = {
  'controls.csv': 'ID,Title,Text\nA,Group,\nA.1,One,Is it so?\n',
};

/** What is named, as a path below a folder, and how it comes to be. */
const named: readonly (readonly [name: string, make: (place: string) => void, isForOthers?: true])[] = [
  ['a named pipe', pipe],
  ['a link to a device that never ends', (place) => fs.symlinkSync('/dev/zero', place)],
  ['a folder', (place) => fs.mkdirSync(place)],
  ['a link to itself', (place) => fs.symlinkSync('named.csv', place)],
  ['a link to nothing', (place) => fs.symlinkSync('nothing', place)],
  ['nothing', () => undefined],
  ['a gigabyte', (place) => sparse(place, gigabyte)],
  [
    'what may not be read',
    (place) => {
      fs.writeFileSync(place, 'Ref,Action\n3.2.4,Ask\n');
      fs.chmodSync(place, 0);
    },
    true,
  ],
];

/** Where each command takes a file: `NAMED`. */
const readers = [
  'plan import NAMED .',
  'matrix import NAMED .',
  'assessment import NAMED .',
  'standard import NAMED',
  'standard import @/controls.csv --profile NAMED',
  'standard migrate NAMED .',
  'standard migrate next.yaml . --mapping NAMED',
  'standard migrate next.yaml . --answers NAMED',
  'standard show A.1 --standard NAMED',
  'find --for NAMED --folder .',
  'pack verify NAMED',
  'what-if . --withdrawn NAMED',
  'show NAMED .',
];

const writers = [
  'check . --output json=NAMED',
  'diff HEAD . --output json=NAMED',
  'report . --format md --output NAMED',
  'plan export . --format csv --output NAMED',
  'matrix export . --format csv --output NAMED',
  'assessment export . --format csv --output NAMED',
  'standard import @/controls.csv --output NAMED --write',
  'pack . --output NAMED.zip --write',
  'pack . --output NAMED --write',
];

/** Where nothing can be written, below a folder; and in which words that is said. */
const unwritable: readonly (readonly [name: string, place: string, make: (folder: string) => void, says: RegExp])[] = [
  ['below a file', 'file/named', (folder) => fs.writeFileSync(join(folder, 'file'), ''), /file/],
  ['in a folder that there is not', 'none/named', () => undefined, /none/],
  ['with a name that is too long', 'n'.repeat(300), () => undefined, /n{300}/],
  ['in a folder in which nobody may write', 'closed/named', (folder) => fs.mkdirSync(join(folder, 'closed'), { mode: 0o555 }), /closed/],
]; // prettier-ignore

function wordsOf(line: string, folder: string, beside: string, place: string): readonly string[] {
  return line
    .split(' ')
    .map((word) => (word === '.' ? folder : word.replace(/^@/, beside).replace('NAMED', () => place)));
}

/** The names of temporary folders are made up, and one in some hundreds looks as codes of errors do. */
const withoutPlaces = (words: string): string => words.replaceAll(/evidence-portfolio-\w+/g, '');

describe('A command that is given', function () {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });
  afterEach(removeFolders);

  for (const [name, make, isForOthers] of named)
    for (const line of readers)
      it(`${name} says so: ${line}`, async () => {
        const [folder, beside] = [folderWith(files), folderWith(sources)];
        const place = join(beside, 'named.csv');
        make(place);
        [folder, beside].forEach(give);
        const act = () => run(wordsOf(line, folder, beside, place));
        const { status, out, err } = await (isForOthers ? asNobody(act) : act());
        equal(status, 2, out + err);
        match(err, /^evidence-portfolio: [^\n]*\n$/);
        ok(err.includes('named.csv'), err);
        ok(!/unexpected|E[A-Z]{4,}/.test(withoutPlaces(err)), err);
        equal(out, '');
      });

  for (const [name, place, make, says] of unwritable)
    for (const line of writers)
      it(`a place ${name} says so: ${line}`, async () => {
        const [folder, beside] = [folderWith(files), folderWith(sources)];
        make(beside);
        if (line.startsWith('diff'))
          for (const words of ['init -q', 'add .', 'commit -q -m One']) gitIn(folder, ...words.split(' '));
        const held = () => [beside, folder].map((one) => fs.readdirSync(one).sort());
        const before = held();
        [folder, beside].forEach(give);
        const { status, err } = await asNobody(() => run(wordsOf(line, folder, beside, join(beside, place))));
        equal(status, 2, err);
        match(err, says);
        ok(!/unexpected|E[A-Z]{4,}/.test(withoutPlaces(err)), err);
        deepEqual(held(), before);
      });
});
