/**
 * Every rule: where it reports between « and », what it says, and near misses where it keeps silent. The files of
 * a case are a portfolio against the small standard, unless they have a portfolio.yaml of their own.
 */
import { deepEqual } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { RuleCode } from '../../../../server/core/rules/all';
import { ruleCodes } from '../../../../server/core/rules/all';
import { relativePath } from '../../../../server/core/text/uri';
import { checkRule } from '../../support/checkRule';
import type { Files, IndexSetting } from '../../support/portfolioFiles';
import { small } from '../../support/standards';
import { at, attachment, home, indexOf, outside as beyond } from '../../support/portfolioFiles';

interface Case {
  readonly name: string;
  readonly files: Files;
  /** `severity: message`; none where the rule keeps silent. */
  readonly says: readonly string[];
  readonly setting?: IndexSetting;
}

const fires = (name: string, files: Files, ...says: readonly string[]): Case => ({ name, files, says });
const silent = (name: string, files: Files): Case => ({ name, files, says: [] });
const on = (today: string, one: Case): Case => ({ ...one, setting: { today } });
const under = (settings: Readonly<Record<string, string>>, one: Case): Case => ({
  ...one,
  setting: { settings },
});

/** A manifest of the small standard, and what else it says. */
const manifest = (...lines: readonly string[]): string => ['standard: small', ...lines, ''].join('\n');

/** Evidence with lines of front matter; there is a title, a text and, if no line names elements, an element. */
const evidence = (...lines: readonly string[]): string => {
  const named = lines.some((line) => line.includes('elements')) ? lines : ['elements: ["1.1"]', ...lines];
  return `---\n${named.join('\n')}\n---\n\n# Heading\n\nText.\n`;
};

/** One file in a portfolio of the small standard. */
const one = (text: string, ...lines: readonly string[]): Files => ({
  'a.md': text,
  'portfolio.yaml': manifest(...lines),
});

/** An action plan with a column of criteria. */
const plan = (...rows: readonly string[]): string =>
  ['| Ref No. | Criteria / Action | Responsibility | Target | Progress |', '|-|-|-|-|-|', ...rows, ''].join(
    '\n',
  );

/** A portfolio of a plan only; lines that are no rows go into the manifest. */
const planned = (...lines: readonly string[]): Files => {
  const rows = lines.filter((line) => line.startsWith('|'));
  return {
    'portfolio.yaml': manifest(...lines.filter((line) => !rows.includes(line))),
    'action-plan.md': plan(...rows),
  };
};

const own = (path: string): string =>
  `Only your own computer or network can open ${path}, so an assessor cannot. Copy the file into the portfolio’s folder and name it by its path from this file.`;
const similar = (path: string, found: string, words: string): string =>
  `There is no file at ${path}. There is ${found.replace(/#.*/, '')}, whose name ${words}. Write ${found}.`;
const letterCase = 'differs in capital and small letters only. Most computers tell them apart';
const accents = 'looks the same, but has its letters with accents stored in another way';
const lookalike =
  'looks like it, but has another kind of space, hyphen or apostrophe, or a character that cannot be seen';
const decomposed = 'Re\u0301sume\u0301.pdf';
const notLinked = (path: string): string =>
  `This is shown as text and is no link, because there are spaces in ${path}. Write <${path}>, or %20 in place of each space.`;
const pagesInstead =
  'If your links are addresses of a website’s pages, write “links: pages” in portfolio.yaml.';
const fromTop = (path: string): string =>
  `There is no file at ${path} in this portfolio. With / before it, only your own computer might open it. Write the path from this file’s folder, or copy the file into the portfolio. ${pagesInstead}`;
const unseen = (label: string, path: string): string =>
  `There is no file at ${path}. Markdown takes this line for the address of links named [${label}], and does not show it. If it is to be read, put a \\ before it.`;
const noAddress =
  'This link has no address. Write the path of a file or a web address between its round brackets.';
const withScheme = (scheme: string, path: string, what: string): string =>
  `Without ${scheme} before it, ${path} is taken for a file and not for ${what}. Write ${scheme}${path}.`;

/** One file with a text below its block. */
const text = (body: string, others: Files = {}): Files => ({
  ...one(evidence().replace('Text.', body)),
  ...others,
});

const noDate =
  'is no date that can be understood. Write a day such as 2027-03-31 or 31 March 2027, a month such as March 2027, a quarter such as Q2 2027, a year, or “ongoing”. Until it is known, leave the cell empty.';

const all = (...lines: readonly string[]): string => evidence('elements: ["1.1", "1.2", "2.1"]', ...lines);

const overdue = (by: string, days: string): string =>
  `warning: The review was due by ${by}, ${days} ago. Check that this evidence is still true, then move the date on.`;
const unquoted = (id: string, loss = ''): string =>
  `warning: Put quotation marks around ${id}. Without them, other tools read it as a number${loss}.`;
const cut = (read: string, meant: string): string =>
  `information: This is read as ${read}: behind a space, # starts a remark. Put quotation marks around “${meant}” if all of it is meant.`;
const noFile = (path: string): string =>
  `There is no file at ${path}. Check the path; it starts from this file’s folder.`;
const outside = (path: string): string =>
  `warning: ${path} is outside the portfolio’s folder, so it does not travel with it. Copy the file into the portfolio.`;
const greeted = '1.1, “People are greeted”,';
const hours = '1.2, “The opening hours are known”,';
const answers = '2.1, “Questions are answered”,';
const withoutStandard = ' Nothing can be checked without a standard.';
const makeStandard = (make: string, file: string): string =>
  `${make} a standard file of it with “evidence-portfolio standard import ${file} --write”, and name that file in portfolio.yaml.`;
const onItsOwn =
  'in one text. Write each ID on its own: in square brackets with commas between them, or each on a line that starts with a dash.';
const uncovered = (name: string, severity = 'warning'): string =>
  `${severity}: ${name} has no evidence. Add some, or declare the element not applicable.`;
const expires =
  'but all of its current evidence expires before the assessment on 1 December 2026. Review it by then, or add evidence that lasts.';
const keyKnown =
  'It can be one of these: title, standard, standards, mappings, language, include, exclude, assessment-date, review-notice, links, assessment, assignments, rules, keys, custom-keys.';

