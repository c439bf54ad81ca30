import { deepEqual, equal } from 'node:assert/strict';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import type { GivenValues } from '../../../../server/core/evidence/valueEdits';
import { expectedInstead, setValues } from '../../../../server/core/evidence/valueEdits';
import { textsOf } from '../../../../server/core/evidence/valueTexts';
import type { FrontMatterKey } from '../../../../server/core/frontMatter/keys';
import { frontMatterKeys, keyNames } from '../../../../server/core/frontMatter/keys';
import { applyEdits } from '../../../../server/core/text/edit';

type Names = Parameters<typeof keyNames>[0];

/** Checks lines of front matter before and after values are set, with each kind of line end; null: no edit. */
function checkSet(
  values: GivenValues,
  before: readonly string[],
  after: readonly string[] | null,
  names: Names = new Map(),
): void {
  for (const end of ['\n', '\r\n', '\r']) {
    const file = (lines: readonly string[]): string => ['---', ...lines, '---', '', 'Text.', ''].join(end);
    const evidence = parseEvidence('file:///a.md', file(before), keyNames(names))!;
    const edits = setValues(evidence, values);
    equal(edits && applyEdits(evidence.text, edits), after === null ? undefined : file(after));
  }
}

const ids = 'elements: [1.1.1] # e';

