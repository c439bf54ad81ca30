/** Every quick fix: the text before and after, with each kind of line end; its finding is gone, and no error has come. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { TextDocumentEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../../../server/core/text/edit';
import type { ActionContext } from '../../../../server/features/fixes/codeActions';
import type { RuleCode } from '../../../../server/core/rules/all';
import { rulesWithRemedy } from '../../../../server/core/rules/all';
import { codeActions, resolveCodeAction } from '../../../../server/features/fixes/codeActions';
import { titleFromName } from '../../../../server/core/text/titleFromName';
import { fixAllInFile, fixAllInPortfolio, fixAllSafely } from '../../../../server/core/index/mend';
import type { FixCase } from '../../support/codeActions';
import {
  actionsFor,
  checkFixes,
  contextOf,
  diagnosticsOf,
  filesAfter,
  target,
} from '../../support/codeActions';
import { atCursor } from '../../support/cursor';
import type { Files } from '../../support/portfolioFiles';
import { at, attachment, home, indexOf } from '../../support/portfolioFiles';
import { smallText, standardOf } from '../../support/standards';

const quiet = 'body-empty: off, title-missing: off, element-uncovered: off, rated-without-evidence: off';
const manifest = (...lines: readonly string[]): string =>
  ['standard: small', `rules: { ${quiet} }`, ...lines, ''].join('\n');

/** A file with lines of front matter and a text. */
const file = (lines: readonly string[], body = '\nText.\n'): string =>
  ['---', ...lines, `---\n${body}`].join('\n');
const one = (lines: readonly string[], ...more: readonly string[]): Files => ({
  'a.md': file(lines),
  'portfolio.yaml': manifest(...more),
});

/** Against an edition that has divided one ID and dropped another. */
const divided = (lines: readonly string[]): Files => ({
  'a.md': file(lines),
  'portfolio.yaml': manifest().replace('standard: small', 'standard: next.yaml'),
  'next.yaml': smallText.replace('"9.9": "1.2"', '"9.9": "1.2", "8.8": ["1.2", "2.1"], "7.7": []'),
});

interface Row extends Omit<FixCase, 'rule'> {
  readonly name: string;
}

const greeted = '1.1, “People are greeted”';
const hours = '1.2, “The opening hours are known”';
const answers = '2.1, “Questions are answered”';
const alone = (settings: Readonly<Record<string, string>> = {}) => ({ settings });

const planTable = (...rows: readonly string[]): string =>
  ['| Ref No. | Criteria / Action | Progress |', '|-|-|-|', ...rows, ''].join('\n');
const planned: Files = { 'portfolio.yaml': manifest() };

