/** What tools are told, however odd: an answer that helps, and never an exception. */
import { deepEqual, equal, match } from 'node:assert/strict';
import type { Answer } from '../../../../server/core/answers/model';
import { ask, tools } from '../../../../server/core/answers/tools';
import { home, indexOf } from '../../support/portfolioFiles';

const files = { 'a.md': '---\ntitle: A\nelements: [3.2.4]\nref: ES 1\n---\n\nText.\n' };
const answerTo = (name: string, input: unknown): Promise<Answer> =>
  ask({ index: indexOf(files), folders: [home] }, name, input);

async function refuses(name: string, input: unknown, why: RegExp): Promise<void> {
  const answer = await answerTo(name, input);
  match(answer.kind === 'refused' ? answer.message : JSON.stringify(answer), why);
  equal(answer.kind, 'refused');
}

const refusals: readonly (readonly [name: string, input: unknown, why: RegExp])[] = [
  ['show_elements', {}, /^There is no tool “show_elements”\. There are show_overview, /],
  ['show_element', undefined, /^Give element\. The ID/],
  ['show_element', null, /^Give element\./],
  ['show_element', [], /^Give the parameters as an object\./],
  ['show_element', 'x', /^Give the parameters as an object\./],
  ['show_element', { element: 1.1 }, /^Give element as text, in quotation marks\.$/],
  ['show_element', { element: {} }, /^Give element as text/],
  ['show_element', { element: '' }, /^Give element\./],
  ['show_element', { element: 'x'.repeat(2000) }, /longer than 1000 characters/],
  ['show_element', { elements: '3.2.4' }, /^There is no parameter “elements”\. Did you mean element\?/],
  ['show_element', { __proto__x: 1 }, /^There is no parameter/],
  ['show_element', { constructor: '3.2.4' }, /^There is no parameter “constructor”/],
  ['show_element', { element: '3.2.44' }, /Did you mean 3\.2\.4/],
  ['show_element', { element: '3.2.4', from: -1 }, /^Give from as a whole number/],
  ['show_element', { element: '3.2.4', from: 1.5 }, /^Give from as a whole number/],
  ['show_element', { element: '3.2.4', from: 1e300 }, /^Give from as a whole number/],
  ['show_element', { element: '3.2.4', from: 'ten' }, /^Give from as a whole number/],
  [
    'show_evidence',
    { evidence: 'b.md' },
    /^No evidence here has the file, ref or title “b\.md”\. Did you mean a\.md\?$/,
  ],
  [
    'list_findings',
    { severity: 'grave' },
    /^severity is one of error, warning, information, hint, and not “grave”/,
  ],
  ['list_findings', { severity: 'warnings' }, /and not “warnings”\. Did you mean warning\?$/],
  ['show_overview', { portfolio: 'Elsewhere' }, /^No portfolio here is called “Elsewhere”\. There is “/],
  ['list_findings', { rule: 'no-such-rule' }, /^There is no rule “no-such-rule”\.$/],
  ['list_findings', { file: 'nothing' }, /^No portfolio here has the file or folder “nothing”\.$/],
  ['list_findings', { file: 'nothing', rule: 'no-such-rule', from: 900 }, /^There is no rule/],
  ['list_due', { person: 'Nobody Here' }, /^Nobody called “Nobody Here” has anything to do\./],
  ['find_elements', {}, /^Give words, or a text/],
  ['find_elements', { words: 'a', text: 'b' }, /^Give words, or a text/],
  ['find_elements', { words: '   ' }, /^Give words, or a text/],
  ['show_standard', { part: '99' }, /^99 is not an element/],
  ['show_changes', { base: 'main' }, /^Revisions cannot be compared here\.$/],
  ...[
    '../b.md',
    '/etc/passwd',
    '/',
    'C:\\a.md',
    'file:///etc/passwd',
    '~/a.md',
    'x/../../a.md',
    '\\\\server\\share\\a.md',
  ].flatMap(
    (path) =>
      [
        ['show_evidence', { evidence: path }, /is outside of the folder, and nothing outside of it is read/],
        ['list_findings', { file: path }, /is outside of the folder, and nothing outside of it is read/],
      ] as const,
  ),
];

describe('what tools are told', () => {
  for (const [name, input, why] of refusals)
    it(`is refused with words that help: ${name} ${JSON.stringify([input]).slice(0, 60)}`, () =>
      refuses(name, input, why));

  for (const [name, input] of [
    ['show_element', { element: ' 3.2.4 ', from: '0' }],
    ['show_evidence', { evidence: './a.md' }],
    ['show_evidence', { evidence: 'a.md', line: 99_999 }],
    ['show_evidence', { evidence: 'a.md', line: 0 }],
    ['show_evidence', { evidence: 'ES 1' }],
    ['show_evidence', { evidence: 'a' }],
    ['list_findings', { file: './', rule: 'element-unknown', from: 900 }],
    ['list_findings', { severity: null }],
  ] as const)
    it(`is taken where it is only odd: ${name} ${JSON.stringify(input)}`, async () =>
      equal((await answerTo(name, input)).kind, 'answer'));

  it('is described so that every example of a list can be gone on with', () => {
    const lists = tools.filter(({ inputs }) => 'from' in inputs).map(({ name }) => name);
    deepEqual(
      tools.map(({ name }) => name).filter((name) => !lists.includes(name)),
      ['show_evidence'],
    );
  });
});