const cases: Readonly<Partial<Record<RuleCode, readonly Case[]>>> = {
  'front-matter-unclosed': [
    fires(
      'a block without an end',
      one('«---»\nelements: ["1.1"]\n\nText.\n'),
      'error: This block is never closed. Put a line with only --- after its last line.',
    ),
    fires(
      'a block without an end that is all of the file',
      one('«--- »\nelements: ["1.1"]'),
      'error: This block is never closed. Put a line with only --- after its last line.',
    ),
    fires(
      'a block that ends at three full stops',
      one('---\nelements: ["1.1"]\n«...»\n\nText.\n\n---\n'),
      'error: “...” does not close the block at the top. Write three hyphens here, ---, and nothing else.',
    ),
    fires(
      'a block that ends at a dash',
      one('---\nelements: ["1.1"]\n« — »\n\nText.\n'),
      'error: “—” does not close the block at the top. Write three hyphens here, ---, and nothing else.',
    ),
    silent('a rule at the top of a text', one('---\n\nText about elements: none.\n')),
    silent('a block that is closed', one(evidence())),
  ],
  'front-matter-syntax': [
    fires(
      'no closing bracket',
      one(evidence('title: a', 'elements: ["1.1"«,»')),
      'error: A closing bracket is missing.',
    ),
    fires(
      'every broken line',
      one(evidence('title: «a»: b: c', 'owner: "«d»', 'kind: data')),
      'error: There is a second colon on this line. Put quotation marks around a text that contains a colon.',
      'error: A quotation mark is missing at the end of this text.',
    ),
    fires(
      'the first fault only where the others may follow from it',
      one('---\n{ elements: ["1.1"], title: "a«}»\n---\n'),
      'error: A quotation mark is missing at the end of this text.',
    ),
    silent('faults of a block without an end', one('---\nelements: ["1.1"]\ntitle: "a\n')),
    silent('faults of a file that is no evidence', one('---\ntitle: a: b\n---\n')),
  ],
  'front-matter-key': [
    fires(
      'an s too many',
      one(evidence('«owners»: a')),
      'hint: “owners” is not known here. Did you mean “owner”?',
    ),
    fires('a capital', one(evidence('«Title»: a')), 'hint: “Title” is not known here. Did you mean “title”?'),
    fires(
      'an underscore',
      one(evidence('«review_by»: 2027-01-01')),
      'hint: “review_by” is not known here. Did you mean “review-by”?',
    ),
    silent('a key of its own kind', one(evidence('reviewer-notes: a'))),
    silent('a key near one that is there', one(evidence('owner: a', 'owners: b'))),
    silent('a key that the manifest knows', one(evidence('owners: a'), 'custom-keys: [owners]')),
    fires(
      'a character that nobody sees',
      one(evidence('«"owner\u200B"»: a')),
      'hint: There is a zero-width space in “owner”, which is easy to overlook. Write owner.',
    ),
    fires(
      'a name that the manifest gives a key',
      one(evidence('«evidence-typ»: data'), 'keys: { kind: evidence-type }'),
      'hint: “evidence-typ” is not known here. Did you mean “evidence-type”?',
    ),
    silent(
      'a key near one that is there under the manifest’s name',
      one(evidence('evidence-type: data', 'evidence-typ: a'), 'keys: { kind: evidence-type }'),
    ),
    silent(
      'a key under its usual name, where the manifest calls it otherwise',
      one(evidence('owner: a'), 'keys: { owner: owners }'),
    ),
    silent(
      'a key under the name that the manifest gives it',
      one(evidence('owners: a'), 'keys: { owner: owners }'),
    ),
    fires(
      'a blank behind a key',
      one(evidence('«"owner "»: a')),
      'hint: There is a blank in “owner”, which is easy to overlook. Write owner.',
    ),
  ],
  'front-matter-value': [
    fires(
      'an unknown status with a near one',
      one(evidence('status: «aproved»')),
      'error: Did you mean “approved”? Write one of these: draft, in-review, approved, withdrawn.',
    ),
    fires(
      'an unknown kind',
      one(evidence('kind: «photograph»')),
      'error: Write one of these: document, data, testimony, observation.',
    ),
    fires(
      'a day that does not exist',
      one(evidence('date: «2026-02-30»', 'review-by: «2026-13-01»')),
      'error: Write a day that exists, as year-month-day.',
      'error: Write a day that exists, as year-month-day.',
    ),
    fires(
      'a date in the British way',
      one(evidence('review-by: «01/03/2027»')),
      'error: Write a date as year-month-day, such as 2027-03-01 (the day first) or 2027-01-03 (the month first).',
    ),
    fires('a list for a title', one(evidence('title: «[a, b]»')), 'error: Write one line of text.'),
    fires(
      'a map for an attachment',
      one(evidence('attachments: [«{ a: b }»]').replace('[«{ a: b }»]', '«[{ a: b }]»')),
      'error: Write a list of texts.',
    ),
    fires(
      'IDs without brackets',
      one(evidence('elements: «1.1, 1.2»')),
      'error: Write several IDs as a list, in square brackets or each on a line that starts with a dash.',
    ),
    fires(
      'a list in a list',
      one(evidence('elements: ["1.1", «["1.2"]»]')),
      'error: Write one ID on each line, without a colon or brackets.',
    ),
    fires(
      'a map',
      one(evidence('elements: «{ a: b }»')),
      'error: Write a list of IDs, each on a line that starts with a dash.',
    ),
    silent(
      'the words as they should be',
      one(evidence('status: in-review', 'kind: data', 'date: 2024-02-29')),
    ),
    silent('nothing behind a key', one(evidence('status:', 'date:', 'kind: ~'))),
    silent('quotation marks', one(evidence("status: 'draft'", 'date: "2026-01-01"'))),
    fires(
      'IDs in one text, one of which is open to doubt',
      one(evidence('elements: [«"1.1, 1.2"», «either 2.1 or perhaps 1.2»]')),
      `error: “1.1, 1.2” stands for 1.1 and 1.2 ${onItsOwn}`,
      `error: “either 2.1 or perhaps 1.2” stands for 2.1 and 1.2 ${onItsOwn} Until then, none of them counts.`,
    ),
    fires(
      'very many IDs in a long text',
      {
        'portfolio.yaml': 'rules: { element-uncovered: off }\n',
        'a.md':
          '---\nelements: [«"1.1.1; 1.1.2; 1.1.3; 1.2.1; 1.2.2; 1.2.3; 1.3.1; 1.3.2 and 1.3.3"»]\n---\n',
      },
      `error: “1.1.1; 1.1.2; 1.1.3; 1.2.1; 1.2.2; 1.2.3; 1.3.1; 1.3.2 and …” stands for 1.1.1, 1.1.2 … 1.3.3 (9 IDs) ${onItsOwn}`,
    ),
    fires(
      'six IDs, which are all named',
      {
        'portfolio.yaml': 'rules: { element-uncovered: off }\n',
        'a.md': '---\nelements: [«1.1.1 1.1.2 1.1.3 1.2.1 1.2.2 1.2.3»]\n---\n',
      },
      `error: “1.1.1 1.1.2 1.1.3 1.2.1 1.2.2 1.2.3” stands for 1.1.1, 1.1.2, 1.1.3, 1.2.1, 1.2.2 and 1.2.3 ${onItsOwn}`,
    ),
    fires(
      'a word with a character that nobody sees, or a blank',
      one(evidence('status: «"draft\u200B"»', "kind: «'da\u00ADta'»", 'date: «"2026-01-01 x"»')),
      'error: There is a zero-width space in “draft”, which is easy to overlook. Write draft.',
      'error: There is a soft hyphen in “data”, which is easy to overlook. Write data.',
      'error: Write a date as year-month-day, such as 2027-03-01.',
    ),
    fires(
      'IDs below a name, where there is one standard',
      one(evidence('elements: «{ ISO: ["1.1"] }»')),
      'error: This portfolio has one standard, so that its IDs stand below no name. Write a list of IDs, each on a line that starts with a dash. For several standards, portfolio.yaml says “standards”, with a name for each.',
    ),
    silent('IDs in one text, while the standard is missing', {
      'a.md': evidence('elements: ["1.1, 1.2"]'),
      'portfolio.yaml': 'standard: gone.yaml\n',
    }),
  ],
  'evidence-unread': [
    fires(
      'another name',
      { 'portfolio.yaml': 'standard: small\n', 'a.md': '---\n«Elements»: ["1.1"]\n---\n\nText.\n' },
      'warning: This file looks like evidence, and is not read as such: “Elements” is not the key that names elements. Write “elements”, in small letters.',
    ),
    silent('a name that the manifest lists', {
      'portfolio.yaml': 'standard: small\ncustom-keys: [element]\n',
      'a.md': '---\nelement: ["1.1"]\n---\n\nText.\n',
    }),
  ],
  'front-matter-remark': [
    fires('a ref that loses its number', one(evidence('ref: «ES #1»')), cut('“ES”', 'ES #1')),
    fires('a room', one(evidence('owner: «Room #3»')), cut('“Room”', 'Room #3')),
    fires('a number sign with a space behind it', one(evidence('ref: «ES # 1»')), cut('“ES”', 'ES # 1')),
    fires(
      'a word',
      one(evidence('title: «Campaign #LibrariesForAll»')),
      cut('“Campaign”', 'Campaign #LibrariesForAll'),
    ),
    fires('a value that is nothing', one(evidence('ref: «#12»')), cut('nothing', '#12')),
    fires('white space of any width', one(evidence('owner: «Room\t#3»  ')), cut('“Room”', 'Room\t#3')),
    fires(
      'items of a list',
      one(evidence('attachments:', '  - «report #2.pdf»', '  - «#1.pdf»')),
      cut('“report”', 'report #2.pdf'),
      cut('nothing', '#1.pdf'),
    ),
    fires(
      'an item in brackets',
      one(evidence('attachments: [a.pdf, «report #2.pdf»]')),
      cut('“report”', 'report #2.pdf'),
    ),
    fires(
      'a key of the portfolio’s own',
      one(evidence('room: «Desk #2»'), 'custom-keys: [room]'),
      cut('“Desk”', 'Desk #2'),
    ),
    silent(
      'a remark in words',
      one(evidence('owner: Reception  # a role or a person', 'title: T # a title')),
    ),
    silent(
      'a remark with a number, as those write it who know YAML',
      one(evidence('owner: Reception  # 2 people')),
    ),
    silent(
      'a remark where only a remark can be',
      one(evidence('status: draft #1', 'date: 2026-03-01 #2', 'kind: data #x')),
    ),
    silent('a remark behind an ID', one(evidence('elements:', '  - "1.1" #1', '  - 1.2 #Accuracy'))),
    silent('a remark on a line of its own', one(evidence('attachments:', '  #1', '#2', 'ref: A'))),
    silent('what is to be done', one(evidence('owner: #TODO', 'title: T #todo'))),
    silent('a value in quotation marks', one(evidence('ref: "ES #1"', "owner: 'Room' #3"))),
    silent('a mark inside a word', one(evidence('title: C#1 and A#', 'owner: a#b'))),
    silent('a key of another tool', one(evidence('color: a #fff'))),
    silent('an address', one(evidence('attachments: [https://example.org/a#b]'))),
  ],
  'elements-empty': [
    fires(
      'an empty list',
      one(evidence('«elements»: []')),
      'error: No element is named here. Add the ID of at least one element that this evidence supports.',
    ),
    fires(
      'nothing at all',
      one('---\n«elements»:\n---\n'),
      'error: No element is named here. Add the ID of at least one element that this evidence supports.',
    ),
    silent('one ID', one(evidence())),
    silent('a map, of which front-matter-value speaks', one(evidence('elements: { a: b }'))),
    silent('a fault, of which front-matter-syntax speaks', one(evidence('elements: ["'))),
    fires(
      'an empty list in a block without an end',
      one('---\n«elements»: []\ntitle: "a\n'),
      'error: No element is named here. Add the ID of at least one element that this evidence supports.',
    ),
  ],
  'element-unknown': [
    fires(
      'an ID near others',
      one(evidence('elements: [«"1.3"»]')),
      'error: 1.3 is not an element of Small Standard. Did you mean 1.1, “People are greeted”? Also near: 1.2.',
    ),
    fires(
      'a word',
      one(evidence('elements: [«Reception»]')),
      'error: Reception is not an element of Small Standard. Choose an ID from the list that completion offers.',
    ),
    silent('an element', one(evidence())),
    silent('a group, of which element-not-assessable speaks', one(evidence('elements: ["1"]'))),
    silent('a retired ID, of which element-retired speaks', one(evidence('elements: ["9.9"]'))),
    silent('an empty text', one(evidence('elements: [""]'))),
    silent('anything, while the standard is missing', {
      'a.md': evidence('elements: ["8.8"]'),
      'portfolio.yaml': 'standard: gone.yaml\n',
    }),
    fires(
      'what an ID has around it',
      one(
        evidence('elements: [«1.1 People are greeted», «"1.2\u200B"», «"2.1 "»]').replace(
          '«"2.1 "»',
          '"2.1 "',
        ),
      ),
      'error: “1.1 People are greeted” has more in it than an ID. Write 1.1 alone.',
      'error: There is a zero-width space in “1.2”, which is easy to overlook. Write 1.2.',
    ),
    fires(
      'a long text around an ID',
      one(evidence('elements: [«2.1 Questions are answered by whoever is at the desk or by phone»]')),
      'error: “2.1 Questions are answered by whoever is at the desk or by …” has more in it than an ID. Write 2.1 alone.',
    ),
    fires(
      'an ID that another value of the list has in another way',
      one(evidence('elements: ["1.1", «1.1 People», «"01.1"», «"Element 1.1"»]')),
      'error: 1.1 People stands for 1.1, which is in this list already. Remove one of the two.',
      'error: 01.1 stands for 1.1, which is in this list already. Remove one of the two.',
      'error: Element 1.1 stands for 1.1, which is in this list already. Remove one of the two.',
    ),
    fires(
      'a character that nobody sees in an ID that is none',
      one(evidence('elements: [«"8.8\u200B"»]')),
      'error: 8.8\u200B is not an element of Small Standard. Choose an ID from the list that completion offers. There is a zero-width space in it, which is easy to overlook.',
    ),
    fires(
      'more kinds of such characters than anybody wants to hear of',
      one(evidence('elements: [«"8.8\u200B\u00AD\u2060\u200E"»]')),
      'error: 8.8\u200B\u00AD\u2060\u200E is not an element of Small Standard. Choose an ID from the list that completion offers. There is a zero-width space, a soft hyphen and 2 others in it, which is easy to overlook.',
    ),
    silent(
      'several IDs in one text, of which front-matter-value speaks',
      one(evidence('elements: ["1.1, 1.2"]')),
    ),
    silent(
      'IDs below a name, of which front-matter-value speaks',
      one(evidence('elements: { ISO: ["8.8"] }')),
    ),
    fires(
      'an ID in a text that another one has, too, and a text of two that look alike',
      one(evidence('elements: ["1.1", "1.2", «"Element 1.1 People"»]')),
      'error: Element 1.1 People stands for 1.1, which is in this list already. Remove one of the two.',
    ),
    fires(
      'a text of sixty characters, which is shown as it is',
      one(evidence('elements: [«2.1 Questions are answered by whoever is at the door or desk»]')),
      'error: “2.1 Questions are answered by whoever is at the door or desk” has more in it than an ID. Write 2.1 alone.',
    ),
    fires(
      'an ID that is written with a blank around it, beside what nobody sees',
      one(evidence('elements: [«" 1.2\u200B "»]')),
      'error: There is a zero-width space in “1.2”, which is easy to overlook. Write 1.2.',
    ),
  ],
  'element-not-assessable': [
    fires(
      'a criterion',
      one(evidence('elements: [«"1"»]')),
      'error: 1, “Welcome”, is a criterion and not an element. Name one or more of its elements instead: 1.1, 1.2.',
    ),
    fires(
      'a sub-criterion of Customer Service Excellence',
      { 'a.md': '---\nelements: [«"1.1"», 1.1.1]\n---\nText.\n' },
      'error: 1.1, “Customer Identification”, is a sub-criterion and not an element. Name one or more of its elements instead: 1.1.1, 1.1.2, 1.1.3.',
    ),
    silent('an element', one(evidence())),
    fires(
      'a group of very many elements, and one of none and without a title',
      {
        'a.md': '---\nelements: [«S», «E», «Six»]\n---\nText.\n',
        'portfolio.yaml': 'standard: s.yaml\n',
        's.yaml': [
          'title: S',
          'levels: [Part, Element]',
          'children:',
          '  - { id: E, assessable: false }',
          '  - id: S',
          '    title: Seven',
          '    children:',
          ...[1, 2, 3, 4, 5, 6, 7].map((number) => `      - { id: S.${number}, text: a }`),
          '  - id: Six',
          '    title: Six of them',
          '    children:',
          ...[1, 2, 3, 4, 5, 6].map((number) => `      - { id: T.${number}, text: a }`),
          '',
        ].join('\n'),
      },
      'error: S, “Seven”, is a part and not an element. Name one or more of its elements instead: S.1, S.2, S.3, S.4, S.5, S.6 ….',
      'error: E is a part and not an element.',
      'error: Six, “Six of them”, is a part and not an element. Name one or more of its elements instead: T.1, T.2, T.3, T.4, T.5, T.6.',
    ),
  ],
  'element-retired': [
    fires(
      'an old ID',
      one(evidence('elements: [«"9.9"»]')),
      'warning: 9.9 is now 1.2, “The opening hours are known”. Write the new ID.',
    ),
    silent('the new ID', one(evidence('elements: ["1.2"]'))),
    fires(
      'IDs that have been divided and dropped',
      {
        'a.md': evidence('elements: [«"8.8"», «"7.7"»]'),
        'portfolio.yaml': 'standard: s.yaml\n',
        's.yaml':
          'title: S\nretired: { "8.8": ["1.1", "1.2"], "7.7": [] }\nchildren: [{ id: "1.1", text: a }, { id: "1.2", text: b }]\n',
      },
      'warning: 8.8 has been divided among 1.1, “a” and 1.2, “b”. Write those that are meant here.',
      'warning: 7.7 is no longer in the standard, and nothing has taken its place. Take it out, or write the ID of another element.',
    ),
  ],
  'element-duplicate': [
    fires(
      'an ID three times',
      one(evidence('elements: ["1.1", «"1.1"», "1.2", «\'1.1\'»]')),
      'warning: 1.1 is already in this list. Remove one of the two.',
      'warning: 1.1 is already in this list. Remove one of the two.',
    ),
    silent('different IDs', one(evidence('elements: ["1.1", "1.2"]'))),
    fires(
      'one ID with the name of its standard, and without',
      {
        'a.md': evidence('elements: ["1.2", «A:1.2»]'),
        'two.yaml': 'title: Two\nchildren: [{ id: "7", text: Seven }]\n',
        'portfolio.yaml': 'standards: { A: small, B: two.yaml }\nrules: { element-uncovered: off }\n',
      },
      'warning: A:1.2 is already in this list. Remove one of the two.',
    ),
  ],
  'element-unquoted': [
    fires('a number', one(evidence('elements: [«1.1», «1.20»]')), unquoted('1.1'), unquoted('1.20', ', 1.2')),
    silent('quotation marks', one(evidence('elements: ["1.1", \'1.2\']'))),
    silent("a group's ID, of which another rule speaks", {
      'a.md': '---\nelements: [1.1.1, 3.2]\n---\nText.\n',
    }),
    silent('three levels, which are a text', { 'a.md': '---\nelements: [3.2.4]\n---\nText.\n' }),
    fires(
      'numbers that read as others',
      {
        'a.md': evidence('elements: [«1.10», «007», «10», «1e3», «9.5»]'),
        'portfolio.yaml': 'standard: s.yaml\n',
        's.yaml': 'title: S\nchildren: [{ id: "1.10" }, { id: "007" }, { id: "10" }, { id: 1e3 }]\n',
      },
      unquoted('1.10', ', 1.1'),
      unquoted('007', ', 7'),
      unquoted('10'),
      unquoted('1e3', ', 1000'),
      unquoted('9.5'),
    ),
  ],
  'element-not-applicable': [
    fires(
      'evidence for what does not apply',
      one(
        evidence('elements: [«"1.1"», "1.2"]'),
        'assessment: { "1.1": { applicable: false, reason: No premises } }',
      ),
      'warning: 1.1 is declared not applicable in portfolio.yaml (“No premises”). Remove it here, or change the decision there.',
    ),
    fires(
      'no reason',
      one(evidence('elements: [«"1.1"»]'), 'assessment: { "1.1": { applicable: false } }'),
      'warning: 1.1 is declared not applicable in portfolio.yaml. Remove it here, or change the decision there.',
    ),
    silent('a decision that it applies', one(evidence(), 'assessment: { "1.1": { applicable: true } }')),
    silent('a folder without a manifest', { 'a.md': '---\nelements: [3.2.4]\n---\nText.\n' }),
  ],
  'element-heading-unlisted': [
    fires(
      'a heading with an ID',
      one(evidence().replace('# Heading', '# «1.2» Opening hours')),
      'hint: This heading is about 1.2, “The opening hours are known”, which is not under “elements” at the top. Add it there if this evidence supports it.',
    ),
    fires(
      'a heading in bold and underlined',
      one(evidence().replace('# Heading', '**«1.2»** Opening hours\n===')),
      'hint: This heading is about 1.2, “The opening hours are known”, which is not under “elements” at the top. Add it there if this evidence supports it.',
    ),
    silent('an ID that is listed', one(evidence().replace('# Heading', '# 1.1 Greeting'))),
    silent('an ID at the end of a heading', one(evidence().replace('# Heading', '# Opening hours (1.2)'))),
    silent('an ID in the text', one(evidence().replace('Text', '1.2 says so'))),
    silent('a heading in a code block', one(evidence().replace('Text', '```\n# 1.2 Hours\n```'))),
    silent('a group', one(evidence().replace('# Heading', '# 1 Welcome'))),
    silent('a number that no element has', one(evidence().replace('# Heading', '# 5.5 Welcome'))),
    fires(
      'headings in quotations and lists, underlined and with a mark around the ID',
      one(
        evidence().replace(
          'Text.',
          '> ## «1.2» Hours\n\n- ### «2.1»\n\n«1.2» Hours\n---\n\n## «1.2»: Hours\n\nText[^1].\n\n[^1]: # «2.1»\n',
        ),
      ),
      ...['1.2', '2.1', '1.2', '1.2', '2.1'].map(
        (id) =>
          `hint: This heading is about ${id === '1.2' ? hours.slice(0, -1) : answers.slice(0, -1)}, which is not under “elements” at the top. Add it there if this evidence supports it.`,
      ),
    ),
    silent(
      'words before an ID, and a heading above it',
      one(evidence().replace('Text.', '## See 1.2\n\n## Hours\n\n1.2 is in the text.\n\n\\## 1.2')),
    ),
    silent(
      'an element of an earlier edition that stands for a listed one',
      one(evidence('elements: ["9.9"]').replace('# Heading', '# 1.2 Hours')),
    ),
    silent(
      'an element in a text that is listed',
      one(evidence('elements: ["1.1, 1.2"]').replace('# Heading', '# 1.2 Hours')),
    ),
    silent('an ID between brackets', one(evidence().replace('Text.', '## (1.2) Hours'))),
    silent('a number that is the ID of an element, and may be anything', {
      'a.md': evidence('elements: ["8"]').replace('# Heading', '# 7 days\n\n## 7\n\n### Element 7'),
      's.yaml': 'title: S\nchildren: [{ id: "7", text: Answers come soon }, { id: "8", text: b }]\n',
      'portfolio.yaml': 'standard: s.yaml\nrules: { element-uncovered: off }\n',
    }),
  ],
  'review-overdue': [
    silent('the day itself', one(evidence('review-by: 2026-06-15'))),
    fires('the day after', one(evidence('review-by: «2026-06-14»')), overdue('14 June 2026', '1 day')),
    fires('long ago', one(evidence('review-by: «2025-06-15»')), overdue('15 June 2025', '365 days')),
    fires(
      'a draft',
      one(evidence('review-by: «2026-06-13»', 'status: draft')),
      overdue('13 June 2026', '2 days'),
    ),
    on(
      '2026-06-16',
      fires('another today', one(evidence('review-by: «2026-06-15»')), overdue('15 June 2026', '1 day')),
    ),
    silent('what is withdrawn', one(evidence('review-by: 2026-06-14', 'status: withdrawn'))),
    silent('no date', one(evidence('review-by: soon'))),
  ],
  'review-due-soon': [
    silent('the day before the notice', one(evidence('review-by: 2026-08-15'))),
    fires(
      'the first day of the notice',
      one(evidence('review-by: «2026-08-14»')),
      'information: The review is due in 60 days, by 14 August 2026.',
    ),
    fires(
      'the last day but one',
      one(evidence('review-by: «2026-06-16»')),
      'information: The review is due in 1 day, by 16 June 2026.',
    ),
    fires(
      'the day itself',
      one(evidence('review-by: «2026-06-15»')),
      'information: The review is due today, by 15 June 2026.',
    ),
    silent('the day after', one(evidence('review-by: 2026-06-14'))),
    silent('a shorter notice', one(evidence('review-by: 2026-06-23'), 'review-notice: 7')),
    fires(
      'the edge of a shorter notice',
      one(evidence('review-by: «2026-06-22»'), 'review-notice: 7'),
      'information: The review is due in 7 days, by 22 June 2026.',
    ),
    silent('the day before, without any notice', one(evidence('review-by: 2026-06-16'), 'review-notice: 0')),
    silent('what is withdrawn', one(evidence('review-by: 2026-06-16', 'status: withdrawn'))),
    fires(
      'sixty days in a folder without a manifest',
      { 'a.md': '---\nelements: [3.2.4]\nreview-by: «2026-08-14»\n---\nText.\n' },
      'information: The review is due in 60 days, by 14 August 2026.',
    ),
  ],
  'ref-duplicate': [
    fires(
      'two files',
      {
        'a.md': evidence('ref: «ES 1»'),
        'sub/b.md': evidence('ref: «"ES 1"»'),
        'portfolio.yaml': manifest(),
      },
      'error: The ref ES 1 is also used by sub/b.md. Give each file its own.',
      'error: The ref ES 1 is also used by a.md. Give each file its own.',
    ),
    fires(
      'five files',
      {
        'a.md': evidence('ref: «1»'),
        'b.md': evidence('ref: «1»'),
        'c.md': evidence('ref: «1»'),
        'd.md': evidence('ref: «1»'),
        'e.md': evidence('ref: «1»'),
        'portfolio.yaml': manifest(),
      },
      ...[
        'b.md, c.md, d.md',
        'a.md, c.md, d.md',
        'a.md, b.md, d.md',
        'a.md, b.md, c.md',
        'a.md, b.md, c.md',
      ].map((names) => `error: The ref 1 is also used by ${names} and 1 more. Give each file its own.`),
    ),
    silent('different refs', {
      'a.md': evidence('ref: ES 1'),
      'b.md': evidence('ref: ES 10'),
      'c.md': evidence('ref:'),
      'd.md': evidence('ref: ""'),
      'e.md': evidence('ref: ""'),
      'portfolio.yaml': manifest(),
    }),
    silent('two portfolios', {
      'p/a.md': evidence('ref: ES 1'),
      'p/portfolio.yaml': manifest(),
      'q/b.md': evidence('ref: ES 1'),
      'q/portfolio.yaml': manifest(),
    }),
    fires(
      'refs that look the same',
      {
        'a.md': evidence('ref: «"ES\u200B 1"»'),
        'b.md': evidence('ref: «ES 1»'),
        'portfolio.yaml': manifest(),
      },
      'error: The ref ES\u200B 1 is also used by b.md. Give each file its own. There is a zero-width space in it, which is easy to overlook.',
      'error: The ref ES 1 is also used by a.md. Give each file its own.',
    ),
    fires(
      'two that are whole beside one that a remark has cut',
      {
        'a.md': evidence('ref: «ES»'),
        'b.md': evidence('ref: ES #1'),
        'c.md': evidence('ref: «ES»'),
        'portfolio.yaml': manifest(),
      },
      'error: The ref ES is also used by c.md. Give each file its own.',
      'error: The ref ES is also used by a.md. Give each file its own.',
    ),
  ],
  'body-empty': [
    fires(
      'nothing below the block',
      one('---\n«elements»: ["1.1"]\n---\n'),
      'warning: There is nothing here yet that an assessor could read. Write below the second ---, or name an attachment.',
    ),
    fires(
      'white space and remarks',
      one('---\n«elements»: ["1.1"]\nattachments: []\n---\n \n<!-- to do\n\nmuch -->\n'),
      'warning: There is nothing here yet that an assessor could read. Write below the second ---, or name an attachment.',
    ),
    silent('a word', one('---\nelements: ["1.1"]\n---\na')),
    silent('an attachment', one('---\nelements: ["1.1"]\nattachments: https://example.org/a\n---\n')),
    silent('a block without an end', one('---\nelements: ["1.1"]\n')),
    ...[
      'H:\\x.pdf',
      '\\\\server\\share\\x.pdf',
      'file:///x.pdf',
      '/x.pdf',
      '~/x.pdf',
      'C:/Users/anna/x.pdf',
      '%USERPROFILE%\\x.pdf',
      'smb://s/x',
      'http://localhost/x',
    ].map((path) =>
      fires(
        `an attachment that nobody else can open: ${path}`,
        one(`---\n«elements»: ["1.1"]\nattachments: ['${path}']\n---\n`),
        'warning: There is nothing here that an assessor could read: nobody else can open what is attached. Write below the second ---, or copy the file into the portfolio.',
      ),
    ),
    silent(
      'one of two attachments',
      one('---\nelements: ["1.1"]\nattachments: [/x.pdf, https://e.org]\n---\n'),
    ),
  ],
  'attachment-missing': [
    fires(
      'a path to nothing',
      {
        ...one(evidence('attachments: [here.pdf, «gone.pdf», "a b.pdf"]')),
        'here.pdf': attachment,
        'a b.pdf': attachment,
      },
      `error: ${noFile('gone.pdf')}`,
    ),
    fires('a single path', one(evidence('attachments: «"gone.pdf"»')), `error: ${noFile('gone.pdf')}`),
    fires(
      'percent signs, which are characters of the path',
      { ...one(evidence('attachments: [«a%20b.pdf»]')), 'a b.pdf': attachment },
      `error: ${similar('a%20b.pdf', 'a b.pdf', 'has other characters where signs such as %20 stand here')}`,
    ),
    fires(
      'a page of nothing',
      one(evidence('attachments: [«gone.pdf#page=4»]')),
      `error: ${noFile('gone.pdf#page=4')}`,
    ),
    fires(
      'other letters',
      {
        ...one(
          evidence(
            'attachments: [«sub/Report.PDF#page=2», «Sub\\report.pdf», «./SUB/report.pdf», "«x»"]'.replace(
              '"«x»"',
              `«${decomposed.normalize('NFC')}», «It\u2019s.pdf», «a\u00A0b.pdf», «"a \u2013 b.pdf"»`,
            ),
          ),
        ),
        'sub/report.pdf': attachment,
        [decomposed]: attachment,
        "It's.pdf": attachment,
        'a b.pdf': attachment,
        'a - b.pdf': attachment,
      },
      `error: ${similar('sub/Report.PDF#page=2', 'sub/report.pdf#page=2', letterCase)}`,
      `error: ${similar('Sub\\report.pdf', 'sub\\report.pdf', letterCase)}`,
      `error: ${similar('./SUB/report.pdf', './sub/report.pdf', letterCase)}`,
      `error: ${similar(decomposed.normalize('NFC'), decomposed, accents)}`,
      `error: ${similar('It\u2019s.pdf', "It's.pdf", lookalike)}`,
      `error: ${similar('a\u00A0b.pdf', 'a b.pdf', lookalike)}`,
      `error: ${similar('a \u2013 b.pdf', 'a - b.pdf', lookalike)}`,
    ),
    silent('a page, a place, a cell, a query', {
      ...one(
        evidence(
          "attachments: [a.pdf#page=4, a.pdf#nameddest=x, s.xlsx#Sheet2!A1, a.pdf?x, a.pdf?x#page=2, 'a.pdf#a#b']",
        ),
      ),
      'a.pdf': attachment,
      's.xlsx': attachment,
    }),
    silent('names with marks in them', {
      ...one(
        evidence(
          'attachments: [C#.pdf, "report #2.pdf", 100%.pdf, a%20b.pdf, Why?.pdf, "C# guide.pdf#page=2", "#1.pdf", "Minutes: March.pdf", ~$a.docx]',
        ),
      ),
      ...Object.fromEntries(
        [
          'C#.pdf',
          'report #2.pdf',
          '100%.pdf',
          'a%20b.pdf',
          'Why?.pdf',
          'C# guide.pdf',
          '#1.pdf',
          'Minutes: March.pdf',
          '~$a.docx',
        ].map((path) => [path, attachment]),
      ),
    }),
    silent('what a program fills in', one(evidence('attachments: ["{{ site.files }}/a.pdf"]'))),
    silent('a path upwards', {
      'evidence/a.md': evidence(
        'attachments: [../attachments/x.pdf, ..\\attachments\\x.pdf, ../attachments]',
      ),
      'attachments/x.pdf': attachment,
      'portfolio.yaml': manifest(),
    }),
    silent(
      'addresses and paths of the machine',
      one(evidence('attachments: [https://example.org/a, /a, C:\\a.pdf]')),
    ),
    silent('a path out of the portfolio', one(evidence('attachments: [../gone.pdf]'))),
    silent('a file that cannot be read', {
      ...one(evidence('attachments: [b.md]')),
      'b.md': { reason: 'it is too large.' },
    }),
    fires(
      'names of folders in other letters, before and behind the way up',
      {
        'sub/a.md': evidence(
          'attachments: [«../Sub/./B.pdf», «./../SUB/b.pdf#page=2», «../Sub/../Sub/b.pdf»]',
        ),
        'sub/b.pdf': attachment,
        'portfolio.yaml': manifest(),
      },
      `error: ${similar('../Sub/./B.pdf', '../sub/./b.pdf', letterCase)}`,
      `error: ${similar('./../SUB/b.pdf#page=2', './../sub/b.pdf#page=2', letterCase)}`,
      `error: ${similar('../Sub/../Sub/b.pdf', 'b.pdf', letterCase)}`,
    ),
    fires(
      'a folder in other letters before a page that has a slash in its name, and two slashes',
      {
        ...one(evidence('attachments: [«"Sub/a.pdf#part/two"», «"Sub//a.pdf"»]')),
        'sub/a.pdf': attachment,
      },
      `error: ${similar('Sub/a.pdf#part/two', 'sub/a.pdf#part/two', letterCase)}`,
      `error: ${similar('Sub//a.pdf', 'sub//a.pdf', letterCase)}`,
    ),
    fires(
      'a file behind a symbolic link',
      { ...one(evidence('attachments: [«shared.pdf»]')), 'shared.pdf': beyond },
      'error: shared.pdf leads outside the repository, through a symbolic link, and nothing there is looked at. Copy the file into the portfolio.',
    ),
  ],
  'link-broken': [
    fires(
      'a link in an action plan',
      planned('| [1.1](«gone.md») | [here](action-plan.md) | Manager | | |'),
      `warning: ${noFile('gone.md')}`,
    ),
    fires(
      'links to nothing',
      one(
        evidence()
          .replace('Text', '[a](«gone.md») ![b](<«gone too.png»> "c") [d][e]\n\n[e]: «../gone.md#top»\n\n')
          .replace('../', 'x/'),
      ),
      `warning: ${noFile('gone.md')}`,
      `warning: ${noFile('gone too.png')}`,
      `warning: ${noFile('x/gone.md#top')}`,
    ),
    silent('links to files and folders', {
      ...one(
        evidence().replace(
          'Text',
          '[a](b.md#top) [b](sub) [c](sub/) [d](a%20b.pdf) [e](<a b.pdf>) [f](./b.md?x)',
        ),
      ),
      'b.md': '# b',
      'sub/c.md': '# c',
      'a b.pdf': attachment,
    }),
    silent(
      'code',
      one(evidence().replace('Text', '`[a](gone.md)`\n\n```\n[a](gone.md)\n```\n\n    [a](gone.md)')),
    ),
    silent(
      'addresses, places in the page, and what is outside',
      one(
        evidence().replace(
          'Text',
          '[a](https://e.org) [b](#top) [c](//e.org/x) [d](../../gone.md) [e](mailto:a@b.c) <https://e.org>',
        ),
      ),
    ),
    ...(
      [
        ['[a](«H:\\x.pdf»)', own('H:\\x.pdf')],
        ['[a](«\\\\server\\share\\x.pdf»)', own('\\server\\share\\x.pdf')],
        ['[a](<«\\\\\\server\\a b.pdf»>)', own('\\\\server\\a b.pdf')],
        ['[a](«//server/share»)', own('//server/share')],
        ['![a](«file:///C:/x.png»)', own('file:///C:/x.png')],
        ['[a](«~/x.pdf»)', own('~/x.pdf')],
        ['[a](«C:/Users/anna/x.pdf»)', own('C:/Users/anna/x.pdf')],
        ['[a](«%USERPROFILE%\\x.pdf»)', own('%USERPROFILE%\\x.pdf')],
        ['[a](«smb://server/x»)', own('smb://server/x')],
        ['[a](«http://localhost:8080/x»)', own('http://localhost:8080/x')],
        ['[a](«/Users/anna/x.pdf»)', own('/Users/anna/x.pdf')],
        ['[a](«H:\\My Documents\\x.pdf»)', own('H:\\My Documents\\x.pdf')],
        ['«<file:///x.pdf>»', own('file:///x.pdf')],
        ['[a]\n\n[a]: «H:/x.pdf» "t"', own('H:/x.pdf')],
        ['<a href="«H:\\x.pdf»">a</a>', own('H:\\x.pdf')],
        ['[a](«/x.pdf»)', fromTop('/x.pdf')],
        ['[a](«my file.md»)', notLinked('my file.md')],
        ['[*a*](«../my file (1).pdf» "t")', notLinked('../my file (1).pdf')],
        ['![a]( «my picture.PNG#x» )', notLinked('my picture.PNG#x')],
        ['A[^1]\n\n[^1]: [a](«gone.md»)\n\n    [b](«gone.md»)', noFile('gone.md'), noFile('gone.md')],
        ['[Anna]: «Yes»', unseen('Anna', 'Yes')],
        ['[Anna]: «./Yes.md» "t"', unseen('Anna', './Yes.md')],
        ['[Anna]\n\n[anna]: «Yes»', noFile('Yes')],
        ['[a]«()»', noAddress],
        ['![a](«<>»)', noAddress],
        ['[a]( «<>» "t")', noAddress],
        ['[a](«anna@e.org»)', withScheme('mailto:', 'anna@e.org', 'an e-mail address')],
        ['[a](«www.e.org/x»)', withScheme('https://', 'www.e.org/x', 'an address of the web')],
        [
          '<img alt="a" src="«gone.png»"> <a class=b href=\'«gone.md»\'>c</a>',
          noFile('gone.png'),
          noFile('gone.md'),
        ],
        ['<p>\n<a href="«a&amp;b.md»">c</a>\n</p>', noFile('a&b.md')],
        ['[![a](«gone.png»)](«gone.md»)', noFile('gone.png'), noFile('gone.md')],
        ['[a](«gone\\(1\\).md») [b](«gone(2).md»)', noFile('gone(1).md'), noFile('gone(2).md')],
        ['[a](«a&amp;b.md» ) [b]( «c.md»)', noFile('a&b.md'), noFile('c.md')],
        ['[a](«gone.md?raw=1») [b](«%E0%A4%A.md»)', noFile('gone.md?raw=1'), noFile('%E0%A4%A.md')],
      ] as const
    ).map(([body, ...says]) =>
      fires(`of ${JSON.stringify(body)}`, text(body), ...says.map((message) => `warning: ${message}`)),
    ),
    ...['../gone/', '../gone/page', 'gone.html', 'gone/#part', '@site/gone', './gone/page.php?x'].map(
      (path) =>
        fires(
          `what may be a page: ${path}`,
          { 'sub/a.md': evidence().replace('Text', `[a](«${path}»)`), 'portfolio.yaml': manifest() },
          `warning: ${noFile(path)} ${pagesInstead}`,
        ),
    ),
    fires(
      'files among the addresses of pages',
      {
        'sub/a.md': evidence().replace(
          'Text',
          '[a](../page/) [b](/root) [c](page.html) [d](../page) [e](@site/x) [f](.) [g](..) [h](/x.pdf) [i](page) [j](x.php?y) ' +
            '[k](«gone.md») ![l](«../gone.png») [m](«H:\\x.html») [n](«my page.html») [o](«v1.2/gone.md#x»)',
        ),
        'portfolio.yaml': manifest('links: pages'),
      },
      `warning: ${noFile('gone.md')}`,
      `warning: ${noFile('../gone.png')}`,
      `warning: ${own('H:\\x.html')}`,
      `warning: ${notLinked('my page.html')}`,
      `warning: ${noFile('v1.2/gone.md#x')}`,
    ),
    fires(
      'names in other letters',
      text(
        `[a](«B.md#top») [b](<«Sub/a b.PDF»>) ![c](«sub/A%20b.pdf») [d](«${decomposed.normalize('NFC')}») <a href="«b.MD»">`,
        {
          'b.md': '# b',
          'sub/a b.pdf': attachment,
          [decomposed]: attachment,
        },
      ),
      `warning: ${similar('B.md#top', 'b.md#top', letterCase)}`,
      `warning: ${similar('Sub/a b.PDF', 'sub/a%20b.pdf', letterCase)}`,
      `warning: ${similar('sub/A%20b.pdf', 'sub/a%20b.pdf', letterCase)}`,
      `warning: ${similar(decomposed.normalize('NFC'), encodeURIComponent(decomposed), accents)}`,
      `warning: ${similar('b.MD', 'b.md', letterCase)}`,
    ),
    fires(
      'a mark in a name',
      text('[a](«C#.pdf») [b](<«sub/Why? (2).pdf»>)', {
        'C#.pdf': attachment,
        'sub/Why? (2).pdf': attachment,
      }),
      'warning: The address of a file ends at #, so this does not lead to C#.pdf. Write C%23.pdf.',
      'warning: The address of a file ends at ?, so this does not lead to sub/Why? (2).pdf. Write sub/Why%3F%20(2).pdf.',
    ),
    silent(
      'names that are encoded',
      text('[a](C%23.pdf#page=2) [b](100%.pdf) [c](</b.md>) [d](/)', {
        'C#.pdf': attachment,
        '100%.pdf': attachment,
        'b.md': '# b',
      }),
    ),
    ...[
      'A[^1] [^note]\n\n[^1]: Ibid.\n[^note]: gone.md\n    more',
      '[a]({{ site.url }}/a.md) [b]({%link c.md%}) [c]({{d}}) <a href="{{ e }}">f</a> <img src="{% f %}">',
      'f[i](a, b) and [see](the annual report) or a[0](x y.) `[a](my file.md)`',
      '\\[a](my file.md)\\](b c.md)',
      '[[Complaints policy]] ![[scan.pdf]]',
      '<!-- <a href="gone.md"> -->\n\n<script>x = \'<a href="gone.md">\'</script>',
      '`<a href="gone.md">`\n\n    <img src="gone.png">',
      '[a](<>"t") [b]: c',
    ].map((body) => silent(JSON.stringify(body), text(body))),
    ...(
      [
        [
          '[a](«my < file.md»)',
          'This is shown as text and is no link, because there are spaces in my < file.md. Write my%20%3C%20file.md.',
        ],
        [
          '[a](«/mnt/x.pdf») [b](«/home/x») [c](«/C/Users/x») [d](«/Users»)',
          own('/mnt/x.pdf'),
          own('/home/x'),
          own('/C/Users/x'),
          fromTop('/Users'),
        ],
        [
          '[a](«WWW.e.org») [b](«www.e») [c](«a.b@c.org?subject=x») [d](«a@b@c.org»)',
          withScheme('https://', 'WWW.e.org', 'an address of the web'),
          noFile('www.e'),
          withScheme('mailto:', 'a.b@c.org?subject=x', 'an e-mail address'),
          noFile('a@b@c.org'),
        ],
        [
          '[a](«gone») [b](«gone.») [c](«gone.5») [d](«sub/gone»)',
          noFile('gone'),
          noFile('gone.'),
          noFile('gone.5'),
          noFile('sub/gone') + ` ${pagesInstead}`,
        ],
      ] as const
    ).map(([body, ...says]) =>
      fires(`of ${JSON.stringify(body)}`, text(body), ...says.map((message) => `warning: ${message}`)),
    ),
    fires(
      'folders with a backslash between them',
      {
        'sub/a.md': evidence().replace(
          'Text',
          '[a](«..\\sub\\b%20c.md#x») [b](<«..\\sub\\b c.md»>) [c](«..\\gone.md»)',
        ),
        'sub/b c.md': '# b',
        'portfolio.yaml': manifest(),
      },
      ...['..\\sub\\b%20c.md#x', '..\\sub\\b c.md'].map(
        (path, at) =>
          `warning: There is no file at ${path}: in the address of a link, a backslash does not part folders. Write ../sub/b%20c.md${at === 0 ? '#x' : ''}.`,
      ),
      `warning: ${noFile('..\\gone.md')}`,
    ),
    fires(
      'marks in the names of folders and files',
      text('[a](«x#y.md») [b](«100%#1?.md») [c](<«d e/x?.md»>)', {
        'x#y.md': '# x',
        '100%#1?.md': '# x',
        'd e/x?.md': '# x',
      }),
      'warning: The address of a file ends at #, so this does not lead to x#y.md. Write x%23y.md.',
      'warning: The address of a file ends at #, so this does not lead to 100%#1?.md. Write 100%25%231%3F.md.',
      'warning: The address of a file ends at ?, so this does not lead to d e/x?.md. Write d%20e/x%3F.md.',
    ),
    ...(
      [
        ['[a](«C#.pdf»)', `${noFile('C#.pdf')} ${pagesInstead}`],
        [
          '[a](«xwww.e.org») [b](«www.e.org»)',
          noFile('xwww.e.org'),
          withScheme('https://', 'www.e.org', 'an address of the web'),
        ],
        ['[a](«a@e.o») [b](«a@e.org?x y»)'.replace('?x y', '!'), noFile('a@e.o'), noFile('a@e.org!')],
        ['[a](«b@c»)', noFile('b@c')],
      ] as const
    ).map(([body, ...says]) =>
      fires(`of ${JSON.stringify(body)}`, text(body), ...says.map((message) => `warning: ${message}`)),
    ),
    fires(
      'a name that is encoded where nothing asks for it, in other letters',
      text('[a](«a%2Db/C.md»)', { 'a-b/c.md': '# c' }),
      `warning: ${similar('a%2Db/C.md', 'a%2Db/c.md', letterCase)}`,
    ),
    fires(
      'a file behind a symbolic link',
      text('[a](«shared.md#x»)', { 'shared.md': beyond }),
      'warning: shared.md#x leads outside the repository, through a symbolic link, and nothing there is looked at. Copy the file into the portfolio.',
    ),
  ],
  'attachment-outside': [
    ...[
      'H:\\x.pdf',
      '\\\\server\\share\\x',
      '//server/share',
      'file:///x.pdf',
      '/x.pdf',
      '~/x.pdf',
      'C:/Users/anna/x.pdf',
      '%USERPROFILE%\\x',
      'smb://server/x',
      'http://localhost/x',
    ].map((path) => fires(path, one(evidence(`attachments: [«'${path}'»]`)), `warning: ${own(path)}`)),
    fires('a path upwards', one(evidence('attachments: [«../a.pdf», b.pdf]')), outside('../a.pdf')),
    fires(
      'out of an inner portfolio',
      {
        'sub/a.md': evidence('attachments: [«../x.pdf»]'),
        'sub/portfolio.yaml': manifest(),
        'x.pdf': attachment,
      },
      outside('../x.pdf'),
    ),
    silent('a path that comes back', {
      'sub/a.md': evidence('attachments: [../x.pdf]'),
      'x.pdf': attachment,
      'portfolio.yaml': manifest(),
    }),
    {
      ...fires(
        'a path out of the repository, from evidence that is shared in it',
        {
          'shared/a.md': evidence('attachments: [«../../x.pdf», ../y.pdf]'),
          'p/portfolio.yaml': manifest('include: ../shared/*.md'),
          'y.pdf': attachment,
        },
        'warning: ../../x.pdf is outside the repository, so it does not travel with it. Copy the file into the repository.',
      ),
      setting: { repository: '' },
    },
  ],
  'element-uncovered': [
    fires(
      'elements without evidence, where the standard is named',
      { 'a.md': evidence(), 'portfolio.yaml': 'standard: «small»\n' },
      uncovered(hours),
      uncovered(answers),
    ),
    fires(
      'an element with a decision, there',
      {
        'a.md': evidence('elements: ["1.1", "1.2"]'),
        'portfolio.yaml': 'standard: small\nassessment: { «"2.1"»: { self: poor } }\n',
      },
      uncovered(answers),
    ),
    fires(
      'an element whose evidence is withdrawn',
      {
        'a.md': all('status: withdrawn'),
        'b.md': evidence('elements: ["1.1", "1.2"]'),
        'portfolio.yaml': 'standard: «small»\n',
      },
      uncovered(answers),
    ),
    fires(
      'in a severity of the manifest’s',
      {
        'a.md': evidence('elements: ["1.1", "1.2"]'),
        'portfolio.yaml': 'standard: «small»\nrules: { element-uncovered: error }\n',
      },
      uncovered(answers, 'error'),
    ),
    silent('an element that does not apply', {
      'a.md': evidence('elements: ["1.1", "1.2"]'),
      'portfolio.yaml': manifest('assessment: { "2.1": { applicable: false, reason: None } }'),
    }),
    silent('a folder without a manifest', { 'a.md': '---\nelements: [3.2.4]\n---\nText.\n' }),
    silent('a standard that is not there', { 'a.md': evidence(), 'portfolio.yaml': 'standard: gone.yaml\n' }),
  ],
  'element-draft-only': [
    fires(
      'drafts and what is in review',
      {
        'a.md': evidence('elements: ["1.1"]', 'status: draft'),
        'b.md': evidence('elements: ["1.2"]', 'status: in-review'),
        'c.md': evidence('elements: ["2.1"]'),
        'portfolio.yaml': 'standard: «small»\n',
      },
      `warning: ${greeted} rests on drafts only. Finish and approve one.`,
      `warning: ${hours} rests on drafts only. Finish and approve one.`,
    ),
    silent('a draft beside something approved', {
      'a.md': all('status: draft'),
      'b.md': all('status: approved'),
      'portfolio.yaml': manifest(),
    }),
    silent('a draft beside something overdue', {
      'a.md': all('status: draft'),
      'b.md': all('review-by: 2026-06-14'),
      'portfolio.yaml': manifest(),
    }),
  ],
  'element-overdue': [
    fires(
      'nothing but overdue evidence and drafts',
      {
        'a.md': evidence('elements: ["1.1"]', 'review-by: 2026-06-14'),
        'b.md': all('status: draft'),
        'portfolio.yaml': 'standard: «small»\n',
      },
      `warning: ${greeted} rests on evidence that is past its review date. Review it.`,
    ),
    silent('something current beside it', {
      'a.md': all('review-by: 2026-06-14'),
      'b.md': all('review-by: 2026-06-15'),
      'portfolio.yaml': manifest(),
    }),
  ],
  'element-single-source': [
    silent('where nobody asks', one(all())),
    fires(
      'one current piece of evidence',
      {
        'a.md': evidence('elements: ["1.1", "1.2"]'),
        'b.md': evidence('elements: ["1.2"]'),
        'c.md': all('status: draft'),
        'portfolio.yaml': 'standard: «small»\nrules: { element-single-source: hint }\n',
      },
      `hint: ${greeted} rests on a single piece of evidence.`,
    ),
  ],
  'rated-without-evidence': [
    fires(
      'a good rating',
      one(
        evidence('elements: ["1.1"]'),
        'assessment: { "1.1": { self: good }, "1.2": { self: «good» }, "2.1": { self: «fair» } }',
      ),
      'warning: 1.2 is rated good, but has no current evidence. Add or review evidence, or change the rating.',
      'warning: 2.1 is rated fair, but has no current evidence. Add or review evidence, or change the rating.',
    ),
    fires(
      'a draft',
      one(all('status: draft'), 'assessment: { "1.1": { self: «good» } }'),
      'warning: 1.1 is rated good, but has no current evidence. Add or review evidence, or change the rating.',
    ),
    silent('a poor rating', one(evidence(), 'assessment: { "1.2": { self: poor } }')),
    silent('a rating that does not exist', one(evidence(), 'assessment: { "1.2": { self: great } }')),
    silent('the assessor’s rating', one(evidence(), 'assessment: { "1.2": { assessor: good } }')),
    silent(
      'what does not apply',
      one(evidence(), 'assessment: { "1.2": { self: good, applicable: false } }'),
    ),
    silent(
      'a group, and what the standard does not have',
      one(evidence(), 'assessment: { "1": { self: good }, "7.7": { self: good } }'),
    ),
  ],
  'partial-without-action': [
    fires(
      'no plan, and a plan without an open action',
      {
        'portfolio.yaml': manifest('assessment: { "1.1": { self: «poor» }, "1.2": { self: «poor» } }'),
        'action-plan.md': plan('| 1.2 | Tell | Manager | | complete |'),
      },
      'warning: 1.1 is rated poor, but no action in the action plan is open for it. Add one, or change the rating.',
      'warning: 1.2 is rated poor, but no action in the action plan is open for it. Add one, or change the rating.',
    ),
    silent('an open action beside a complete one', {
      'portfolio.yaml': manifest('assessment: { "1.1": { self: poor } }'),
      'action-plan.md': plan('| 1.1 | Greet | | | complete |', '| 1.1 | Train | | | |'),
    }),
    silent('ratings that are good enough, unknown or of what does not apply', {
      'portfolio.yaml': manifest(
        'assessment: { "1.1": { self: fair }, "1.2": { self: great }, "2.1": { applicable: false, reason: None, self: poor }, "1": { self: poor } }',
      ),
    }),
    silent('ratings of a standard without an award', {
      'portfolio.yaml': 'standard: s.yaml\nassessment: { A: { self: low } }\n',
      's.yaml':
        'title: S\nratings: [{ id: high, title: High }, { id: low, title: Low }]\nchildren: [{ id: A, text: First }]\n',
    }),
  ],
  'rating-expires-before-assessment': [
    fires(
      'good ratings on evidence that expires',
      one(
        all('review-by: 2026-11-30'),
        'assessment-date: 2026-12-01',
        'assessment: { "1.1": { self: «good» }, "1.2": { self: «fair» }, "2.1": { self: poor } }',
      ),
      `information: 1.1 is rated good, ${expires}`,
      `information: 1.2 is rated fair, ${expires}`,
    ),
    silent(
      'evidence that lasts until that day',
      one(
        all('review-by: 2026-12-01'),
        'assessment-date: 2026-12-01',
        'assessment: { "1.1": { self: good } }',
      ),
    ),
    silent('one piece of evidence that lasts', {
      'a.md': all('review-by: 2026-11-30'),
      'b.md': evidence(),
      'portfolio.yaml': manifest('assessment-date: 2026-12-01', 'assessment: { "1.1": { self: good } }'),
    }),
    silent('no day', one(all('review-by: 2026-11-30'), 'assessment: { "1.1": { self: good } }')),
    silent(
      'what has expired: rated-without-evidence says so',
      one(
        all('review-by: 2026-06-14'),
        'assessment-date: 2026-12-01',
        'assessment: { "1.1": { self: good } }',
      ),
    ),
    silent(
      'what does not apply',
      one(
        all('review-by: 2026-11-30'),
        'assessment-date: 2026-12-01',
        'assessment: { "1.1": { self: good, applicable: false } }',
      ),
    ),
    silent(
      'what the standard does not have, and a rating that is none',
      one(
        all('review-by: 2026-11-30'),
        'assessment-date: 2026-12-01',
        'assessment: { "7.7": { self: good }, "1.1": { self: great }, "1.2": { self: [good] } }',
      ),
    ),
  ],
  'assessor-comment-outdated': [
    fires(
      'a comment older than evidence',
      {
        'a.md': all('title: A', 'date: 2026-05-01'),
        'b.md': evidence('title: B', 'date: 2026-06-01', 'review-by: 2026-06-10'),
        'portfolio.yaml': manifest(
          'assessment:',
          '  "1.1": { assessor: fair, comment: «Show figures.», assessed: 2026-04-30 }',
          '  "1.2": { assessor: «fair», assessed: 2026-04-30 }',
        ),
      },
      'information: The assessor’s comment on 1.1 is of 30 April 2026, and may speak of an older state: “B” of 1 June 2026 is later, and 1 more. Ask the assessor to look again, or answer it with what is new.',
      'information: The assessor’s rating of 1.2 is of 30 April 2026, and may speak of an older state: “A” of 1 May 2026 is later. Ask the assessor to look again, or answer it with what is new.',
    ),
    silent(
      'evidence of that day',
      one(all('date: 2026-04-30'), 'assessment: { "1.1": { comment: Show figures., assessed: 2026-04-30 } }'),
    ),
    silent(
      'a comment without a day',
      one(all('date: 2026-05-01'), 'assessment: { "1.1": { comment: Good. } }'),
    ),
    silent(
      'a day without anything said',
      one(all('date: 2026-05-01'), 'assessment: { "1.1": { self: good, assessed: 2026-04-30 } }'),
    ),
    silent('drafts and withdrawn evidence', {
      'a.md': all('date: 2026-05-01', 'status: draft'),
      'b.md': all('date: 2026-05-01', 'status: withdrawn'),
      'portfolio.yaml': manifest('assessment: { "1.1": { comment: Good., assessed: 2026-04-30 } }'),
    }),
    silent(
      'what does not apply',
      one(
        all('date: 2026-05-01'),
        'assessment: { "1.1": { applicable: false, comment: Good., assessed: 2026-04-30 } }',
      ),
    ),
    fires(
      'a rating with an empty comment',
      one(
        all('title: A', 'date: 2026-05-01'),
        'assessment: { "1.1": { assessor: «good», comment: "", assessed: 2026-04-30 } }',
      ),
      'information: The assessor’s rating of 1.1 is of 30 April 2026, and may speak of an older state: “A” of 1 May 2026 is later. Ask the assessor to look again, or answer it with what is new.',
    ),
    silent(
      'a day that is none',
      one(all('date: 2026-05-01'), 'assessment: { "1.1": { comment: Good., assessed: soon } }'),
    ),
  ],
  'not-applicable-without-reason': [
    fires(
      'no reason, and an empty one',
      one(
        evidence(),
        'assessment: { «"1.2"»: { applicable: false }, «2.1»: { applicable: false, reason: "" } }',
      ),
      'error: Say why 1.2 does not apply: add a “reason”. The assessor will ask.',
      'error: Say why 2.1 does not apply: add a “reason”. The assessor will ask.',
    ),
    silent('a reason', one(evidence(), 'assessment: { "1.2": { applicable: false, reason: None } }')),
    silent('what applies', one(evidence(), 'assessment: { "1.2": { applicable: true }, "2.1": }')),
  ],
  'manifest-syntax': [
    fires(
      'the first of its faults',
      { 'portfolio.yaml': 'standard: small\ntitle: «a»: b\nexclude: [' },
      'error: There is a second colon on this line. Put quotation marks around a text that contains a colon.',
    ),
    fires(
      'a pattern without quotation marks',
      { 'portfolio.yaml': 'standard: small\ninclude: [«**/*.md»]\n' },
      'error: The * here refers to a value that is not defined. Put quotation marks around a text that starts with *.',
    ),
    silent('an empty manifest', { 'portfolio.yaml': '' }),
    silent('a manifest of remarks, after a byte order mark', { 'portfolio.yaml': '\uFEFF# later\r\n' }),
  ],
  'manifest-value': [
    fires(
      'a misspelt key',
      { 'portfolio.yaml': manifest('«standart»: a') },
      'error: “standart” is not known here. Did you mean “standard”?',
    ),
    fires(
      'an unknown key',
      { 'portfolio.yaml': manifest('«colour»: red') },
      `error: “colour” is not known here. ${keyKnown}`,
    ),
    fires(
      'values that cannot be',
      {
        'portfolio.yaml': manifest(
          'assessment-date: «2027-02-29»',
          'review-notice: «soon»',
          'assessment:',
          '  "1.1": { applicable: «maybe», «reasn»: a }',
          '  "1.2": «good»',
          '  "2.1": { self: «god» }',
          'rules: { link-broken: «fatal», «link-brken»: error, body-empty: off }',
        ),
      },
      'error: Write a day that exists, as year-month-day.',
      'error: Write a number of days, such as 60.',
      'error: Write true or false.',
      'error: “reasn” is not known here. Did you mean “reason”?',
      'error: Write what you decided as names and values, such as { self: partial }.',
      'error: “god” is not known here. Did you mean “good”?',
      'error: Write one of these: error, warning, information, hint, off.',
      'error: “link-brken” is not known here. Did you mean “link-broken”?',
    ),
    fires(
      'a list for a manifest',
      { 'portfolio.yaml': '«- standard: small»\n- title: a\n' },
      'error: Names with a colon are expected here, such as “title: …”.',
    ),
    fires(
      'a standard that is not there',
      { 'portfolio.yaml': 'title: a\nstandard: «standards/gone.yaml»\n' },
      'error: There is no built-in standard of that name and no file at standards/gone.yaml. Nothing can be checked without a standard.',
    ),
    fires(
      'a standard with faults',
      {
        'portfolio.yaml': 'standard: «s.yaml»\n',
        's.yaml': 'title: S\nchildren: [{ id: A-1 }, { id: A-1 }]\n',
      },
      'error: The standard in s.yaml has faults. Mend that file first; what could be read of it is used.',
    ),
    silent('everything that a manifest may say', {
      'portfolio.yaml': manifest(
        'title: a',
        'include: ["**/*.md"]',
        'exclude: drafts/**',
        'assessment-date: 2027-05-12',
        'review-notice: 30',
        'assessment: { "1.1": { applicable: TRUE, self: good, assessor: fair, comment: b } }',
        'rules: { review-due-soon: off, element-uncovered: error, body-empty: false }',
        'custom-keys: [team]',
      ),
    }),
    fires(
      'standards that are not built in',
      { 'portfolio.yaml': 'standard: «quality»\n' },
      'error: There is no built-in standard called “quality”: there are customer-service-excellence, small. For another one, write the path to its file, such as standards/iso-9001.yaml. Nothing can be checked without a standard.',
    ),
    {
      ...fires(
        'a standard, where one is built in',
        { 'portfolio.yaml': 'standard: «quality»\n' },
        'error: There is no built-in standard called “quality”: there is small. For another one, write the path to its file, such as standards/iso-9001.yaml. Nothing can be checked without a standard.',
      ),
      setting: { standards: [small] },
    },
    fires(
      'files of other kinds',
      {
        'portfolio.yaml':
          'standards: { A: «catalogue.json», B: «outline.md», C: «large.JSON», D: «large.yaml», E: «away.yaml», F: «sheet.xlsx» }\nmappings: [«away-too.yaml»]\n',
        'catalogue.json':
          '{"catalog":{"uuid":"x","metadata":{"title":"T"},"groups":[{"id":"a","title":"A","controls":[{"id":"a-1","title":"One"}]}]}}',
        'outline.md': '# S\n\n## 1 A\n',
        'large.JSON': { reason: 'it is too large.' },
        'large.yaml': { reason: 'it is too large.' },
        'away.yaml': beyond,
        'away-too.yaml': beyond,
      },
      `error: catalogue.json is an OSCAL catalogue, and not a standard file yet. ${makeStandard('Make', 'catalogue.json')}${withoutStandard}`,
      `error: outline.md is a Markdown file, and a standard is read from a YAML file. Write the id of a built-in standard here, or the path to a standard’s file, such as standards/iso-9001.yaml. If it is the outline of a standard: ${makeStandard('make', 'outline.md')}`,
      `error: The standard in large.JSON was left out: it is too large. If it is an OSCAL catalogue: ${makeStandard('make', 'large.JSON')}${withoutStandard}`,
      `error: The standard in large.yaml was left out: it is too large.${withoutStandard}`,
      `error: A symbolic link leads from away.yaml out of the repository, and nothing there is read. Copy the standard into the repository.${withoutStandard}`,
      `error: “sheet.xlsx” is a spreadsheet, and a standard is read from a YAML file. ${makeStandard('Make', 'sheet.xlsx')}${withoutStandard}`,
      'error: A symbolic link leads from away-too.yaml out of the repository, and nothing there is read. Copy the mapping into the repository.',
    ),
    silent('any rating, where the standard has none', {
      'portfolio.yaml': 'standard: s.yaml\nassessment: { A: { self: good } }\n',
      's.yaml': 'title: S\nchildren: [{ id: A, text: First }]\n',
    }),
    fires(
      'a profile that is near none',
      {
        'portfolio.yaml': 'standard: { file: s.yaml, profile: «quality» }\n',
        's.yaml':
          'title: S\nprofiles: [{ id: core, title: Core }]\nchildren: [{ id: A, text: First, profiles: [core] }]\n',
      },
      'error: “quality” is not known here. Write one of these: core. Until then, all of S counts.',
    ),
    fires(
      'a profile that is none, and one of a standard that is not there',
      {
        'portfolio.yaml':
          'standards: { A: { file: «gone.yaml», profile: core }, B: { file: s.yaml, profile: «[core]» } }\n',
        's.yaml':
          'title: S\nprofiles: [{ id: core, title: Core }]\nchildren: [{ id: A, text: First, profiles: [core] }]\n',
      },
      `error: There is no built-in standard of that name and no file at gone.yaml.${withoutStandard}`,
      'error: Write one line of text.',
    ),
  ],
  'manifest-element-unknown': [
    fires(
      'an ID that is none, one that is old, and a group',
      { 'portfolio.yaml': manifest('assessment: { «"1.3"»: {}, «"9.9"»: {}, «"1"»: {}, «zzzz»: {} }') },
      'error: 1.3 is not an element of Small Standard. Did you mean 1.1, “People are greeted”?',
      'error: 9.9 is now 1.2, “The opening hours are known”. Write the new ID.',
      'error: 1 is a criterion. Decisions are about single elements.',
      'error: zzzz is not an element of Small Standard.',
    ),
    silent('an ID that YAML reads as a number', { 'portfolio.yaml': manifest('assessment: { 1.1: {} }') }),
    fires(
      'an ID under assignments that is none',
      { 'portfolio.yaml': manifest('assignments: { «"1.3"»: Desk, "1": Head }\nassessment: { «"1"»: {} }') },
      'error: 1.3 is not an element of Small Standard. Did you mean 1.1, “People are greeted”?',
      'error: 1 is a criterion. Decisions are about single elements.',
    ),
    silent('assignments of elements, groups and what they once were', {
      'portfolio.yaml': manifest('assignments: { "1": A, "1.1": [B, C], "9.9": D }'),
    }),
    silent('anything, while the standard is missing', {
      'portfolio.yaml': 'standard: gone.yaml\nassessment: { "8": {} }\n',
    }),
  ],
  'manifest-pattern': [
    fires(
      'patterns that match nothing',
      { 'portfolio.yaml': manifest('include: [«archive/**», a.md]\nexclude: [«gone.md»]'), 'a.md': '' },
      'warning: No Markdown file here matches “archive/**”, so nothing is read by it. The path starts from this file’s folder; check it, or remove the pattern.',
      'warning: Nothing here matches “gone.md”, so it leaves nothing out. The path starts from this file’s folder; check it, or remove the pattern until there is such a file.',
    ),
    fires(
      'folders with the names of wildcards that hold nothing yet, and those that Windows would have',
      {
        'portfolio.yaml': manifest(
          String.raw`include: [«'\[2026]/**'», «'\!a/**'», «'\#a/**'», «docs\**», «'\docs\[2026]\**'», '**']`,
        ),
        'a.md': '',
      },
      String.raw`warning: No Markdown file here matches “\[2026]/**”, so nothing is read by it. The path starts from this file’s folder; check it, or remove the pattern.`,
      String.raw`warning: No Markdown file here matches “\!a/**”, so nothing is read by it. The path starts from this file’s folder; check it, or remove the pattern.`,
      String.raw`warning: No Markdown file here matches “\#a/**”, so nothing is read by it. The path starts from this file’s folder; check it, or remove the pattern.`,
      String.raw`warning: “docs\**” matches nothing: a backslash does not part folders here. Write docs/**.`,
      String.raw`warning: “\docs\[2026]\**” matches nothing: a backslash does not part folders here. Write /docs/[2026]/**.`,
    ),
    fires(
      'patterns of other programs, and what shows in their text',
      {
        'portfolio.yaml': manifest(
          String.raw`include: [«''», «'!'», «'#a'», «'C:/a/**'», «'~/a'», «'{a,b}/*.{md,markdown}'», «'a/**, c/**'», «'a; b'», «'a/** **/b'», «"a\nb"», «'..'», «'a/../b'», '**']`,
        ),
        'x.md': '',
      },
      'warning: An empty pattern matches nothing. Write a path such as evidence/**, or remove it.',
      'warning: An empty pattern matches nothing. Write a path such as evidence/**, or remove it.',
      String.raw`warning: “#a” matches nothing, because a pattern that starts with # is taken for a remark. Write \#a for a file of that name.`,
      'warning: “C:/a/**” matches nothing: it is a place on one computer, or an address. Write the path from this file’s folder, such as evidence/**.',
      'warning: “~/a” matches nothing: it is a place on one computer, or an address. Write the path from this file’s folder, such as evidence/**.',
      'warning: “{a,b}/*.{md,markdown}” matches nothing: braces mean nothing here. Write a pattern for each: a/*.md and a/*.markdown and b/*.md and b/*.markdown.',
      'warning: “a/**, c/**” matches nothing: a comma does not part patterns here. Write a pattern for each: a/** and c/**.',
      'warning: “a; b” matches nothing: a semicolon does not part patterns here. Write a pattern for each: a and b.',
      'warning: “a/** **/b” matches nothing: a space does not part patterns here. Write a pattern for each: a/** and **/b.',
      'warning: “a\nb” matches nothing: a line end does not part patterns here. Write a pattern for each: a and b.',
      'warning: “..” matches nothing: it names a folder above, and nothing in it. Write a folder of it, such as ../corporate/**, or ../** for all.',
      'warning: “a/../b” matches nothing: “..” leads up from where the path is known, and so has no place behind a name with a wildcard, or behind a folder. Write the path without it.',
    ),
    fires(
      'braces that stand for more than anybody writes',
      { 'portfolio.yaml': manifest("include: [«'{a,b,c,d,e,f}/{a,b,c,d}'», '**']"), 'x.md': '' },
      'warning: No Markdown file here matches “{a,b,c,d,e,f}/{a,b,c,d}”, so nothing is read by it. The path starts from this file’s folder; check it, or remove the pattern.',
    ),
    silent('the folder itself', {
      'portfolio.yaml': manifest("include: ['.']\nexclude: ['!./']"),
      'a.md': '',
    }),
    silent('the folder itself with a slash', { 'portfolio.yaml': manifest('include: [./]'), 'a.md': '' }),
    silent('patterns that match', {
      'portfolio.yaml': manifest(
        'include: [./evidence/**, docs, "!evidence/b.md"]\nexclude: [evidence/b.md]',
      ),
      'evidence/a.md': '',
      'evidence/b.md': '',
      'docs/c.md': '',
    }),
    fires(
      'what is outside, under other letters and of other kinds',
      {
        'portfolio.yaml': manifest(
          'include: [«"../x/**"», «"*.pdf"», «Docs/a.md»]',
          'exclude: [«"../../y"», «"*.PDF"»]',
        ),
        'a.pdf': attachment,
        'docs/a.md': '',
      },
      ...['../x/**', '*.pdf', 'Docs/a.md', '../../y', '*.PDF'].map((pattern, number) =>
        number === 1
          ? `warning: No Markdown file here matches “${pattern}”, and evidence is Markdown. Name other files under “attachments”, in a Markdown file.`
          : pattern.startsWith('..')
            ? `warning: “${pattern}” leads outside the repository, or outside the folder that is open where there is no repository, and nothing there is read. Move the files into it, or remove the pattern.`
            : `warning: Nothing here matches “${pattern}”, but something does in other capital or small letters, and they count. Write it as the folder or file is called.`,
      ),
    ),
    fires(
      'all files of a folder that has none',
      { 'portfolio.yaml': manifest('include: [«"**/*.md"»]') },
      'warning: No Markdown file here matches “**/*.md”, so nothing is read by it. The path starts from this file’s folder; check it, or remove the pattern.',
    ),
    silent('all files of a folder whose evidence is all elsewhere', {
      'p/portfolio.yaml': manifest('include: ["**/*.md", ../shared/*.md]'),
      'shared/a.md': evidence(),
    }),
  ],
  'action-element-unknown': [
    fires(
      'an ID with near ones, by the text of the row',
      planned('| «1.3» | The opening hours are on the door | Manager | | |'),
      'error: 1.3 is not an element of Small Standard. Did you mean 1.2, “The opening hours are known”? Also near: 1.1.',
    ),
    fires(
      'an ID among other words, in a row that says who does what by when',
      planned(
        '| «Element 1.2» | x | Manager | | |',
        '| «1.1, 1.2» | x | | 2027-01-01 | |',
        '| «SSE 1.1» | x | | | 50 % |',
      ),
      'error: “Element 1.2” has more in it than an ID, so nobody is reminded of this action. Write 1.2 alone.',
      'error: “1.1, 1.2” names 2 elements, so nobody is reminded of this action. Write a row for each.',
      'error: “SSE 1.1” has more in it than an ID, so nobody is reminded of this action. Write 1.1 alone.',
    ),
    silent(
      'a heading with an ID, and a row that names none',
      planned('| Element 1.2 | | | | |', '| 1 Welcome | x | Manager | | |', '| TBC | x | Manager | | |'),
    ),
    fires(
      'an ID in a link, and one with nothing near',
      planned('| [«1.1.7.5.3»](b.md) | x | Manager | | |', '| **«A-100»** | x | Manager | | |'),
      'error: 1.1.7.5.3 is not an element of Small Standard. Choose an ID from the list that completion offers.',
      'error: A-100 is not an element of Small Standard. Choose an ID from the list that completion offers.',
    ),
    fires(
      'a retired ID',
      planned('| «9.9» | x | Manager | | |'),
      'error: 9.9 is now 1.2, “The opening hours are known”. Write the new ID.',
    ),
    silent(
      'elements, groups and headings',
      planned('| 1.1 | x | Manager | | |', '| 1 | | | | |', '| 1 Welcome | | | | |', '| | | | | |'),
    ),
    silent(
      'elements that do not apply',
      planned('| 1.1 | x | Manager | | |', 'assessment: { "1.1": { applicable: false, reason: None } }'),
    ),
    silent('where the standard cannot be read', {
      'portfolio.yaml': 'standard: gone.yaml\n',
      'action-plan.md': plan('| 1.7 | x | Manager | | |'),
    }),
    fires(
      'what stands among the rows, in their order, in whichever column the IDs are',
      {
        'portfolio.yaml': manifest(),
        'action-plan.md': [
          '| Action | Ref No. | Responsibility | Target | Progress |',
          '|-|-|-|-|-|',
          '| x | «Element 1.2» | Manager | | |',
          '| x | «1.1.7.5.3» | Manager | | |',
          '| x | «Criterion 1: 1.1» | Manager | | |',
          '| x | Element 1.2 | Element 1.2 | | |',
          '| x | Element 7.7 | Manager | | |',
          '| Manager | x 1 | | | |',
          '',
        ].join('\n'),
      },
      'error: “Element 1.2” has more in it than an ID, so nobody is reminded of this action. Write 1.2 alone.',
      'error: 1.1.7.5.3 is not an element of Small Standard. Choose an ID from the list that completion offers.',
      'error: “Criterion 1: 1.1” has more in it than an ID, so nobody is reminded of this action. Write 1.1 alone.',
    ),
    fires(
      'very many, of which the first hundred are read with their words',
      planned(
        ...Array.from({ length: 101 }, () => '| «1.3» | The opening hours are on the door | Manager | | |'),
      ),
      ...Array.from(
        { length: 100 },
        () =>
          'error: 1.3 is not an element of Small Standard. Did you mean 1.2, “The opening hours are known”? Also near: 1.1.',
      ),
      'error: 1.3 is not an element of Small Standard. Did you mean 1.1, “People are greeted”? Also near: 1.2.',
    ),
    fires(
      'an ID, by the comments of its row',
      {
        'portfolio.yaml': manifest(),
        'action-plan.md':
          '| Ref No. | Responsibility | Comments |\n|-|-|-|\n| «1.3» | Manager | The opening hours are on the door |\n',
      },
      'error: 1.3 is not an element of Small Standard. Did you mean 1.2, “The opening hours are known”? Also near: 1.1.',
    ),
  ],
  'action-date': [
    fires(
      'what is no date',
      planned('| 1.1 | x | Manager | «soon» | |', '| 1.1 | x | Manager | «31/02/2027» | complete |'),
      `error: “soon” ${noDate}`,
      `error: “31/02/2027” ${noDate}`,
    ),
    silent(
      'dates, and none',
      planned(...['2027-03-31', 'Q2 2027', 'ongoing', ''].map((date) => `| 1.1 | x | Manager | ${date} | |`)),
    ),
    silent('a row that is no action', planned('| Heading | x | Manager | soon | |')),
  ],
  'action-columns': [
    fires(
      'no column for the ID',
      {
        'portfolio.yaml': manifest(),
        'action-plan.md': '# Plan\n\n«| Action | Owner | Due |»\n|-|-|-|\n| a | b | 2027 |\n',
      },
      'error: This table looks like an action plan, but has no column “Ref No.”. Add the column, or call the one that is meant by this name.',
    ),
    fires(
      'no column for the action',
      { 'portfolio.yaml': manifest(), 'action-plan.md': '«| ID | Owner |»\n|-|-|\n| 1.1 | b |\n' },
      'error: This table looks like an action plan, but has no column “Criteria / Action”. Add the column, or call the one that is meant by this name.',
    ),
    silent('tables of other kinds', {
      'portfolio.yaml': manifest(),
      'action-plan.md': '| ID | Score |\n|-|-|\n\n| Action | Owner |\n|-|-|\n\n| Name | Date |\n|-|-|\n',
    }),
    silent('a table in another file', { 'portfolio.yaml': manifest(), 'a.md': '| ID | Owner |\n|-|-|\n' }),
  ],
  'action-overdue': [
    on(
      '2026-07-01',
      fires(
        'a day and a month that have passed',
        planned(
          '| 1.1 | x | Manager | «2026-06-30» | |',
          '| 1.2 | x | Manager | «June 2026» | in progress |',
          '| 2.1 | x | Manager | «2025» | on hold |',
        ),
        'warning: The action for 1.1 was due by 30 June 2026, 1 day ago. Complete it, or agree a new date.',
        'warning: The action for 1.2 was due by 30 June 2026, 1 day ago. Complete it, or agree a new date.',
        'warning: The action for 2.1 was due by 31 December 2025, 182 days ago. Complete it, or agree a new date.',
      ),
    ),
    on(
      '2026-06-30',
      silent(
        'the last day',
        planned('| 1.1 | x | Manager | June 2026 | |', '| 1.1 | x | Manager | 30/06/2026 | |'),
      ),
    ),
    silent(
      'complete and ongoing actions',
      planned(
        '| 1.1 | x | Manager | 2020 | done |',
        '| 1.1 | x | Manager | ongoing | |',
        '| 1.1 | x | Manager | soon | |',
      ),
    ),
  ],
  'action-unassigned': [
    fires(
      'an open action without a name',
      planned('| «1.1» | x | | | |', '| «1.2» | x | – | | on hold |'),
      'warning: Nobody is responsible for the action for 1.1. Write a role or a person under “Responsibility”.',
      'warning: Nobody is responsible for the action for 1.2. Write a role or a person under “Responsibility”.',
    ),
    silent(
      'complete actions, groups and headings',
      planned(
        '| 1.1 | x | | | done |',
        '| 1 | Welcome | | | |',
        '| 1 Welcome | | | | |',
        '| 1.1 | x | A. N. Other | | |',
      ),
    ),
  ],
  'action-done-without-evidence': [
    fires(
      'no evidence, and a draft only',
      {
        ...planned('| 1.1 | x | | | «complete» |', '| 1.2 | x | | | «100 %» |', '| 2.1 | x | | | done |'),
        'a.md': evidence('elements: ["1.2"]', 'status: draft'),
        'b.md': evidence('elements: ["2.1"]'),
      },
      'warning: The action for 1.1 is complete, but the element has no current evidence. Add what shows it, or review what is there.',
      'warning: The action for 1.2 is complete, but the element has no current evidence. Add what shows it, or review what is there.',
    ),
    silent(
      'open actions, and elements that do not apply',
      planned(
        '| 1.1 | x | | | 90 % |',
        '| 1.2 | x | | | done |',
        'assessment: { "1.2": { applicable: false, reason: None } }',
      ),
    ),
    silent('what the standard does not have', planned('| 7.7 | x | | | done |', '| 1 | x | | | done |')),
  ],
  'action-wording': [
    fires(
      'other words in a column of criteria',
      planned('| 1.1 | «Customers are greeted» | | | |', '| 1.2 | «Something else» | | | |'),
      'information: This differs from the wording of 1.1 in Small Standard. Use the standard’s wording, and write your own words under “Comments”.',
      'information: This differs from the wording of 1.2 in Small Standard. Use the standard’s wording, and write your own words under “Comments”.',
    ),
    fires(
      'in a column of actions, words much like the standard’s',
      {
        'portfolio.yaml': manifest(),
        'action-plan.md':
          '| ID | Action |\n|-|-|\n| 1.2 | «Opening hours are known» |\n| 1.2 | Put a sign on the door |\n',
      },
      'information: This differs from the wording of 1.2 in Small Standard. Use the standard’s wording, and write your own words under “Comments”.',
    ),
    silent(
      'other marks, capitals and spaces, more words, no words, and a second action',
      planned(
        '| 1.1 | **people  are greeted.** | | | |',
        '| 1.2 | The opening hours are known: put a sign on the door | | | |',
        '| 1.2 | Ask | | | |',
        '| 2.1 | | | | |',
      ),
    ),
  ],
  'standard-file': [
    fires(
      'faults of the standard that the manifest names',
      {
        'portfolio.yaml': 'standard: s.yaml\n',
        's.yaml':
          'title: S\n«colour»: red\nchildren:\n  - { id: A-1 }\n  - { id: «A-1» }\n  - «{ title: b }»\n',
      },
      'error: “colour” is not a part of a standard file.',
      'error: The id A-1 stands in the standard twice.',
      'error: This node has no id.',
    ),
    silent('a standard without faults', {
      'portfolio.yaml': 'standard: s.yaml\n',
      's.yaml': 'title: S\nchildren: [{ id: A-1 }]\n',
    }),
    silent('a file that nobody names', { 'portfolio.yaml': manifest(), 's.yaml': 'title: "' }),
  ],
  'file-unreadable': [
    fires(
      'evidence, the manifest and the standard',
      {
        'p/portfolio.yaml': { reason: '«you may not read it.»' },
        'a.md': { reason: '«it is larger than 5 MB (6.0 MB).»' },
        'portfolio.yaml': 'standard: s.yaml\n',
        's.yaml': { reason: '«you may not read it.»' },
      },
      'error: This file was left out: it is larger than 5 MB (6.0 MB).',
      'error: This file was left out: you may not read it.',
      'error: This file was left out: you may not read it.',
    ),
    silent('what is excluded', {
      'a.md': { reason: 'it is too large.' },
      'portfolio.yaml': manifest('exclude: [a.md]'),
    }),
    fires(
      'a file beside evidence, without a manifest',
      {
        'a.md': { reason: '«it is too large.»' },
        'b.md': '---\nelements: [3.2.4]\n---\n',
      },
      'error: This file was left out: it is too large.',
    ),
    silent('a folder without a portfolio', { 'a.md': { reason: 'it is too large.' }, 'b.md': '# Text\n' }),
  ],
};

