/** What an assessor gets of a portfolio, and what not and why. */
import { deepEqual, equal } from 'node:assert/strict';
import { contentsOf } from '../../../../server/core/pack/contents';
import type { PackContents, PackedLead } from '../../../../server/core/pack/model';
import { selectionOf } from '../../../../server/core/pack/selection';
import type { Look } from '../../../../server/core/pack/sources';
import type { Files } from '../../support/portfolioFiles';
import { at, attachment, indexOf } from '../../support/portfolioFiles';

function packed(
  files: Files,
  options: Partial<PackContents['options']> = {},
  left: Readonly<Record<string, string>> = {},
): PackContents {
  const portfolio = indexOf({ 'portfolio.yaml': 'title: Anytown\n', ...files }).portfolioAt(
    at('portfolio.yaml'),
  )!;
  const all = { hasDrafts: false, isPublic: false, ...options };
  const selection = selectionOf(portfolio, all);
  const look = (uri: string): Look => {
    const why = Object.entries(left).find(([path]) => at(path) === uri)?.[1];
    return portfolio.exists(uri) === true && why === undefined
      ? { kind: 'file', bytes: 10 }
      : { kind: 'left out', why: why ?? 'there is no such file' };
  };
  return contentsOf(portfolio, selection, look, all);
}

const evidence = (keys: string, body = 'Text.'): string => `---\n${keys}\n---\n\n${body}\n`;

const leadText = (lead: PackedLead): string => {
  switch (lead.kind) {
    case 'web':
      return lead.address;
    case 'place':
      return `#${lead.fragment}`;
    case 'evidence':
      return `${lead.evidence.path}${lead.fragment === '' ? '' : `#${lead.fragment}`}`;
    case 'copy':
      return lead.copy.path + lead.tail;
    case 'text':
      return `not: ${lead.why}`;
  }
};

describe('the evidence of a pack', () => {
  const files = {
    'b.md': evidence('title: B\nelements: [3.2.4]\nref: ES 10'),
    'a.md': evidence('title: A\nelements: [3.2.4]\nref: ES 9\nstatus: approved'),
    'z.md': evidence('title: Z\nelements: [3.2.4, 1.1.1]\nstrongest: [3.2.4]'),
    'old.md': evidence('title: Old\nelements: [3.2.4]\nreview-by: 2025-01-01'),
    'draft.md': evidence('title: Draft\nelements: [3.2.4]\nstatus: draft'),
    'review.md': evidence('title: Review\nelements: [3.2.4]\nstatus: in-review'),
    'odd.md': evidence('title: Odd\nelements: [3.2.4]\nstatus: nobody knows'),
    'gone.md': evidence('title: Gone\nelements: [3.2.4]\nstatus: withdrawn'),
    'said.md': evidence(
      'title: Said\nelements: [3.2.4]\nkind: testimony\nwhen: 10:00\nwhere: The hall\nowner: Clerk',
    ),
    'seen.md': evidence('title: Seen\nelements: [3.2.4]\nkind: observation'),
    'stray.md': evidence('title: Stray\nelements: [9.9.9]'),
    'portfolio.yaml': 'title: Anytown\nassessment-date: 2027-05-12\n',
  };
  const titles = (list: readonly { readonly title: string }[]): string =>
    list.map(({ title }) => title).join(' ');

  it('is what counts, what is overdue, and no draft; by number and title', () =>
    equal(titles(packed(files).evidence), 'A B Old Said Seen Stray Z'));

  it('has drafts where they are asked for, and never what is withdrawn', () =>
    equal(titles(packed(files, { hasDrafts: true }).evidence), 'A B Draft Odd Old Review Said Seen Stray Z'));

  it('is shown and told by element, the strongest first', () => {
    const element = packed(files).standards[0]?.elements.get('3.2.4');
    equal(titles(element?.shown ?? []), 'Z A B Old');
    equal(titles(element?.told ?? []), 'Said Seen');
    equal(titles([...(element?.strongest ?? [])]), 'Z');
  });

  it('is named for itself where no element has it', () => equal(titles(packed(files).strays), 'Stray'));

  it('is visited in the order of the day', () => {
    const { visits } = packed(files);
    equal(titles(visits), 'Said Seen');
    const [first] = visits;
    deepEqual([first?.moment, first?.where], [{ day: '2027-05-12', from: '10:00' }, 'The hall']);
  });

  it('says nothing of people and visits where it is for everybody', () => {
    const { visits, evidence: all } = packed(files, { isPublic: true });
    deepEqual(visits, []);
    deepEqual(
      all.flatMap(({ owner, where, when }) => [owner, where, when]).filter((text) => text !== undefined),
      [],
    );
  });
});

