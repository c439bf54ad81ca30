/** What assistants are told of portfolios that are rarer than the sample: files and a question in, a part of the answer out. */
import { deepEqual, equal } from 'node:assert/strict';
import { ask } from '../../../../server/core/answers/tools';
import type { Uri } from '../../../../server/core/text/span';
import { joinPath } from '../../../../server/core/text/uri';
import type { Files } from '../../support/portfolioFiles';
import { home, indexOf } from '../../support/portfolioFiles';

const standard = `title: Ours
edition: "2026"
levels: [Part, Element]
ratings: [{ id: good, title: Good }]
profiles: [{ id: core, title: Core }]
retired: { "0.1": "1.1" }
children:
  - id: "1"
    title: Welcome
    children:
      - { id: "1.1", text: People are greeted, profiles: [core] }
      - { id: "1.2", title: Opening hours }
      - { id: "1.3", children: [] }
  - { id: "2", title: Answers, children: [{ id: "2.1", text: Questions are answered, profiles: [core] }] }
`;
const evidence = (elements: string, more = '', body = 'Text.'): string =>
  `---\ntitle: Paper\nelements: [${elements}]\n${more}---\n\n${body}\n`;
const plan =
  '---\ntype: action-plan\n---\n\n| Ref | Action | Progress |\n| --- | --- | --- |\n| 1.1 | Ask | Complete |\n| 1.1 | Tell | |\n';

/** A part of an answer by its keys and numbers; what is refused, as it was said. */
async function told(
  files: Files,
  [name, input]: readonly [string, object],
  path: string,
  folders: readonly Uri[] = [home],
): Promise<unknown> {
  const given = {
    'portfolio.yaml': 'title: Anytown\nstandard: ours.yaml\n',
    'ours.yaml': standard,
    ...files,
  };
  const found = await ask({ index: indexOf(given), folders }, name, input);
  if (found.kind === 'refused') return found.message;
  return path
    .split('.')
    .reduce<unknown>((data, key) => (data as Readonly<Record<string, unknown>>)[key], found.data);
}

const ours = { title: 'Ours', file: 'ours.yaml' };

describe('What assistants are told of an element', () => {
  const first = (key: string): string => `elements.0.${key}`;
  for (const [what, files, input, key, says] of [
    ['its title, where it has no other words', {}, { element: '1.2' }, 'words', 'Opening hours'],
    ['its ID, where it has none', {}, { element: '1.3' }, 'words', '1.3'],
    ['the standard and the file of it', {}, { element: '1.1' }, 'standard', ours],
    ['of one that comes with the product, no file', { 'portfolio.yaml': 'standard: small\n' }, { element: '1.1' }, 'standard', { title: 'Small Standard' }],
    ['of a part, no state', {}, { element: '1' }, 'state', undefined],
    ['of a part, what is below it', {}, { element: '2' }, 'below.shown', [{ id: '2.1', words: 'Questions are answered' }]],
    ['what has become of an ID of an earlier edition', {}, { element: '0.1' }, 'replaced', '0.1 is now 1.1, “People are greeted”.'],
    ['that it is outside of the profile', { 'portfolio.yaml': 'standard: { file: ours.yaml, profile: core }\n' }, { element: '1.2' }, 'outOfScope', true],
    ['nothing of a profile, where it is in it', { 'portfolio.yaml': 'standard: { file: ours.yaml, profile: core }\n' }, { element: '1.1' }, 'outOfScope', undefined],
    ['that it rests on one item', { 'a.md': evidence('"1.1"') }, { element: '1.1' }, 'restsOnOneItem', true],
    ['that its evidence expires before the assessment', { 'portfolio.yaml': 'standard: ours.yaml\nassessment-date: 2026-12-01\n', 'a.md': evidence('"1.1"', 'review-by: 2026-11-30\n') }, { element: '1.1' }, 'expiresBeforeTheAssessment', true],
    ['why it does not apply', { 'portfolio.yaml': 'standard: ours.yaml\nassessment:\n  "1.1": { applicable: false, reason: No desk }\n' }, { element: '1.1' }, 'decision', { reasonWhyNotApplicable: 'No desk', ownRating: undefined, assessorsRating: undefined, assessorsComment: undefined, file: 'portfolio.yaml', line: 3 }],
    ['how it is rated', { 'portfolio.yaml': 'standard: ours.yaml\nassessment:\n  "1.1": { self: good, assessor: good, comment: Quick, reason: Old }\n' }, { element: '1.1' }, 'decision', { reasonWhyNotApplicable: undefined, ownRating: 'good', assessorsRating: 'good', assessorsComment: 'Quick', file: 'portfolio.yaml', line: 3 }],
    ['which evidence is strongest, and the line that names it', { 'a.md': evidence('"1.1"'), 'b.md': '---\ntitle: B\nelements:\n  - "2.1"\n  - "1.1"\nstrongest: ["1.1"]\n---\n\nText.\n' }, { element: '1.1' }, 'items.shown', [
      { title: 'B', ref: undefined, kind: undefined, owner: undefined, date: undefined, stands: 'current', reviewBy: undefined, strongest: true, file: 'b.md', line: 5 },
      { title: 'Paper', ref: undefined, kind: undefined, owner: undefined, date: undefined, stands: 'current', reviewBy: undefined, file: 'a.md', line: 3 },
    ]],
    ['evidence under an ID of an earlier edition', { 'a.md': evidence('"2.1", "0.1"') }, { element: '1.1' }, 'items.shown.0.line', 3],
    ['which actions are open', { 'action-plan.md': plan }, { element: '1.1' }, 'actions.shown', [
      { element: '1.1', action: 'Ask', responsible: undefined, target: undefined, progress: 'Complete', state: 'complete', file: 'action-plan.md', line: 7 },
      { element: '1.1', action: 'Tell', responsible: undefined, target: undefined, progress: '', state: 'open', file: 'action-plan.md', line: 8 },
    ]],
    ['its counterparts', {
      'portfolio.yaml': 'standards: { O: ours.yaml, T: theirs.yaml }\nmappings: [m.yaml]\n',
      'theirs.yaml': 'title: Theirs\nchildren: [{ id: T1, text: Guests are met }]\n',
      'm.yaml': 'from: O\nto: T\npairs: [{ from: "1.1", to: T1, relation: subset }]\n',
    }, { element: 'O:1.1' }, 'counterparts.shown', [{ element: 'T:T1', words: 'Guests are met', relation: 'asks for this and more' }]],
    ['no counterparts, where there are none', {}, { element: '1.1' }, 'counterparts', undefined],
  ] as const satisfies readonly (readonly [string, Files, object, string, unknown])[])
    it(what, async () => deepEqual(await told(files, ['show_element', input], first(key)), says)); // prettier-ignore
});

