/**
 * Editions of standards as publishers write them, with words of our own: the shape of each is that of files which anybody
 * can fetch (a table of success criteria with levels, an annex of controls as an outline, requirements with testing
 * procedures, OSCAL catalogues of two revisions, verification standards as CSV with what was moved or split).
 */

export interface PublishedShape {
  readonly name: string;
  /** Files as they are published: the older edition, and the newer one. */
  readonly older: readonly [name: string, text: string];
  readonly newer: readonly [name: string, text: string];
  /** What people add to the newer standard file under `retired`: what its publisher says in a table of its own. */
  readonly retired: readonly string[];
  /** What stands behind “standard:” for the older edition. */
  readonly profile?: string;
  readonly evidence: Readonly<Record<string, string>>;
  readonly answers: readonly string[];
}

const evidence = (title: string, elements: readonly string[], body: string): string =>
  `---\ntitle: ${title}\nelements:\n${elements.map((id) => `  - ${id}\n`).join('')}date: 2026-02-01\n---\n\n${body}\n`;

const criteria = (rows: readonly string[]): string => ['SC,Name,Level,URL', ...rows, ''].join('\n');

const webLike: PublishedShape = {
  name: 'criteria',
  older: [
    'criteria-2.1.csv',
    criteria([
      '1.1.1,Signs have words,A,https://example.org/#signs',
      '1.4.10,Shelves can be read from afar,AA,https://example.org/#shelves',
      '1.4.6,"Lamps, and windows",AAA,https://example.org/#lamps',
      '4.1.1,Forms are in order,A,https://example.org/#forms',
      '4.1.2,Forms say who asks,A,https://example.org/#who',
    ]),
  ],
  newer: [
    'criteria-2.2.csv',
    criteria([
      '1.1.1,Signs have words,A,https://example.org/#signs',
      '1.4.10,Shelves can be read from afar,AA,https://example.org/#shelves',
      '1.4.6,"Lamps, and windows",AAA,https://example.org/#lamps',
      '2.4.11,Nothing is hidden (Minimum),AA,https://example.org/#hidden',
      '2.4.12,Nothing is hidden (Enhanced),AAA,https://example.org/#hidden-at-all',
      '4.1.2,"Forms say who asks, and why",A,https://example.org/#who',
    ]),
  ],
  retired: ['4.1.1:'],
  profile: 'AA',
  evidence: {
    'evidence/signs.md': evidence('Signs', ['1.1.1', '"1.4.10" # far'], '# 1.4.10 Shelves\n\nSeen.'),
    'evidence/forms.md': evidence('Forms', ['4.1.1', '4.1.2'], '# 4.1.1 Order\n\nWe went through 4.1.1.'),
  },
  answers: [],
};

const annexLike: PublishedShape = {
  name: 'annex',
  older: [
    'annex-2013.md',
    `# Careful Libraries

## A.5 Policies

### A.5.1 Direction

- **A.5.1.1** Write down what is to be done.
- **A.5.1.2** Look at it again.

## A.9 Doors

### A.9.2 Keys

- **A.9.2.1** Give keys to those who need them.
- **A.9.2.2** Write down who has a key.
- **A.9.2.6** Take keys back.

## A.18 Law

### A.18.1 Duties

- **A.18.1.3** Keep the register safe.
`,
  ],
  newer: [
    'annex-2022.md',
    `# Careful Libraries

## 5 Organisation

- **5.1** Write down what is to be done, and look at it again.
- **5.7** Know who steals books.
- **5.15** Give keys to those who need them.
- **5.18** Write down who has a key, and take keys back.

## 6 People

- **6.1** Ask before somebody begins.

## 7 Rooms

- **7.4** Watch the doors.
- **7.10** Keep the register in a safe place.

## 8 Machines

- **8.13** Keep a copy of the register.
`,
  ],
  retired: [
    "A.5.1.1: '5.1'",
    "A.5.1.2: '5.1'",
    "A.9.2.1: '5.15'",
    "A.9.2.2: '5.18'",
    "A.9.2.6: '5.18'",
    "A.18.1.3: ['7.10', '8.13']",
  ],
  evidence: {
    'evidence/policy.md': evidence(
      'Policy',
      ['A.5.1.1', 'A.5.1.2 # in May'],
      '# A.5.1.1 Policy\n\nSee [the keys](keys.md#a922-who).',
    ),
    'evidence/keys.md': evidence(
      'Keys',
      ['"A.9.2.1"', "'A.9.2.2'", 'A.9.2.6'],
      '# Keys\n\n## A.9.2.2 Who\n\n## A.9.2.6 Back\n',
    ),
    'evidence/register.md': evidence('Register', ['A.18.1.3'], 'A locked room.'),
    'action-plan.md':
      '---\ntype: action-plan\n---\n\n| Ref | Action | Who | Target |\n| --- | --- | --- | --- |\n| A.9.2.6 | Ask for keys | Ann | 2026-09-01 |\n',
  },
  answers: ['--map', 'A.18.1.3=7.10,8.13'],
};

