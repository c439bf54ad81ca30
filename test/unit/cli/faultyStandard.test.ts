/** A standard that cannot be read whole: every command says so and answers 2, and none writes. */
import { equal, match, ok } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryWith } from './gitRepository';
import { evidence, folderWith, removeFolders, run } from './support';

afterEach(removeFolders);

const good = `title: Own
levels: [Criterion, Element]
ratings: [{ id: good, title: Good }]
children:
  - id: '1'
    title: Welcome
    children:
      - { id: '1.1', text: People are greeted }
      - { id: '1.2', text: The opening hours are known }
`;

/** What is said of the file, and the file: undefined where there is none. */
const faults: Readonly<Record<string, readonly [words: string, text: string | undefined]>> = {
  'a bracket that is not closed': ['has faults', `${good}  - { id: '2', text: [ }\n`],
  'a key that no standard has': ['has faults', `${good}colour: blue\n`],
  'the same ID twice': ['has faults', `${good}      - { id: '1.1', text: Again }\n`],
  'a node without an ID': ['has faults', `${good}      - { text: Nothing }\n`],
  'a list in place of a text': ['has faults', good.replace('text: People are greeted', 'text: [1, 2]')],
  'no nodes': ['has faults', 'title: Own\n'],
  'an empty file': ['has faults', ''],
  'no file': ['is not there', undefined],
  'too much': ['cannot be read', `# ${'x'.repeat(5 * 1024 * 1024)}\n${good}`],
};

const commands: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--fail-on', 'never'],
  ['check', '--format', 'json'],
  ['check', '--format', 'sarif'],
  ['coverage'],
  ['coverage', '--format', 'json'],
  ['rate'],
  ['rate', '1.1'],
  ['show', '1.1'],
  ['show', 'a.md'],
];
const writing: readonly (readonly string[])[] = [
  ['rate', '1.1', 'good'],
  ['rate', '1.1', '--clear'],
  ['plan', 'sync', '--write'],
  ['plan', 'import', 'IMPORT', '--write'],
  ['plan', 'export', '--format', 'md'],
];

describe('A faulty standard', () => {
  for (const [name, [words, text]] of Object.entries(faults)) {
    const files = {
      'portfolio.yaml': 'title: T\nstandard: own.yaml\n',
      'a.md': evidence("['1.1']"),
      ...(text === undefined ? {} : { 'own.yaml': text }),
    };
    const sentence = `evidence-portfolio: the standard in own.yaml ${words}, so the result is not complete.\n`;
    for (const command of commands)
      it(`${name}: ${command.join(' ')} says so and answers 2`, async () => {
        const { status, err } = await run([...command, folderWith(files)]);
        ok(err.includes(sentence), err);
        equal(status, 2);
      });
    for (const command of writing)
      it(`${name}: ${command.join(' ')} writes nothing`, async () => {
        const folder = folderWith(files);
        const other = join(folderWith({ 'plan.csv': 'Ref,Action\n1.1,Greet people\n' }), 'plan.csv');
        const said = command.map((word) => (word === 'IMPORT' ? other : word));
        const { status, out, err } = await run([...said, folder]);
        match(err, new RegExp(`^evidence-portfolio: the standard in own\\.yaml ${words}\\. Mend that first`));
        equal(out, '');
        equal(status, 2);
        equal(readFileSync(join(folder, 'portfolio.yaml'), 'utf8'), files['portfolio.yaml']);
      });
    it(`${name}: diff says on which side, and fails where that is the later one`, async () => {
      const repository = repositoryWith({ ...files, 'own.yaml': good });
      if (text === undefined) repository.edit({ 'portfolio.yaml': 'standard: gone.yaml\n' });
      else repository.edit({ 'own.yaml': text });
      const place = text === undefined ? 'gone.yaml' : 'own.yaml';
      const broken = await run(['diff', 'HEAD', repository.folder]);
      equal(
        broken.err,
        `evidence-portfolio: the standard in ${place} of the working tree ${words}, so the result is not complete.\n`,
      );
      equal(broken.status, 2);
      repository.git('commit', '--all', '--quiet', '--message=Break it');
      repository.edit({ 'own.yaml': good, 'portfolio.yaml': files['portfolio.yaml'] });
      const mended = await run(['diff', 'HEAD', repository.folder]);
      match(mended.err, new RegExp(`the standard in ${place} of HEAD ${words}`));
      ok(mended.status < 2, String(mended.status));
    });
  }

  it('in a standard that is shown is said with its line', async () => {
    const folder = folderWith({ 'own.yaml': `${good}colour: blue\n` });
    const { status, out, err } = await run([
      'standard',
      'show',
      '1.1',
      '--standard',
      join(folder, 'own.yaml'),
    ]);
    match(out, /People are greeted/);
    match(err, /own\.yaml has faults, so the result is not complete\. In line 10: /);
    equal(status, 2);
    const other = await run(['standard', 'show', '7.7', '--standard', join(folder, 'own.yaml')]);
    match(other.err, /7\.7 is not in Own\..* Yet the standard in .*own\.yaml has faults/);
    equal(other.status, 2);
  });

  it('is said once where several portfolios are held against it', async () => {
    const folder = folderWith({
      'own.yaml': `${good}colour: blue\n`,
      'a/portfolio.yaml': 'standard: ../own.yaml\n',
      'b/portfolio.yaml': 'standard: ../own.yaml\n',
    });
    const { status, err } = await run(['coverage', folder]);
    equal(err, 'evidence-portfolio: the standard in own.yaml has faults, so the result is not complete.\n');
    equal(status, 2);
  });

  it('that is mended is no longer spoken of', async () => {
    const folder = folderWith({
      'own.yaml': good,
      'portfolio.yaml': 'standard: own.yaml\n',
      'a.md': evidence("['1.1']"),
    });
    for (const command of [...commands.filter(([name]) => name !== 'check'), ['rate', '1.1', 'good']]) {
      const { status, err } = await run([...command, folder]);
      equal(err, '', command.join(' '));
      equal(status, 0);
    }
    writeFileSync(join(folder, 'own.yaml'), 'title: Own\n');
    equal((await run(['coverage', folder])).status, 2);
  });
});
