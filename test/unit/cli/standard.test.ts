/** `standard show`, `standard import` and `standard list`. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cisoLibrary, oscalCatalogue } from '../exchange/standards/files';
import { smallText } from '../support/standards';
import { folderWith, removeFolders, run } from './support';

afterEach(removeFolders);

const acknowledgement = "Text of 'Customer Service Excellence: The Government Standard'. © Crown copyright.";

async function shows(id: string, ...more: readonly string[]): Promise<string> {
  const { status, out, err } = await run(['standard', 'show', id, ...more]);
  equal(err, '');
  equal(status, 0);
  ok(Math.max(...out.split('\n').map((line) => line.length)) <= 88);
  return out;
}

async function refuses(words: readonly string[], why: string): Promise<void> {
  const { status, out, err } = await run(['standard', 'show', ...words]);
  equal(err, `evidence-portfolio: ${why}\n`);
  equal(out, '');
  equal(status, 2);
}

describe('standard show', () => {
  it('shows an element with where it stands, its guidance and whose text it is', async () => {
    equal(
      await shows('3.2.2'),
      `Criterion 3  Information and Access
Sub-criterion 3.2  Quality of Information
Element 3.2.2

We take reasonable steps to make sure our customers have received and understood the
information we provide.

Guidance
• Details of how you check that individual customers have received and understood the
  information.
• Examples of the changes you make to your communication methods to meet customers'
  needs.

${acknowledgement}
`,
    );
  });

  it('shows a sub-criterion with its elements', async () => {
    const out = await shows('3.2');
    match(out, /^Criterion 3 {2}Information and Access\nSub-criterion 3\.2 {2}Quality of Information\n/);
    for (const id of ['3.2.1', '3.2.2', '3.2.3', '3.2.4']) match(out, new RegExp(`^• ${id}  We `, 'm'));
    ok(out.endsWith(`${acknowledgement}\n`));
  });

  it('shows a criterion with its introduction and sub-criteria', async () => {
    const out = await shows('4');
    match(out, /^Criterion 4 {2}Delivery\n\n\w/);
    match(out, /^• 4\.3 {2}Deal Effectively with Problems$/m);
  });

  it('suggests the nearest ID', () =>
    refuses(
      ['3.2.9'],
      '3.2.9 is not in Customer Service Excellence. Did you mean 3.2.1, “We provide our customers with the information they need in ways that meet their…”?',
    ));

  it('says only that an ID is not there where none is near', () =>
    refuses(['chapter'], 'chapter is not in Customer Service Excellence.'));

  it('takes a built-in standard by its name', async () => {
    equal(await shows('3.2.2', '--standard', 'customer-service-excellence'), await shows('3.2.2'));
  });

  it('takes a standard file, and follows an ID that it has replaced, saying so', async () => {
    const file = join(folderWith({ 'small.yaml': smallText }), 'small.yaml');
    equal(
      await shows('9.9', '--standard', file),
      '9.9 is now 1.2, “The opening hours are known”.\n\nCriterion 1  Welcome\nElement 1.2\n\nThe opening hours are known\n\n',
    );
  });

  it('refuses a file that is not there, or is no standard', async () => {
    const folder = folderWith({ 'list.yaml': '- a\n', 'empty.yaml': '' });
    const gone = join(folder, 'gone.yaml');
    await refuses(
      ['1', '--standard', gone],
      `there is no built-in standard and no readable file ${gone}. Built in: customer-service-excellence.`,
    );
    const list = join(folder, 'list.yaml');
    await refuses(
      ['1', '--standard', list],
      `${list} is not a standard: Names with a colon are expected here, such as “title: …”.`,
    );
    await refuses(
      ['1', '--standard', join(folder, 'empty.yaml')],
      `${join(folder, 'empty.yaml')} is not a standard: Names with a colon are expected here, such as “title: …”.`,
    );
  });

  it('uses colours on a terminal only, and never those of the file', async () => {
    const hostile =
      'title: "A\\e[31m"\nlevels: ["L\\e[32m"]\nchildren: [{ id: "1", text: "T\\e[33m\\u202E" }]\n';
    const file = join(folderWith({ 'hostile.yaml': hostile }), 'hostile.yaml');
    const { out } = await run(['standard', 'show', '1', '--standard', file], { isTerminal: true });
    equal(out, '\u001B[1mL\\u001B[32m 1\u001B[22m\n\nT\\u001B[33m\\u202E\n\n');
  });
});

describe('standard import', () => {
  const catalogue = JSON.stringify(oscalCatalogue);
  const low = JSON.stringify({
    profile: { metadata: { title: 'Low' }, imports: [{ 'include-controls': [{ 'with-ids': ['rr-1'] }] }] },
  });

  it('shows what a standard file would hold, and writes nothing', async () => {
    const folder = folderWith({ 'rooms.json': catalogue });
    const { status, out, err } = await run(['standard', 'import', join(folder, 'rooms.json')]);
    equal(err, '');
    equal(status, 0);
    equal(
      out.replaceAll(folder, '.').replaceAll('\\', '/'),
      `Reading Room Controls Revised, edition 2.1
./rooms.json is an OSCAL catalogue: 3 groups, 5 elements, 4 retired IDs.

To be looked at
• Withdrawn, and nothing is said to have taken their place: RR-10.
• Parts called “assessment-objective” are left out: 1 of them, at RR-1.

Nothing is written yet. With --write, ./rooms.yaml is made.
`,
    );
    ok(!existsSync(join(folder, 'rooms.yaml')));
  });

  it('writes one that can be used at once, with profiles', async () => {
    const folder = folderWith({
      'rooms.json': catalogue,
      'low.json': low,
      'portfolio.yaml': 'standard: standards/rooms.yaml\n',
      'standards/readme.txt': '',
      'a.md': '---\ntitle: A\nelements: [RR-1, "Lamp 1/a", RR-9]\n---\n\nText.\n',
    });
    const output = join(folder, 'standards', 'rooms.yaml');
    const told = ['standard', 'import', join(folder, 'rooms.json'), '--output', output];
    const first = await run([...told, '--profile', join(folder, 'low.json'), '--write']);
    equal(first.status, 0);
    match(first.out, /5 elements, 1 profile, 4 retired IDs/);
    match(first.out, /rooms\.yaml is written\. To use it, name it in portfolio\.yaml/);
    const { out } = await run(['check', folder]);
    match(out, /RR-9 has been divided among RR-1, “Opening hours” and RR-2, “Quiet: "please"”\./);
    ok(!/unknown|ambiguous/.test(out), out);
    match((await run(['coverage', folder])).out, /✓ Lamp 1\/a {2}Lamps/);
    match(
      (await run(['standard', 'show', 'RR-1', '--standard', output])).out,
      /^a\. approved by the head of the library;\n {2}1\. each year; and$/m,
    );
    const again = await run([...told, '--profile', join(folder, 'low.json'), '--write']);
    match(again.out, /says all of this already: nothing is to be written\.\n$/);
  });

  it('keeps what was added, and says what is new', async () => {
    const folder = folderWith({ 'quiet.yaml': cisoLibrary });
    const file = join(folder, 'quiet.yaml');
    const output = join(folder, 'quiet.standard.yaml');
    await run(['standard', 'import', file, '--write']);
    writeFileSync(
      output,
      readFileSync(output, 'utf8').replace(
        '- id: "node7"\n',
        '- id: "node7" # ask Ann\n            keywords: [closer]\n',
      ),
    );
    writeFileSync(file, cisoLibrary.replace('Walls are thick.', 'Walls are thin.'));
    const { out } = await run(['standard', 'import', file, '--write']);
    match(out, /^1 has other words: 1\.10\.$/m);
    match(out, /^What was added by hand stays: keywords at 1\.$/m);
    match(
      readFileSync(output, 'utf8'),
      /- id: "node7" # ask Ann\n {12}text: Doors close by themselves\.\n {12}keywords: \["closer"\]\n/,
    );
  });

  for (const [name, files, words, why] of [
    ['no file', {}, ['none.json'], 'there is no file none.json.'],
    [
      'what is no standard',
      { 'a.json': '{"a": 1}' },
      ['a.json'],
      'a.json cannot be imported. It is none of the kinds that can be imported: an OSCAL catalogue, a library of CISO Assistant, a spreadsheet (.xlsx, .csv) or an outline in Markdown.',
    ],
    [
      'what is one already',
      { 'a.yaml': smallText },
      ['a.yaml'],
      'a.yaml cannot be imported. It is a standard file already. Name it in portfolio.yaml, behind “standard:”.',
    ],
    [
      'itself',
      { 'a.yaml': cisoLibrary },
      ['a.yaml', '--output', 'a.yaml'],
      'a.yaml is what is imported. Give another file with --output.',
    ],
    [
      'over what is no standard',
      { 'a.json': catalogue, 'a.yaml': 'colour: red\n' },
      ['a.json'],
      'a.json cannot be imported. The file that would be written is there, and cannot be read as a standard: “colour” is not a part of a standard file. Correct it, or name another file.',
    ],
  ] as const)
    it(`refuses ${name}`, async () => {
      const folder = folderWith(files);
      const placed = words.map((word) => (word.startsWith('--') ? word : join(folder, word)));
      const { status, out, err } = await run(['standard', 'import', ...placed]);
      equal(err.replaceAll(`${folder}/`, ''), `evidence-portfolio: ${why}\n`);
      deepEqual([status, out], [2, '']);
    });
});

describe('standard list', () => {
  it('shows the built-in ones, those in files, and what can be imported', async () => {
    const folder = folderWith({
      'standards/small.yaml': smallText.replace('title:', 'edition: 2026\ntitle:'),
      'standards/faulty.yaml': `${smallText}colour: red\n`,
      'q.yaml': cisoLibrary,
      'c.json': JSON.stringify(oscalCatalogue),
      'portfolio.yaml': 'title: Anytown\n',
      'other.yaml': 'children: 3\n',
      'large.json': `{"catalog": "${'x'.repeat(5 * 1024 * 1024)}"}`,
    });
    const { status, out } = await run(['standard', 'list', folder]);
    equal(status, 0);
    equal(
      out.replaceAll(folder, 'here'),
      `Built in
  customer-service-excellence  Customer Service Excellence  20 groups, 57 elements

In here
  c.json  an OSCAL catalogue  to be imported: standard import c.json
  large.json  larger than 5 MB  if it is OSCAL: standard import large.json
  q.yaml  a library of CISO Assistant  to be imported: standard import q.yaml
  standards/faulty.yaml  Small Standard  2 groups, 3 elements, 1 retired ID, with faults: see “check”
  standards/small.yaml  Small Standard (2026)  2 groups, 3 elements, 1 retired ID
`,
    );
  });

  it('says where there is none', async () =>
    match(
      (await run(['standard', 'list', folderWith({ 'a.md': 'x' })])).out,
      /no standard file, and nothing that one could be made of\n$/,
    ));
});
