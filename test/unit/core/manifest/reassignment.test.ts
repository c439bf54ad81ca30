import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { addAssignments, manifestWithAssignments } from '../../../../server/core/manifest/assignmentEdits';
import { clearAssignments, setAssignments } from '../../../../server/core/manifest/reassignment';
import { parseManifest } from '../../../../server/core/manifest/manifest';
import { applyEdits, inOrder } from '../../../../server/core/text/edit';
import { customerServiceExcellence } from '../../support/standards';

const uri = 'file:///portfolio.yaml';

function set(text: string, ids: readonly string[], who: readonly string[]): string | undefined {
  const edits = setAssignments(parseManifest(uri, text), customerServiceExcellence, ids, who);
  return edits && applyEdits(text, edits);
}

function clear(text: string, ids: readonly string[]): string | undefined {
  const edits = clearAssignments(parseManifest(uri, text), customerServiceExcellence, ids);
  return edits && applyEdits(text, edits);
}

/** Checks lines of portfolio.yaml before and after, with each kind of line end; null: no edit. */
function checkSet(
  before: readonly string[],
  after: readonly string[] | null,
  ids: readonly string[] = ['3.3.3'],
  who: readonly string[] = ['Jo'],
): void {
  for (const end of ['\n', '\r\n', '\r']) equal(set(before.join(end), ids, who), after?.join(end));
}