const cases: Readonly<Partial<Record<RuleCode, readonly Row[]>>> = {
  'front-matter-unclosed': [
    {
      name: 'closes the block after the last line that can belong to it',
      files: { 'a.md': '---\nelements: ["1.1"]\nowner: Me\n\n# Title\n', 'portfolio.yaml': manifest() },
      titles: ['Close the block with a line of ---'],
      after: ['---\nelements: ["1.1"]\nowner: Me\n---\n\n# Title\n'],
    },
    {
      name: 'closes a block that is all of the file',
      files: { 'a.md': '---\nelements: ["1.1"]', 'portfolio.yaml': manifest() },
      titles: ['Close the block with a line of ---'],
      // A file of one line has the line ends of its first one.
      after: ['---\nelements: ["1.1"]\n---'],
    },
    ...['...', '----', '—', '–––', ' ---', '-- -', '--- # end', '\u200B---', '---\u00A0'].map((line) => ({
      name: `writes --- for ${JSON.stringify(line)}`,
      files: { 'a.md': `---\nelements: ["1.1"]\n${line}\n\n# Title\n`, 'portfolio.yaml': manifest() },
      titles: ['Write --- here, and nothing else'],
      after: ['---\nelements: ["1.1"]\n---\n\n# Title\n'],
    })),
    {
      name: 'closes a block that goes on to a rule in the text',
      files: {
        'a.md': '---\ntitle: T\n\nelements: ["1.1"]\n\n# Title\n\nText\n\n---\n\nMore\n',
        'portfolio.yaml': manifest(),
      },
      titles: ['Close the block with a line of ---'],
      after: ['---\ntitle: T\n\nelements: ["1.1"]\n---\n\n# Title\n\nText\n\n---\n\nMore\n'],
    },
    {
      name: 'writes --- for a line that ends the block above a rule',
      files: {
        'a.md': '---\nelements: ["1.1"]\n...\n\nText: one\n\n---\n\nMore\n',
        'portfolio.yaml': manifest(),
      },
      titles: ['Write --- here, and nothing else'],
      after: ['---\nelements: ["1.1"]\n---\n\nText: one\n\n---\n\nMore\n'],
    },
  ],
  'front-matter-syntax': [
    {
      name: 'puts quotation marks around a text with a colon',
      files: one(['elements: ["1.1"]', 'title: Survey: results # x', 'owner: Me']),
      titles: ['Put quotation marks around “Survey: results # x”'],
      after: [file(['elements: ["1.1"]', 'title: "Survey: results # x"', 'owner: Me'])],
    },
    {
      name: 'puts quotation marks around a text that starts with a mark',
      files: one(['elements: ["1.1"]', 'owner: @me']),
      titles: ['Put quotation marks around “@me”'],
      after: [file(['elements: ["1.1"]', 'owner: "@me"'])],
    },
    {
      name: 'adds a bracket',
      files: one(['title: T', 'elements: ["1.1"']),
      titles: ['Add the missing ]'],
      after: [file(['title: T', 'elements: ["1.1"]'])],
    },
    {
      name: 'adds a quotation mark',
      files: one(['elements: ["1.1"]', 'owner: "Me']),
      titles: ['Add the missing "'],
      after: [file(['elements: ["1.1"]', 'owner: "Me"'])],
    },
    {
      name: 'indents with spaces',
      files: one(['elements:', '\t- "1.1"']),
      titles: ['Indent with spaces'],
      after: [file(['elements:', '  - "1.1"'])],
    },
    ...(
      [
        ['keeps quotation marks as they stand', 'title: "A" and "B"', `title: '"A" and "B"'`],
        ['writes an apostrophe', "title: 'it's'", 'title: "it\'s"', 'Use double quotation marks'],
        ['writes a backslash', 'title: "C:\\data"', "title: 'C:\\data'", 'Use single quotation marks'],
        ['takes brackets for text', 'title: [Draft] Survey', 'title: "[Draft] Survey"'],
        ['takes a mark for text', 'title: > 5 visits', 'title: "> 5 visits"'],
        ['takes a star for text', 'owner: *Anna*', 'owner: "*Anna*"'],
        ['takes an ampersand for text', 'owner: & Sons', 'owner: "& Sons"'],
        ['adds a space', 'owner:Anna', 'owner: Anna', 'Add the missing space'],
        ['adds a colon', 'owner Anna', 'owner: Anna', 'Add the missing colon'],
        ['writes a colon for an equals sign', 'owner = Anna', 'owner: Anna', 'Write a colon'],
        ['removes a line that ends the block', '...\nowner: Anna', 'owner: Anna', 'Remove this line'],
        [
          'takes a line to the margin',
          'owner: Anna\n  kind: data',
          'owner: Anna\nkind: data',
          'Indent this line as the ones around it',
        ],
      ] as const
    ).map(([name, before, after, title]) => ({
      name,
      files: one(['elements: ["1.1"]', before, 'status: draft']),
      titles: [title ?? `Put quotation marks around “${before.slice(before.indexOf(': ') + 2)}”`],
      after: [file(['elements: ["1.1"]', after, 'status: draft'])],
    })),
    {
      name: 'leaves the choice between two versions to the writer',
      files: one(['elements: ["1.1"]', '>>>>>>> main', 'owner: @me']),
      titles: [],
      after: [],
    },
    {
      name: 'writes dashes for bullets',
      files: one(['elements:', '  * "1.1"', '  * "1.2"', 'owner: Me']),
      titles: ['Write dashes for these bullets'],
      after: [file(['elements:', '  - "1.1"', '  - "1.2"', 'owner: Me'])],
    },
    {
      name: 'takes a bullet away behind a dash',
      files: one(['elements:', '  - * "1.1"', 'owner: Me']),
      titles: ['Write dashes for these bullets'],
      after: [file(['elements:', '  - "1.1"', 'owner: Me'])],
    },
    {
      name: 'writes a space for one that is none',
      files: one(['title: T', 'elements:\u00a0["1.1"]']),
      titles: ['Put right a no-break space'],
      after: [file(['title: T', 'elements: ["1.1"]'])],
    },
    {
      name: 'indents with spaces that are such',
      files: one(['elements:', '\u00a0\u2003- "1.1"']),
      titles: ['Put right a no-break space and an em space'],
      after: [file(['elements:', '  - "1.1"'])],
    },
    {
      name: 'puts quotation marks around what has taken the bracket into a remark',
      files: {
        ...one(['elements: ["1.1"]', 'attachments: [a.pdf, b #2.pdf, c #3.pdf]']),
        'a.pdf': attachment,
        'b #2.pdf': attachment,
        'c #3.pdf': attachment,
      },
      titles: ['Put quotation marks around what has a # in it'],
      after: [file(['elements: ["1.1"]', 'attachments: [a.pdf, "b #2.pdf", "c #3.pdf"]'])],
    },
    {
      name: 'offers nothing where it knows nothing',
      files: one(['elements: ["1.1"]', 'owner: a', 'owner: b']),
      titles: [],
      after: [],
    },
  ],
  'evidence-unread': [
    {
      name: 'mends all that keeps a file from being read',
      files: {
        'a.md': '\n—\ntitle: T\nElements:["1.1"]\n—\n\n# Title\n',
        'portfolio.yaml': manifest(),
      },
      titles: ['Put the block at the top right, so that this file is read as evidence'],
      after: ['---\ntitle: T\nelements: ["1.1"]\n---\n\n# Title\n'],
    },
    {
      name: 'takes elements out of the names of something else',
      files: {
        'a.md': '---\nmeta:\n  elements: ["1.1"]\n---\n\n# T\n',
        'portfolio.yaml': manifest(),
      },
      titles: ['Put the block at the top right, so that this file is read as evidence'],
      after: ['---\nelements: ["1.1"]\n---\n\n# T\n'],
    },
  ],
  'front-matter-key': [
    {
      name: 'corrects a key',
      files: one(['elements: ["1.1"]', 'owners: Me # a']),
      titles: ['Replace with owner'],
      after: [file(['elements: ["1.1"]', 'owner: Me # a'])],
    },
    {
      name: 'keeps its quotation marks',
      files: one(['elements: ["1.1"]', "'Review_by': 2027-01-01"]),
      titles: ['Replace with review-by'],
      after: [file(['elements: ["1.1"]', "'review-by': 2027-01-01"])],
    },
    {
      name: 'takes out a character that nobody sees',
      files: one(['elements: ["1.1"]', '"owner\u200B": Me']),
      titles: ['Replace with owner'],
      after: [file(['elements: ["1.1"]', '"owner": Me'])],
    },
  ],
  'front-matter-value': [
    {
      name: 'corrects a word',
      files: one(['elements: ["1.1"]', 'status: "aproved" # a']),
      titles: ['Replace with approved'],
      after: [file(['elements: ["1.1"]', 'status: "approved" # a'])],
    },
    {
      name: 'offers all words where none is near',
      files: one(['elements: ["1.1"]', 'kind: photograph']),
      titles: ['document', 'data', 'testimony', 'observation'].map((word) => `Replace with ${word}`),
      hasFavourite: false,
      after: ['document', 'data', 'testimony', 'observation'].map((word) =>
        file(['elements: ["1.1"]', `kind: ${word}`]),
      ),
    },
    {
      name: 'reads a date, first as the British do',
      files: one(['elements: ["1.1"]', 'date: 01/03/2027']),
      titles: [
        'Replace with 2027-03-01, 1 March 2027 (the day first)',
        'Replace with 2027-01-03, 3 January 2027 (the month first)',
      ],
      after: [
        file(['elements: ["1.1"]', 'date: 2027-03-01']),
        file(['elements: ["1.1"]', 'date: 2027-01-03']),
      ],
    },
    {
      name: 'offers the last day of the month for one that it does not have',
      files: one(['elements: ["1.1"]', "review-by: '2028-02-30'"]),
      titles: ['Replace with 2028-02-29, 29 February 2028 (the last day of that month)'],
      after: [file(['elements: ["1.1"]', "review-by: '2028-02-29'"])],
    },
    {
      name: 'makes a list of IDs in a row',
      files: one(['elements: 1.1, 1.2 # a', 'owner: Me']),
      titles: ['Write these IDs as a list'],
      after: [file(['elements: # a', '  - "1.1"', '  - "1.2"', 'owner: Me'])],
    },
    {
      name: 'offers nothing for a list where one word is wanted',
      files: one(['elements: ["1.1"]', 'kind: [data, document]']),
      titles: [],
      after: [],
    },
    {
      name: 'offers nothing for a list or names where a day is wanted',
      files: one(['elements: ["1.1"]', 'date: [2027-01-01]']),
      titles: [],
      after: [],
    },
    {
      name: 'takes out a character that nobody sees',
      files: one(['elements: ["1.1"]', 'status: "draft\u200B"']),
      titles: ['Replace with draft'],
      after: [file(['elements: ["1.1"]', 'status: "draft"'])],
    },
    {
      name: 'writes very many IDs of one text one below the other',
      files: {
        'a.md':
          '---\ntitle: T\nelements:\n  - 1.1.1; 1.1.2; 1.1.3; 1.2.1; 1.2.2; 1.2.3; 1.3.1\n---\n\nText.\n',
        'portfolio.yaml': 'rules: { element-uncovered: off }\n',
      },
      titles: ['Write 1.1.1, 1.1.2 … 1.3.1 (7 IDs) each on its own'],
      after: [
        '---\ntitle: T\nelements:\n  - 1.1.1\n  - 1.1.2\n  - 1.1.3\n  - 1.2.1\n  - 1.2.2\n  - 1.2.3\n  - 1.3.1\n---\n\nText.\n',
      ],
    },
    {
      name: 'writes all IDs of a range, or its ends where a dash may stand between two',
      files: {
        'a.md': '---\ntitle: T\nelements:\n  - the parts 1.1.1 – 1.1.3 of it\n---\n\nText.\n',
        'portfolio.yaml': 'rules: { element-uncovered: off }\n',
      },
      titles: [
        'Write 1.1.1, 1.1.2 and 1.1.3 each on its own, and “of it” as a remark',
        'Write 1.1.1 and 1.1.3 each on its own, and “of it” as a remark',
      ],
      after: [
        '---\ntitle: T\nelements:\n  - 1.1.1\n  - 1.1.2\n  - 1.1.3 # of it\n---\n\nText.\n',
        '---\ntitle: T\nelements:\n  - 1.1.1\n  - 1.1.3 # of it\n---\n\nText.\n',
      ],
    },
    {
      name: 'corrects the second word',
      files: one(['elements: ["1.1"]', 'status: aproved', 'kind: dta']),
      number: 1,
      titles: ['Replace with data'],
      after: [file(['elements: ["1.1"]', 'status: aproved', 'kind: data'])],
    },
    {
      name: 'writes the IDs of the second text',
      files: one(['elements:', '  - "1.1"', '  - 1.2 and 2.1', 'status: draft']),
      titles: ['Write 1.2 and 2.1 each on its own'],
      after: [file(['elements:', '  - "1.1"', '  - "1.2"', '  - "2.1"', 'status: draft'])],
    },
  ],
  'front-matter-remark': [
    {
      name: 'puts quotation marks around all of the value',
      files: one(['elements: ["1.1"]', 'ref: ES #1', 'owner: Me']),
      titles: ['Put quotation marks around “ES #1”'],
      after: [file(['elements: ["1.1"]', 'ref: "ES #1"', 'owner: Me'])],
    },
    {
      name: 'puts them around a value that is a remark as a whole',
      files: one(['elements: ["1.1"]', 'ref: #12']),
      titles: ['Put quotation marks around “#12”'],
      after: [file(['elements: ["1.1"]', 'ref: "#12"'])],
    },
    {
      name: 'keeps quotation marks that are in it',
      files: one(['elements: ["1.1"]', 'title: The "new" room #3']),
      titles: ['Put quotation marks around “The "new" room #3”'],
      after: [file(['elements: ["1.1"]', 'title: "The \\"new\\" room #3"'])],
    },
    {
      name: 'puts them around an item of a list',
      files: {
        ...one(['elements: ["1.1"]', 'attachments:', '  - report #2.pdf']),
        'report #2.pdf': attachment,
      },
      titles: ['Put quotation marks around “report #2.pdf”'],
      after: [file(['elements: ["1.1"]', 'attachments:', '  - "report #2.pdf"'])],
    },
    {
      name: 'gives a list in brackets its bracket back',
      files: { ...one(['elements: ["1.1"]', 'attachments: [report #2.pdf]']), 'report #2.pdf': attachment },
      titles: ['Put quotation marks around “report #2.pdf”'],
      after: [file(['elements: ["1.1"]', 'attachments: ["report #2.pdf"]'])],
    },
  ],
  'element-unknown': [
    {
      name: 'offers the nearest elements',
      files: one(['elements: ["1.3"] # a']),
      titles: [`Replace with ${greeted}`, `Replace with ${hours}`],
      after: [file(['elements: ["1.1"] # a']), file(['elements: ["1.2"] # a'])],
    },
    {
      name: 'keeps the words behind an ID as a remark',
      files: one(['elements:', '  - 1.1 People are greeted', '  - "1.2"']),
      titles: ['Keep the ID 1.1, and “People are greeted” as a remark'],
      after: [file(['elements:', '  - "1.1" # People are greeted', '  - "1.2"'])],
    },
    {
      name: 'keeps the ID alone where there is no room for a remark',
      files: one(['elements: [2.1 – Answers, "1.2"]']),
      titles: ['Keep only the ID 2.1, without “Answers”'],
      after: [file(['elements: ["2.1", "1.2"]'])],
    },
    {
      name: 'offers nothing where nothing is near',
      files: one(['elements: [Reception]']),
      titles: [],
      after: [],
    },
    {
      name: 'keeps the ID alone where a remark stands already',
      files: one(['elements:', '  - 1.1 People are greeted # see below', '  - "1.2"']),
      titles: ['Keep only the ID 1.1, without “People are greeted”'],
      after: [file(['elements:', '  - "1.1" # see below', '  - "1.2"'])],
    },
    {
      name: 'says a long text around an ID shortly',
      files: one(['elements:', '  - 2.1 Questions are answered by whoever is at the desk']),
      titles: ['Keep the ID 2.1, and “Questions are answered by whoever is at…” as a remark'],
      after: [file(['elements:', '  - "2.1" # Questions are answered by whoever is at the desk'])],
    },
    {
      name: 'says a text of forty characters around an ID as it is',
      files: one(['elements:', '  - 2.1 Questions are answered by who is at desk']),
      titles: ['Keep the ID 2.1, and “Questions are answered by who is at desk” as a remark'],
      after: [file(['elements:', '  - "2.1" # Questions are answered by who is at desk'])],
    },
    {
      name: 'takes out a character that nobody sees',
      files: one(['elements: ["1.1\u200B"]']),
      titles: ['Keep the ID 1.1'],
      after: [file(['elements: ["1.1"]'])],
    },
    {
      name: 'removes what says a listed ID in another way',
      files: one(['elements: ["1.1", 1.1 People, "2.1"]']),
      titles: ['Remove “1.1 People”: 1.1 is in the list already'],
      after: [file(['elements: ["1.1", "2.1"]'])],
    },
    {
      name: 'writes the ID for a value that stands elsewhere, too',
      files: one(['owner: &x 1.1 People', 'elements: [*x]']),
      titles: [`Replace with ${greeted}`],
      after: [file(['owner: &x 1.1 People', 'elements: ["1.1"]'])],
    },
    {
      name: 'names an element without words by its ID',
      files: {
        'a.md': file(['elements: [AB-3]']),
        's.yaml': 'title: S\nchildren: [{ id: AB-1 }, { id: XY-7 }]\n',
        'portfolio.yaml': manifest().replace('standard: small', 'standard: s.yaml'),
      },
      titles: ['Replace with AB-1'],
      after: [file(['elements: [AB-1]'])],
    },
  ],
  'element-not-assessable': [
    {
      name: 'offers the elements of the group, in brackets',
      files: one(['elements: ["1"] # a']),
      titles: [`Replace with ${greeted}`, `Replace with ${hours}`, 'Replace with all 2 elements of 1'],
      after: [
        file(['elements: ["1.1"] # a']),
        file(['elements: ["1.2"] # a']),
        file(['elements: ["1.1", "1.2"] # a']),
      ],
    },
    {
      name: 'offers them in lines',
      files: one(['elements:', "  - '1' # a", "  - '2.1'"]),
      titles: [`Replace with ${greeted}`, `Replace with ${hours}`, 'Replace with all 2 elements of 1'],
      after: [
        file(['elements:', "  - '1.1' # a", "  - '2.1'"]),
        file(['elements:', "  - '1.2' # a", "  - '2.1'"]),
        file(['elements:', "  - '1.1' # a", "  - '1.2'", "  - '2.1'"]),
      ],
    },
    {
      name: 'leaves out what is in the list',
      files: one(['elements: ["1.2", "1"]']),
      titles: [`Replace with ${greeted}`],
      after: [file(['elements: ["1.2", "1.1"]'])],
    },
    {
      name: 'takes the group away where all of it is in the list',
      files: one(['elements: ["1.2", "1", "1.1"]']),
      titles: ['Remove 1: its elements are all in the list'],
      after: [file(['elements: ["1.2", "1.1"]'])],
    },
    {
      name: 'offers the rest of the group, where one is listed',
      files: {
        'a.md': file(['elements: [S, S.2]']),
        'portfolio.yaml': manifest().replace('standard: small', 'standard: s.yaml'),
        's.yaml':
          'title: S\nlevels: [Part, Element]\nchildren: [{ id: S, title: Part, children: [{ id: S.1, text: a }, { id: S.2, text: b }, { id: S.3, text: c }] }]\n',
      },
      titles: ['Replace with S.1, “a”', 'Replace with S.3, “c”', 'Replace with the other 2 elements of S'],
      after: [
        file(['elements: [S.1, S.2]']),
        file(['elements: [S.3, S.2]']),
        file(['elements: [S.1, S.3, S.2]']),
      ],
    },
    {
      name: 'takes a group away that has no elements',
      files: {
        'a.md': file(['elements: [E, S.1]']),
        'portfolio.yaml': manifest().replace('standard: small', 'standard: s.yaml'),
        's.yaml':
          'title: S\nlevels: [Part, Element]\nchildren: [{ id: S.1, text: a }, { id: E, title: Empty, assessable: false }]\n',
      },
      titles: ['Remove E: there are no elements below it'],
      after: [file(['elements: [S.1]'])],
    },
  ],
  'element-retired': [
    {
      name: 'writes the new ID',
      files: one(['elements: [9.9]']),
      titles: [`Replace with ${hours}`],
      after: [file(['elements: ["1.2"]'])],
    },
    {
      name: 'offers each and all of several that an ID has become',
      files: divided(['elements: ["1.1", "8.8"]']),
      titles: [
        `Replace with ${hours}`,
        'Replace with 2.1, “Questions are answered”',
        'Replace with all 2 that 8.8 has become',
      ],
      hasFavourite: false,
      after: [
        file(['elements: ["1.1", "1.2"]']),
        file(['elements: ["1.1", "2.1"]']),
        file(['elements: ["1.1", "1.2", "2.1"]']),
      ],
    },
    {
      name: 'takes an ID away where all that it has become is in the list',
      files: divided(['elements: ["1.2", "2.1", "8.8"]']),
      titles: ['Remove 8.8: all that it has become is in the list'],
      hasFavourite: false,
      after: [file(['elements: ["1.2", "2.1"]'])],
    },
    {
      name: 'leaves to people what has been dropped',
      files: divided(['elements: ["1.1", "7.7"]']),
      titles: [],
      after: [],
    },
    {
      name: 'takes the old ID away where the new one is in the list',
      files: one(['elements:', '  - "9.9"', '  - "1.2"']),
      titles: ['Remove 9.9: 1.2, which replaces it, is in the list'],
      after: [file(['elements:', '  - "1.2"'])],
    },
    {
      name: 'offers the one of several that the list does not have',
      files: divided(['elements: ["1.2", "8.8"]']),
      titles: ['Replace with 2.1, “Questions are answered”'],
      hasFavourite: false,
      after: [file(['elements: ["1.2", "2.1"]'])],
    },
  ],
  'element-duplicate': [
    {
      name: 'takes the second one away',
      files: one(['elements: ["1.1", "1.2", \'1.1\']']),
      titles: ['Remove 1.1 here: it is in the list already'],
      after: [file(['elements: ["1.1", "1.2"]'])],
    },
    {
      name: 'takes its line away',
      files: one(['elements:', '  - "1.1" # a', '  - "1.1" # b', '  - "1.2" # c']),
      titles: ['Remove 1.1 here: it is in the list already'],
      after: [file(['elements:', '  - "1.1" # a', '  - "1.2" # c'])],
    },
    {
      name: 'takes the third one away',
      files: one(['elements: ["1.1", "1.2", "1.1", "1.2"]']),
      number: 1,
      titles: ['Remove 1.2 here: it is in the list already'],
      after: [file(['elements: ["1.1", "1.2", "1.1"]'])],
    },
  ],
  'element-unquoted': [
    {
      name: 'puts quotation marks',
      files: one(['elements:', '  - 1.1 # a']),
      titles: ['Put quotation marks around 1.1'],
      after: [file(['elements:', '  - "1.1" # a'])],
    },
    {
      name: 'puts them in brackets',
      files: one(['elements: [ 2.1, "1.1" ]']),
      titles: ['Put quotation marks around 2.1'],
      after: [file(['elements: [ "2.1", "1.1" ]'])],
    },
    {
      name: 'puts them around the second',
      files: one(['elements: [2.1, 1.1]']),
      number: 1,
      titles: ['Put quotation marks around 1.1'],
      after: [file(['elements: [2.1, "1.1"]'])],
    },
  ],
  'element-not-applicable': [
    {
      name: 'takes the ID away, or the decision back',
      files: one(
        ['elements: ["1.1", "1.2"]'],
        'assessment:',
        '  "1.1": { applicable: false, reason: None } # a',
        '  "1.2": {}',
      ),
      titles: ['Remove 1.1 from this file', 'Declare 1.1 applicable again, in portfolio.yaml'],
      hasFavourite: false,
      after: [file(['elements: ["1.2"]']), { 'portfolio.yaml': manifest('assessment:', '  "1.2": {}') }],
    },
    {
      name: 'cannot take back a decision that stands elsewhere, too',
      files: one(
        ['elements: ["1.1", "1.2"]'],
        'assessment:',
        '  "1.1": &x',
        '    applicable: false',
        '    reason: Why',
        '  "1.2": *x',
      ),
      titles: ['Remove 1.1 from this file'],
      hasFavourite: false,
      after: [file(['elements: ["1.2"]'])],
    },
  ],
  'element-heading-unlisted': [
    {
      name: 'lists the element of the heading',
      files: { 'a.md': file(['elements: ["1.1"]'], '\n## 1.2 Hours\n'), 'portfolio.yaml': manifest() },
      titles: [`Add ${hours}, to the elements of this file`],
      after: [file(['elements: ["1.1", "1.2"]'], '\n## 1.2 Hours\n')],
    },
  ],
  'review-overdue': [
    {
      name: 'sets both dates',
      files: one(['elements: ["1.1"]', 'date: "2025-01-01" # a', "review-by: '2026-01-01' # b"]),
      titles: ['Mark reviewed: true as of today, 15 June 2026, next review by 15 June 2027'],
      hasFavourite: false,
      after: [file(['elements: ["1.1"]', 'date: "2026-06-15" # a', "review-by: '2027-06-15' # b"])],
    },
    {
      name: 'adds the day on which it was true',
      files: one(['review-by: 2026-01-01', 'elements: ["1.1"]', 'attachments: []']),
      titles: ['Mark reviewed: true as of today, 15 June 2026, next review by 15 June 2027'],
      hasFavourite: false,
      after: [file(['review-by: 2027-06-15', 'elements: ["1.1"]', 'date: 2026-06-15', 'attachments: []'])],
    },
  ],
  'review-due-soon': [
    {
      name: 'sets both dates',
      files: one(['elements: ["1.1"]', 'date: 2025-07-01', 'review-by: 2026-07-01']),
      titles: ['Mark reviewed: true as of today, 15 June 2026, next review by 15 June 2027'],
      hasFavourite: false,
      after: [file(['elements: ["1.1"]', 'date: 2026-06-15', 'review-by: 2027-06-15'])],
    },
  ],
  'ref-duplicate': [
    {
      name: 'uses the next free number',
      files: {
        ...one(['elements: ["1.1"]', 'ref: "ES 1" # a']),
        'b.md': file(['elements: ["1.1"]', 'ref: ES 1']),
        'c.md': file(['elements: ["1.1"]', 'ref: ES 9']),
      },
      titles: ['Use ES 10, the next free ref'],
      after: [file(['elements: ["1.1"]', 'ref: "ES 10" # a'])],
    },
    {
      name: 'leaves out a character that nobody sees',
      files: {
        ...one(['elements: ["1.1"]', 'ref: "ES\u200B 1"']),
        'b.md': file(['elements: ["1.1"]', 'ref: ES 1']),
        'c.md': file(['elements: ["1.1"]', 'ref: ES 2']),
      },
      titles: ['Use ES 3, the next free ref'],
      after: [file(['elements: ["1.1"]', 'ref: "ES 3"'])],
    },
  ],
  'body-empty': [
    {
      name: 'begins the text with the guidance',
      files: {
        'a.md': '---\ntitle: T\nelements: [1.1.1]\n---\n',
        'portfolio.yaml': 'rules: { element-uncovered: off }\n',
      },
      titles: [
        'Insert the guidance of 1.1.1, “We have an in-depth understanding of the characteristics of our current and…” as a task list',
      ],
      hasFavourite: false,
      after: [],
    },
    {
      name: 'offers the guidance of three elements, each once',
      files: {
        'a.md': '---\ntitle: T\nelements: [x, "1.1", 1.1.1, 1.1.1, 1.1.2, 1.1.3, 1.2.1]\n---\n',
        'portfolio.yaml':
          'rules: { element-uncovered: off, element-unknown: off, element-duplicate: off, element-not-assessable: off }\n',
      },
      titles: [
        'Insert the guidance of 1.1.1, “We have an in-depth understanding of the characteristics of our current and…” as a task list',
        'Insert the guidance of 1.1.2, “We have developed customer insight about our customer groups to better…” as a task list',
        'Insert the guidance of 1.1.3, “We make particular efforts to identify hard-to-reach and disadvantaged groups…” as a task list',
      ],
      hasFavourite: false,
      after: [],
    },
    {
      name: 'has no guidance to offer where the standard has none',
      files: {
        'a.md': '---\ntitle: T\nelements: ["1.1"]\n---\n',
        'portfolio.yaml': 'standard: small\nrules: { element-uncovered: off }\n',
      },
      titles: [],
      after: [],
    },
  ],
  'attachment-missing': [
    {
      name: 'takes the name that is there, with the page',
      files: {
        ...one(['elements: ["1.1"]', 'attachments: ["./Files/REPORT.pdf#page=4"]']),
        'files/Report.pdf': attachment,
        'old/report.pdf': attachment,
      },
      titles: [
        'Change to ./files/Report.pdf#page=4',
        'Change to files/Report.pdf#page=4',
        'Change to old/report.pdf#page=4',
        'Remove ./Files/REPORT.pdf#page=4 from the attachments',
      ],
      after: [file(['elements: ["1.1"]', 'attachments: ["./files/Report.pdf#page=4"]'])],
    },
    {
      name: 'takes the attachment off the list',
      files: one(['elements: ["1.1"]', 'attachments:', '  - gone.pdf # a', '  - https://example.org']),
      titles: ['Remove gone.pdf from the attachments'],
      hasFavourite: false,
      after: [file(['elements: ["1.1"]', 'attachments:', '  - https://example.org'])],
    },
    {
      name: 'takes the key away with the last one',
      files: one(['elements: ["1.1"]', 'attachments: [gone.pdf] # a', 'owner: Me']),
      titles: ['Remove gone.pdf from the attachments'],
      hasFavourite: false,
      after: [file(['elements: ["1.1"]', 'owner: Me'])],
    },
    {
      name: 'leads to the file of that name elsewhere, and creates one that is a text',
      files: {
        ...one(['elements: ["1.1"]', 'attachments: ["notes/visit-notes.md", b.pdf]']),
        'b.pdf': attachment,
        'old notes/Visit-notes.md': 'Text.\n',
      },
      titles: [
        'Change to old notes/Visit-notes.md',
        'Create notes/visit-notes.md',
        'Remove notes/visit-notes.md from the attachments',
      ],
      after: [
        file(['elements: ["1.1"]', 'attachments: ["old notes/Visit-notes.md", b.pdf]']),
        { 'notes/visit-notes.md': '# Visit notes\n' },
        file(['elements: ["1.1"]', 'attachments: [b.pdf]']),
      ],
    },
    {
      name: 'creates nothing in a client that cannot',
      files: one(['elements: ["1.1"]', 'attachments: gone.md']),
      titles: ['Remove gone.md from the attachments'],
      hasFavourite: false,
      after: [file(['elements: ["1.1"]'])],
      options: { target: { ...target, createsFiles: false } },
    },
    {
      name: 'offers three places at most, and not the file itself',
      files: {
        'x/a.md': file(['elements: ["1.1"]', 'attachments: [sub/a.md, b.pdf#page=2]']),
        ...Object.fromEntries(['y4', 'y3', 'y2', 'y1'].map((folder) => [`${folder}/b.pdf`, attachment])),
        'portfolio.yaml': manifest(),
      },
      path: 'x/a.md',
      titles: ['Create sub/a.md', 'Remove sub/a.md from the attachments'],
      hasFavourite: false,
      after: [{ 'x/sub/a.md': '# A\n' }, file(['elements: ["1.1"]', 'attachments: [b.pdf#page=2]'])],
    },
    {
      name: 'offers the first three places in order',
      files: {
        'x/a.md': file(['elements: ["1.1"]', 'attachments: [b.pdf#page=2]']),
        ...Object.fromEntries(['y4', 'y3', 'y2', 'y1'].map((folder) => [`${folder}/b.pdf`, attachment])),
        'portfolio.yaml': manifest(),
      },
      path: 'x/a.md',
      titles: [
        ...['y1', 'y2', 'y3'].map((folder) => `Change to ../${folder}/b.pdf#page=2`),
        'Remove b.pdf#page=2 from the attachments',
      ],
      after: ['y1', 'y2', 'y3'].map((folder) =>
        file(['elements: ["1.1"]', `attachments: [../${folder}/b.pdf#page=2]`]),
      ),
    },
    {
      name: 'offers no folder',
      files: one(['elements: ["1.1"]', 'attachments: [x/, https://e.org]']),
      titles: ['Remove x/ from the attachments'],
      hasFavourite: false,
      after: [file(['elements: ["1.1"]', 'attachments: [https://e.org]'])],
    },
    {
      name: 'takes the second name that is there',
      files: {
        ...one(['elements: ["1.1"]', 'attachments: [A.pdf, B.pdf]']),
        'a.pdf': attachment,
        'b.pdf': attachment,
      },
      number: 1,
      titles: ['Change to b.pdf', 'Remove B.pdf from the attachments'],
      after: [
        file(['elements: ["1.1"]', 'attachments: [A.pdf, b.pdf]']),
        file(['elements: ["1.1"]', 'attachments: [A.pdf]']),
      ],
    },
  ],
  'attachment-outside': [
    {
      name: 'leads from a drive to the file of that name inside',
      files: {
        ...one(['elements: ["1.1"]', "attachments: ['H:\\Quality\\Survey #2.pdf', b.pdf]"]),
        'b.pdf': attachment,
        'attachments/survey #2.pdf': attachment,
      },
      titles: [
        'Change to attachments/survey #2.pdf',
        'Remove H:\\Quality\\Survey #2.pdf from the attachments',
      ],
      after: [
        file(['elements: ["1.1"]', "attachments: ['attachments/survey #2.pdf', b.pdf]"]),
        file(['elements: ["1.1"]', 'attachments: [b.pdf]']),
      ],
    },
    {
      name: 'leads from the top of the disk to the file of that name inside',
      files: {
        ...one(['elements: ["1.1"]', 'attachments: /shared/survey.pdf']),
        'files/Survey.pdf': attachment,
      },
      titles: ['Change to files/Survey.pdf', 'Remove /shared/survey.pdf from the attachments'],
      after: [file(['elements: ["1.1"]', 'attachments: files/Survey.pdf']), file(['elements: ["1.1"]'])],
    },
    {
      name: 'leads to the file of that name inside, or takes it off the list',
      files: {
        ...one(['elements: ["1.1"]', 'attachments: [../a b.pdf, b.pdf]']),
        'b.pdf': attachment,
        'attachments/a b.pdf': attachment,
      },
      titles: ['Change to attachments/a b.pdf', 'Remove ../a b.pdf from the attachments'],
      after: [
        file(['elements: ["1.1"]', 'attachments: [attachments/a b.pdf, b.pdf]']),
        file(['elements: ["1.1"]', 'attachments: [b.pdf]']),
      ],
    },
    {
      name: 'creates nothing outside the folder',
      files: one(['elements: ["1.1"]', 'attachments: [../notes.md, https://e.org]']),
      titles: ['Remove ../notes.md from the attachments'],
      hasFavourite: false,
      after: [file(['elements: ["1.1"]', 'attachments: [https://e.org]'])],
    },
    {
      name: 'leads to the file without the mark behind its name',
      files: { ...one(['elements: ["1.1"]', 'attachments: ["~/E.pdf#page=2"]']), 'q/e.pdf': attachment },
      titles: ['Change to q/e.pdf', 'Remove ~/E.pdf#page=2 from the attachments'],
      after: [file(['elements: ["1.1"]', 'attachments: ["q/e.pdf"]']), file(['elements: ["1.1"]'])],
    },
  ],
  'link-broken': [
    {
      name: 'takes the name that is there, with its place',
      files: {
        ...{ 'a.md': file(['elements: ["1.1"]'], '\n[b](B%20C.md#top)\n'), 'portfolio.yaml': manifest() },
        'b c.md': '# B\n',
      },
      titles: ['Change to b%20c.md#top', 'Create B C.md'],
      after: [file(['elements: ["1.1"]'], '\n[b](b%20c.md#top)\n')],
    },
    {
      name: 'puts spaces between angle brackets',
      files: {
        'a.md': file(['elements: ["1.1"]'], '\n[*b*](my file.md "t")\n'),
        'portfolio.yaml': manifest(),
      },
      titles: ['Change to <my file.md>'],
      after: [file(['elements: ["1.1"]'], '\n[*b*](<my file.md> "t")\n')],
    },
    {
      name: 'shows a line that is hidden',
      files: { 'a.md': file(['elements: ["1.1"]'], '\n  [Anna]: Yes\n'), 'portfolio.yaml': manifest() },
      titles: ['Show this line: put \\ before it'],
      hasFavourite: false,
      after: [file(['elements: ["1.1"]'], '\n  \\[Anna]: Yes\n')],
    },
    {
      name: 'says how an e-mail is written to',
      files: { 'a.md': file(['elements: ["1.1"]'], '\n[b](a@e.org)\n'), 'portfolio.yaml': manifest() },
      titles: ['Change to mailto:a@e.org'],
      after: [file(['elements: ["1.1"]'], '\n[b](mailto:a@e.org)\n')],
    },
    {
      name: 'encodes the mark in a name',
      files: {
        ...{ 'a.md': file(['elements: ["1.1"]'], '\n[b](x/C#.pdf)\n'), 'portfolio.yaml': manifest() },
        'x/C#.pdf': attachment,
      },
      titles: ['Change to x/C%23.pdf'],
      after: [file(['elements: ["1.1"]'], '\n[b](x/C%23.pdf)\n')],
    },
    {
      name: 'offers nothing to write where nothing is written',
      files: { 'a.md': file(['elements: ["1.1"]'], '\n[b]()\n'), 'portfolio.yaml': manifest() },
      titles: [],
      after: [],
    },
    {
      name: 'leads to the file of that name elsewhere, or creates it',
      files: {
        'x/a.md': file(['elements: ["1.1"]'], '\nSee [b](the%20b.md#top) and [c](c.png).\n'),
        'y (old)/the b.md': '# B\n',
        'portfolio.yaml': manifest(),
      },
      path: 'x/a.md',
      titles: ['Change to ../y (old)/the b.md', 'Create the b.md'],
      after: [
        file(['elements: ["1.1"]'], '\nSee [b](../y%20%28old%29/the%20b.md#top) and [c](c.png).\n'),
        { 'x/the b.md': '# The b\n' },
      ],
    },
    {
      name: 'offers nothing for what is no text',
      files: { 'a.md': file(['elements: ["1.1"]'], '\n![c](c.png)\n'), 'portfolio.yaml': manifest() },
      titles: [],
      after: [],
    },
    {
      name: 'writes slashes for backslashes, and creates no file with one in its name',
      files: {
        'sub/a.md': file(['elements: ["1.1"]'], '\n[b](..\\sub\\b%20c.md#x)\n'),
        'sub/b c.md': '# B\n',
        'portfolio.yaml': manifest(),
      },
      path: 'sub/a.md',
      titles: ['Change to ../sub/b%20c.md#x'],
      after: [file(['elements: ["1.1"]'], '\n[b](../sub/b%20c.md#x)\n')],
    },
    {
      name: 'encodes spaces beside an angle bracket',
      files: { 'a.md': file(['elements: ["1.1"]'], '\n[b](my < file.md)\n'), 'portfolio.yaml': manifest() },
      titles: ['Change to my%20%3C%20file.md'],
      after: [file(['elements: ["1.1"]'], '\n[b](my%20%3C%20file.md)\n')],
      then: ['asks'],
    },
    {
      name: 'leads from a drive to the file of that name, and to three places at most',
      files: {
        'x/a.md': file(['elements: ["1.1"]'], '\n[b](<H:\\docs\\C d.pdf?x>)\n'),
        ...Object.fromEntries(['y4', 'y3', 'y2', 'y1'].map((folder) => [`${folder}/c d.pdf`, attachment])),
        'portfolio.yaml': manifest(),
      },
      path: 'x/a.md',
      titles: ['y1', 'y2', 'y3'].map((folder) => `Change to ../${folder}/c d.pdf`),
      after: ['y1', 'y2', 'y3'].map((folder) =>
        file(['elements: ["1.1"]'], `\n[b](<../${folder}/c%20d.pdf>)\n`),
      ),
    },
    {
      name: 'creates nothing outside the folder',
      files: { 'p/a.md': file(['elements: ["1.1"]'], '\n[b](b.md)\n'), 'p/portfolio.yaml': manifest() },
      path: 'p/a.md',
      titles: ['Create b.md'],
      hasFavourite: false,
      after: [{ 'p/b.md': '# B\n' }],
    },
    {
      name: 'takes the second name that is there, and creates the third',
      files: {
        'a.md': file(['elements: ["1.1"]'], '\n[a](A.pdf) [b](B.pdf)\n'),
        'a.pdf': attachment,
        'b.pdf': attachment,
        'portfolio.yaml': manifest(),
      },
      number: 1,
      titles: ['Change to b.pdf'],
      after: [file(['elements: ["1.1"]'], '\n[a](A.pdf) [b](b.pdf)\n')],
    },
    {
      name: 'shows a line that begins with what is hidden',
      files: {
        'a.md': file(['elements: ["1.1"]'], '\nText.\n\n[Anna]: Yes\n'),
        'portfolio.yaml': manifest(),
      },
      titles: ['Show this line: put \\ before it'],
      hasFavourite: false,
      after: [file(['elements: ["1.1"]'], '\nText.\n\n\\[Anna]: Yes\n')],
    },
    {
      name: 'leads to the name that is there before one elsewhere',
      files: {
        'a.md': file(['elements: ["1.1"]'], '\n[b](B.md#x)\n'),
        'b.md': '# B\n',
        'y/b.md': '# B\n',
        'portfolio.yaml': manifest(),
      },
      titles: ['Change to b.md#x', 'Change to y/b.md', 'Create B.md'],
      after: [
        file(['elements: ["1.1"]'], '\n[b](b.md#x)\n'),
        file(['elements: ["1.1"]'], '\n[b](y/b.md#x)\n'),
      ],
    },
  ],
  'element-uncovered': [
    {
      name: 'creates evidence, or asks why the element does not apply',
      files: {
        'a.md': file(['title: T', 'elements: ["1.1", "1.2"]']),
        'portfolio.yaml': 'standard: small\n',
      },
      path: 'portfolio.yaml',
      titles: [`Create evidence for ${answers}`, 'Declare 2.1 not applicable…'],
      hasFavourite: false,
      after: [undefined, null],
      options: { commands: { notApplicable: 'ask' }, target: { ...target, createsFiles: true } },
    },
    {
      name: 'writes the decision where the client cannot ask, and its finding asks for the reason',
      files: {
        'a.md': file(['title: T', 'elements: ["1.1", "1.2"]']),
        'portfolio.yaml': 'standard: small # s\n',
      },
      path: 'portfolio.yaml',
      titles: ['Declare 2.1 not applicable'],
      hasFavourite: false,
      after: ['standard: small # s\nassessment:\n  "2.1":\n    applicable: false\n    reason:\n'],
      then: ['asks'],
      options: { target: { ...target, createsFiles: false } },
    },
    {
      name: 'keeps a reason that stands there',
      files: {
        'a.md': file(['title: T', 'elements: ["1.1", "1.2"]']),
        'portfolio.yaml': 'standard: small\nassessment:\n  "2.1": { reason: No desk }\n',
      },
      path: 'portfolio.yaml',
      titles: ['Declare 2.1 not applicable'],
      hasFavourite: false,
      after: ['standard: small\nassessment:\n  "2.1": { reason: No desk, applicable: false }\n'],
      options: { target: { ...target, createsFiles: false } },
    },
    {
      name: 'knows the element whatever its ID looks like',
      files: {
        'portfolio.yaml': 'standard: s.yaml\n',
        's.yaml': `title: S\nchildren: [{ id: ${'a-'.repeat(120)}b, text: Long }]\n`,
      },
      path: 'portfolio.yaml',
      titles: [
        `Create evidence for ${'a-'.repeat(120)}b, “Long”`,
        `Declare ${'a-'.repeat(120)}b not applicable…`,
      ],
      hasFavourite: false,
      after: [null, null],
      options: { commands: { notApplicable: 'ask', createEvidence: 'create' } },
    },
  ],
  'element-single-source': [
    {
      name: 'creates evidence',
      files: {
        'a.md': file(['title: T', 'elements: ["1.1", "1.2", "2.1"]']),
        'b.md': file(['title: T', 'elements: ["1.2", "2.1"]']),
        'portfolio.yaml': 'standard: small\nrules: { element-single-source: hint }\n',
      },
      path: 'portfolio.yaml',
      titles: [`Create evidence for ${greeted}`],
      hasFavourite: false,
      after: [],
      then: ['stays'],
    },
  ],
  'rated-without-evidence': [
    {
      name: 'creates evidence',
      files: {
        'a.md': file(['title: T', 'elements: ["1.1", "2.1"]']),
        'portfolio.yaml': 'standard: small\nassessment: { "1.2": { self: good } }\n',
      },
      path: 'portfolio.yaml',
      titles: [`Create evidence for ${hours}`, 'Rate 1.2 poor'],
      hasFavourite: false,
      after: [undefined, 'standard: small\nassessment: { "1.2": { self: poor } }\n'],
      then: ['stays', 'goes'],
    },
    {
      name: 'offers all ratings below the one that the award asks for',
      files: {
        'portfolio.yaml': 'standard: s.yaml\nassessment: { A: { self: "high" } }\n',
        's.yaml':
          'title: S\nratings: [{ id: high, title: High }, { id: fair, title: Fair }, { id: low, title: Low }, { id: none, title: None }]\naward: { rating: fair, percent: 50 }\nchildren: [{ id: A, text: First }]\n',
      },
      path: 'portfolio.yaml',
      titles: ['Create evidence for A, “First”', 'Rate A low', 'Rate A none'],
      hasFavourite: false,
      after: [
        undefined,
        ...['low', 'none'].map((word) => `standard: s.yaml\nassessment: { A: { self: "${word}" } }\n`),
      ],
      then: ['stays', 'goes', 'goes'],
    },
    {
      name: 'speaks of the second rating where that is reported',
      files: {
        'portfolio.yaml': 'standard: small\nassessment: { "1.1": { self: good }, "1.2": { self: good } }\n',
      },
      path: 'portfolio.yaml',
      number: 1,
      titles: [`Create evidence for ${hours}`, 'Rate 1.2 poor'],
      hasFavourite: false,
      after: [undefined, 'standard: small\nassessment: { "1.1": { self: good }, "1.2": { self: poor } }\n'],
      then: ['stays', 'goes'],
    },
  ],
  'partial-without-action': [
    {
      name: 'adds a row to the plan',
      files: {
        'action-plan.md': planTable('| 1 Welcome | | |', '| 1.2 | The opening hours are known | |'),
        'portfolio.yaml': manifest('assessment: { "1.1": { self: poor } }'),
      },
      path: 'portfolio.yaml',
      titles: [`Add an action for ${greeted}`],
      hasFavourite: false,
      after: [
        {
          'action-plan.md': planTable(
            '| 1 Welcome | | |',
            '| 1.1     | People are greeted | not started |',
            '| 1.2 | The opening hours are known | |',
          ),
        },
      ],
    },
    {
      name: 'makes a plan',
      files: { 'portfolio.yaml': manifest('title: Ours', 'assessment: { "2.1": { self: poor } }') },
      path: 'portfolio.yaml',
      titles: [`Add an action for ${answers}`],
      hasFavourite: false,
      after: [undefined],
    },
    {
      name: 'adds it to the plan that is nearest, the first of them by name',
      files: {
        'portfolio.yaml': manifest('assessment: { "1.1": { self: poor } }'),
        'sub/plan/action-plan.md': planTable('| 1.2 | The opening hours are known | |'),
        'b/action-plan.md': planTable('| 1.2 | The opening hours are known | |'),
        'a/action-plan.md': planTable('| 1.2 | The opening hours are known | |'),
        'c/action-plan.md': planTable('| 1.2 | The opening hours are known | |'),
      },
      path: 'portfolio.yaml',
      titles: [`Add an action for ${greeted}`],
      hasFavourite: false,
      after: [
        {
          'a/action-plan.md': planTable(
            '| 1.1     | People are greeted | not started |',
            '| 1.2 | The opening hours are known | |',
          ),
        },
      ],
    },
    {
      name: 'makes no second plan where the manifest leaves one out',
      files: {
        'portfolio.yaml': manifest('assessment: { "1.1": { self: poor } }', 'exclude: action-plan.md'),
        'action-plan.md': planTable(),
      },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
    {
      name: 'adds one for the second rating where that is reported',
      files: {
        'action-plan.md': planTable('| 1.1 | People are greeted | done |'),
        'portfolio.yaml': manifest('assessment: { "1.1": { self: poor }, "1.2": { self: poor } }'),
      },
      path: 'portfolio.yaml',
      number: 1,
      titles: [`Add an action for ${hours}`],
      hasFavourite: false,
      after: [undefined],
    },
  ],
  'action-element-unknown': [
    {
      name: 'writes one of the nearest',
      files: { 'action-plan.md': planTable('| [1.3](a.md) | Opening hours are known | |'), ...planned },
      path: 'action-plan.md',
      titles: [`Change to ${hours}`, `Change to ${greeted}`],
      after: [
        planTable('| [1.2](a.md) | Opening hours are known | |'),
        planTable('| [1.1](a.md) | Opening hours are known | |'),
      ],
      then: ['goes', 'goes'],
    },
    {
      name: 'writes the ID alone where it stands among other words',
      files: {
        'action-plan.md': '| Ref No. | Action | Responsibility |\n|-|-|-|\n| Element 1.2 | x | Me |\n',
        ...planned,
      },
      path: 'action-plan.md',
      titles: [`Change to ${hours}`],
      after: ['| Ref No. | Action | Responsibility |\n|-|-|-|\n| 1.2 | x | Me |\n'],
    },
    {
      name: 'offers nothing where a row is about two',
      files: {
        'action-plan.md': '| Ref No. | Action | Responsibility |\n|-|-|-|\n| 1.1, 1.2 | x | Me |\n',
        ...planned,
      },
      path: 'action-plan.md',
      titles: [],
      after: [],
    },
  ],
  'action-overdue': [
    {
      name: 'says that it is complete',
      files: {
        'action-plan.md': '| ID | Due | Status |\n|-|-|-|\n| 1.1 | May 2026 |\n',
        ...planned,
      },
      path: 'action-plan.md',
      titles: ['Mark the action for 1.1 complete'],
      hasFavourite: false,
      after: ['| ID | Due | Status |\n|-|-|-|\n| 1.1 | May 2026 | complete |\n'],
    },
    {
      name: 'cannot say so without a column',
      files: { 'action-plan.md': '| ID | Due |\n|-|-|\n| 1.1 | May 2026 |\n', ...planned },
      path: 'action-plan.md',
      titles: [],
      after: [],
    },
    {
      name: 'speaks of the second row where that is reported',
      files: {
        'action-plan.md':
          '| Due | ID | Status |\n|-|-|-|\n| May 2026 | 1.1 | |\n| May 2026 | 1.2 | |\n| May 2026 | 2.1 | |\n',
        ...planned,
      },
      path: 'action-plan.md',
      number: 1,
      titles: ['Mark the action for 1.2 complete'],
      hasFavourite: false,
      after: [
        '| Due | ID | Status |\n|-|-|-|\n| May 2026 | 1.1 | |\n| May 2026 | 1.2 | complete |\n| May 2026 | 2.1 | |\n',
      ],
    },
  ],
  'action-done-without-evidence': [
    {
      name: 'creates evidence',
      files: { 'action-plan.md': planTable('| 1.2 | The opening hours are known | done |'), ...planned },
      path: 'action-plan.md',
      titles: [`Create evidence for ${hours}`],
      hasFavourite: false,
      after: [undefined],
      then: ['stays'],
    },
  ],
  'action-wording': [
    {
      name: 'uses the standard’s, in one row and in all',
      files: {
        'action-plan.md': planTable(
          '| 1.1 | Customers are greeted | |',
          '| 1.2 | When we open is known. | x |',
        ),
        ...planned,
      },
      path: 'action-plan.md',
      titles: ['Use the standard’s wording', 'Use the standard’s wording in all 2 rows'],
      after: [
        planTable('| 1.1 | People are greeted | |', '| 1.2 | When we open is known. | x |'),
        planTable('| 1.1 | People are greeted | |', '| 1.2 | The opening hours are known | x |'),
      ],
    },
    {
      name: 'speaks of one row where there is one',
      files: {
        'action-plan.md': planTable('| 1.1 | Customers are greeted | |', '| 1.2 | | x |'),
        ...planned,
      },
      path: 'action-plan.md',
      titles: ['Use the standard’s wording'],
      after: [planTable('| 1.1 | People are greeted | |', '| 1.2 | | x |')],
    },
    {
      name: 'uses it in the second row where that is reported',
      files: {
        'action-plan.md': planTable(
          '| 1.1 | Customers are greeted | |',
          '| 1.2 | When we open is known. | x |',
        ),
        ...planned,
      },
      path: 'action-plan.md',
      number: 1,
      titles: ['Use the standard’s wording', 'Use the standard’s wording in all 2 rows'],
      after: [
        planTable('| 1.1 | Customers are greeted | |', '| 1.2 | The opening hours are known | x |'),
        planTable('| 1.1 | People are greeted | |', '| 1.2 | The opening hours are known | x |'),
      ],
    },
  ],
  'rating-expires-before-assessment': [
    {
      name: 'opens what expires, the first before the rest',
      files: {
        'a.md': file(['title: Later', 'elements: ["1.1"]', 'review-by: 2026-11-01']),
        'b.md': file(['title: Sooner', 'elements: ["1.1"]', 'review-by: 2026-10-01']),
        'c.md': file(['title: Draft', 'elements: ["1.1"]', 'status: draft']),
        'portfolio.yaml': manifest('assessment-date: 2026-12-01', 'assessment: { "1.1": { self: good } }'),
      },
      path: 'portfolio.yaml',
      titles: ['Open “Sooner”, review by 1 October 2026', 'Open “Later”, review by 1 November 2026'],
      hasFavourite: false,
      after: [null, null],
      options: { commands: { show: 'show' } },
    },
    {
      name: 'opens three at most, and nothing that a client cannot open',
      files: {
        ...Object.fromEntries(
          [4, 3, 2, 1].map((month) => [
            `${month}.md`,
            file([`title: T${month}`, 'elements: ["1.1"]', `review-by: 2026-1${month % 2}-0${month}`]),
          ]),
        ),
        'portfolio.yaml': manifest('assessment-date: 2026-12-01', 'assessment: { "1.1": { self: good } }'),
      },
      path: 'portfolio.yaml',
      titles: [
        'Open “T2”, review by 2 October 2026',
        'Open “T4”, review by 4 October 2026',
        'Open “T1”, review by 1 November 2026',
      ],
      hasFavourite: false,
      after: [null, null, null],
      options: { commands: { show: 'show' } },
    },
  ],
  'assessor-comment-outdated': [
    {
      name: 'opens what is newer, the newest before the rest',
      files: {
        'a.md': file(['title: New', 'elements: ["1.1"]', 'date: 2026-05-02']),
        'b.md': file(['title: Newest', 'elements: ["1.1"]', 'date: 2026-06-01']),
        'c.md': file(['title: Old', 'elements: ["1.1"]', 'date: 2026-05-01']),
        'portfolio.yaml': manifest('assessment: { "1.1": { comment: More figures, assessed: 2026-05-01 } }'),
      },
      path: 'portfolio.yaml',
      titles: ['Open “Newest” of 1 June 2026', 'Open “New” of 2 May 2026'],
      hasFavourite: false,
      after: [null, null],
      options: { commands: { show: 'show' } },
    },
    {
      name: 'opens what is newer than a rating, three at most',
      files: {
        ...Object.fromEntries(
          [1, 2, 3, 4].map((day) => [
            `${day}.md`,
            file([`title: T${day}`, 'elements: ["1.1", "1.2"]', `date: 2026-05-0${day}`]),
          ]),
        ),
        'portfolio.yaml': manifest(
          'assessment: { "1.2": { comment: A, assessed: 2026-05-03 }, "1.1": { assessor: good, comment: "", assessed: 2026-04-01 } }',
        ),
      },
      path: 'portfolio.yaml',
      titles: ['Open “T4” of 4 May 2026'],
      hasFavourite: false,
      after: [null],
      options: { commands: { show: 'show' } },
    },
    {
      name: 'opens three at most',
      files: {
        ...Object.fromEntries(
          [1, 2, 3, 4].map((day) => [
            `${day}.md`,
            file([`title: T${day}`, 'elements: ["1.1"]', `date: 2026-05-0${day}`]),
          ]),
        ),
        'portfolio.yaml': manifest(
          'assessment: { "1.1": { assessor: good, comment: "", assessed: 2026-04-01 } }',
        ),
      },
      path: 'portfolio.yaml',
      titles: [4, 3, 2].map((day) => `Open “T${day}” of ${day} May 2026`),
      hasFavourite: false,
      after: [null, null, null],
      options: { commands: { show: 'show' } },
    },
    {
      name: 'opens what the second comment has not seen',
      files: {
        'a.md': file(['title: A', 'elements: ["1.1"]', 'date: 2026-05-02']),
        'b.md': file(['title: B', 'elements: ["1.2"]', 'date: 2026-05-03']),
        'portfolio.yaml': manifest(
          'assessment: { "1.1": { comment: X, assessed: 2026-05-01 }, "1.2": { assessor: good, assessed: 2026-05-01 } }',
        ),
      },
      path: 'portfolio.yaml',
      number: 1,
      titles: ['Open “B” of 3 May 2026'],
      hasFavourite: false,
      after: [null],
      options: { commands: { show: 'show' } },
    },
  ],
  'not-applicable-without-reason': [
    {
      name: 'makes room for the reason, or takes the decision back',
      files: { 'portfolio.yaml': manifest('assessment:', '  "1.2": { applicable: false, self: poor }') },
      path: 'portfolio.yaml',
      titles: ['Add a “reason” to 1.2', 'Declare 1.2 applicable again'],
      hasFavourite: false,
      after: [
        manifest('assessment:', '  "1.2": { applicable: false, self: poor, reason:  }'),
        manifest('assessment:', '  "1.2": { self: poor }'),
      ],
      then: ['stays'],
    },
    {
      name: 'asks, where the client can',
      files: { 'portfolio.yaml': manifest('assessment: { "1.2": { applicable: false, reason: "" } }') },
      path: 'portfolio.yaml',
      titles: ['Say why 1.2 does not apply…', 'Declare 1.2 applicable again'],
      hasFavourite: false,
      after: [null, undefined],
      options: { commands: { notApplicable: 'ask' } },
    },
    {
      name: 'makes no second room for a reason that is empty, where the client cannot ask',
      files: { 'portfolio.yaml': manifest('assessment: { "1.2": { applicable: false, reason: "" } }') },
      path: 'portfolio.yaml',
      titles: ['Declare 1.2 applicable again'],
      hasFavourite: false,
      after: [manifest('assessment: { "1.2": { reason: "" } }')],
    },
  ],
  'manifest-syntax': [
    {
      name: 'puts quotation marks around a text with a colon',
      files: { 'portfolio.yaml': 'standard: small\ntitle: Anytown: libraries\nreview-notice: 30\n' },
      path: 'portfolio.yaml',
      titles: ['Put quotation marks around “Anytown: libraries”'],
      after: ['standard: small\ntitle: "Anytown: libraries"\nreview-notice: 30\n'],
    },
    {
      name: 'leaves a key that stands twice to the writer',
      files: { 'portfolio.yaml': 'standard: small\ntitle: a\ntitle: b\n' },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
  ],
  'manifest-value': [
    {
      name: 'corrects a key',
      files: { 'portfolio.yaml': manifest('titel: T # a') },
      path: 'portfolio.yaml',
      titles: ['Replace with title'],
      after: [manifest('title: T # a')],
    },
    {
      name: 'corrects a rating',
      files: { 'portfolio.yaml': manifest('assessment: { "1.1": { self: god } }') },
      path: 'portfolio.yaml',
      titles: ['Replace with good'],
      after: [manifest('assessment: { "1.1": { self: good } }')],
    },
    {
      name: 'offers all ratings where none is near',
      files: { 'portfolio.yaml': manifest('assessment:', '  "1.1":', '    assessor: excellent') },
      path: 'portfolio.yaml',
      titles: ['Replace with good', 'Replace with fair', 'Replace with poor'],
      hasFavourite: false,
      after: ['good', 'fair', 'poor'].map((word) =>
        manifest('assessment:', '  "1.1":', `    assessor: ${word}`),
      ),
    },
    {
      name: 'corrects the name of a rule',
      files: { 'portfolio.yaml': 'standard: small\nrules: { link-brken: off, element-uncovered: off }\n' },
      path: 'portfolio.yaml',
      titles: ['Replace with link-broken'],
      after: ['standard: small\nrules: { link-broken: off, element-uncovered: off }\n'],
    },
    {
      name: 'offers all severities',
      files: { 'portfolio.yaml': 'standard: small\nrules: { link-broken: fatal, element-uncovered: off }\n' },
      path: 'portfolio.yaml',
      titles: ['error', 'warning', 'information', 'hint', 'off'].map((word) => `Replace with ${word}`),
      hasFavourite: false,
      after: ['error', 'warning', 'information', 'hint', 'off'].map(
        (word) => `standard: small\nrules: { link-broken: ${word}, element-uncovered: off }\n`,
      ),
    },
    {
      name: 'offers true and false',
      files: { 'portfolio.yaml': manifest('assessment: { "1.1": { applicable: maybe, reason: a } }') },
      path: 'portfolio.yaml',
      titles: ['Replace with true', 'Replace with false'],
      hasFavourite: false,
      after: ['true', 'false'].map((word) =>
        manifest(`assessment: { "1.1": { applicable: ${word}, reason: a } }`),
      ),
    },
    {
      name: 'reads a date',
      files: { 'portfolio.yaml': manifest('assessment-date: 12 May 2027 # a') },
      path: 'portfolio.yaml',
      titles: ['Replace with 2027-05-12, 12 May 2027'],
      after: [manifest('assessment-date: 2027-05-12 # a')],
    },
    {
      name: 'offers the standard of that name',
      files: {
        'portfolio.yaml': 'standard: customer-service-excelence\nrules: { element-uncovered: off }\n',
      },
      path: 'portfolio.yaml',
      titles: ['Replace with customer-service-excellence'],
      hasFavourite: false,
      after: ['standard: customer-service-excellence\nrules: { element-uncovered: off }\n'],
    },
    {
      name: 'offers nothing for an unknown key that is near none',
      files: { 'portfolio.yaml': manifest('colour: red') },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
    ...(
      [
        [
          'the day of the assessor’s words',
          '"1.1": { comment: a, assessed: 3 May 2026 }',
          '3 May 2026',
          '2026-05-03',
        ],
        ['the day of a note', '"1.1": { look-again: 3 May 2026 }', '3 May 2026', '2026-05-03'],
      ] as const
    ).map(([name, decision, before, after]) => ({
      name: `reads ${name}`,
      files: { 'portfolio.yaml': manifest(`assessment: { ${decision} }`) },
      path: 'portfolio.yaml',
      titles: [`Replace with ${after}, ${before}`],
      after: [manifest(`assessment: { ${decision.replace(before, after)} }`)],
    })),
    {
      name: 'offers nothing for lists and names in a decision',
      files: { 'portfolio.yaml': manifest('assessment: { "1.1": { self: [good] } }') },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
    {
      name: 'offers nothing for what may be any text',
      files: { 'portfolio.yaml': manifest('review-notice: soon') },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
    {
      name: 'offers all built-in standards where none is near',
      files: { 'portfolio.yaml': 'standard: quality\nrules: { element-uncovered: off }\n' },
      path: 'portfolio.yaml',
      titles: ['Replace with customer-service-excellence', 'Replace with small'],
      hasFavourite: false,
      after: ['customer-service-excellence', 'small'].map(
        (id) => `standard: ${id}\nrules: { element-uncovered: off }\n`,
      ),
    },
    {
      name: 'makes a standard file of what is none yet',
      files: {
        'portfolio.yaml': 'standard: catalogue.json\n',
        'catalogue.json':
          '{"catalog":{"uuid":"x","metadata":{"title":"T"},"groups":[{"id":"a","title":"A","controls":[{"id":"a-1","title":"One"}]}]}}',
      },
      path: 'portfolio.yaml',
      titles: ['Make a standard file of catalogue.json, and name that here'],
      hasFavourite: false,
      after: [null],
      options: { commands: { importStandard: 'import' } },
    },
    {
      name: 'offers the second of two standards',
      files: { 'portfolio.yaml': 'standards: { A: small, B: smal }\nrules: { element-uncovered: off }\n' },
      path: 'portfolio.yaml',
      titles: ['Replace with small'],
      hasFavourite: false,
      after: ['standards: { A: small, B: small }\nrules: { element-uncovered: off }\n'],
    },
    ...(
      [
        ['applicable: perhaps', ['applicable: true', 'applicable: false']],
        ['self: excellent', ['self: fine', 'self: off']],
        ['assessor: excellent', ['assessor: fine', 'assessor: off']],
      ] as const
    ).map(([before, after]) => {
      const written = (value: string): string =>
        `standards: { A: small, B: two.yaml }\nrules: { ${quiet} }\nassessment:\n  B:\n    "7": { reason: a, ${value} }\n`;
      return {
        name: `offers what a decision below the name of its standard may say for ${before}`,
        files: {
          'two.yaml':
            'title: Two\nratings: [{ id: fine, title: Fine }, { id: off, title: Off }]\nchildren: [{ id: "7", text: Seven }]\n',
          'portfolio.yaml': written(before),
        },
        path: 'portfolio.yaml',
        titles: after.map((value) => `Replace with ${value.replace(/.*: /, '')}`),
        hasFavourite: false,
        after: after.map(written),
      };
    }),
    {
      name: 'offers nothing for a word of nobody’s in a decision',
      files: { 'portfolio.yaml': manifest('assessment: { "1.1": { reason: [a] } }') },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
    {
      name: 'offers nothing for keys of the manifest that are no list of words',
      files: { 'portfolio.yaml': manifest('links: a page') },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
  ],
  'manifest-element-unknown': [
    {
      name: 'writes the nearest ID',
      files: { 'portfolio.yaml': manifest('assessment:', "  '9.9': { self: poor } # a") },
      path: 'portfolio.yaml',
      titles: [`Replace with ${hours}`],
      after: [manifest('assessment:', "  '1.2': { self: poor } # a")],
    },
    {
      name: 'offers nothing where there is a decision already',
      files: { 'portfolio.yaml': manifest('assessment: { "9.9": {}, "1.2": {} }') },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
    {
      name: 'offers nothing where somebody is named for it already',
      files: { 'portfolio.yaml': manifest('assignments: { "1.3": Me, "1.1": You }') },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
    {
      name: 'names somebody for an element about which there is a decision',
      files: { 'portfolio.yaml': manifest('assignments: { "1.3": Me }', 'assessment: { "1.1": {} }') },
      path: 'portfolio.yaml',
      titles: [`Replace with ${greeted}`],
      after: [manifest('assignments: { "1.1": Me }', 'assessment: { "1.1": {} }')],
    },
    ...(['assessment', 'assignments'] as const).map((key) => {
      const written = (id: string): string =>
        `standards: { A: small, B: two.yaml }\nrules: { ${quiet} }\n${key}:\n  A:\n    "${id}": ${key === 'assessment' ? '{ self: good }' : 'Me'}\n`;
      return {
        name: `writes an ID without a name where it stands below one, under ${key}`,
        files: {
          'two.yaml': 'title: Two\nchildren: [{ id: "7", text: Seven }]\n',
          'portfolio.yaml': written('1.22'),
        },
        path: 'portfolio.yaml',
        titles: ['Replace with A:1.2, “The opening hours are known”'],
        after: [written('1.2')],
      };
    }),
    {
      name: 'offers nothing where a decision about the element is written in another way',
      files: {
        'two.yaml': 'title: Two\nchildren: [{ id: "7", text: Seven }]\n',
        'portfolio.yaml': `standards: { A: small, B: two.yaml }\nrules: { ${quiet} }\nassessment: { "1.2": {}, A:9.9: {} }\n`,
      },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
  ],
  'manifest-pattern': [
    ...(
      [
        [
          'a backslash',
          "exclude: ['drafts\\*.md'] # a",
          "exclude: ['drafts/*.md'] # a",
          'Replace with drafts/*.md',
        ],
        ['two backslashes', 'exclude: "drafts\\\\**"', 'exclude: "drafts/**"', 'Replace with drafts/**'],
        ['other letters', 'exclude: [Drafts/**]', 'exclude: [drafts/**]', 'Replace with drafts/**'],
        [
          'other letters of a file',
          'exclude:\n  - DRAFTS/B.md # a',
          'exclude:\n  - drafts/b.md # a',
          'Replace with drafts/b.md',
        ],
        [
          'braces in brackets',
          "exclude: ['drafts/*.{md,txt}', a.md]",
          "exclude: ['drafts/*.md', 'drafts/*.txt', a.md]",
          'Write a pattern for each: drafts/*.md, drafts/*.txt',
        ],
        [
          'braces below each other',
          'exclude:\n  - "{drafts,old}/*.md" # a',
          'exclude:\n  - "drafts/*.md"\n  - "old/*.md" # a',
          'Write a pattern for each: drafts/*.md, old/*.md',
        ],
        [
          'braces alone',
          "exclude: '{drafts,a}/b.md'",
          "exclude: ['drafts/b.md', 'a/b.md']",
          'Write a pattern for each: drafts/b.md, a/b.md',
        ],
        [
          'a comma',
          'exclude: "drafts/**, old/**"',
          'exclude: ["drafts/**", "old/**"]',
          'Write a pattern for each: drafts/**, old/**',
        ],
      ] as const
    ).map(([name, before, after, title]) => ({
      name: `mends ${name}`,
      files: {
        'portfolio.yaml': manifest(before),
        'a.md': '',
        'drafts/b.md': '',
        'drafts/c.txt': '',
        'old/b.md': '',
        'a/b.md': '',
      },
      path: 'portfolio.yaml',
      titles: [title],
      after: [manifest(after)],
    })),
    {
      name: 'offers nothing where nothing is certain',
      files: { 'portfolio.yaml': manifest('include: [archive/**]') },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
    ...(
      [
        ['letters on the way up', '../p/Drafts/**', '../p/drafts/**'],
        ['letters behind a dot', './Drafts/*.md', './drafts/*.md'],
        ['letters behind a mark', '!drafts/B.md', '!drafts/b.md'],
        ['letters between slashes', '/Drafts/', '/drafts/'],
      ] as const
    ).map(([name, before, after]) => ({
      name: `mends ${name}`,
      files: { 'p/portfolio.yaml': manifest(`exclude: ["${before}"]`), 'p/a.md': '', 'p/drafts/b.md': '' },
      path: 'p/portfolio.yaml',
      titles: [`Replace with ${after}`],
      after: [manifest(`exclude: ["${after}"]`)],
      setting: { repository: '' },
    })),
    ...(
      [
        ['two folders may be meant', 'exclude: [Drafts/b.md]'],
        ['an anchor stands before braces', 'exclude:\n  - &x "{a,b}.md"'],
        ['braces stand on a line below their dash', 'exclude:\n  -\n    "{a,b}.md"'],
      ] as const
    ).map(([name, line]) => ({
      name: `offers nothing where ${name}`,
      files: {
        'portfolio.yaml': manifest(line),
        'drafts/b.md': '',
        'DRAFTS/b.md': '',
        'a.md': '',
        'b.md': '',
      },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    })),
    {
      name: 'mends the second of two',
      files: { 'portfolio.yaml': manifest('exclude: [gone.md, Drafts/**]'), 'a.md': '', 'drafts/b.md': '' },
      path: 'portfolio.yaml',
      number: 1,
      titles: ['Replace with drafts/**'],
      after: [manifest('exclude: [gone.md, drafts/**]')],
    },
    {
      name: 'offers nothing for what has other letters below a wildcard',
      files: { 'portfolio.yaml': manifest('exclude: ["*/B.md"]'), 'a.md': '', 'drafts/b.md': '' },
      path: 'portfolio.yaml',
      titles: [],
      after: [],
    },
  ],
  'file-unreadable': [
    {
      name: 'gives a manifest its name',
      files: { 'portfolio.yaml.txt': manifest('title: T') },
      path: 'portfolio.yaml.txt',
      titles: ['Rename to portfolio.yaml'],
      // The finding goes with the name.
      after: [undefined],
    },
    ...(
      [
        ['portfolio.yaml.txt', 'a file of that name, which cannot be read', { reason: 'it is too large.' }],
        ['portfolio.yml', 'a manifest that is read', manifest('title: U')],
      ] as const
    ).map(([path, what, other]) => ({
      name: `leaves its name to ${what}`,
      files: { [path]: manifest('title: T'), 'portfolio.yaml': other },
      path,
      titles: [],
      after: [],
    })),
  ],
};

describe('Quick fixes', () => {
  it('have a table each, or a test of their own', () => {
    const own = rulesWithRemedy.filter((code) => existsSync(`test/unit/core/rules/${code}.test.ts`));
    deepEqual([...new Set([...Object.keys(cases), ...own])].sort(), [...rulesWithRemedy].sort());
  });

  for (const [rule, rows] of Object.entries(cases) as [RuleCode, readonly Row[]][])
    describe(rule, () => {
      for (const { name, ...row } of rows)
        it(name, () => checkFixes({ rule, ...row, setting: row.setting ?? alone() }));
    });
});

describe('Fixes of all of a kind', () => {
  const wrong = one(['elements: [1.1, "1.2", "1.2", 2.1]']);
  const files: Files = {
    ...wrong,
    'b.md': file(['elements:', '  - 1.1', '  - "9.9"']),
    'c.md': file(['elements: [9.9]']),
  };
  const offered = (path: string, rule: string, options?: Parameters<typeof actionsFor>[3], of = files) => {
    const index = indexOf(of);
    const finding = index.findings(at(path)).find((found) => found.rule === rule)!;
    return actionsFor(index, path, [finding], options).filter(({ title }) => title.startsWith('Fix all'));
  };
  const titles = (...parameters: Parameters<typeof offered>) =>
    offered(...parameters).map(({ title }) => title);

  it('are offered for a file and for the portfolio', () => {
    const [here, everywhere] = offered('a.md', 'element-unquoted');
    equal(here?.title, 'Fix all 2 of this kind in this file');
    equal(everywhere?.title, 'Fix all 4 of this kind in the portfolio');
    deepEqual(filesAfter(files, here)['a.md'], file(['elements: ["1.1", "1.2", "1.2", "2.1"]']));
    deepEqual(everywhere.edit, undefined);
    deepEqual(everywhere.data, { uri: at('a.md'), rule: 'element-unquoted' });
    const resolved = resolveCodeAction({ index: indexOf(files), target }, everywhere);
    deepEqual(filesAfter(files, resolved), {
      ...files,
      'a.md': file(['elements: ["1.1", "1.2", "1.2", "2.1"]']),
      'b.md': file(['elements:', '  - "1.1"', '  - "9.9"']),
      'c.md': file(['elements: ["9.9"]']),
    });
  });
  it('are a command where the client completes no actions', () => {
    const [, everywhere] = offered('a.md', 'element-unquoted', { commands: { fixAll: 'all' } });
    deepEqual(everywhere?.command?.arguments, [{ uri: at('a.md'), rule: 'element-unquoted' }]);
    equal(everywhere.data, undefined);
  });
  it('are not offered where there is one', () => {
    deepEqual(titles('a.md', 'element-duplicate'), []);
    deepEqual(titles('c.md', 'element-retired'), ['Fix all 2 of this kind in the portfolio']);
  });
  it('are not offered where there is a choice', () => {
    deepEqual(titles('a.md', 'element-unknown', {}, one(['elements: ["1.3", "2.4"]'])), []);
    const twice = divided(['elements: ["8.8"]']);
    deepEqual(titles('a.md', 'element-retired', {}, { ...twice, 'b.md': twice['a.md'] ?? '' }), []);
    deepEqual(
      titles(
        'a.md',
        'review-overdue',
        {},
        {
          ...one(['elements: ["1.1"]', 'review-by: 2026-01-01']),
          'b.md': file(['elements: ["1.1"]', 'review-by: 2026-01-01']),
        },
      ),
      [],
    );
  });

  /** Checks the file after all findings of a kind have been mended; undefined where there is nothing to mend so. */
  const check = (rule: RuleCode, before: Files, after: string | undefined, path = 'a.md'): void => {
    for (const end of ['\n', '\r\n']) {
      const withEnds = (text: string): string => text.replaceAll('\n', end);
      const texts = Object.fromEntries(
        Object.entries(before).map(([name, text]) => [
          name,
          typeof text === 'string' ? withEnds(text) : attachment,
        ]),
      );
      const index = indexOf(texts, { also: [rule] });
      const edits = fixAllInFile(index, index.portfolioAt(at(path))!, at(path), rule);
      equal(edits && applyEdits(texts[path]!, edits), after && withEnds(after));
    }
  };
  it('take out what would stand twice', () => {
    check(
      'element-retired',
      one(['elements: ["9.9", "1.2", "9.9", "2.1"]']),
      file(['elements: ["1.2", "2.1"]']),
    );
    check(
      'element-retired',
      one(['elements:', '  - 9.9 # a', '  - "9.9"']),
      file(['elements:', '  - "1.2" # a']),
    );
    check('element-duplicate', one(['elements: ["1.1", "1.1", "1.1"]']), file(['elements: ["1.1"]']));
  });
  it('list all headings', () => {
    const body = '\n# 1.2\n\n## 2.1\n\n### 1.2\n';
    check(
      'element-heading-unlisted',
      { ...one([]), 'a.md': file(['elements: "1.1" # a'], body) },
      file(['elements:', '  - "1.1" # a', '  - "1.2"', '  - "2.1"'], body),
    );
  });
  it('leave one element in the list', () => {
    const decisions =
      'assessment: { "1.1": { applicable: false, reason: a }, "1.2": { applicable: false, reason: a } }';
    check(
      'element-not-applicable',
      one(['elements: ["1.1", "2.1", "1.2"]'], decisions),
      file(['elements: ["2.1"]']),
    );
    const index = indexOf(one(['elements: ["1.1", "1.2"]'], decisions));
    equal(
      fixAllInFile(index, index.portfolioAt(at('a.md'))!, at('a.md'), 'element-not-applicable'),
      undefined,
    );
  });
  it('mend keys and values', () => {
    check(
      'front-matter-key',
      one(['elements: ["1.1"]', 'owners: a', 'dates: 2026-01-01']),
      file(['elements: ["1.1"]', 'owner: a', 'date: 2026-01-01']),
    );
    check(
      'front-matter-value',
      one(['elements: ["1.1"]', 'status: aproved', 'kind: dta', 'date: x']),
      file(['elements: ["1.1"]', 'status: approved', 'kind: data', 'date: x']),
    );
    check('front-matter-value', one(['elements: 1.1 2.1']), file(['elements:', '  - "1.1"', '  - "2.1"']));
  });
  it('leave the place where there is nothing to write in it', () => {
    check(
      'front-matter-value',
      one(['elements: ["1.1 and 1.2", "2.1"]', 'status: aproved', 'kind: x']),
      file(['elements: ["1.1", "1.2", "2.1"]', 'status: approved', 'kind: x']),
    );
    check('front-matter-value', one(['elements: ["1.1"]', 'kind: x']), undefined);
    check(
      'attachment-missing',
      {
        ...one(['elements: ["1.1"]', 'attachments: [A.pdf, gone.pdf, "B.pdf#page=2"]']),
        'a.pdf': attachment,
        'b.pdf': attachment,
      },
      file(['elements: ["1.1"]', 'attachments: [a.pdf, gone.pdf, "b.pdf#page=2"]']),
    );
    check(
      'link-broken',
      {
        'a.md': file(
          ['elements: ["1.1"]'],
          '\n[a](B.md) [b](gone.md) [c](my file.md) ![d](www.e.org/d.png)\n',
        ),
        'b.md': '# B\n',
        'portfolio.yaml': manifest(),
      },
      file(
        ['elements: ["1.1"]'],
        '\n[a](b.md) [b](gone.md) [c](<my file.md>) ![d](https://www.e.org/d.png)\n',
      ),
    );
  });
  it('write one element for a group that has no other', () => {
    check('element-not-assessable', one(['elements: ["2", "1", "2"]']), file(['elements: ["2.1", "1"]']));
    check('element-not-assessable', one(['elements: ["2.1", "2"]']), file(['elements: ["2.1"]']));
    check('element-not-assessable', one(['elements: 1.1 2']), file(['elements: 1.1 2.1']));
    check('element-not-assessable', one(['elements: ["1"]']), undefined);
  });
  it('mend a text of one ID, and leave a second one of that ID to those who wrote it', () =>
    check(
      'element-unknown',
      one(['elements:', '  - 1.1 People', '  - "8.8"', '  - 1.1 Others']),
      file(['elements:', '  - "1.1" # People', '  - "8.8"', '  - 1.1 Others']),
    ));
  it('mend what portfolio.yaml says', () => {
    const settings = (...lines: readonly string[]): Files => ({ 'portfolio.yaml': manifest(...lines) });
    check(
      'manifest-value',
      settings('titel: T', 'assessment: { "1.1": { self: god, assessor: x } }', 'colour: red'),
      manifest('title: T', 'assessment: { "1.1": { self: good, assessor: x } }', 'colour: red'),
      'portfolio.yaml',
    );
    check(
      'manifest-element-unknown',
      settings('assessment:', '  "9.9": {}', '  "8.8": {}', 'assignments: { "9.9": Me }'),
      manifest('assessment:', '  "1.2": {}', '  "8.8": {}', 'assignments: { "9.9": Me }'),
      'portfolio.yaml',
    );
    check(
      'manifest-element-unknown',
      settings('assessment: { "9.9": {}, "1.2": {} }'),
      undefined,
      'portfolio.yaml',
    );
  });
  it('mend the links of an action plan', () =>
    check(
      'link-broken',
      { ...planned, 'action-plan.md': planTable('| 1.1 | [a](B.md) | [b](a b.md) |'), 'b.md': '# B\n' },
      planTable('| 1.1 | [a](b.md) | [b](<a b.md>) |'),
      'action-plan.md',
    ));
  it('put quotation marks around all that has been cut', () =>
    check(
      'front-matter-remark',
      one(['elements: ["1.1"]', 'ref: ES #1', 'owner: Room #3']),
      file(['elements: ["1.1"]', 'ref: "ES #1"', 'owner: "Room #3"']),
    ));
  it('put right what keeps files from being read, where one thing can be meant', () => {
    const unread: Files = {
      'a.md': '---\nmeta:\n  elements: ["1.1"]\n---\n\n# T\n',
      'b.md': 'elements: ["1.1"]\n\n# T\n',
      'c.md': '```\n---\nelements: ["1.1"]\n---\n```\n',
      'portfolio.yaml': manifest(),
    };
    deepEqual(titles('a.md', 'evidence-unread', {}, unread), []);
    deepEqual(titles('b.md', 'evidence-unread', {}, unread), ['Fix all 2 of this kind in the portfolio']);
  });
  it('put right what keeps files from being read in one portfolio, and leave those of another', () => {
    const unread = 'elements: ["1.1"]\n\n# T\n';
    const index = indexOf({
      'p/a.md': unread,
      'p/b.md': file(['elements: ["1.1"]']),
      'p/c.md': '---\nmeta:\n  elements: ["1.1"]\n---\n\n# T\n',
      'p/portfolio.yaml': manifest(),
      'q/a.md': unread,
      'q/portfolio.yaml': manifest(),
    });
    const mended = fixAllInPortfolio(index, index.portfolioAt(at('p/a.md'))!, 'evidence-unread');
    deepEqual(mended.map(({ uri }) => uri), [at('p/a.md')]); // prettier-ignore
    const others = fixAllInPortfolio(index, index.portfolioAt(at('p/a.md'))!, 'element-unquoted');
    deepEqual(others, []);
  });
  it('leave what another value stands for, and mend the rest', () => {
    check(
      'element-retired',
      one(['elements: [&a "9.9", "2.1", 9.9]', 'kind: *a']),
      file(['elements: [&a "9.9", "2.1", "1.2"]', 'kind: *a']),
    );
    check('element-retired', one(['elements: [&a "9.9", "2.1"]', 'kind: *a']), undefined);
  });
  it('take no time for very many', () => {
    const ids = Array.from({ length: 2000 }, (_, at) => (at % 2 === 0 ? '1.1' : '9.9'));
    const index = indexOf(one(['elements:', ...ids.map((id) => `  - ${id}`)]));
    const portfolio = index.portfolioAt(at('a.md'))!;
    for (const rule of ['element-unquoted', 'element-duplicate', 'element-retired'])
      ok(fixAllInFile(index, portfolio, at('a.md'), rule)!.length >= 1000, rule);
    ok(fixAllSafely(index, portfolio, at('a.md'))!.length > 0);
    ok(actionsFor(index, 'a.md', index.findings(at('a.md'))).length < 200);
  });

  it('leave what is switched off, also where something else is mended', () => {
    const rules = (words: string): string => manifest().replace('rules: { ', `rules: { ${words}, `);
    const after = (words: string): string | undefined => {
      const files: Files = { ...one(['elements: [9.9, "1.1", "1.1"]']), 'portfolio.yaml': rules(words) };
      const index = indexOf(files);
      const edits = fixAllSafely(index, index.portfolioAt(at('a.md'))!, at('a.md'));
      return edits && applyEdits(files['a.md'] as string, edits);
    };
    equal(after('element-duplicate: off'), file(['elements: ["1.2", "1.1", "1.1"]']));
    equal(after('element-retired: off'), file(['elements: ["9.9", "1.1"]']));
    equal(after('element-retired: off, element-unquoted: off'), file(['elements: [9.9, "1.1"]']));
    // Nobody knows what that means: it may be meant to be off.
    equal(after('element-duplicate: no'), file(['elements: ["1.2", "1.1", "1.1"]']));
    equal(after('element-retired: no, element-unquoted: no'), file(['elements: [9.9, "1.1"]']));
    equal(
      after('element-retired: no, element-unquoted: no, element-duplicate: no'),
      file(['elements: [9.9, "1.1", "1.1"]']),
    );
  });

  it('put right what is safe in what is no evidence, unless nobody knows whether it is meant to be off', () => {
    const unread = 'elements: ["1.1"]\n\n# T\n';
    // Of an ID in a plan, people decide.
    const plan = '| ID | Action |\n| - | - |\n| 9.9 | One [gone](gone.md) |\n';
    const after = (path: string, text: string, rules?: string): string | undefined => {
      const manifestText = rules ? manifest().replace('rules: { ', `rules: { ${rules}, `) : manifest();
      const index = indexOf({
        'b.md': file(['elements: ["1.1"]']),
        [path]: text,
        'portfolio.yaml': manifestText,
      });
      const edits = fixAllSafely(index, index.portfolioAt(at(path))!, at(path));
      return edits && applyEdits(text, edits);
    };
    equal(after('a.md', unread), '---\nelements: ["1.1"]\n---\n\n# T\n');
    equal(after('a.md', unread, 'evidence-unread: no'), undefined);
    equal(after('action-plan.md', plan), undefined);
  });

  it('mend before saving what is safe, and only when asked', () => {
    const text = file(['elements: [1.1, "9.9", "1.2", 1.1, "1.3"] # a', 'owners: b']);
    const index = indexOf({ ...one([]), 'a.md': text });
    const ask = (only?: readonly string[]) =>
      codeActions(contextOf(index, 'a.md'), {
        span: { start: 0, end: 0 },
        diagnostics: [],
        only,
        isAsked: true,
      });
    deepEqual(
      ask().filter(({ kind }) => kind?.startsWith('source')),
      [],
    );
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.evidencePortfolio']) {
      const [action, ...others] = ask([kind]);
      equal(action?.kind, 'source.fixAll.evidencePortfolio');
      deepEqual(others, []);
      equal(
        filesAfter({ 'a.md': text }, action)['a.md'],
        file(['elements: ["1.1", "1.2", "1.3"] # a', 'owners: b']),
      );
    }
    deepEqual(ask(['source.organizeImports']), []);
  });
});

describe('Refactorings', () => {
  /** The actions at the cursor by title, with the file after each. */
  const at$0 = (source: string, isAsked = true, more: readonly string[] = []) => {
    const { text, offset } = atCursor(source);
    const files = { ...one([], ...more), 'a.md': text };
    const index = indexOf(files);
    const actions = codeActions(contextOf(index, 'a.md'), {
      span: { start: offset, end: offset },
      diagnostics: [],
      only: ['refactor'],
      isAsked,
    });
    return Object.fromEntries(actions.map((action) => [action.title, filesAfter(files, action)['a.md']]));
  };
  it('write the elements one below the other, and in order', () => {
    deepEqual(at$0(file(['owner: a', 'elements: ["2.1", $0"1.1"]'])), {
      'Write the elements one below the other': file(['owner: a', 'elements:', '  - "2.1"', '  - "1.1"']),
      'Put the elements into the order of the standard': file(['owner: a', 'elements: ["1.1", "2.1"]']),
    });
    deepEqual(at$0(file(['own$0er: a', 'elements: ["2.1", "1.1"]'])), {});
    deepEqual(at$0(file(['elements:', '  - "1.1"$0', '  - "1.2"'])), {});
  });
  it('mark evidence as reviewed on the lines of its dates', () => {
    const title = 'Mark reviewed: true as of today, 15 June 2026, next review by 15 June 2027';
    const after = file(['elements: ["1.1"]', 'date: 2026-06-15', 'review-by: 2027-06-15']);
    deepEqual(at$0(file(['elements: ["1.1"]', 'date: 2026-01-01$0', 'review-by: 2027-01-01'])), {
      [title]: after,
    });
    deepEqual(at$0(file(['elements: ["1.1"]', 'date: 2026-01-01', 'r$0eview-by: 2027-01-01'])), {
      [title]: after,
    });
    deepEqual(at$0(file(['elements: ["1.1"]', 'date: 2026-06-15$0', 'review-by: 2027-06-15'])), {});
  });
  it('approve what is in draft or in review, on the line of its status', () => {
    const after = file(['elements: ["1.1"]', 'status: approved # by Jo']);
    for (const status of ['draft', 'in-review'])
      deepEqual(at$0(file(['elements: ["1.1"]', `status: ${status}$0 # by Jo`])), { Approve: after });
    for (const status of ['approved', 'withdrawn', 'nearly', ''])
      deepEqual(at$0(file(['elements: ["1.1"]', `status: ${status}$0 # by Jo`])), {});
    deepEqual(at$0(file(['elements: ["1.1"]', 'own$0er: a', 'status: draft'])), {});
  });
  it('insert the guidance of an element, in a text only when asked', () => {
    const source = '---\nelements: [1.1.3]\n---\n\n# T\n\nTe$0xt.\n';
    const cse: Files = { 'a.md': atCursor(source).text };
    const index = indexOf(cse);
    const ask = (offset: number, isAsked: boolean) =>
      codeActions(contextOf(index, 'a.md'), {
        span: { start: offset, end: offset },
        diagnostics: [],
        isAsked,
      });
    const { offset } = atCursor(source);
    deepEqual(ask(offset, false), []);
    const [action] = ask(offset, true);
    equal(action?.kind, 'refactor.rewrite');
    const after = filesAfter(cse, action)['a.md'] as string;
    ok(after.includes('Text.\n\n## 1.1.3 '), after);
    ok(after.includes('\n- [ ] '), after);
    const inBlock = ask(source.indexOf('1.1.3'), false).map(({ title }) => title);
    deepEqual(inBlock, ['Write the elements one below the other', action.title]);
  });
  it('rate an element, where its ID stands', () => {
    const source: Files = {
      'a.md': file(['elements: ["1.1"]']),
      'portfolio.yaml': manifest('assessment:', '  "1.1": { self: good }', '  "2.1": { applicable: false }'),
    };
    const known = indexOf(source);
    const rated = (path: string, word: string, commands: ActionContext['commands']) => {
      const offset = (source[path] as string).indexOf(word);
      const actions = codeActions(contextOf(known, path, { commands }), {
        span: { start: offset, end: offset },
        diagnostics: [],
        only: ['refactor'],
        isAsked: true,
      });
      return actions.flatMap(({ title, command }) => (command ? [[title, command.arguments]] : []));
    };
    const told = { root: home, element: '1.1' };
    for (const [path, word] of [
      ['a.md', '1.1'],
      ['portfolio.yaml', '1.1'],
      ['portfolio.yaml', 'good'],
    ] as const) {
      deepEqual(rated(path, word, { rateElement: 'ask', setRating: 'set' }), [['Rate 1.1…', [told]]]);
      deepEqual(rated(path, word, { setRating: 'set' }), [
        ['Rate 1.1 fair', [{ ...told, rating: 'fair' }]],
        ['Rate 1.1 poor', [{ ...told, rating: 'poor' }]],
      ]);
      deepEqual(rated(path, word, {}), []);
    }
    deepEqual(rated('portfolio.yaml', '2.1', { rateElement: 'ask' }), []);
    deepEqual(rated('portfolio.yaml', 'small', { rateElement: 'ask' }), []);
  });
  it('wait until the block is mended', () => {
    deepEqual(at$0('---\nelements: ["2.1", "1.1"$0]\n\nText.\n'), {});
    deepEqual(at$0(file(['{ elements: ["2.1", "1.1"$0], title: "a }'])), {});
  });
});

describe('Code actions', () => {
  const files = one(['elements: ["1.3"]']);
  const index = indexOf(files);
  const findings = index.findings(at('a.md'));
  it('are for findings of ours', () => {
    const others = diagnosticsOf(index, 'a.md', findings).map((shown) => ({
      ...shown,
      source: 'markdownlint',
    }));
    deepEqual(actionsFor(index, 'a.md', findings, { diagnostics: others, only: ['quickfix'] }), []);
  });
  it('put quotation marks around an ID that needs them, and keep those that there are', () => {
    const text = 'title: N\nretired: { A: "1.10" }\nchildren:\n  - { id: "1.10", text: Ten }\n';
    const setting = { standards: [standardOf('numbers', text)] };
    for (const [before, after] of [
      ['A', '"1.10"'],
      ["'A'", "'1.10'"],
      ['x.10', '"1.10"'],
    ] as const) {
      const numbers = {
        ...one([]),
        'portfolio.yaml': 'standard: numbers\n',
        'a.md': file([`elements: [${before}]`]),
      };
      const found = indexOf(numbers, setting);
      const [action] = actionsFor(
        found,
        'a.md',
        found.findings(at('a.md')).filter(({ rule }) => rule.startsWith('element')),
      );
      equal(filesAfter(numbers, action!)['a.md'], file([`elements: [${after}]`]));
    }
  });
  it('carry what the client shows', () => {
    const shown = diagnosticsOf(index, 'a.md', findings);
    const [best, next] = actionsFor(index, 'a.md', findings, { only: ['quickfix'] });
    deepEqual([best?.diagnostics, best?.isPreferred, next?.isPreferred], [shown, true, undefined]);
  });
  it('are of the kinds that the client asks for', () => {
    const kinds = (only: readonly string[]) => [
      ...new Set(actionsFor(index, 'a.md', findings, { only }).map(({ kind }) => kind)),
    ];
    deepEqual(kinds(['quickfix']), ['quickfix']);
    deepEqual(kinds(['refactor.rewrite']), ['refactor.rewrite']);
    deepEqual(kinds(['refactor', '']), ['quickfix', 'refactor.rewrite']);
    deepEqual(kinds(['source.organizeImports', 'refactor.extract']), []);
  });
  it('are of the text that the client has', () => {
    const stale = { ...contextOf(index, 'a.md'), text: `${contextOf(index, 'a.md').text}\n` };
    deepEqual(codeActions(stale, { span: { start: 0, end: 99 }, diagnostics: [], isAsked: true }), []);
  });
  it('say of which version they are, and do without', () => {
    const able = { ...target, versionOf: () => 7, addressOf: (uri: string) => `${uri}?` };
    const [{ edit: versioned } = {}] = actionsFor(index, 'a.md', findings, { target: able });
    deepEqual((versioned?.documentChanges?.[0] as TextDocumentEdit).textDocument, {
      uri: `${at('a.md')}?`,
      version: 7,
    });
    const [{ edit: plain } = {}] = actionsFor(index, 'a.md', findings, {
      target: { ...able, takesVersions: false },
    });
    deepEqual(Object.keys(plain?.changes ?? {}), [`${at('a.md')}?`]);
  });
  it('create evidence, and show it where the client can', () => {
    const gaps = indexOf({ 'portfolio.yaml': 'standard: small\n' });
    const ask = (options: Parameters<typeof actionsFor>[3]) =>
      actionsFor(gaps, 'portfolio.yaml', gaps.findings(at('portfolio.yaml')), options);
    const [action] = ask({ commands: { show: 'show' } });
    equal(action?.title, `Create evidence for ${greeted}`);
    deepEqual(action.command, {
      title: 'Show',
      command: 'show',
      arguments: [{ uri: at('evidence/evidence-for-1.1.md') }],
    });
    const [kept = ''] = Object.values(filesAfter({}, action)) as string[];
    ok(kept.includes('  - "1.1"\n'), kept);
    deepEqual(
      ask({ target: { ...target, createsFiles: false } }).filter(({ title }) => title.startsWith('Create')),
      [],
    );
  });
  it('are few where all gaps of a portfolio are reported at one place', () => {
    const gaps = indexOf({ 'portfolio.yaml': 'title: T\n' });
    const found = gaps.findings(at('portfolio.yaml'));
    equal(found.length, 57);
    const actions = actionsFor(gaps, 'portfolio.yaml', found, { commands: { newEvidence: 'new' } });
    equal(actions.length, 17);
    const [quick] = actionsFor(gaps, 'portfolio.yaml', found, { commands: { createEvidence: 'create' } });
    deepEqual(quick?.command?.arguments, [{ root: home, element: '1.1.1' }]);
    equal(quick.edit, undefined);
    equal(actions.at(-1)?.title, 'Create evidence for another element…');
  });
});

describe('A title from the name of a file', () => {
  it('is in words', () => {
    equal(titleFromName('annual-customer_survey.md'), 'Annual customer survey');
    equal(titleFromName('3.2.4 Accuracy.markdown'), '3.2.4 Accuracy');
    equal(titleFromName('-.md'), '');
  });
});
