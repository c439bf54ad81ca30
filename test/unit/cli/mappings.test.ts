/** Mappings between standards, as the command line tells of them. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, run } from './support';

const files = {
  'portfolio.yaml': 'standards: { LIB: l.yaml, ISO: q.yaml }\nmappings: [m.yaml]\n',
  'l.yaml': 'title: Charter\nchildren: [{ id: L1, text: Letters are answered }]\n',
  'q.yaml': 'title: Quality\nchildren: [{ id: "9.1", text: Answers are quick }]\n',
  'm.yaml': 'from: LIB\nto: ISO\npairs: [{ from: L1, to: "9.1", relation: subset, note: Within days }]\n',
  'survey.md': '---\ntitle: Survey\nelements: [ISO:9.1]\n---\n\nText.\n',
};

describe('Mappings on the command line', () => {
  afterEach(removeFolders);

  it('are told of by coverage, beside what is missing', async () => {
    const { out, status } = await run(['coverage', folderWith(files)]);
    equal(status, 0);
    match(out, /✗ LIB:L1 {2}Letters are answered {2}missing, evidence for ISO:9\.1 may serve/);
  });

  it('are told of by show, with the files', async () => {
    const { out } = await run(['show', 'L1', folderWith(files)]);
    match(
      out,
      /Counterparts\n {2}ISO:9\.1 Answers are quick, which asks for this and more \(Within days\) {2}evidenced, single source\n {4}may serve: Survey {2}survey\.md\n/,
    );
  });

  it('are told of as data, with the relation of each end', async () => {
    const { out } = await run(['check', folderWith(files), '--format', 'json']);
    const { portfolios } = JSON.parse(out) as {
      readonly portfolios: readonly {
        readonly standards: readonly {
          readonly coverage: {
            readonly elements: Readonly<Record<string, { readonly counterparts?: unknown }>>;
          };
        }[];
      }[];
    };
    const [charter, quality] = portfolios[0]?.standards ?? [];
    deepEqual(charter?.coverage.elements['L1']?.counterparts, [
      { standard: 'ISO', id: '9.1', relation: 'subset', note: 'Within days', evidence: ['survey.md'] },
    ]);
    deepEqual(quality?.coverage.elements['9.1']?.counterparts, [
      { standard: 'LIB', id: 'L1', relation: 'superset', note: 'Within days', evidence: [] },
    ]);
  });
});

describe('standard import of a mapping', () => {
  afterEach(removeFolders);
  const table = 'From,To,Relation\nL1,9.1,subset of\nL2,9.9,perhaps\nL1,9.2,overlaps\n';

  const crosswalks: readonly (readonly [name: string, table: string, pairs: readonly string[]])[] = [
    [
      'two columns without a word of what they are',
      'LIB,Control\nL1,9.1\n"L1\nL2",9.2\n',
      ['L1 9.1', 'L1 9.2', 'L2 9.2'],
    ],
    ['the other one called so', 'Item,iso\nL1,9.1\n', ['L1 9.1']],
    ['both called so, among others', 'Rev,LIB,Text,ISO\n4,L1,Words,9.1\n', ['L1 9.1']],
    ['the other way round', 'ISO,LIB\n9.1,L1\n', ['L1 9.1']],
  ];
  for (const [name, text, pairs] of crosswalks)
    it(`takes ${name}, where somebody says which standards it is of`, async () => {
      const folder = folderWith({ ...files, 'c.csv': text });
      const file = join(folder, 'c.csv');
      const { status, out, err } = await run([
        'standard',
        'import',
        file,
        '--from',
        'LIB',
        '--to',
        'ISO',
        '--write',
      ]);
      equal(status, 0, err);
      match(out, /each pair is “intersects”, which promises least/);
      const written = readFileSync(join(folder, 'c.yaml'), 'utf8');
      deepEqual(
        Array.from(
          written.matchAll(/from: "([^"]+)", to: "([^"]+)", relation: intersects/g),
          ([, from, to]) => `${from} ${to}`,
        ),
        pairs,
      );
    });
  it('says what is missing where a table is none', async () => {
    const folder = folderWith({ ...files, 'c.csv': 'ID,Title,Text\n1,One,Words\n' });
    const { status, err } = await run([
      'standard',
      'import',
      join(folder, 'c.csv'),
      '--from',
      'LIB',
      '--to',
      'ISO',
    ]);
    equal(status, 2);
    match(
      err,
      /If it is a table of pairs, say which column is which: --column from="HEADER" --column to="HEADER"/,
    );
  });

  it('shows what a mapping file would hold, and writes nothing', async () => {
    const folder = folderWith({ ...files, 'crosswalk.csv': table });
    const { status, out, err } = await run([
      'standard',
      'import',
      join(folder, 'crosswalk.csv'),
      '--to',
      'ISO',
    ]);
    equal(err, '');
    equal(status, 0);
    equal(
      out.replaceAll(folder, '.').replaceAll('\\', '/'),
      `crosswalk
./crosswalk.csv is a table of pairs: 2 pairs from source to ISO (1 subset, 1 intersects).

To be looked at
• Columns: “From” is where it leads from, “To” where it leads to, “Relation” how they stand to each other.
• Rows without two IDs and a relation are left out: row 3.
• The standards are called as that file calls them: from “source” to “ISO”. Where your portfolio calls them something else, write its names, or say them with --from.

Nothing is written yet. With --write, ./crosswalk.yaml is made.
`,
    );
    ok(!existsSync(join(folder, 'crosswalk.yaml')));
  });

  it('writes one that can be used at once, a second time nothing, and over nothing that says something else', async () => {
    const folder = folderWith({ ...files, 'crosswalk.csv': table });
    const output = join(folder, 'm.yaml');
    const told = [
      'standard',
      'import',
      join(folder, 'crosswalk.csv'),
      '--from',
      'LIB',
      '--to',
      'ISO',
      '--write',
    ];
    const refused = await run([...told, '--output', output]);
    equal(refused.status, 2);
    match(refused.err, /m\.yaml is there already and says something else/);
    equal(readFileSync(output, 'utf8'), files['m.yaml']);
    const other = [...told, '--output', join(folder, 'n.yaml')];
    match(
      (await run(other)).out,
      /n\.yaml is written\. To use it, name it in portfolio\.yaml: “mappings: \[n\.yaml\]”/,
    );
    match((await run(other)).out, /n\.yaml says all of this already: nothing is to be written/);
  });

  for (const [more, says] of [
    [['--profile', 'x'], /is a mapping, which has no profiles: leave --profile out/],
    [
      ['--column', 'id=A'],
      /c\.csv is a mapping: its columns are from, to, relation and note, such as --column from="HEADER" --column to="HEADER"/,
    ],
  ] as const)
    it(`says where ${more[0]} means nothing`, async () => {
      const { status, err } = await run([
        'standard',
        'import',
        join(folderWith({ 'c.csv': table, x: '' }), 'c.csv'),
        ...more,
      ]);
      equal(status, 2);
      match(err, says);
    });

  it('says where --from means nothing', async () => {
    const { status, err } = await run([
      'standard',
      'import',
      join(folderWith({ 'c.csv': 'ID,Title\n1,A\n' }), 'c.csv'),
      '--from',
      'A',
    ]);
    equal(status, 2);
    match(err, /c\.csv is no mapping between two standards: leave --from, --to and their columns out\./);
  });

  describe('with columns that somebody names', () => {
    const german = 'Zuordnung 2027,,,\nAlt,Thema,Neu,Art\n1,Eins,A,gleich\n2,Zwei,B,equal\n';
    const csv = (text: string): string => join(folderWith({ 'c.csv': text }), 'c.csv');
    const told = (text: string, ...columns: readonly string[]): ReturnType<typeof run> =>
      run(['standard', 'import', csv(text), ...columns.flatMap((one) => ['--column', one])]);
    for (const [what, columns, says] of [
      ['by their headers', ['from=Alt', 'to=Neu'], /2 pairs from Alt to Neu \(2 intersects\)/],
      ['by letters and numbers', ['from=A', 'to=3'], /2 pairs from Alt to Neu/],
      ['the other way round', ['from=Neu', 'to=Alt'], /2 pairs from Neu to Alt/],
      [
        'with one for the relation',
        ['from=Alt', 'to=Neu', 'relation=Art'],
        /1 pair from Alt to Neu \(1 equal\)[^]*left out: row 3/,
      ],
      [
        'with none for it',
        ['from=Alt', 'to=Neu', 'relation=none'],
        /No column says how they stand to each other/,
      ],
      ['and another for notes', ['from=Alt', 'to=Neu', 'note=Thema'], /Left out: “Art”/],
    ] as const)
      it(`are taken ${what}`, async () => {
        const { status, out, err } = await told(german, ...columns);
        deepEqual([status, err], [0, '']);
        match(out, says);
      });
    for (const [what, columns, says] of [
      [
        'which the table does not have',
        ['from=Old', 'to=Neu'],
        /There is no column “Old”\.[^]*The columns of the file: “Zuordnung 2027”|There is no column “Old”\.[^]*“Alt”, “Thema”, “Neu”, “Art”/,
      ],
      ['for one side only', ['from=Alt'], /Say of both where the pairs lead from and where they lead to/],
      ['for no side', ['from=none', 'to=none'], /Say of both where the pairs lead from/],
    ] as const)
      it(`says so ${what}`, async () => {
        const { status, err } = await told(german, ...columns);
        equal(status, 2);
        match(err, says);
      });
    it('are offered where nothing is found', async () => {
      const { err } = await told('Alt,Neu\n1,A\n');
      match(
        err,
        /--column id="HEADER"[^]*Of a table of pairs of two standards: --column from="HEADER" --column to="HEADER"\./,
      );
    });
    it('still name those of a standard', async () => {
      const { status, out } = await told('Nummer,Wort\n1.1,Eins\n1.2,Zwei\n', 'id=Nummer', 'title=Wort');
      equal(status, 0);
      match(out, /is a table/);
    });
  });

  it('is listed among what can be imported, and a mapping file as what it is', async () => {
    const folder = folderWith({
      'a.json': '{"mapping-collection": {"metadata": {}}}',
      'm.yaml': files['m.yaml'],
    });
    const { out } = await run(['standard', 'list', folder]);
    match(out, /a\.json {2}an OSCAL mapping {2}to be imported: standard import a\.json\n/);
    match(out, /m\.yaml {2}a mapping between two standards {2}to be named under “mappings”\n/);
  });
});