const unknown = '8.8 is not an element of Small Standard. Choose an ID from the list that completion offers.';
const broken = (...lines: readonly string[]): Files => one(evidence('elements: [«"8.8"»]'), ...lines);
const fine = (...lines: readonly string[]): Files => one(evidence('elements: ["8.8"]'), ...lines);

const severities: readonly Case[] = [
  fires('is its own where nobody says otherwise', broken(), `error: ${unknown}`),
  fires('is what the manifest says', broken('rules: { element-unknown: hint }'), `hint: ${unknown}`),
  under(
    { 'element-unknown': 'information' },
    fires('is what the settings say', broken(), `information: ${unknown}`),
  ),
  under(
    { 'element-unknown': 'information' },
    fires(
      'is the manifest’s before the settings’',
      broken('rules: { element-unknown: warning }'),
      `warning: ${unknown}`,
    ),
  ),
  silent('is off in the manifest', fine('rules: { element-unknown: off }')),
  silent('is off in the manifest, as YAML 1.1 writes it', fine('rules: { element-unknown: false }')),
  under({ 'element-unknown': 'off' }, silent('is off in the settings', fine())),
  under(
    { 'element-unknown': 'off' },
    fires(
      'is on in the manifest, off in the settings',
      broken('rules: { element-unknown: error }'),
      `error: ${unknown}`,
    ),
  ),
  under(
    { 'element-unknown': 'fatal' },
    fires('is its own where the settings make no sense', broken(), `error: ${unknown}`),
  ),
];

