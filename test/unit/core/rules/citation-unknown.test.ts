/** What texts cite and there is not: elements, refs and files; and what only looks like it. What is found stands between « and ». */
import { deepEqual } from 'node:assert/strict';
import { unknownIdentifiers } from '../../../../server/core/citations/citedIdentifiers';
import { checkRule } from '../../support/checkRule';
import { checkFixes } from '../../support/codeActions';
import type { Files } from '../../support/portfolioFiles';
import { customerServiceExcellence, standardOf } from '../../support/standards';

const rule = 'citation-unknown';

/** A text in a portfolio of Customer Service Excellence, with a few files around it. */
const one = (body: string, more: Files = {}): Files => ({
  'portfolio.yaml': 'rules: { citation-unknown: warning, element-uncovered: off }\n',
  'evidence/policies/a.md': `---\nelements: [3.2.4]\nref: ES 1\n---\n\n# A\n\n${body}\n`,
  'evidence/policies/leaflet.pdf': null,
  'evidence/b.md': '---\nelements: [3.2.4]\nref: ES 12\n---\n\n# B\n',
  'evidence/c.md': '---\nelements: [3.2.4]\nref: A1\n---\n\n# C\n',
  'evidence/d.md': '---\nelements: [3.2.4]\nref: A 2\n---\n\n# D\n',
  ...more,
});

/** Texts that say of a file that it is there. */
const pathsOfNow: readonly string[] = [
  'As «evidence/policies/absent.md» shows, we do.',
  'It is kept in «evidence/policies/absent.md».',
  'The policy (`«evidence/policies/absent.md»`) says so.',
  'The text was moved to «evidence/policies/absent.md».',
  'I have created «evidence/policies/absent.md» for this.',
  'It was renamed to “«evidence/policies/absent.md»”.',
  'Evidence: «evidence/policies/absent.md»',
  '| «evidence/policies/absent.md» | 2026 |\n|---|---|',
  'Nothing was removed. «evidence/policies/absent.md» says it.',
  '«evidence/policies/absent.md» was approved in May.',
  'We once said it. See «evidence/policies/absent.md».',
];

/** Texts that say of one that it is an example, was there, or is to come. */
const pathsOfOtherTimes: readonly string[] = [
  'Give it a name, for example evidence/policies/absent.md.',
  'A path such as `evidence/policies/absent.md` is enough.',
  'Folders (e.g. evidence/policies/absent.md) may be nested.',
  'Use names like “evidence/policies/absent.md”.',
  'This was moved from evidence/policies/absent.md in May.',
  'It was renamed\nfrom evidence/policies/absent.md.',
  'Formerly evidence/policies/absent.md.',
  'It replaces evidence/policies/absent.md.',
  'We deleted the old file evidence/policies/absent.md.',
  'It used to be in `evidence/policies/absent.md`.',
  'This stands here instead of in evidence/b.md, and instead of evidence/policies/absent.md.',
  'evidence/policies/absent.md was deleted in 2025.',
  '`evidence/policies/absent.md` (withdrawn)',
  'evidence/policies/absent.md has been replaced by this.',
  'evidence/policies/absent.md is no longer kept.',
  'evidence/policies/absent.md does not exist any more.',
  'evidence/policies/absent.md → evidence/b.md',
  'Save it as evidence/policies/absent.md.',
  'Create `evidence/policies/absent.md` next.',
  'The minutes will be in evidence/policies/absent.md.',
  'evidence/policies/absent.md will be written in June.',
  'evidence/policies/absent.md is not yet written.',
];

/** What else is there when something is offered. */
const others: Files = {
  'evidence/policies/forms.pdf': null,
  'evidence/other/FORM.pdf': null,
  'evidence/other/note.pdf': null,
  'evidence/other/formal/z.pdf': null,
  ...Object.fromEntries([20, 10, 2, 1].map((folder) => [`evidence/${folder}/plan.pdf`, null])),
};

const elementWords = (id: string, advice: string): string =>
  `warning: ${id} is cited here, and Customer Service Excellence has no such part.${advice}`;

const near =
  ' Did you mean 3.2.1, “We provide our customers with the information they need in ways that meet their…”? Also near: 3.2.2, 3.2.3.';

/** The IDs that are found, of a text against Customer Service Excellence. */
const found = (text: string): readonly string[] =>
  unknownIdentifiers(customerServiceExcellence, text, 0).map(({ id }) => id);