const proceduresLike: PublishedShape = {
  name: 'procedures',
  older: [
    'procedures-3.csv',
    [
      'Requirement,Title,Text',
      'Requirement 3.1,Loaves,Bread is kept no longer than it is good.',
      '3.1.a,,Ask for the list.',
      '3.1.b,,Look at three loaves.',
      'Requirement 3.2.1,Crusts,Crusts are not kept.',
      '3.2.1.a,,Look into the bins.',
      'Requirement 12.10.4,Fires,It is known who calls.',
      '',
    ].join('\n'),
  ],
  newer: [
    'procedures-4.csv',
    [
      'Requirement,Title,Text',
      'Requirement 3.2.1,Loaves,Bread is kept no longer than it is good.',
      '3.2.1.a,,Ask for the list.',
      '3.2.1.b,,Look at three loaves.',
      'Requirement 3.3.1,Crusts,Crusts are not kept.',
      '3.3.1.a,,Look into the bins and the cellar.',
      'Requirement 12.10.4,Fires,It is known who calls.',
      'Requirement 12.10.4.1,Fires,How often that is tried is written down.',
      '',
    ].join('\n'),
  ],
  retired: [
    '3.1.a: 3.2.1.a',
    '3.1.b: 3.2.1.b',
    '3.2.1.a: 3.3.1.a',
    'Requirement 3.1: Requirement 3.2.1',
    'Requirement 3.2.1: Requirement 3.3.1',
  ],
  evidence: {
    'evidence/loaves.md': evidence('Loaves', ['3.1.a', '3.1.b'], '# 3.1.b Three loaves\n\nGood ones.'),
    'evidence/bins.md': evidence('Bins', ['3.2.1.a'], '# 3.2.1.a Bins\n\nEmpty.'),
    'evidence/fires.md': evidence('Fires', ['Requirement 12.10.4'], '# Requirement 12.10.4\n\nA number.'),
  },
  answers: ['--map', 'Requirement 12.10.4=Requirement 12.10.4.1'],
};

interface Control {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly prose?: string;
  readonly into?: readonly string[];
  readonly controls?: readonly Control[];
}

const control = ({ id, label, title, prose, into, controls }: Control): object => ({
  id,
  class: 'SP800-53',
  title,
  props: [{ name: 'label', value: label }, ...(into ? [{ name: 'status', value: 'withdrawn' }] : [])],
  ...(into ? { links: into.map((to) => ({ href: `#${to}`, rel: 'incorporated-into' })) } : {}),
  ...(prose === undefined ? {} : { parts: [{ id: `${id}_smt`, name: 'statement', prose }] }),
  ...(controls ? { controls: controls.map(control) } : {}),
});

const catalogue = (version: string, controls: readonly Control[]): string =>
  JSON.stringify({
    catalog: {
      uuid: '00000000-0000-4000-8000-000000000000',
      metadata: {
        title: 'Careful Controls',
        version,
        'oscal-version': '1.1.2',
        'last-modified': '2026-01-01T00:00:00Z',
      },
      groups: [{ id: 'ac', class: 'family', title: 'Access', controls: controls.map(control) }],
    },
  });

