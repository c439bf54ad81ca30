/** What a change means, from the texts of two sides. */
import { deepEqual, equal } from 'node:assert/strict';
import type { PortfolioChanges } from '../../../../server/core/history/changes';
import { changesBetween } from '../../../../server/core/history/changes';
import type { Fact } from '../../../../server/core/index/portfolioIndex';
import { PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import { renamesAmong } from '../../../../server/core/history/renames';
import type {
  EvidenceSnapshot,
  FileFindings,
  PortfolioSnapshot,
} from '../../../../server/core/history/snapshot';
import { snapshotOf } from '../../../../server/core/history/snapshot';
import { snapshotsOf } from '../../../../server/core/history/snapshots';
import { storyOf } from '../../../../server/core/history/story/story';
import { evidenceSections } from '../../../../server/core/history/story/storyOfEvidence';
import { fileName } from '../../../../server/core/text/uri';
import { matcher } from '../../../../server/host/files/matcher';
import { indexOf } from '../../support/portfolioFiles';
import { settledRules } from '../../support/settledRules';
import { small } from '../../support/standards';

const root = 'file:///p';

type Files = Readonly<Record<string, string>>;

function snapshot(files: Files, today = '2026-11-21'): readonly PortfolioSnapshot[] {
  const index = new PortfolioIndex({
    standards: new Map([[small.id, small]]),
    matcher,
    today,
    rules: settledRules,
  });
  index.apply([
    { kind: 'folders', folders: [root] },
    ...Object.entries({ 'portfolio.yaml': 'title: P\n', ...files }).map(([path, text]): Fact => ({
      kind: 'text',
      uri: `${root}/${path}`,
      text,
    })),
  ]);
  return index.portfolios().map((portfolio) => {
    const findings = new Map<string, FileFindings>(
      index
        .filesWithFindings()
        .map((uri) => [uri, { text: index.textOf(uri) ?? '', findings: index.findings(uri) }]),
    );
    return snapshotOf(portfolio, findings);
  });
}

function changes(before: Files, after: Files, days: readonly [string?, string?] = []): PortfolioChanges {
  return changesBetween(snapshot(before, days[0]), snapshot(after, days[1]))[0]!;
}

const on = (ids: string, more = ''): string =>
  `---\ntitle: T ${ids}\nelements: [${ids.replace(/[\d.]+/g, "'$&'")}]\n${more}---\nText.\n`;

/** Elements as `id kind before>after`, with `by time`, and the files because of which. */
const told = ({ elements }: PortfolioChanges): readonly string[] =>
  elements.map(({ element, kind, before, after, isByTime, because }) =>
    [
      `${element.id} ${kind} ${before}>${after}`,
      ...(isByTime ? ['by time'] : []),
      ...because.map(({ uri }) => fileName(uri)),
    ].join(' '),
  );

const id = small.elements[0]!.id;
const other = small.elements[1]!.id;

describe('what happened to an element', () => {
  const draft = 'status: draft\n';
  const old = 'review-by: 2026-01-01\n';
  const soon = 'review-by: 2026-12-31\n';
  const rows: readonly (readonly [string, Files, Files, readonly string[], (readonly [string, string])?])[] =
    [
      ['nothing', { 'a.md': on(id) }, { 'a.md': on(id) }, []],
      ['evidence where there was none', {}, { 'a.md': on(id) }, [`${id} gained missing>evidenced a.md`]],
      [
        'evidence where there was a draft',
        { 'a.md': on(id, draft) },
        { 'a.md': on(id) },
        [`${id} gained draft>evidenced a.md`],
      ],
      [
        'evidence where a word stood that is no status',
        { 'a.md': on(id, 'status: aproved\n') },
        { 'a.md': on(id) },
        [`${id} gained draft>evidenced a.md`],
      ],
      [
        'evidence where a word of no status was mended',
        { 'a.md': on(id, 'status: aproved\n') },
        { 'a.md': on(id, 'status: approved\n') },
        [`${id} gained draft>evidenced a.md`],
      ],
      [
        'another word that is no status',
        { 'a.md': on(id, 'status: aproved\n') },
        { 'a.md': on(id, 'status: aprooved\n') },
        [],
      ],
      [
        'a word that is no status',
        { 'a.md': on(id) },
        { 'a.md': on(id, 'status: aproved\n') },
        [`${id} draft evidenced>draft a.md`],
      ],
      ['a draft where there was none', {}, { 'a.md': on(id, draft) }, [`${id} moved missing>draft a.md`]],
      ['no evidence any longer', { 'a.md': on(id) }, {}, [`${id} lost evidenced>missing a.md`]],
      ['no draft any longer', { 'a.md': on(id, draft) }, {}, [`${id} lost draft>missing a.md`]],
      ['a draft again', { 'a.md': on(id) }, { 'a.md': on(id, draft) }, [`${id} draft evidenced>draft a.md`]],
      ['overdue', { 'a.md': on(id) }, { 'a.md': on(id, old) }, [`${id} overdue evidenced>overdue a.md`]],
      [
        'one of two left',
        { 'a.md': on(id), 'b.md': on(id) },
        { 'b.md': on(id) },
        [`${id} weakened evidenced>evidenced a.md`],
      ],
      [
        'one of three gone',
        { 'a.md': on(id), 'b.md': on(id), 'c.md': on(id) },
        { 'b.md': on(id), 'c.md': on(id) },
        [],
      ],
      [
        'speaking for another',
        { 'a.md': on(id) },
        { 'a.md': on(other) },
        [`${id} lost evidenced>missing a.md`, `${other} gained missing>evidenced a.md`],
      ],
      [
        'declared not applicable',
        { 'a.md': on(id) },
        { 'a.md': on(id), 'portfolio.yaml': `assessment: { '${id}': { applicable: false, reason: R } }\n` },
        [`${id} moved evidenced>not-applicable`],
      ],
      [
        'days alone',
        { 'a.md': on(id, soon) },
        { 'a.md': on(id, soon) },
        [`${id} overdue evidenced>overdue by time`],
        ['2026-11-21', '2027-02-01'],
      ],
      [
        'days, and a file that went',
        { 'a.md': on(id, soon), 'b.md': on(id) },
        { 'a.md': on(id, soon) },
        [`${id} overdue evidenced>overdue b.md`],
        ['2026-11-21', '2027-02-01'],
      ],
      [
        'days, and evidence where there was none',
        {},
        { 'a.md': on(id) },
        [`${id} gained missing>evidenced a.md`],
        ['2026-11-21', '2027-02-01'],
      ],
      [
        'days alone, beside what is withdrawn, and what is a draft',
        {
          'a.md': on(id, soon),
          'b.md': on(id, 'status: withdrawn\n'),
          'c.md': on(id, draft),
          'd.md': on(other, draft),
        },
        {
          'a.md': on(id, soon),
          'b.md': on(id, 'status: withdrawn\n'),
          'c.md': on(id, draft),
          'd.md': on(other, draft),
        },
        [`${id} overdue evidenced>overdue by time`],
        ['2026-11-21', '2027-02-01'],
      ],
      [
        'overdue where there was a draft',
        { 'a.md': on(id, draft) },
        { 'a.md': on(id, old) },
        [`${id} moved draft>overdue a.md`],
      ],
      [
        'a draft where it was overdue',
        { 'a.md': on(id, old) },
        { 'a.md': on(id, draft) },
        [`${id} draft overdue>draft a.md`],
      ],
      ['renamed', { 'a.md': on(id) }, { 'b.md': on(id) }, []],
      [
        'withdrawn',
        { 'a.md': on(id) },
        { 'a.md': on(id, 'status: withdrawn\n') },
        [`${id} lost evidenced>missing a.md`],
      ],
    ];
  for (const [what, before, after, expected, days] of rows)
    it(`is ${what}`, () => deepEqual(told(changes(before, after, days)), expected));
});

describe('what a file says of itself', () => {
  const review = 'review-by: 2026-12-31\n';
  for (const [before, after, was, is] of [
    ['status: approved\n', 'status: aproved\n', 'approved', 'counts as draft'],
    ['status: withdrawn\n', 'status: withdrwn\n', 'withdrawn', 'counts as draft'],
    ['status: withdrwn\n', 'status: withdrawn\n', 'counts as draft', 'withdrawn'],
    ['', 'status: aproved\n', 'no status', 'counts as draft'],
    ['', `status: aproved\n${review}`, 'no status, no review date', 'counts as draft, review by 2026-12-31'],
    ['status: draft\n', '', 'draft', 'no status'],
    [review, '', 'review by 2026-12-31', 'no review date'],
  ] as const)
    it(`was ${was}, and ${is}`, () => {
      const story = changes({ 'a.md': on(id, before) }, { 'a.md': on(id, after) });
      const context = { folder: root, addressOf: () => undefined, fails: () => false };
      const table = evidenceSections(story, context).find(({ title }) => title === 'Status and review dates');
      deepEqual(
        table?.rows.map((cells) => cells.map(({ text }) => text)),
        [['a.md', was, is]],
      );
    });
});

describe('what happened to findings', () => {
  const counts = (before: Files, after: Files): readonly number[] => {
    const { fresh, fixed, unchanged } = changes(before, after).findings;
    return [fresh, fixed, unchanged].map(
      (list) =>
        list.filter((entry) => ('finding' in entry ? entry.finding : entry).rule !== 'element-uncovered')
          .length,
    );
  };
  const wrong = `---\ntitle: T\nelements: ['8.9', '8.8']\n---\nText.\n`;
  const rows: readonly (readonly [string, Files, Files, readonly [number, number, number]])[] = [
    [
      'stay when lines move',
      { 'a.md': wrong },
      { 'a.md': wrong.replace('title', '# a line\ntitle') },
      [0, 0, 2],
    ],
    [
      'stay when their order changes',
      { 'a.md': wrong },
      { 'a.md': wrong.replace("'8.9', '8.8'", "'8.8', '8.9'") },
      [0, 0, 2],
    ],
    ['follow a file that is renamed', { 'a.md': wrong }, { 'b/c.md': wrong }, [0, 0, 2]],
    ['are new where a file is', {}, { 'a.md': wrong }, [2, 0, 0]],
    ['are gone where a file is', { 'a.md': wrong }, {}, [0, 2, 0]],
    [
      'are other ones where the text is another',
      { 'a.md': wrong },
      { 'a.md': wrong.replace('8.8', '8.7') },
      [1, 1, 1],
    ],
    [
      'are counted where they repeat',
      { 'a.md': on(`${id}, ${id}`) },
      { 'a.md': on(`${id}, ${id}, ${id}`).replace(/title: .*/, `title: T ${id}, ${id}`) },
      [1, 0, 1],
    ],
    [
      'are gone where they are mended, and stay elsewhere',
      { 'a.md': on(id, 'review-by: 2026-01-01\n') },
      { 'a.md': on(id, 'review-by: 2026-01-01\n'), 'b.md': on(id) },
      [0, 1, 1],
    ],
  ];
  for (const [what, before, after, expected] of rows)
    it(what, () => deepEqual(counts(before, after), expected));

  it('about an element without evidence go by the element, wherever they are shown', () => {
    const one = changes(
      {},
      { 'portfolio.yaml': `# other\ntitle: Q\nassessment: { '${id}': { self: x } }\n` },
    );
    equal(one.findings.fresh.filter(({ finding }) => finding.rule === 'element-uncovered').length, 0);
    const two = changes({ 'a.md': on(id) }, { 'a.md': on(other) });
    const uncovered = ({ finding }: { readonly finding: { readonly rule: string } }): boolean =>
      finding.rule === 'element-uncovered';
    equal(two.findings.fresh.filter(uncovered).length, 1);
    equal(two.findings.fixed.filter(uncovered).length, 1);
  });
});

describe('a portfolio that comes or goes', () => {
  it('gains or loses all that it has', () => {
    const [side] = [snapshot({ 'a.md': on(id) })];
    const [come] = changesBetween([], side);
    equal(come!.presence, 'new');
    deepEqual(told(come!), [`${id} gained missing>evidenced a.md`]);
    const [gone] = changesBetween(side, []);
    equal(gone!.presence, 'gone');
    deepEqual(told(gone!), [`${id} lost evidenced>missing a.md`]);
    deepEqual(changesBetween([], []), []);
  });
});

describe('a portfolio in another folder, or whose standards have other names', () => {
  const theirs = 'title: Theirs\nlevels: [Element]\nchildren: [{ id: T1, text: Guests are met }]\n';
  const evidence = (elements: string, title = 'T', body = 'Text.'): string =>
    `---\ntitle: ${title}\nelements: [${elements}]\n---\n\n${body}\n`;
  const sides = (files: Files): readonly PortfolioSnapshot[] => snapshotsOf(indexOf({ 'theirs.yaml': theirs, ...files }));
  const manifest = (standards: string): string => `title: P\n${standards}\n`;
  const paper = { 'a.md': evidence(`"${id}"`) };
  const in_ = (folder: string, files: Files): Files =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
  const begun = { 'portfolio.yaml': manifest('standard: small') };

  for (const [what, before, after, says] of [
    ['gets a name', { 'portfolio.yaml': manifest('standard: small'), ...paper }, { 'portfolio.yaml': manifest('standards: { S: small }'), ...paper }, 'Coverage stays as it is.'],
    ['loses its name', { 'portfolio.yaml': manifest('standards: { S: small }'), ...paper }, { 'portfolio.yaml': manifest('standard: small'), ...paper }, 'Coverage stays as it is.'],
    ['gets another name', { 'portfolio.yaml': manifest('standards: { S: small, T: theirs.yaml }'), ...paper, 'b.md': evidence('T1') }, { 'portfolio.yaml': manifest('standards: { X: small, T: theirs.yaml }'), ...paper, 'b.md': evidence('T1') }, 'Coverage stays as it is.'],
    ['gets another name, and its file another place', { 'portfolio.yaml': manifest('standards: { T: theirs.yaml }'), 'a.md': evidence('T1') }, { 'portfolio.yaml': manifest('standards: { X: s/theirs.yaml }'), 's/theirs.yaml': theirs, 'a.md': evidence('T1') }, 'Coverage stays as it is. The standard is “Theirs” now; it was “Theirs”.'],
    ['gets a name, and another one beside it', { 'portfolio.yaml': manifest('standard: small'), ...paper }, { 'portfolio.yaml': manifest('standards: { S: small, T: theirs.yaml }'), ...paper }, 'Coverage stays as it is. The portfolio is now kept against T: “Theirs”, 1 element, too.'],
    ['is alone, and has no name any longer', { 'portfolio.yaml': manifest('standards: { S: small, T: theirs.yaml }'), ...paper }, { 'portfolio.yaml': manifest('standard: small'), ...paper }, 'Coverage stays as it is. The portfolio is no longer kept against T: “Theirs”, 1 element.'],
    ['has another folder', in_('p', { ...begun, ...paper }), in_('q/r', { ...begun, ...paper }), 'Coverage stays as it is. This portfolio has moved: it was in p and is in q/r.'],
    ['has none, and then one', { ...begun, ...paper }, in_('p', { ...begun, ...paper }), 'Coverage stays as it is. This portfolio has moved: it was here and is in p.'],
    ['has another folder, and no evidence yet', in_('p', begun), in_('q', begun), 'Coverage stays as it is. This portfolio has moved: it was in p and is in q.'],
    ['has another folder, and other words in its evidence', in_('p', { ...begun, ...paper }), in_('q', { ...begun, 'a.md': evidence(`"${id}"`, 'T', 'Other.') }), 'Coverage stays as it is. This portfolio has moved: it was in p and is in q. 1 piece of evidence has other words only.'],
    ['has another folder, and evidence outside of it', { ...in_('p', { 'portfolio.yaml': `${manifest('standard: small')}include: ['**/*.md', '../shared/*.md']\n`, ...paper }), 'shared/b.md': evidence('"2.1"', 'B', 'B.') }, { ...in_('q', { 'portfolio.yaml': `${manifest('standard: small')}include: ['**/*.md', '../shared/*.md']\n`, ...paper }), 'shared/b.md': evidence('"2.1"', 'B', 'B.') }, 'Coverage stays as it is. This portfolio has moved: it was in p and is in q.'],
    ['has another folder, and an action', in_('p', { ...begun, ...paper, 'action-plan.md': '| Ref | Action | Due |\n| --- | --- | --- |\n| 1.1 | Ask | |\n' }), in_('q', { ...begun, ...paper, 'action-plan.md': '| Ref | Action | Due |\n| --- | --- | --- |\n| 1.1 | Ask | |\n' }), 'Coverage stays as it is. This portfolio has moved: it was in p and is in q.'],
  ] as const satisfies readonly (readonly [string, Files, Files, string])[])
    it(what, () => {
      const [change, ...others] = changesBetween(sides(before), sides(after));
      const { verdict, remarks } = storyOf(change!, { folder: 'file:///anytown', addressOf: () => undefined, fails: () => false });
      equal([`${verdict.split('. ')[0]!}.`, ...remarks].join(' '), says);
      deepEqual(others, []);
      const { added, removed, changed } = change!.actions;
      deepEqual([told(change!), added, removed, changed, change!.ratings], [[], [], [], [], []]);
      deepEqual(change!.findings.fresh.filter(({ finding }) => finding.rule !== 'element-uncovered'), []);
    });

  it('is another one where its evidence is, or where its title is and it has none', () => {
    const presences = (before: Files, after: Files): readonly string[] =>
      changesBetween(sides(before), sides(after)).map(({ presence }) => presence);
    const large = { ...begun, ...paper, 'b.md': evidence('"1.2"', 'B', 'B.'), 'c.md': evidence('"2.1"', 'C', 'C.') };
    deepEqual(presences(in_('p', begun), in_('q', { 'portfolio.yaml': 'title: Q\nstandard: small\n' })), ['gone', 'new']);
    deepEqual(presences(in_('p', { ...begun, ...paper }), in_('q', large)), ['gone', 'new']);
    deepEqual(presences(in_('p', large), { ...in_('q', large), ...in_('r', large) }), ['both', 'new']);
    deepEqual(presences({ ...in_('p', large), ...in_('q', large) }, in_('r', large)), ['gone', 'both']);
  });
}); // prettier-ignore

describe('renames', () => {
  const file = (name: string, text: string, ref?: string, title = name): EvidenceSnapshot => ({
    uri: `${root}/${name}`,
    title,
    file: { text },
    ref,
    status: undefined,
    standing: 'current',
    reviewBy: undefined,
    elements: [],
  });
  const words = 'one two three four\nfive six seven eight\nnine ten eleven twelve\n';
  const rows: readonly (readonly [
    string,
    readonly EvidenceSnapshot[],
    readonly EvidenceSnapshot[],
    readonly string[],
  ])[] = [
    ['the same text', [file('a', words)], [file('b', words)], ['a>b']],
    ['nearly the same text', [file('a', words)], [file('b', words.replace('six', 'sixty'))], ['a>b']],
    [
      'half of the text',
      [file('a', words)],
      [file('b', `${words.slice(0, 20)} and a number of quite other things`)],
      [],
    ],
    ['the same ref and title', [file('a', 'x', 'ES 1', 'T')], [file('b', 'y', 'ES 1', 'T')], ['a>b']],
    ['the same ref only', [file('a', 'x', 'ES 1')], [file('b', 'y', 'ES 1')], []],
    ['two of one text', [file('a', words), file('b', words)], [file('c', words)], ['a>c']],
    [
      'the more similar of two',
      [file('a', words)],
      [
        file('b', words.replace('six', 'sixty').replace('two', '2')),
        file('c', words.replace('six', 'sixty')),
      ],
      ['a>c'],
    ],
  ];
  for (const [what, gone, come, expected] of rows)
    it(`are seen by ${what}`, () =>
      deepEqual(
        Array.from(renamesAmong(gone, come), ([from, to]) => `${fileName(from)}>${fileName(to)}`),
        expected,
      ));

  it('cost no more than the files hold', () => {
    const many = (prefix: string): readonly EvidenceSnapshot[] =>
      Array.from({ length: 5000 }, (_, at) =>
        file(`${prefix}${at}`, `same line here\nown line ${at}\n${words}`),
      );
    equal(renamesAmong(many('a'), many('b')).size, 5000);
    const others = many('c').map((one) => ({
      ...one,
      file: { text: one.file.text.replace('own', 'another') },
    }));
    renamesAmong(many('a'), others);
  }).timeout(10_000);
});