describe(rule, () => {
  for (const [text, ids] of [
    ['This meets element 3.9.9.', ['3.9.9']],
    ['This meets Element 3.9.9 in full.', ['3.9.9']],
    ['It is evidence for criterion 9.1, and more.', ['9.1']],
    ['It is evidence for criterion 9.', ['9']],
    ['See sub-criterion 4.9 below', ['4.9']],
    ['elements 1.1.1, 9.9.9 and 3.2.9', ['9.9.9', '3.2.9']],
    ['Elements 3.2.4–3.2.9 are covered', ['3.2.9']],
    ['elements **3.9.9**, “3.9.8” or `3.9.7`', ['3.9.9', '3.9.8', '3.9.7']],
    ['criteria 6 & 7', ['6', '7']],
    ['(element 3.9.9)', ['3.9.9']],
    ['Customer Service Excellence Standard: element 3.9.9', ['3.9.9']],
    ['How we meet the Standard (element 3.9.9)', ['3.9.9']],
    ['Evidence Summary: element 3.9.9', ['3.9.9']],
    ['We have got an award, element 3.9.9', ['3.9.9']],
    ['the words of element\n3.9.9 are clear', ['3.9.9']],
    ['CSE element 3.9.9', ['3.9.9']],
    ['element 3.9.9 of the standard', ['3.9.9']],
    ['element 3.9.9 of Customer Service Excellence', ['3.9.9']],
    ['element 3.9.9 in our portfolio', ['3.9.9']],
    ['element 3.9.9 of criterion 3', ['3.9.9']],
    ['element 3.9.9 to show it', ['3.9.9']],
    ['element 3.9.9 (Customer Service Excellence)', ['3.9.9']],
    ['criterion 9.1 (CSE)', ['9.1']],
    ['element 3.9.9 (ES 12)', ['3.9.9']],
    ['element 3.9.9 (see below)', ['3.9.9']],
    ['element 3.9.9 (Accurate information)', ['3.9.9']],
    ['criterion 9.1 (as the report of the DWP says)', ['9.1']],
    ['we meet the Standard criterion 9.1', ['9.1']],
    ['this is Evidence element 3.9.9', ['3.9.9']],
    ['under Criterion 3 Element 3.9.9', ['3.9.9']],
    ['Meets element 3.9.9', ['3.9.9']],
    ['elements 3.9.9 and 10.2.1', ['3.9.9', '10.2.1']],
  ] as const)
    it(`finds ${text}`, () => deepEqual(found(text), ids));

  for (const text of [
    'This meets element 3.2.4 and criterion 3.2.',
    'elements 3.2.1, 3.2.2 and 3.2.3',
    'Version 3.9.9 was installed on 9.9.2026 at 9.30.',
    'We use Node 20.19.0, npm 9.9.9 and v3.9.9.',
    'Call 0161 496 0000 or 9.9.9.',
    'It costs 9.99 or 3.9.9.',
    'The server is 10.9.9.9, and element 10.9.9.9 is none.',
    'Section 3.9.9 of the Equality Act applies.',
    'See section 9.9 of the plan, and paragraph 3.9.9.',
    'WCAG 2.2 success criterion 1.4.3 and criterion 1.4.13 of WCAG',
    'WCAG 2.1, criterion 1.4.99',
    'ISO 9001 element 9.9.9',
    'element 3.9.9 of the Charter Mark',
    'The Charter Mark (criterion 6.1) came before this.',
    'In the Investors in People framework, criterion 7.8 is about learning.',
    'Public Library Standards: criteria 6, 7 and 8',
    'The Green Flag Award: criteria 9 to 27 were met.',
    'Under the Equality Act, element 3.9.9',
    'element 3.9.9 of our plan',
    'element 3.9.9 in the Act',
    'its element 9.9.9',
    'the council’s criterion 9',
    'element 42 of the array',
    'criterion 7.1 (Quest UK)',
    'criterion 7.1 (the Quest Award)',
    'criterion 7.1 (ISO 9001)',
    '**criterion 7.1** (PAS 78)',
    'criteria 6.9 and 7.1 (Investors in People Standard)',
    'criteria 6.9, 7.1 and 7.2 of Quest',
    'we took it from the Quest criterion 7.1',
    'as in Matrix element 9.9.9',
    'decisions about elements 0.28, 0.91, 4.7; elements of it',
    'an overhead of elements 0.5 and 9.9',
    'element 9 is none of three numbers',
    'criterion 2026',
    '57 elements. 9.9.9 follows.',
    'There are 3 elements\n\n9.9.9 Heading',
    'elements 9.9.9.9',
    'an element of 9.9',
    'elementary 3.9.9',
    'Elements 9.9.9th',
  ])
    it(`is silent about ${text}`, () => deepEqual(found(text), []));

  it('learns from the standard what its parts are called, and what their IDs look like', () => {
    const nist = standardOf(
      'nist',
      'title: Security Controls\nlevels: [Family, Control]\nchildren: [{ id: AC, children: [{ id: AC-2 }, { id: "AC-2(1)" }] }]\n',
    );
    const of = (text: string): readonly string[] => unknownIdentifiers(nist, text, 0).map(({ id }) => id);
    deepEqual(of('Control AC-99, controls AC-2 and AC-2(9), family AC'), ['AC-99', 'AC-2(9)']);
    deepEqual(of('family XX'), ['XX']);
  });

  it('asks that the standard is named where every document has such parts', () => {
    const clauses = standardOf(
      'clauses',
      'title: Quality Management\nlevels: [Clause]\nchildren: [{ id: "9.1" }, { id: "9.2" }]\n',
    );
    const of = (text: string): readonly string[] => unknownIdentifiers(clauses, text, 0).map(({ id }) => id);
    deepEqual(of('Clause 9.7 of the contract; see clause 9.8.'), []);
    deepEqual(of('Clause 9.7 of the standard, and Quality Management, clause 9.8.'), ['9.7', '9.8']);
  });

  for (const [name, body, says] of [
    ['an element in prose and in a code span', 'This meets element «3.2.9», and `element «3.2.9»`.', [elementWords('3.2.9', near), elementWords('3.2.9', near)]],
    ['a group', 'It is evidence for criterion «9.1».', [elementWords('9.1', '')]],
    ['an element in a list and in a table', '- element «9.9.9»\n\n| A | B |\n|---|---|\n| element «8.8.8» | b |', [elementWords('9.9.9', ''), elementWords('8.8.8', '')]],
    ['a ref between brackets', 'As [«ES 99»] shows, and [ES 12].', ['warning: ES 99 is cited here, and no evidence has this ref.']],
    ['a ref behind a word', 'See «ES 99», evidence ES 12 and ref «ES 98».', ['warning: ES 99 is cited here, and no evidence has this ref.', 'warning: ES 98 is cited here, and no evidence has this ref.']],
    ['a file', 'See «evidence/policies/absent.md».', ['warning: evidence/policies/absent.md is cited here, and there is no such file: neither from the folder of this file nor from that of the portfolio.']],
    ['a ref of a letter and a number between brackets, and behind a word for refs', 'As [«A 99»] shows, ref «A38» and evidence «A39».', ['A 99', 'A38', 'A39'].map((ref) => `warning: ${ref} is cited here, and no evidence has this ref.`)],
    ...pathsOfNow.map((text) => [`a file in “${text}”`, text, ['warning: evidence/policies/absent.md is cited here, and there is no such file: neither from the folder of this file nor from that of the portfolio.']] as const),
    ['a file in a code span', 'It is in `«evidence/policies/absent.pdf»`, line 3.', ['warning: evidence/policies/absent.pdf is cited here, and there is no such file: neither from the folder of this file nor from that of the portfolio.']],
  ] as const)
    it(`reports ${name}`, () => checkRule(rule, one(body), says)); // prettier-ignore

  for (const [name, body] of [
    ['elements that there are', 'Elements 3.2.4 and 1.1.1 of criterion 3.'],
    ['refs that there are, and of other kinds', 'See ES 12, [ES 1], [RFC 2119], [BS 8477], [note 3] and [HR 99].'],
    ['years', 'See ES 2026 and [ES 2025].'],
    ['links by their labels', '[ES 99]: b.md\n\nSee [ES 99][ES 12], [ES 99](../b.md) and [^1].\n\n[^1]: Note'],
    ['files that there are', 'See evidence/policies/leaflet.pdf, leaflet.pdf, ../b.md and evidence/b.md#part.'],
    ['paths of something else', 'See src/index.md, docs/readme.md, and/or.md, 3/4.pdf and https://x.org/evidence/absent.md.'],
    ['patterns and places to fill in', 'See evidence/*.md, evidence/<name>.md, evidence/{a,b}.md and evidence/**/x.md.'],
    ['addresses of links, which another rule looks at', '[a](absent/evidence/x.md) and <https://example.org/evidence/policies/absent.md>'],
    ['roads, paper and quarters', 'See A38 closures, document A4, item A9 and see A5.'],
    ...pathsOfOtherTimes.map((text) => [`what is no file of now: ${text}`, text] as const),
    ['blocks of code', '```\nelement 3.9.9 [ES 99] evidence/policies/absent.md\n```\n\n    element 3.9.9'],
    ['comments', '<!-- element 3.9.9 -->\n\nText <!-- [ES 99] --> goes on.'],
  ] as const)
    it(`accepts ${name}`, () => checkRule(rule, one(body), [])); // prettier-ignore

  it('finds them in the order of the text, and the group that is near', () =>
    checkRule(
      rule,
      {
        'portfolio.yaml': 'standard: s.yaml\nrules: { citation-unknown: warning, element-uncovered: off }\n',
        's.yaml':
          'title: S\nlevels: [Criterion, Element]\nchildren: [{ id: "10", title: Ten, children: [{ id: "10.1", text: a }] }, { id: "2", title: Two, children: [{ id: "2.1", text: b }] }]\n',
        'evidence/a.md':
          '---\ntitle: A\nelements: ["10.1"]\nref: ES 1\n---\n\nSee «evidence/absent.md», [«ES 9»], criterion «11» and «45».\n',
      },
      [
        'warning: evidence/absent.md is cited here, and there is no such file: neither from the folder of this file nor from that of the portfolio.',
        'warning: ES 9 is cited here, and no evidence has this ref.',
        'warning: 11 is cited here, and S has no such part. Did you mean 10, “Ten”?',
        'warning: 45 is cited here, and S has no such part.',
      ],
    ));

  it('knows no elements where the standard cannot be read, and refs all the same', () =>
    checkRule(
      rule,
      {
        'portfolio.yaml': 'standard: gone.yaml\nrules: { citation-unknown: warning }\n',
        'a.md': '---\ntitle: A\nelements: ["1.1"]\nref: ES 1\n---\n\nSee element 9.9 and [«ES 3»].\n',
      },
      ['warning: ES 3 is cited here, and no evidence has this ref.'],
    ));

  it('suggests no group where two are as near', () =>
    checkRule(
      rule,
      {
        'portfolio.yaml': 'standard: small\nrules: { citation-unknown: warning, element-uncovered: off }\n',
        'a.md': '---\ntitle: A\nelements: ["1.1"]\n---\n\nSee criterion «3».\n',
      },
      ['warning: 3 is cited here, and Small Standard has no such part.'],
    ));

  it('is off where nobody has asked', () =>
    checkRule(rule, { ...one('element 3.9.9'), 'portfolio.yaml': 'title: A\n' }, []));

  it('looks at action plans, too', () =>
    checkRule(
      rule,
      one('Text.', {
        'action-plan.md':
          '| Ref | Action | Responsibility | Target | Comments |\n|---|---|---|---|---|\n| 3.2.4 | Ask | Jane | 2027-01-01 | see «ES 98» |\n',
      }),
      ['warning: ES 98 is cited here, and no evidence has this ref.'],
    ));

  for (const [name, path, body, titles, after] of [
    ['the elements that are near', 'evidence/policies/a.md', 'See element 3.2.9.', ['Replace with 3.2.1', 'Replace with 3.2.2', 'Replace with 3.2.3'], ['See element 3.2.1.', 'See element 3.2.2.', 'See element 3.2.3.']],
    ['the only ref that is near', 'evidence/policies/a.md', 'See [ES 13].', ['Replace with ES 1', 'Replace with ES 12'], ['See [ES 1].', 'See [ES 12].']],
    ['the one that is near of refs of one kind, however many have it', 'evidence/policies/a.md', 'See ref A3 and A 9.', ['Replace with A1'], ['See ref A1 and A 9.']],
    ['no ref that is two letters off', 'evidence/policies/a.md', 'See ref ES 345.', [], []],
    ['a file of that name in another folder, and one whose name is near', 'evidence/policies/a.md', 'See evidence/policies/form.pdf.', ['Replace with evidence/policies/forms.pdf', 'Replace with evidence/other/FORM.pdf'], ['See evidence/policies/forms.pdf.', 'See evidence/other/FORM.pdf.']],
    ['a file of that name, by its path from the file', 'evidence/policies/a.md', 'See ../policies/note.pdf.', ['Replace with ../other/note.pdf'], ['See ../other/note.pdf.']],
    ['three at most', 'evidence/policies/a.md', 'See evidence/policies/plan.pdf.', ['Replace with evidence/1/plan.pdf', 'Replace with evidence/2/plan.pdf', 'Replace with evidence/10/plan.pdf'], ['See evidence/1/plan.pdf.', 'See evidence/2/plan.pdf.', 'See evidence/10/plan.pdf.']],
    ['a file whose name is near', 'evidence/policies/a.md', 'See evidence/policies/leaflets.pdf.', ['Replace with evidence/policies/leaflet.pdf'], ['See evidence/policies/leaflet.pdf.']],
  ] as const)
    it(`offers ${name}`, () =>
      checkFixes({
        rule,
        files: one(body, others),
        path,
        titles,
        hasFavourite: titles.length === 1,
        after: after.map((text) => one(text)[path] as string),
      })); // prettier-ignore

  for (const name of ['leaf|lets.md', 'leaf*lets.md', 'leaf`lets.md', 'leaf[lets.md', '<b>leaflets.md', '_leaflets_.md', '$(leaflets.md'])
    it(`offers no name that would act in a text: ${name}`, () => {
      const path = 'action-plan.md';
      const plan = `| Ref | Action | Responsibility | Target |\n|---|---|---|---|\n| 3.2.4 | see evidence/z/leaflets.md | Jane | 2027-01-01 |\n`;
      checkFixes({ rule, files: one('Text.', { [path]: plan, [`evidence/z/${name}`]: null }), path, titles: [], after: [] });
    }); // prettier-ignore
});