describe('the files of a pack', () => {
  const leadsOf = (
    attachments: string,
    files: Files = {},
    left: Readonly<Record<string, string>> = {},
  ): readonly string[] => {
    const contents = packed(
      { 'evidence/a.md': evidence(`elements: [3.2.4]\nattachments: ${attachments}`), ...files },
      {},
      left,
    );
    const [first] = contents.evidence.filter(({ file }) => file.uri === at('evidence/a.md'));
    return contents.attachmentsOf(first!).map(({ words, lead }) => `${words} > ${leadText(lead)}`);
  };

  it('are attachments, each once, and where to look in them', () =>
    deepEqual(
      leadsOf('[../a.pdf, "../a.pdf#page=4", "../a.pdf#nameddest=Results \\" x"]', { 'a.pdf': attachment }),
      [
        'a.pdf > attachments/a.pdf',
        'a.pdf (page 4) > attachments/a.pdf#page=4',
        'a.pdf (“Results " x”) > attachments/a.pdf#nameddest=Results%20%22%20x',
      ],
    ));

  it('have names of their own where two are called the same', () =>
    deepEqual(
      leadsOf('[x/a.pdf, y/A.pdf]', { 'evidence/x/a.pdf': attachment, 'evidence/y/A.pdf': attachment }),
      ['a.pdf > attachments/a.pdf', 'A.pdf > attachments/A-2.pdf'],
    ));

  it('are text where a browser would run them', () =>
    deepEqual(leadsOf('[a.html, b.xhtml, c.js]', { 'evidence/a.html': attachment, 'evidence/b.xhtml': attachment, 'evidence/c.js': attachment }), [
      'a.html > attachments/a.html.txt',
      'b.xhtml > attachments/b.xhtml.txt',
      'c.js > attachments/c.js.txt',
    ])); // prettier-ignore

  it('are not there for a reason', () =>
    deepEqual(
      leadsOf(
        '[gone.pdf, big.mp4, "C:\\\\x.pdf", https://example.org/a, "javascript:alert(1)", ../portfolio.yaml, ../plan.md, b.md, c.md]',
        {
          'evidence/big.mp4': attachment,
          'plan.md': '---\ntype: action-plan\n---\n\n| Ref | Action |\n| --- | --- |\n| 3.2.4 | Do |\n',
          'evidence/b.md': evidence('title: B\nelements: [1.1.1]'),
          'evidence/c.md': evidence('title: C\nelements: [1.1.1]\nstatus: withdrawn'),
        },
        { 'evidence/big.mp4': 'it is larger than 100 MB' },
      ),
      [
        'gone.pdf > not: there is no such file',
        'big.mp4 > not: it is larger than 100 MB',
        'C:\\x.pdf > not: only the writer’s own computer or network can open it',
        'https://example.org/a > https://example.org/a',
        'javascript:alert(1) > not: its address is none of the web',
        'portfolio.yaml > not: it belongs to the portfolio’s own work',
        'plan.md > not: it belongs to the portfolio’s own work',
        'b.md > evidence/b.html',
        'c.md > not: it is a piece of evidence that is not handed over',
      ],
    ));

  it('are none where the pack is for everybody', () => {
    const contents = packed(
      {
        'a.md': evidence('elements: [3.2.4]\nattachments: [a.pdf]', '![x](a.png)'),
        'a.pdf': attachment,
        'a.png': attachment,
      },
      { isPublic: true },
    );
    const [first] = contents.evidence;
    deepEqual(contents.attachmentsOf(first!), []);
    equal(leadText(contents.leadOf(first!, 'a.png')), 'not: a pack for everybody has no attachments');
    deepEqual(contents.copies.all(), []);
  });

  it('are what links of the text lead to as well', () => {
    const body =
      '[a](b.md#part) [b](../x.csv) ![c](pic.png) [d](#here) [e](http://a.example) [f](nowhere.pdf) <a href="c.md">g</a>';
    const contents = packed({
      'evidence/a.md': evidence('title: A\nelements: [3.2.4]', body),
      'evidence/b.md': evidence('title: B\nelements: [3.2.4]'),
      'evidence/c.md': evidence('title: C\nelements: [3.2.4]\nstatus: draft'),
      'x.csv': attachment,
      'evidence/pic.png': attachment,
    });
    const [first] = contents.evidence;
    deepEqual(
      first?.file.body().links.map(({ destination }) => leadText(contents.leadOf(first, destination))),
      [
        'evidence/b.html#part',
        'attachments/x.csv',
        'attachments/pic.png',
        '#here',
        'http://a.example',
        'not: there is no such file',
        'not: it is a piece of evidence that is not handed over',
      ],
    );
  });
});