describe('setAssignments', () => {
  it('begins the section', () => {
    checkSet(['title: T', ''], ['title: T', 'assignments:', '  3.3.3: Jo', '']);
    checkSet(
      ['assignments: # later', 'title: T', ''],
      ['assignments: # later', '  3.3.3: Jo', 'title: T', ''],
    );
    checkSet(['assignments: ~', ''], ['assignments: ', '  3.3.3: Jo', '']);
    checkSet(['assignments: {}', ''], ['assignments: ', '  3.3.3: Jo', '']);
    equal(set('', ['1.1.1'], ['Jo']), 'assignments:\n  1.1.1: Jo\n');
    equal(set('\uFEFF', ['1.1.1'], ['Jo']), '\uFEFFassignments:\n  1.1.1: Jo\n');
  });
  it('puts several where the standard has them, in one go', () => {
    checkSet(
      ['assignments:', '  # first', '  1.1.2: A # a', '', '  5.1.1:', '    - B', 'title: T', ''],
      [
        'assignments:',
        '  # first',
        '  1.1.1: Jo',
        '  1.1.2: A # a',
        '  3.3.2: Jo',
        '  3.3.3: Jo',
        '',
        '  5.1.1:',
        '    - B',
        '  5.2.1: Jo',
        'title: T',
        '',
      ],
      ['5.2.1', '3.3.3', '1.1.1', '3.3.2'],
    );
  });
  it('puts them into brackets where the others stand so', () => {
    checkSet(
      ['assignments: { 1.1.1: A, 5.1.1: [B, C] }'],
      ['assignments: { 1.1.1: A, 2.1.1: "Jo, Al", 2.1.2: "Jo, Al", 5.1.1: [B, C] }'],
      ['2.1.2', '2.1.1'],
      ['Jo, Al'],
    );
    checkSet(
      ['assignments: { 5.1.1: B }'],
      ['assignments: { 2.1.1: [A, B], 5.1.1: B }'],
      ['2.1.1'],
      ['A', 'B'],
    );
  });
  it('gives some to others and names new ones in one go, which an editor takes', () => {
    for (const [before, after] of [
      [
        ['  1.1.1:', '    - A # a', '    # c', '    - B'],
        ['  1.1.1:', '    - Jo # a', '  1.1.2: Jo', '    # c'],
      ],
      [
        ['  1.1.1:', '    - A', '    - B', '  5.1.1: C'],
        ['  1.1.1:', '    - Jo', '  1.1.2: Jo', '  5.1.1: C'],
      ],
      [
        ['  1.1.1:', '  - A', '  - B', '', '  # c'],
        ['  1.1.1:', '  - Jo', '  1.1.2: Jo', '', '  # c'],
      ],
      [['  { 1.1.1: [A, B] }'], ['  { 1.1.1: [Jo], 1.1.2: Jo }']],
      [['  { 1.1.1: A, 5.1.1: C } # c'], ['  { 1.1.1: Jo, 1.1.2: Jo, 5.1.1: C } # c']],
      [
        ['  1.1.1: |', '    A', '  5.1.1: C'],
        ['  1.1.1: Jo', '  1.1.2: Jo', '  5.1.1: C'],
      ],
    ] as const) {
      const file = ['assignments:', ...before, 'title: T', ''];
      checkSet(file, ['assignments:', ...after, 'title: T', ''], ['1.1.1', '1.1.2']);
      const edits = setAssignments(
        parseManifest(uri, file.join('\n')),
        customerServiceExcellence,
        ['1.1.1', '1.1.2'],
        ['Jo'],
      );
      const spans = inOrder(edits!).map(({ span }) => span);
      ok(spans.every(({ start }, at) => start >= (spans[at - 1]?.end ?? 0)));
    }
  });
  it('gives it to others', () => {
    for (const [before, who, after] of [
      ['3.3.3: Al # a', ['Jo'], '3.3.3: Jo # a'],
      ['3.3.3: "Al" # a', ['Jo'], '3.3.3: "Jo" # a'],
      ["3.3.3: 'Al'", ["O'Hara"], "3.3.3: O'Hara"],
      ['3.3.3:', ['Jo'], '3.3.3: Jo'],
      ['3.3.3: # nobody', ['Jo', 'Al'], '3.3.3: [Jo, Al] # nobody'],
      ['3.3.3: [Al, Bo] # a', ['Jo'], '3.3.3: [Jo] # a'],
      ['3.3.3: [Al]', ['Jo', 'A: B'], '3.3.3: [Jo, "A: B"]'],
      ['3.3.3: Al', ['- x'], '3.3.3: "- x"'],
      ['3.3.3: Al', ['1.10'], '3.3.3: "1.10"'],
    ] as const)
      checkSet(
        ['assignments:', `  ${before}`, '  5.1.1: B'],
        ['assignments:', `  ${after}`, '  5.1.1: B'],
        ['3.3.3'],
        who,
      );
  });
  it('changes lists line by line, so that remarks stay', () => {
    const lines = ['assignments:', '  3.3.3:', '    - Al # the first', '    - "Bo"', '  5.1.1: B', ''];
    checkSet(
      lines,
      ['assignments:', '  3.3.3:', '    - Jo # the first', '  5.1.1: B', ''],
      ['3.3.3'],
      ['Jo'],
    );
    checkSet(
      lines,
      [
        'assignments:',
        '  3.3.3:',
        '    - Al # the first',
        '    - "Cy"',
        '    - Di',
        '    - Ed',
        '  5.1.1: B',
        '',
      ],
      ['3.3.3'],
      ['Al', 'Cy', 'Di', 'Ed'],
    );
  });
  it('leaves what says so already', () => {
    for (const line of ['3.3.3: Jo', '3.3.3: [Jo]', "3.3.3: ' Jo '", '3.3.3: "Jo"'])
      deepEqual(setAssignments(parseManifest(uri, `assignments:\n  ${line}\n`), customerServiceExcellence, ['3.3.3'], ['Jo']), []); // prettier-ignore
  });
  it('takes groups, too', () => {
    checkSet(['assignments:', '  5: B', ''], ['assignments:', '  "1.1": Jo', '  5: B', ''], ['1.1']);
  });
  it('guesses nothing', () => {
    for (const before of [
      ['title: a: b'],
      ['{ title: T }'],
      ['assignments: Jo'],
      ['assignments: [a]'],
      ['assignments:', '  3.3.3: { a: b }'],
      ['assignments: { 3.3.3: [Al, # a', ' Bo] }'],
    ])
      checkSet(before, null);
  });
  it('writes any name so that it is read again, and touches nothing else', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 3 }),
        fc.subarray(['1.1.1', '2.1.1', '3.3.3', '5.1.1'], { minLength: 1 }),
        fc.constantFrom(
          '# a\nassignments:\n  3.3.3: X # b\n  4.1.1: Y\ntitle: T\n',
          'a:\n',
          'assignments: { 3.3.3: X }\n# c\n',
          'assignments:\n  3.3.3:\n    - X # d\n    - Z\n',
        ),
        (names, ids, text) => {
          const wanted = [...new Set(names.map((name) => name.replace(/\s+/g, ' ').trim()))];
          if (wanted.some((name) => name === '' || /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(name))) return;
          const result = set(text, ids, wanted);
          ok(result !== undefined, JSON.stringify(names));
          const { assignments } = parseManifest(uri, result);
          for (const id of ids) {
            const who = assignments.get(id)?.who;
            deepEqual(who?.kind === 'valid' && who.value.map((one) => one.text), wanted);
          }
          for (const remark of text.match(/# [abc]|title: T/g) ?? []) ok(result.includes(remark));
          deepEqual(set(result, ids, wanted), result);
        },
      ),
    ));
});

