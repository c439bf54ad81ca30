/** Generated portfolios of three files that somebody has written by hand: right and wrong values in every style of YAML. */
import { standardOf } from '../support/standards';
import type { Choices } from './choices';
import type { Beside, Written } from './styles';
import { emptyScalar, flowScalar, key, scalar } from './styles';

/** Texts by path; null: a file whose text does not matter. */
export type PortfolioTexts = Readonly<Record<string, string | null>>;

export const evidencePath = 'evidence/a.md';
export const manifestPath = 'portfolio.yaml';
export const planPath = 'action-plan.md';
export const nearMissPath = 'evidence/c.md';
export const mappingPath = 'standards/mapping.yaml';

const standardText = `title: Meadow Standard
levels: [Criterion, Element]
ratings: [{ id: good, title: Good }, { id: fair, title: Fair }, { id: poor, title: Poor }]
award: { rating: fair, percent: 50 }
profiles: [{ id: core, title: Core }]
retired: { "9.9": "1.2", "9.8": "2.1" }
children:
  - id: "1"
    title: Welcome
    children:
      - { id: "1.1", text: People are greeted, profiles: [core], guidance: [Staff say hello, "The desk *is* easy to find"] }
      - { id: "1.2", text: The opening hours are known, guidance: [They are on the door] }
      - { id: "1.10", text: Nobody waits, profiles: [core] }
  - id: "2"
    title: Answers
    children:
      - { id: "2.1", text: Questions are answered, guidance: [A log is kept] }
      - { id: "2.2", text: Mistakes are put right, profiles: [core] }
`;

export const meadow = standardOf('meadow', standardText);