describe('a link of the text', () => {
  const files = {
    'a.md': evidence('title: A\nelements: [3.2.4]'),
    'b.md': evidence('title: B\nelements: [3.2.4]'),
    'plans/c.pdf': attachment,
    'd\\e.pdf': attachment,
    'f/g.pdf': attachment,
  };
  for (const [destination, leads] of [
    ['b.md', 'evidence/b.html'],
    ['b.md?raw=1#part', 'evidence/b.html#part'],
    ['plans/c.pdf#page=2', 'attachments/c.pdf#page=2'],
    ['/plans/c.pdf', 'attachments/c.pdf'],
    ['d\\e.pdf', 'attachments/d-e.pdf'],
    // Between folders, only front matter has it.
    ['f\\g.pdf', 'not: there is no such file'],
    ['//example.org/x', 'https://example.org/x'],
    ['tel:0123', 'tel:0123'],
    ['{{ site.url }}/x', 'not: a program was to fill it in'],
    [`https://example.org/${'x'.repeat(2100)}`, 'not: its address is too long'],
    ['file:///home/x.pdf', 'not: only the writer’s own computer or network can open it'],
    ['\\\\server\\share\\x.pdf', 'not: only the writer’s own computer or network can open it'],
    ['command:open', 'not: its address is none of the web'],
    ['', 'not: it is no address'],
    ['a\u0000b.pdf', 'not: there is no such file'],
  ] as const)
    it(`to ${destination.slice(0, 40)}: ${leads.slice(0, 40)}`, () => {
      const contents = packed(files);
      equal(leadText(contents.leadOf(contents.evidence[0]!, destination)), leads);
    });
});

it('calls a piece of evidence by the words of its heading, without what is drawn beside them', () => {
  const headed = (heading: string): string => `---\nelements: [3.2.4]\n---\n\n# ${heading}\n\nText.\n`;
  const { evidence: all } = packed({
    'a.md': headed('Survey <img src="badge.svg"/>'),
    'b.md': headed('Fewer than x < y'),
    'c.md': headed('<img src="badge.svg"/>'),
  });
  deepEqual(all.map(({ source, title }) => `${source}: ${title}`).sort(), [
    'a.md: Survey',
    'b.md: Fewer than x < y',
    'c.md: <img src="badge.svg"/>',
  ]);
});

it('has pages for IDs of every shape', () => {
  const ids = ['AC-2(1)', 'AC-2 1', 'GV.OC-01', '1/2', 'con'];
  const standard = `title: Odd\nlevels: [Element]\nchildren:\n${ids.map((id) => `  - { id: "${id}", text: T }\n`).join('')}`;
  const contents = packed({ 'portfolio.yaml': 'title: Odd\nstandard: odd.yaml\n', 'odd.yaml': standard });
  deepEqual([...(contents.standards[0]?.elements.values() ?? [])].map(({ path }) => path).sort(), [
    'elements/1-2.html',
    'elements/ac-2-1-2.html',
    'elements/ac-2-1.html',
    'elements/file-con.html',
    'elements/gv.oc-01.html',
  ]);
});

it('keeps several standards apart, also where they have the same ID', () => {
  const contents = packed({
    'portfolio.yaml':
      'title: Two\nstandards:\n  CSE: customer-service-excellence\n  OWN: { file: own.yaml }\n',
    'own.yaml': 'title: Own\nlevels: [Element]\nchildren:\n  - { id: "3.2.4", text: T }\n',
    'a.md': evidence('title: A\nelements: [CSE:3.2.4]'),
    'b.md': evidence('title: B\nelements: [OWN:3.2.4]'),
  });
  deepEqual(
    contents.standards.map(({ standard, elements }) => [
      standard.title,
      [...elements.values()].flatMap(({ path, shown }) => shown.map(({ title }) => `${path}: ${title}`)),
    ]),
    [
      ['Customer Service Excellence', ['elements/cse/cse-3.2.4.html: A']],
      ['Own', ['elements/own/own-3.2.4.html: B']],
    ],
  );
});

describe('an attachment of an odd name', () => {
  const names = ['a.pdf', 'b/c.pdf', 'b\\c.pdf', 'p', 'p\\', 'e#f.pdf', 'g%20h.pdf', 'i?j.pdf', 'k.pdf.'];
  const files = {
    ...Object.fromEntries(names.map((name) => [name, attachment])),
    'e.md': evidence(`title: E\nelements: [3.2.4]\nattachments: ${JSON.stringify(names)}`),
  };

  it('leads to the file of exactly that name, where there is one', () => {
    const contents = packed(files);
    const [one] = contents.evidence;
    const leads = (one ? contents.attachmentsOf(one) : []).map(({ lead }) =>
      lead.kind === 'copy' ? decodeURIComponent(lead.copy.uri.slice(at('').length + 1)) : lead.kind,
    );
    deepEqual(leads, names);
  });

  // As it is written on Windows, and with a blank that the front matter does not keep.
  for (const [written, meant] of [
    ['b\\c.pdf', 'b/c.pdf'],
    ['a.pdf ', 'a.pdf'],
    [' a.pdf', 'a.pdf'],
    ['.\\b\\c.pdf#page=2', 'b/c.pdf'],
  ] as const)
    it(`leads to ${meant} where nothing is called ${JSON.stringify(written)}`, () => {
      const contents = packed({
        'a.pdf': attachment,
        'b/c.pdf': attachment,
        'e.md': evidence(`title: E\nelements: [3.2.4]\nattachments: [${JSON.stringify(written)}]`),
      });
      equal(contents.copies.all()[0]?.uri, at(meant));
    });
});