describe('What assistants are told when they look for elements', () => {
  const hits = 'portfolios.shown.0';
  for (const [what, input, path, says] of [
    ['by words that an element has', { words: 'greeted' }, 'match', 'these elements have the words'],
    ['by words with a slip', { words: 'gretteed' }, 'match', 'these elements have the words'],
    ['by words that none has', { words: 'zzzz' }, 'match', 'no element has words near these; the parts of the standard'],
    ['by words that none has: the parts', { words: 'zzzz' }, 'parts.shown', [{ id: '1', words: 'Welcome' }, { id: '2', words: 'Answers' }]],
    ['by a text', { text: 'At the desk, everybody is greeted.' }, 'elements.shown.0.element', '1.1'],
    ['by a text: what led there', { text: 'At the desk, everybody is greeted.' }, 'elements.shown.0.because', ['greeted']],
    ['by a text that shares no word with any', { text: 'Zzzz' }, 'match', 'no element has words near these; the parts of the standard'],
    ['by a text that shares no word with any: no element', { text: 'Zzzz' }, 'elements.total', 0],
  ] as const)
    it(what, async () => deepEqual(await told({}, ['find_elements', input], `${hits}.${path}`), says)); // prettier-ignore
});

describe('What assistants are told of a piece of evidence', () => {
  const files = {
    'a.md': evidence('"1.1", "9.9"', 'ref: ES 1\nstatus: draft\n', 'One.\n\nTwo.'),
    'b.md': evidence('"2.1"', 'ref: ES 2\n'),
    'long.md': `---\ntitle: Long\nelements: ["1.1"]\n---\n${'x'.repeat(9000)}\nEnd.\n`,
    'lines.md': `---\ntitle: Lines\nelements: ["1.1"]\n---\n${'y'.repeat(4999)}\n${'z'.repeat(4999)}\nEnd.\n`,
    'none.md': '---\ntitle: None\nelements: ["1.1"]\n---',
    'whole.md': `---\ntitle: Whole\nelements: ["1.1"]\n---\n${'x'.repeat(9000)}`,
  };
  const textAt = (line: number) => ({ evidence: 'lines.md', line });
  for (const [what, input, path, says] of [
    ['by its path', { evidence: 'b.md' }, 'file', 'b.md'],
    ['by its ref, with a blank that nobody can tell from its own', { evidence: 'ES\u00A02' }, 'file', 'b.md'],
    ['by a title that several have', { evidence: 'paper' }, 'several', 'Several pieces of evidence are called so. Ask for one of them by its file.'],
    ['by a title that several have: each', { evidence: 'paper' }, 'items.total', 2],
    ['its elements, and IDs that are none', { evidence: 'a.md' }, 'elements.shown', [
      { element: '1.1', words: 'People are greeted', state: 'evidenced', file: 'a.md', line: 3 },
      { element: '9.9', words: 'not in the standard', file: 'a.md', line: 3 },
    ]],
    ['its words', { evidence: 'a.md' }, 'text', { fromLine: 7, quote: '\nOne.\n\nTwo.\n', toLine: 10 }],
    ['its words from a line on', { evidence: 'a.md', line: 10 }, 'text', { fromLine: 10, quote: 'Two.\n', toLine: 10 }],
    ['a line that is longer than an answer, whole', { evidence: 'long.md' }, 'text.quote.length', 9001],
    ['where to go on behind it', { evidence: 'long.md' }, 'text.more', '5 more characters: ask again with line: 6.'],
    ['no words, where there are none', { evidence: 'none.md' }, 'text', { fromLine: 4, quote: '', toLine: 4 }],
    ['such a line at the end of a file', { evidence: 'whole.md' }, 'text.quote.length', 9000],
    ['whole lines, where they are shorter', textAt(5), 'text.quote.length', 5000],
    ['where to go on behind them', textAt(5), 'text.more', '5005 more characters: ask again with line: 6.'],
    ['the rest', textAt(6), 'text.toLine', 7],
  ] as const)
    it(what, async () => deepEqual(await told(files, ['show_evidence', input], path), says)); // prettier-ignore
});