interface Section {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A portfolio with a manifest, a plan, one file of evidence of every style and one that never changes. */
export function portfolioTexts(choice: Choices): PortfolioTexts {
  return {
    [evidencePath]: evidenceText(choice),
    [manifestPath]: manifestText(choice),
    [planPath]: planText(choice),
    [nearMissPath]: choice.pick(nearMisses).replaceAll('\n', choice.pick(['\n', '\r\n'])),
    'evidence/b.md': `---\ntitle: Other\nelements: [1.2]\nref: ES 1\nstatus: Draft\n---\n\nAs ES 2 says, [a](a.md).\n`,
    'standards/own.yaml': standardText,
    [mappingPath]: mappingText(choice),
    'attachments/a.pdf': null,
    'attachments/b c.pdf': null,
    'evidence/pictures/d.png': null,
  };
}

function evidenceText(choice: Choices): string {
  const beside: Beside = { above: [], below: [] };
  const indent = choice.once(15) ? '  ' : '';
  const value = (name: string, ...texts: readonly [string, ...string[]]): Section | undefined =>
    choice.once(2) ? undefined : single(choice, name, choice.pick(texts), indent, beside);
  const elements: Section = list(choice, 'elements', elementIds(choice), indent, beside);
  const sections = [
    value('title', 'Survey of visitors', 'A: b', "It's “so”"),
    elements,
    value('ref', 'ES 2', 'ES 1', 'A 1'),
    value(choice.pick(['kind', 'kind', 'knid']), 'data', 'Data', 'report'),
    // What a number sign cuts off.
    choice.once(8)
      ? { name: 'owner', lines: [`${indent}owner: Room #3`] }
      : value(choice.pick(['owner', 'owner', 'owners']), 'Head of Meadows', 'Officer'),
    value(choice.pick(['status', 'status', 'staus']), 'Draft', 'approved', 'drafft', 'finished', 'withdrawn'),
    value('date', '2026-03-01', '1 March 2026', '01/03/2026', '2026-02-30', 'soon'),
    value('review-by', '2027-03-01', '2026-01-01', '2026-07-01', '1/3/2027'),
    choice.once(4) ? list(choice, 'strongest', elementIds(choice), indent, beside) : undefined,
    choice.once(2) ? list(choice, 'attachments', attachments(choice), indent, beside) : undefined,
    value('team', 'North'),
    choice.once(4) ? { name: 'nested', lines: nested(choice, indent) } : undefined,
  ].filter((section) => section !== undefined);
  const order = choice.once(3) ? [...sections.slice(2), ...sections.slice(0, 2)] : sections;
  const whole = choice.once(25) ? inBraces(choice, order, beside) : undefined;
  const block = whole ?? [
    ...beside.above.map((line) => indent + line),
    ...order.flatMap((section) => [...between(choice, indent), ...section.lines]),
    ...between(choice, indent),
    ...beside.below.map((line) => indent + line),
  ];
  const faulty = choice.once(12) ? spoiled(choice, block) : block;
  const closing = choice.once(30) ? [] : [choice.pick(['---', '---', '---', '--- ', '---\t'])];
  return ended(choice, [
    choice.pick(['---', '---', '---', '---  ']),
    ...faulty,
    ...closing,
    ...bodyLines(choice),
  ]);
}

function elementIds(choice: Choices): readonly string[] {
  const id = (): string =>
    choice.pick([
      '1.1',
      '2.1',
      '1.2',
      '1.10',
      '9.9',
      '9.8',
      '7.7',
      '1.3',
      '1',
      '2',
      '2.2',
      '1.1 People are greeted',
      '2.l',
    ]);
  return Array.from({ length: choice.pick([1, 2, 3, 0, 4]) }, id);
}

const attachments = (choice: Choices): readonly string[] =>
  Array.from({ length: choice.pick([1, 2, 3]) }, () =>
    choice.pick([
      '../attachments/a.pdf',
      '../attachments/b c.pdf',
      'a.pdf',
      'new file.md',
      '../../outside.pdf',
      'pictures/d.png',
      'https://example.org/#a',
      '../b c.pdf',
    ]),
  );

const nested = (choice: Choices, indent: string): readonly string[] =>
  choice
    .pick([
      ['nested:', '  status: Draft', '  elements: [1.1]', ''],
      ['nested: { status: Draft, "a": [b, c] }'],
      ['nested: |', '  ---x', '  elements: [7.7]', '', '  status: Draft'],
      ['? nested', ': value'],
      ['nested:', '- status: Draft', '- |', '  text', ''],
      ['# elements: [7.7]', 'nested: "---"'],
    ])
    .map((line) => (line === '' ? line : indent + line));

const between = (choice: Choices, indent: string): readonly string[] =>
  choice.once(6)
    ? choice.pick([[`${indent}# remark`], [''], ['  '], [`${indent}#`, ''], ['# at the margin']])
    : [];

/** A list in brackets, with dashes, or a single text; nothing in all the ways of it. */
function list(
  choice: Choices,
  name: string,
  texts: readonly string[],
  indent: string,
  beside: Beside,
): Section {
  const [only] = texts;
  const head = indent + key(choice, name);
  const below = (written: Written): Section => ({ name, lines: [head + written[0], ...written.slice(1)] });
  if (only === undefined)
    return below(choice.once(2) ? choice.pick([[' []'], [' [ ] # none']]) : emptyScalar(choice));
  if (texts.length === 1 && choice.once(3)) return below(scalar(choice, only, indent, `${name}0`, beside));
  if (choice.once(12)) return below([` ${texts.join(choice.pick([', ', ' ', '; ']))}`]);
  if (choice.once(2)) return below(brackets(choice, name, texts, indent, beside));
  const dashes = indent + choice.pick(['  ', '', '    ']);
  const items = texts.flatMap((text, at): readonly string[] => {
    const written = scalar(choice, text, dashes, `${name}${at}`, beside);
    return [
      ...(choice.once(15) ? [`${dashes}# remark`] : []),
      `${dashes}-${written[0] === '' ? '' : written[0]}`,
      ...written.slice(1),
    ];
  });
  const last = choice.once(12) ? [`${dashes}-`] : [];
  return below([choice.pick(['', '', '', ' # remark', ' &all']), ...items, ...last]);
}

function brackets(
  choice: Choices,
  name: string,
  texts: readonly string[],
  indent: string,
  beside: Beside,
): Written {
  const written = texts.map((text, at) => flowScalar(choice, text, `${name}${at}`, beside));
  if (choice.once(2))
    return [
      ` ${choice.pick(['[', '[ ', '&all [', '!!seq ['])}${written.join(choice.pick([', ', ',  ', ' , ']))}${choice.pick([']', ' ]', ', ]', '] # remark', ']  '])}`,
    ];
  const comma = choice.once(2);
  return [
    ' [',
    ...written.map(
      (item, at) =>
        `${indent}    ${item}${comma || at < written.length - 1 ? ',' : ''}${choice.pick(['', '', ' # remark'])}`,
    ),
    `${indent}  ]${choice.pick(['', ' # remark'])}`,
  ];
}

function single(choice: Choices, name: string, text: string, indent: string, beside: Beside): Section {
  const written = choice.once(8) ? emptyScalar(choice) : scalar(choice, text, indent, name, beside);
  return { name, lines: [indent + key(choice, name) + written[0], ...written.slice(1)] };
}

/** All of the block as one `{ … }`; undefined where a value of it cannot stand there. */
function inBraces(
  choice: Choices,
  sections: readonly Section[],
  { above, below }: Beside,
): readonly string[] | undefined {
  const parts = sections.map(({ lines }) => lines.join(' '));
  if (
    above.length + below.length > 0 ||
    parts.some((part) => /[#|>\t"'&!?]|- |: *$|: .*: |: \[.*[^\]]$/.test(part))
  )
    return undefined;
  return choice.once(2) ? [`{ ${parts.join(', ')} }`] : ['{', ...parts.map((part) => `  ${part},`), '}'];
}

/** One line of the block is not as it should be. */
function spoiled(choice: Choices, block: readonly string[]): readonly string[] {
  const at = choice.upTo(Math.max(0, block.length - 1));
  const line = choice.pick([
    'a: b: c',
    '\tindented: x',
    '- stray',
    '"open',
    'word',
    'title: [1',
    'x: *nobody',
    '...',
  ]);
  return [...block.slice(0, at), line, ...block.slice(at)];
}

function bodyLines(choice: Choices): readonly string[] {
  const part = (): readonly string[] =>
    choice.pick([
      ['', 'Text.'],
      ['', '# Survey', ''],
      ['', '## 1.2 Opening hours', '', 'See ES 1 and ES 2, and A 1.'],
      ['---', 'elements: [7.7]', '---'],
      ['', '```yaml', '---', 'status: Draft', '---', '```'],
      ['', '| a | b |', '| --- | --- |', '| 1.1 | ES 1 |', ''],
      ['', '[a](../attachments/a.pdf) ![d](<pictures/d.png> "ES 2") [lost](a.pdf) [lost](new.md#x)'],
      ['', '- [ ] Staff say hello', '- [x] A log is kept'],
      ['', 'Heading', '---', '', '> quoted'],
      ['', '[link]: <../attachments/b%20c.pdf> (title)', '', 'And [link].'],
      ['  ', '\tcode', ''],
      ['', '```', 'never closed'],
      ['', '<div>', '', '## 2.1 Answers', '</div>'],
    ]);
  return Array.from({ length: choice.pick([1, 0, 2, 3]) }, part).flat();
}

function manifestText(choice: Choices): string {
  const beside: Beside = { above: [], below: [] };
  const value = (name: string, ...texts: readonly [string, ...string[]]): Section | undefined =>
    choice.once(2) ? undefined : single(choice, name, choice.pick(texts), '', beside);
  const sections = [
    value('title', 'Meadow', 'A: b'),
    { name: 'standard', lines: standardLines(choice, beside) },
    value(choice.pick(['assessment-date', 'asessment-date']), '2027-05-12', '12 May 2027', '12/5/2027'),
    value('review-notice', '30', 'many'),
    choice.once(3) ? list(choice, 'exclude', choice.some(patterns, 2), '', beside) : undefined,
    choice.once(2) ? decisions(choice, beside) : undefined,
    choice.once(3) ? ruleSettings(choice, beside) : undefined,
    choice.once(4) ? list(choice, 'mappings', ['standards/mapping.yaml'], '', beside) : undefined,
    choice.once(3) ? list(choice, 'custom-keys', ['team', 'nested'], '', beside) : undefined,
  ].filter((section) => section !== undefined);
  const whole = choice.once(25) ? inBraces(choice, sections, beside) : undefined;
  const lines = whole ?? [
    ...beside.above,
    ...sections.flatMap((section) => [...between(choice, ''), ...section.lines]),
    ...between(choice, ''),
    ...beside.below,
  ];
  return ended(choice, choice.once(15) ? spoiled(choice, lines) : lines);
}

/** Its names and relations are near misses, so that there is something to put right. */
function mappingText(choice: Choices): string {
  const [relation, id, from] = [
    choice.pick(['equal', 'equl']),
    choice.pick(['1.1', '1.l', '"1.2"']),
    choice.pick(['M', 'meadow', 'meadw']),
  ];
  const pair = choice.pick([
    `  - { from: ${id}, to: 1.2, relation: ${relation} } # ours`,
    `  - from: ${id}\n    to: [1.2, 2.1]\n    relation: ${relation}`,
  ]);
  return `# A mapping\nfrom: ${from}\nto: OWN\npairs:\n${pair}\n`.replaceAll(
    '\n',
    choice.pick(['\n', '\r\n']),
  );
}

const patterns = ['.\\old\\**', 'nothing/**', 'Evidence/pictures/**', 'evidence/{x,y}/**', '**/old/**'];

/** Meant as evidence, and written so that nobody reads it as such. */
const nearMisses: readonly [string, ...string[]] = [
  '---\nElements: [1.1]\n---\nText\n',
  '---\nelemnts:\n  - 1.1\ntitle: |\n  A\n---\n',
  '\n---\nelements: [1.1]\n---\nText\n',
  '----\nelements: [1.1]\n----\n',
  'title: A\nelements: [1.1]\n---\n\n# A\n',
  '+++\nelements = ["1.1"]\n+++\nText\n',
  '---\ntitle:A\nelements:[1.1]\n---\n',
];

function standardLines(choice: Choices, beside: Beside): readonly string[] {
  if (choice.once(20)) return ['standard: { file: meadow, profile: core }'];
  if (choice.once(20))
    return ['standards:', '  M: meadow', '  OWN: standards/own.yaml # the same, by its file'];
  const name = choice.pick(['meadow', 'meadow', 'standards/own.yaml', './standards/own.yaml', 'meadw']);
  const written = scalar(choice, name, '', 'standard', beside);
  return [key(choice, 'standard') + written[0], ...written.slice(1)];
}

function decisions(choice: Choices, beside: Beside): Section {
  const ids = choice.some(['1.1', '1.2', '1.10', '2.1', '2.2', '1.3', '9.9'], 2);
  const head = choice.pick(['assessment:', 'assessment:', 'assessment: # ours', 'assessment: &all']);
  if (ids.length === 0)
    return { name: 'assessment', lines: [`assessment:${choice.pick([' {}', '', ' ~', ' # none'])}`] };
  const indent = choice.pick(['  ', '    ']);
  if (choice.once(6)) {
    const inside = ids.map((id, at) => `"${id}": ${braces(choice, at, beside)}`);
    return { name: 'assessment', lines: [`assessment: { ${inside.join(', ')} }`] };
  }
  const lines = ids.flatMap((id, at): readonly string[] => {
    const name = indent + choice.pick([id, `"${id}"`, `'${id}'`]);
    if (choice.once(3)) return [`${name}: ${braces(choice, at, beside)}${choice.pick(['', ' # remark'])}`];
    if (choice.once(12)) return [`${name}:${choice.pick(['', ' {}', ' ~', ' # soon'])}`];
    const details = decisionDetails(choice);
    return [
      `${name}:${choice.pick(['', '', ' # remark', ` &d${at}`])}`,
      ...details.flatMap(([detail, text]) => {
        const written = scalar(choice, text, `${indent}  `, `${detail}${at}`, beside);
        return [
          ...(choice.once(15) ? [`${indent}  # remark`] : []),
          `${indent}  ${detail}:${written[0]}`,
          ...written.slice(1),
        ];
      }),
    ];
  });
  return { name: 'assessment', lines: [head, ...lines] };
}

const braces = (choice: Choices, at: number, beside: Beside): string =>
  `{ ${decisionDetails(choice)
    .map(([name, text]) => `${name}: ${flowScalar(choice, text, `${name}${at}`, beside)}`)
    .join(', ')} }`;

function decisionDetails(choice: Choices): readonly (readonly [string, string])[] {
  const found: readonly (readonly [string, string])[] = [
    ['applicable', choice.pick(['false', 'true', 'no'])],
    ['reason', choice.pick(['No premises', 'We: none'])],
    ['self', choice.pick(['good', 'fair', 'poor', 'god'])],
    ['assessor', choice.pick(['good', 'poor', 'por'])],
    ['comment', choice.pick(['Strong work', 'Good: but'])],
    ['assessed', choice.pick(['2026-01-01', '1 May 2026'])],
    ['look-again', choice.pick(['2026-06-01', 'soon'])],
  ];
  const some = choice.some(found, 2);
  return some.length === 0 ? found.slice(2, 3) : some;
}

function ruleSettings(choice: Choices, beside: Beside): Section {
  const rule = (): string => {
    const severity = choice.pick(['off', 'eror', 'warning', 'never']);
    const written = scalar(choice, severity, '  ', `rule${severity}`, beside);
    const name = choice.pick(['review-due-soon', 'review-due-son', 'element-uncovered']);
    return [`  ${name}:${written[0]}`, ...written.slice(1)].join('\n');
  };
  return { name: 'rules', lines: ['rules:', ...rule().split('\n')] };
}

function planText(choice: Choices): string {
  const prefix = choice.pick(['', '', '', '  ', '> ']);
  const frame = (cells: readonly string[]): string =>
    prefix +
    choice.pick([
      `| ${cells.join(' | ')} |`,
      `|${cells.join('|')}|`,
      cells.join(' | '),
      `| ${cells.join(' | ')}`,
    ]);
  const cell = (): string =>
    choice.pick(['', 'a\\|b', 'Head of Meadows', '`x`', 'a<br>b', '[a](evidence/a.md)']);
  const id = (): string => choice.pick(['1.1', '2.1', '7.7', '9.9', '1 Welcome', '**1.2**', 'Remark', '2.2']);
  const due = (): string => choice.pick(['2026-01-01', 'March 2027', 'soon', '', 'ongoing']);
  const state = (): string => choice.pick(['not started', 'complete', '50%', '', 'in progress']);
  const words = (): string => choice.pick(['People are greeted', 'Questions are ansered', 'Other', '']);
  const rows = Array.from({ length: choice.pick([2, 1, 3, 0, 5]) }, () => {
    const cells = [id(), words(), cell(), due(), state(), cell()];
    return frame(choice.once(8) ? cells.slice(0, 2) : cells);
  });
  const top = choice.pick([
    ['# Plan', ''],
    ['---', 'type: action-plan', 'title: |', '  Plan', '---', ''],
    ['---', 'type: action-plan', '---'],
    [],
  ]);
  const end = choice.pick([[], ['', 'Text with ES 1, [a](evidence/a.md).'], ['', '---', '', '```', '| x |']]);
  return ended(choice, [
    ...top,
    frame([
      'Ref',
      choice.pick(['Action', 'Criteria / Action']),
      'Responsibility',
      'Target',
      'Progress',
      'Comments',
    ]),
    frame(['---', ':--', '--:', ':-:', '---', '-----']),
    ...rows,
    ...end,
  ]);
}

/** Lines as a file: with a byte order mark or not, line ends of each kind, the last one there or not. */
function ended(choice: Choices, lines: readonly string[]): string {
  const ends = choice.pick([['\n'], ['\n'], ['\r\n'], ['\r\n'], ['\r'], ['\n', '\r\n']] as [
    string[],
    ...string[][],
  ]);
  const mark = choice.once(10) ? '\uFEFF' : '';
  const last = choice.pick([true, true, false]);
  return (
    mark +
    lines
      .map(
        (line, at) =>
          line + (at < lines.length - 1 || last ? (ends[choice.upTo(ends.length - 1)] ?? '\n') : ''),
      )
      .join('')
  );
}