const controlsLike: PublishedShape = {
  name: 'controls',
  older: [
    'controls-4.json',
    catalogue('Rev. 4', [
      {
        id: 'ac-2',
        label: 'AC-2',
        title: 'Keys',
        prose: 'Keys are numbered.',
        controls: [
          { id: 'ac-2.1', label: 'AC-2(1)', title: 'Lists', prose: 'Keys are listed.' },
          { id: 'ac-2.10', label: 'AC-2(10)', title: 'Shared keys', prose: 'Shared keys are changed.' },
        ],
      },
      { id: 'ac-13', label: 'AC-13', title: 'Watching', prose: 'Doors are watched, and lists are read.' },
      { id: 'ac-15', label: 'AC-15', title: 'Marks', prose: 'Books are marked.' },
    ]),
  ],
  newer: [
    'controls-5.json',
    catalogue('Rev. 5', [
      {
        id: 'ac-2',
        label: 'AC-2',
        title: 'Keys',
        prose: 'Keys are numbered, and shared keys are changed.',
        controls: [
          { id: 'ac-2.1', label: 'AC-2(1)', title: 'Lists', prose: 'Keys are listed.' },
          { id: 'ac-2.10', label: 'AC-2(10)', title: 'Shared keys', into: ['ac-2'] },
        ],
      },
      { id: 'ac-3', label: 'AC-3', title: 'Doors', prose: 'Doors are watched.' },
      { id: 'ac-6', label: 'AC-6', title: 'Lists', prose: 'Lists are read.' },
      { id: 'ac-13', label: 'AC-13', title: 'Watching', into: ['ac-3', 'ac-6'] },
      { id: 'ac-15', label: 'AC-15', title: 'Marks', into: [] },
    ]),
  ],
  retired: [],
  evidence: {
    'evidence/keys.md': evidence(
      'Keys',
      ['AC-2 # all', 'AC-2(1)', '"AC-2(10)"'],
      '# AC-2(10) Shared keys\n\nChanged in May.',
    ),
    'evidence/doors.md': evidence('Doors', ['AC-13', 'AC-15'], '# AC-13 Doors\n\nWatched.'),
  },
  answers: ['--map', 'AC-13=AC-3'],
};

const verifiedLike: PublishedShape = {
  name: 'verified',
  older: [
    'verified-4.csv',
    `chapter_id,chapter_name,section_id,section_name,req_id,req_description,level1,level2,level3,cwe,nist
V1,"Bread, Flour and Yeast",V1.1,Flour,V1.1.1,Verify that flour is kept dry. ([C1](https://example.org/#flour)),,✓,✓,,
V1,"Bread, Flour and Yeast",V1.1,Flour,V1.1.2,"Verify that flour is sieved, and that ""old"" flour is told apart.",✓,✓,✓,1053,
V1,"Bread, Flour and Yeast",V1.1,Flour,V1.1.3,"[DELETED, NOT ACTIONABLE]",,,,,
V1,"Bread, Flour and Yeast",V1.1,Flour,V1.1.4,"[DELETED, DUPLICATE OF 1.1.2]",,,,,
V1,"Bread, Flour and Yeast",V1.2,Yeast,V1.2.1,Verify that yeast is fresh.,✓,✓,✓,250,5.1.1.2
V1,"Bread, Flour and Yeast",V1.2,Yeast,V1.2.10,Verify that yeast is counted.,,,✓,307,5.2.2 / 5.1.1.2
V2,Ovens,V2.1,Heat,V2.1.1,Verify that the oven is hot before bread goes in.,✓,✓,✓,521,
V2,Ovens,V2.1,Heat,V2.1.2,"[SPLIT TO 2.1.1, 1.2.1]",,,,,
`,
  ],
  newer: [
    'verified-5.csv',
    `chapter_id,chapter_name,section_id,section_name,req_id,req_description,L
V1,Dough,V1.1,Flour,V1.1.1,"Verify that flour is sieved, and that ""old"" flour is told apart.",1
V1,Dough,V1.1,Flour,V1.1.2,Verify that yeast is fresh.,1
V1,Dough,V1.1,Flour,V1.1.3,[MOVED TO 2.1.2],
V2,Ovens,V2.1,Heat,V2.1.1,Verify that the oven is hot before bread goes in.,2
V2,Ovens,V2.1,Heat,V2.1.2,Verify that the oven is swept.,3
`,
  ],
  retired: ['V1.1.1:', 'V1.1.2: V1.1.1', 'V1.2.1: V1.1.2', 'V1.2.10:'],
  evidence: {
    'evidence/flour.md': evidence('Flour', ['V1.1.1', 'V1.1.2'], '# V1.1.2 Sieves\n\nTwo of them.'),
    'evidence/yeast.md': evidence('Yeast', ['V1.2.1', 'V2.1.2'], '# V1.2.1 Yeast\n\nFresh.'),
  },
  answers: ['--map', 'V2.1.2=V2.1.1', '--map', 'V1.1.1=V2.1.2'],
};

export const publishedShapes = [webLike, annexLike, proceduresLike, controlsLike, verifiedLike];