describe('What assistants are told of portfolios', () => {
  const two: Files = {
    'one/portfolio.yaml': 'title: One\nstandard: small\n',
    'one/a.md': evidence('"1.1"'),
    'two/portfolio.yaml': 'title: Two\nstandard: small\n',
    'portfolio.yaml': null,
  };
  const folders = ['one', 'two'].map((name) => joinPath(home, name));
  const overview = 'portfolios.shown.0';
  for (const [what, files, question, path, says] of [
    ['the edition of a standard', {}, ['show_overview', {}], `${overview}.standards.0.edition`, '2026'],
    ['none, where it has none', { 'portfolio.yaml': 'standard: small\n' }, ['show_overview', {}], `${overview}.standards.0.edition`, undefined],
    ['the profile', { 'portfolio.yaml': 'standard: { file: ours.yaml, profile: core }\n' }, ['show_overview', {}], `${overview}.standards.0.profile`, 'Core'],
    ['the award by either rating', { 'portfolio.yaml': 'standard: small\nassessment: { "1.1": { self: good, assessor: poor } }\n' }, ['show_overview', {}], `${overview}.standards.0.award`, {
      self: '1 of 3 applicable elements fair or better: 33 %, the award asks for 50 %',
      assessor: '0 of 3 applicable elements fair or better (1 rated so far): 0 %, the award asks for 50 %',
    }],
    ['that a standard has faults', { 'ours.yaml': 'title: Ours\nchildren: [{ text: One }]\n' }, ['show_overview', {}], `${overview}.standards.0.fault`, 'the standard in ours.yaml has faults'],
    ['the day of the assessment', { 'portfolio.yaml': 'standard: small\nassessment-date: 2026-12-01\n' }, ['show_overview', {}], `${overview}.assessment`, '2026-12-01'],
    ['of several open folders, the folder before the path', two, ['show_element', { element: '1.1' }], 'elements.0.items.shown.0.file', 'one/a.md'],
    ['of several open folders, each by its name', two, ['show_element', { element: '1.1', portfolio: 'two' }], 'elements.0.root', 'two'],
    ['which there are, where one is asked for that is not there', two, ['show_overview', { portfolio: 'Three' }], '', 'No portfolio here is called “Three”. There are “One” in one; “Two” in two.'],
    ['of a part of the standard, what is in it', {}, ['show_standard', { part: '2' }], 'parts.0.below.total', 1],
    ['of the standard, its parts', {}, ['show_standard', {}], `${overview}.standards.0.parts.shown.1`, { id: '2', level: 'Part', words: 'Answers', elements: { total: 1, evidenced: 0, overdue: 0, draft: 0, missing: 1, notApplicable: 0 } }],
    ['what is due of elements without evidence, and no file for it', { 'portfolio.yaml': 'standard: small\nassignments: { "1.1": Clerk }\n' }, ['list_due', { person: 'clerk' }], `${overview}.due.shown`, [
      { kind: 'element', what: 'Find evidence for 1.1, “People are greeted”', elements: ['1.1'], people: ['Clerk'], by: undefined, urgency: 'undated' },
    ]],
    ['who is meant, by a part of a name', { 'portfolio.yaml': 'standard: small\nassignments: { "1.1": Senior Clerk }\n' }, ['list_due', { person: 'clerk' }], '', 'Nobody called “clerk” has anything to do. Did you mean Senior Clerk?'],
    ['who is meant, by a name with a slip', { 'portfolio.yaml': 'standard: small\nassignments: { "1.1": Clerk }\n' }, ['list_due', { person: 'Clrek' }], '', 'Nobody called “Clrek” has anything to do. Did you mean Clerk?'],
  ] as const satisfies readonly (readonly [string, Files, readonly [string, object], string, unknown])[])
    it(what, async () => deepEqual(await told(files, question, path, files === two ? folders : [home]), says)); // prettier-ignore

  it('of another folder, the path that leads there', async () =>
    equal(
      await told(
        {
          'elsewhere/ours.yaml': standard,
          'p/portfolio.yaml': 'standard: ../elsewhere/ours.yaml\n',
          'portfolio.yaml': null,
        },
        ['show_element', { element: '1.1' }],
        'elements.0.standard.file',
        [joinPath(home, 'p')],
      ),
      '../elsewhere/ours.yaml',
    ));
});