/** Where a finding leads beside its own place, as `path “what stands there”: message`. */
const leads: readonly (readonly [RuleCode, Files, readonly string[]])[] = [
  [
    'element-duplicate',
    one(evidence('elements: ["1.1", "1.2", \'1.1\']')),
    ['a.md “"1.1"”: 1.1 stands here first.'],
  ],
  [
    'element-not-applicable',
    one(evidence(), 'assessment: { 1.1: { applicable: false, reason: None } }'),
    ['portfolio.yaml “1.1”: The decision stands here.'],
  ],
  [
    'ref-duplicate',
    { 'a.md': evidence('ref: ES 1'), 'b.md': evidence('ref: "ES 1"'), 'portfolio.yaml': manifest() },
    ['b.md “"ES 1"”: ES 1 is used here too.'],
  ],
];

describe('The rules', () => {
  it('are tested here, or in a file of their own', () =>
    deepEqual(
      ruleCodes.filter((code) => !cases[code] && !existsSync(`test/unit/core/rules/${code}.test.ts`)),
      [],
    ));

  for (const [code, rows] of Object.entries(cases) as [RuleCode, readonly Case[]][])
    describe(code, () => {
      for (const { name, files, says, setting } of rows)
        it(`${says.length > 0 ? 'reports' : 'accepts'} ${name}`, () => checkRule(code, files, says, setting));
    });

  describe('A finding', () => {
    for (const [rule, files, places] of leads)
      it(`of ${rule} leads to another place`, () => {
        const index = indexOf(files, { also: [rule] });
        const found = index.findings(at('a.md')).filter((finding) => finding.rule === rule);
        const placeOf = ({ uri, span, message }: NonNullable<(typeof found)[number]['related']>[number]) =>
          `${relativePath(home, uri)} “${index.textOf(uri)?.slice(span.start, span.end)}”: ${message}`;
        deepEqual(
          found.flatMap(({ related = [] }) => related.map(placeOf)),
          places,
        );
      });
  });

  describe('A severity', () => {
    for (const { name, files, says, setting } of severities)
      it(name, () => checkRule('element-unknown', files, says, setting));
  });
});