describe('setValues', () => {
  it('writes what people type as YAML has to have it', () => {
    const rows: readonly (readonly [typed: string, written: string])[] = [
      ['Service Manager', 'Service Manager'],
      ['  Jo   Bloggs ', 'Jo Bloggs'],
      ['Ours: the desk', '"Ours: the desk"'],
      ['Desk # 3', '"Desk # 3"'],
      ['“Quoted”', '“Quoted”'],
      ['"Quoted"', '"\\"Quoted\\""'],
      ["Women's group", "Women's group"],
      ["'tis", '"\'tis"'],
      ['- a', '"- a"'],
      ['yes', '"yes"'],
      ['007', '"007"'],
      ['1.10', '"1.10"'],
      ['[team]', '"[team]"'],
      ['{team}', '"{team}"'],
      ['*all', '"*all"'],
      ['&all', '"&all"'],
      ['@desk', '"@desk"'],
      ['100 %', '100 %'],
      ['% of', '"% of"'],
      ['a\nb', 'a b'],
      ['?', '"?"'],
      ['Zoë 馆', 'Zoë 馆'],
      ['\\server', '\\server'],
    ];
    for (const [typed, written] of rows) {
      checkSet({ owner: typed }, [ids], [ids, `owner: ${written}`]);
      checkSet({ owner: typed }, [ids, 'owner: Me # o', 'x: 1'], [ids, `owner: ${written} # o`, 'x: 1']);
    }
  });
  it('keeps the quotation marks of what stood there', () => {
    checkSet({ owner: 'You' }, [ids, "owner: 'Me'"], [ids, "owner: 'You'"]);
    checkSet({ owner: 'You' }, [ids, 'owner: "Me"'], [ids, 'owner: "You"']);
    checkSet({ owner: "Women's" }, [ids, "owner: 'Me'"], [ids, "owner: Women's"]);
  });
  it('puts a new key where it belongs', () => {
    checkSet({ title: 'T' }, [ids], ['title: T', ids]);
    checkSet(
      { kind: 'data' },
      ['title: T', ids, 'status: draft'],
      ['title: T', ids, 'kind: data', 'status: draft'],
    );
    checkSet(
      { owner: 'O', status: 'draft', date: '2026-03-01', 'review-by': '2027-03-01' },
      [ids, 'x: 1'],
      [ids, 'owner: O', 'status: draft', 'date: 2026-03-01', 'review-by: 2027-03-01', 'x: 1'],
    );
  });
  it('fills a key that says nothing', () => {
    checkSet({ owner: 'O' }, [ids, 'owner:'], [ids, 'owner: O']);
    checkSet({ owner: 'O' }, [ids, 'owner: # who?'], [ids, 'owner: O # who?']);
    checkSet({ owner: 'O' }, [ids, 'owner: ~'], [ids, 'owner: O']);
    checkSet({ owner: 'O' }, [ids, 'owner: ""'], [ids, 'owner: "O"']);
  });
  it('takes the place of what cannot stand there', () => {
    checkSet({ owner: 'O' }, [ids, 'owner: [A, B]', 'x: 1'], [ids, 'owner: O', 'x: 1']);
    checkSet({ owner: 'O' }, [ids, 'owner:', '  - A', '  - B', 'x: 1'], [ids, 'owner: O', 'x: 1']);
    checkSet({ status: 'approved' }, [ids, 'status: done'], [ids, 'status: approved']);
    checkSet({ date: '2026-03-01' }, [ids, 'date: 1 March 2026'], [ids, 'date: 2026-03-01']);
    checkSet({ title: 'T' }, ['title: |', '  a', '  b', ids], ['title: T', ids]);
    checkSet({ title: 'T' }, ['title: a', '  b', ids], ['title: T', ids]);
    checkSet({ owner: 'O' }, [ids, 'owner : {a: b} # o'], [ids, 'owner : O # o']);
    checkSet({ owner: 'O' }, [ids, 'owner: !!seq [A,', '  B] # o'], [ids, 'owner: O # o']);
    checkSet({ owner: 'Me' }, [ids, 'owner: [Me]'], [ids, 'owner: Me']);
    checkSet({ owner: 'O' }, [ids, '? owner', ': [A]'], null);
    checkSet({ owner: ['O', 'P'] }, [ids], null);
  });
  it('takes a key away, with all that stands under it', () => {
    for (const value of [null, '', '  ', []] as const)
      checkSet({ owner: value }, [ids, 'owner: Me # o', 'x: 1'], [ids, 'x: 1']);
    checkSet({ title: null }, ['# all', 'title: |', '  a', '', '  b', ids], ['# all', ids]);
    checkSet(
      { attachments: null },
      [ids, 'attachments:', '  - a # a', '  # b', '  - b', 'x: 1'],
      [ids, 'x: 1'],
    );
    checkSet({ owner: null }, [ids, 'owner:'], [ids]);
    checkSet({ owner: null }, [ids], [ids]);
    checkSet({ owner: null }, [ids, '&k   owner: Me', 'x: 1'], [ids, 'x: 1']);
    checkSet({ owner: null }, [ids, '!!str owner: Me', 'x: 1'], [ids, 'x: 1']);
    checkSet({ owner: null }, [ids, 'owner: a|+', '', 'x: 1'], [ids, '', 'x: 1']);
    checkSet({ owner: null }, [ids, '? owner', ': Me'], null);
    // A name for what is still to come may be used elsewhere.
    checkSet({ owner: null }, [ids, 'owner: &a'], null);
    checkSet({ owner: null, kind: null }, [ids, 'kind: data', 'owner: O', 'x: 1'], [ids, 'x: 1']);
  });
  it('takes away each of two that have one name', () => {
    checkSet({ owner: null }, ['owner: A', ids, 'owner: B'], [ids]);
  });
  it('makes lists longer, shorter, and others', () => {
    const set = (...attachments: string[]): GivenValues => ({ attachments });
    checkSet(set('a.pdf'), [ids], [ids, 'attachments:', '  - a.pdf']);
    checkSet(set('a.pdf', 'b, c.pdf'), [ids], [ids, 'attachments:', '  - a.pdf', '  - "b, c.pdf"']);
    checkSet(
      set('a.pdf', 'b.pdf'),
      [ids, 'attachments: [a.pdf] # a'],
      [ids, 'attachments: [a.pdf, b.pdf] # a'],
    );
    checkSet(
      set('a.pdf', 'b.pdf'),
      [ids, 'attachments:', '  - a.pdf # a', 'x: 1'],
      [ids, 'attachments:', '  - a.pdf # a', '  - b.pdf', 'x: 1'],
    );
    checkSet(
      set('a.pdf', 'b.pdf'),
      [ids, 'attachments: a.pdf'],
      [ids, 'attachments:', '  - a.pdf', '  - b.pdf'],
    );
    checkSet(
      set('b.pdf'),
      [ids, 'attachments:', '- a.pdf', '- b.pdf # b'],
      [ids, 'attachments:', '- b.pdf # b'],
    );
    checkSet(set('b.pdf'), [ids, 'attachments: [a.pdf, b.pdf]'], [ids, 'attachments: [b.pdf]']);
    checkSet(set('c.pdf'), [ids, 'attachments: [a.pdf, b.pdf]'], [ids, 'attachments: [c.pdf]']);
    checkSet(set('c.pdf'), [ids, 'attachments:', '- a.pdf', '- b.pdf'], [ids, 'attachments:', '- c.pdf']);
    checkSet(set('a.pdf'), [ids, 'attachments: [a.pdf, b.pdf] # a'], [ids, 'attachments: [a.pdf] # a']);
    checkSet(
      set('a.pdf'),
      [ids, 'attachments:', '- a.pdf # a', '- b.pdf'],
      [ids, 'attachments:', '- a.pdf # a'],
    );
    checkSet(set('b.pdf'), [ids, "attachments: [' a.pdf ', b.pdf]"], [ids, 'attachments: [b.pdf]']);
    checkSet(set(' a.pdf\n'), [ids], [ids, 'attachments:', '  - a.pdf']);
    checkSet(set('a.pdf'), [ids, 'attachments: a.pdf'], [ids, 'attachments: a.pdf']);
    checkSet(set('a.pdf#page=4'), [ids, 'attachments:', '- a.pdf'], [ids, 'attachments:', '- a.pdf#page=4']);
    checkSet(set('a.pdf'), [ids, 'attachments:'], [ids, 'attachments:', '  - a.pdf']);
    checkSet(set('a.pdf', 'a.pdf'), [ids], [ids, 'attachments:', '  - a.pdf']);
    checkSet({ strongest: ['1.1.1'] }, [ids], [ids, 'strongest: [1.1.1]']);
    checkSet({ strongest: '1.1.1' }, [ids, 'strongest: []'], [ids, 'strongest: [1.1.1]']);
  });
  it('leaves all the white space in the name of a file, in every kind of list', () => {
    for (const [name, written] of [
      ['Minutes  of May.pdf', '"Minutes  of May.pdf"'],
      ['Screenshot at 9.41.00\u202FAM.png', '"Screenshot at 9.41.00\u202FAM.png"'],
      ['a\u00A0b.pdf', '"a\u00A0b.pdf"'],
      ['a\u3000b.pdf', '"a\u3000b.pdf"'],
      ['a\tb.pdf', '"a\\tb.pdf"'],
      ['a\nb.pdf', '"a\\nb.pdf"'],
      ['a\u2028b.pdf', '"a\\u2028b.pdf"'],
      ['a: b #c.pdf', '"a: b #c.pdf"'],
      ['C#.pdf', 'C#.pdf'],
      ['100%.pdf', '100%.pdf'],
      ['Zoe\u0308.pdf', 'Zoe\u0308.pdf'],
      ['@a.pdf', '"@a.pdf"'],
      ['- a.pdf', '"- a.pdf"'],
      ['=1+1.pdf', '=1+1.pdf'],
    ] as const) {
      const one = { attachments: [name] };
      const two = { attachments: ['x.pdf', name] };
      checkSet(one, [ids], [ids, 'attachments:', `  - ${written}`]);
      checkSet(one, [ids, 'attachments: ~'], [ids, `attachments: [${written}]`]);
      checkSet(two, [ids, 'attachments: [x.pdf]'], [ids, `attachments: [x.pdf, ${written}]`]);
      checkSet(two, [ids, 'attachments: x.pdf'], [ids, 'attachments:', '  - x.pdf', `  - ${written}`]);
      checkSet(
        two,
        [ids, 'attachments:', '- x.pdf # x'],
        [ids, 'attachments:', '- x.pdf # x', `- ${written}`],
      );
    }
  });
  it('keeps the order of what stays', () => {
    checkSet(
      { attachments: ['b.pdf', 'c.pdf', 'a.pdf'] },
      [ids, 'attachments: [a.pdf, b.pdf]'],
      [ids, 'attachments: [a.pdf, b.pdf, c.pdf]'],
    );
  });
  it('names elements and takes them out', () => {
    checkSet({ elements: ['1.1.1', '3.2.4'] }, [ids], ['elements: [1.1.1, 3.2.4] # e']);
    checkSet({ elements: ['3.2.4'] }, [ids], ['elements: [3.2.4] # e']);
    checkSet({ elements: [] }, [ids], ['elements: [] # e']);
    checkSet({ elements: ['1.10'] }, ['elements:', '  - 1.1.1'], ['elements:', '  - "1.10"']);
  });
  it('knows the names that a portfolio has for keys, in maps too', () => {
    const names: Names = new Map([
      ['elements', ['satisfies']],
      ['owner', ['about', 'who']],
      ['date', ['about', 'day']],
    ] as const);
    checkSet({ owner: 'O' }, ['satisfies: [1.1.1]'], ['satisfies: [1.1.1]', 'about:', '  who: O'], names);
    checkSet(
      { owner: 'O', date: '2026-03-01' },
      ['satisfies: [1.1.1]'],
      ['satisfies: [1.1.1]', 'about:', '  who: O', '  day: 2026-03-01'],
      names,
    );
    checkSet(
      { owner: 'O' },
      ['satisfies: [1.1.1]', 'about:', '  other: x # o'],
      ['satisfies: [1.1.1]', 'about:', '  other: x # o', '  who: O'],
      names,
    );
    checkSet(
      { owner: null },
      ['satisfies: [1.1.1]', 'about:', '  who: O', '  other: x'],
      ['satisfies: [1.1.1]', 'about:', '  other: x'],
      names,
    );
    checkSet({ owner: null }, ['satisfies: [1.1.1]', 'about:', '  who: O'], ['satisfies: [1.1.1]'], names);
  });
  it('edits a block in braces', () => {
    checkSet({ owner: 'O' }, ['{ elements: [1.1.1] }'], ['{ elements: [1.1.1], owner: O }']);
    checkSet(
      { owner: 'O, P' },
      ['{ owner: Me, elements: [1.1.1] }'],
      ['{ owner: "O, P", elements: [1.1.1] }'],
    );
    checkSet({ owner: null }, ['{ owner: Me, elements: [1.1.1] }'], ['{ elements: [1.1.1] }']);
    checkSet(
      { attachments: ['a.pdf'] },
      ['{ elements: [1.1.1] }'],
      ['{ elements: [1.1.1], attachments: [a.pdf] }'],
    );
  });
  it('edits around the faults of other lines, and guesses at nothing', () => {
    checkSet({ owner: 'O' }, [ids, 'x: "a', 'kind: data'], [ids, 'x: "a', 'kind: data', 'owner: O']);
    checkSet({ kind: null }, [ids, 'x: "a', 'kind: data'], [ids, 'x: "a']);
    checkSet({ x: null } as GivenValues, [ids, 'x: "a'], [ids, 'x: "a']);
    checkSet({ attachments: ['a.pdf'] }, [ids, 'attachments: { a: b }'], null);
    checkSet({ strongest: ['1.1.1'] }, [ids, 'strongest: { CSE: [1.1.1] }'], null);
  });
  it('takes IDs off lists below the names of their standards', () => {
    const off = (before: readonly string[], after: readonly string[], strongest: readonly string[]): void => {
      checkSet({ strongest }, [ids, ...before], [ids, ...after]);
    };
    off(
      ['strongest: { A: [1.1, 1.2], B: [1.1] }'],
      ['strongest: { A: [1.2], B: [1.1] }'],
      ['A:1.2', 'B:1.1'],
    );
    off(['strongest: { A: [1.1], B: 1.1 }'], ['strongest: { A: [], B: 1.1 }'], ['B:1.1']);
    off(['strongest: { A: [1.1], B: 1.1 }'], ['strongest: { A: [1.1], B: [] }'], ['A:1.1']);
    off(
      ['strongest:', '  A:', '    - 1.1 # best', '    - 1.2', '  B: [1.1]'],
      ['strongest:', '  A:', '    - 1.1 # best', '  B: [1.1]'],
      ['A:1.1', 'B:1.1'],
    );
    off(
      ['strongest:', '  A:', '    - 1.1', '  B: [1.1] # here'],
      ['strongest:', '  A:', '  B: [1.1] # here'],
      ['B:1.1'],
    );
    off(['strongest: { A: [1.1] }'], [], []);
    off(['strongest: { A: [1.1], B: [1.1] }'], ['strongest: { A: ["1.2"], B: [1.1] }'], ['B:1.1', 'A:1.2']);
  });
  it('changes nothing where all says so', () => {
    checkSet({ owner: 'Me', elements: ['1.1.1'] }, [ids, 'owner: "Me"'], [ids, 'owner: "Me"']);
    checkSet({}, [ids], [ids]);
    for (const owner of ['Me', '"Me"', '&o Me', '| # o\n  Me', '*b'])
      deepEqual(
        setValues(
          parseEvidence('file:///a.md', `---\nby: &b Me\n${ids}\nowner: ${owner}\nkind: data\n---\n`)!,
          { owner: ' Me ', kind: 'data', elements: ['1.1.1'] },
        ),
        [],
      );
  });
  it('says what to write where a text cannot stand under a key', () => {
    const expected = (key: FrontMatterKey, text: string): string | undefined =>
      expectedInstead(
        frontMatterKeys.find((entry) => entry.key === key)!,
        text,
      );
    equal(expected('date', '2026-02-28'), undefined);
    equal(expected('date', '2026-02-30'), 'a day that exists, as year-month-day');
    equal(expected('status', 'draft'), undefined);
    equal(expected('status', 'done'), 'one of these: draft, in-review, approved, withdrawn');
    equal(expected('title', 'Anything: at # all'), undefined);
  });
});

describe('textsOf', () => {
  const rows: readonly (readonly [
    lines: string,
    key: FrontMatterKey,
    texts: readonly string[] | undefined,
  ])[] = [
    ['elements: [1.1.1, 1.10]', 'elements', ['1.1.1', '1.10']],
    ['elements: 1.1.1\nowner: "A: b"', 'owner', ['A: b']],
    ['elements: 1.1.1\nowner:', 'owner', []],
    ['elements: 1.1.1', 'owner', []],
    ['elements: 1.1.1\nattachments: [a, "b c"]', 'attachments', ['a', 'b c']],
    ['elements: 1.1.1\nattachments:\n- a\n-\n- b', 'attachments', ['a', 'b']],
    ['elements: 1.1.1\nattachments: { a: b }', 'attachments', undefined],
  ];
  it('says what stands under a key', () => {
    for (const [lines, key, texts] of rows)
      deepEqual(textsOf(parseEvidence('file:///a.md', `---\n${lines}\n---\n`)!, key), texts);
  });
});