describe('addAssignments', () => {
  const check = (
    before: readonly string[],
    added: Readonly<Record<string, readonly string[]>>,
    after: readonly string[] | null,
  ): void => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = before.join(end);
      const manifest = parseManifest(uri, text);
      const edits = addAssignments(manifest, customerServiceExcellence, new Map(Object.entries(added)));
      equal(edits && applyEdits(text, edits), after?.join(end));
    }
  };
  it('puts those of whom nobody is said yet where the standard has them', () => {
    check(
      ['title: T', 'assignments: # ours', '  2.1.1: A # a', ''],
      { '3.3.3': ['Jo', 'Al: x'], '1.1.1': ['Jo'] },
      ['title: T', 'assignments: # ours', '  1.1.1: Jo', '  2.1.1: A # a', '  3.3.3: [Jo, "Al: x"]', ''],
    );
    check(['title: T', ''], { '1.1.1': ['Jo'] }, ['title: T', 'assignments:', '  1.1.1: Jo', '']);
    check(['assignments: { 2.1.1: A } # a', 'titel: T'], { '1.1.1': ['Jo', 'Al'] }, [
      'assignments: { 1.1.1: [Jo, Al], 2.1.1: A } # a',
      'titel: T',
    ]);
  });
  it('guesses nothing', () => {
    check(['title: a: b'], { '1.1.1': ['Jo'] }, null);
    check(['{ title: T }'], { '1.1.1': ['Jo'] }, null);
    check(['assignments: Jo'], { '1.1.1': ['Jo'] }, null);
    // Who has it already keeps it.
    check(['assignments:', '  1.1.1: Al'], { '1.1.1': ['Jo'] }, null);
    check(['assignments:', '  1.1.1: [Jo]', '  "1.1.2": Al'], { '1.1.2': ['Jo'], '5.1.1': ['Jo'] }, null);
  });
});

describe('clearAssignments', () => {
  it('takes entries away, and nothing else', () => {
    equal(
      clear('assignments:\n  1.1.1: A\n  3.3.3: B # b\n  # c\n  5.1.1:\n    - C\n    - D\ntitle: T\n', [
        '3.3.3',
        '5.1.1',
      ]),
      'assignments:\n  1.1.1: A\n  # c\ntitle: T\n',
    );
    equal(clear('assignments: { 1.1.1: A, 3.3.3: [B, C], 5.1.1: D }\n', ['3.3.3']), 'assignments: { 1.1.1: A, 5.1.1: D }\n'); // prettier-ignore
    equal(clear('assignments:\n  3.3.3: B\n', ['3.3.3']), 'assignments:\n');
  });
  it('changes nothing where nobody has it', () => {
    for (const text of ['', 'assignments:\n', 'assignments: { 1.1.1: A }\n', 'title: T\n'])
      equal(clear(text, ['3.3.3']), text);
  });
  it('guesses nothing', () => equal(clear('title: a: b\nassignments: { 3.3.3: A }\n', ['3.3.3']), undefined));
});

it('a manifest that says nothing else is one', () => {
  const { assignments, faults, problems } = parseManifest(uri, manifestWithAssignments('small', new Map([['1.1', ['A', 'B: C']], ['1.10', ['A']]]))); // prettier-ignore
  deepEqual([faults, problems], [[], []]);
  deepEqual([...assignments.keys()], ['1.1', '1.10']);
});
