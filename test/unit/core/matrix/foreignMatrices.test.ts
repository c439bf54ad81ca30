/** Shapes of statements of applicability and of matrices as they are published: nothing of them is lost in silence. */
import { deepEqual, match } from 'node:assert/strict';
import type { MatrixImport } from '../../../../server/core/matrix/importMatrix';
import { importMatrixFile } from '../../../../server/exchange/matrixExchange';
import { at, indexOf } from '../../support/portfolioFiles';

const controls =
  'title: Controls\nlevels: [Theme, Control]\nchildren:\n  - id: A.5\n    title: Organisational\n    children: [{ id: A.5.1, text: Policies }, { id: A.5.2, text: Roles }, { id: A.5.3, text: Duties }]\n';

function imported(name: string, text: string, own: readonly string[] = []): MatrixImport {
  const portfolio = indexOf({ 'portfolio.yaml': 'standard: own.yaml\n', 'own.yaml': controls }).portfolioAt(at('portfolio.yaml'))!;
  const outcome = importMatrixFile(portfolio, name, new TextEncoder().encode(text), new Map(), own);
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  return outcome.result;
} // prettier-ignore
const textsOf = ({ files }: MatrixImport): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ uri, text }) => [uri.replace(/^.*\//, ''), text]));

describe('A matrix of other people', () => {
  it('has a legend above, short headers and the status of the control', () => {
    const found = imported('a.md', [
      '| Column | Content |\n|---|---|\n| # | Control number |\n| Appl | Applicable: Yes / No |\n| Evidence | Evidence reference |\n',
      '| # | Control | Appl | Justification | Status | Doc | Evidence |\n|---|---|---|---|---|---|---|',
      '| A.5.1 | Policies | Yes | Needed | Implemented in part | CB_POL | Policy register |\n| A.5.2 | Roles | — | — | — | X | — |\n| A.5.3 | Duties | No | Too small | — | — | — |\n',
    ].join('\n'));
    match(textsOf(found)['policy-register.md'] ?? '', /\nstatus: draft\n---\n[^]*\nStatus: Implemented in part\n/);
    deepEqual([found.declared, found.problems], [[{ id: 'A.5.3', reason: 'Too small' }], []]);
  }); // prettier-ignore
  it('has names with underscores, dates with hyphens at which no line ends, and names of files', () => {
    const found = imported('a.md', [
      '| Control_ID | Control_Name | Applicability | Justification | Evidence_Document | Owner | Status | Review_Date | Remarks |\n|---|---|:-:|---|---|---|---|--:|---|',
      '| A.5.1 | Leadership | Yes | Approved | 10_POLICY_REGISTER.md | CEO | Implemented | 2025‑01‑10 | |',
      '| A.5.2 | Transparency | Yes | Info | 05_LOG.pdf; 06_PM_REPORT.docx | Ops | Planned | 13−02−2026 | Art. 72 |\n',
    ].join('\n'));
    deepEqual(Object.keys(textsOf(found)), ['10-policy-register.md', '05-log.md', '06-pm-report.md']);
    match(textsOf(found)['10-policy-register.md'] ?? '', /^title: 10_POLICY_REGISTER\.md\n[^]*\nreview-by: 2025-01-10\n/m);
    match(textsOf(found)['05-log.md'] ?? '', /\nreview-by: 2026-02-13\n/);
    deepEqual(found.problems, []);
  }); // prettier-ignore
  it('has what was asked for beside what was provided, and a rating that is told to be left', () => {
    const found = imported('a.csv', 'Requirement ID;Requirement;In scope?;Reason for exclusion;Evidence Required;Evidence Provided;Evidence Location;Responsible Person;Next Review Date;Self rating\nA.5.1;Policies;Y;;Policy;"Policy v2, approved";https://intranet.example/1;Jane;13/02/2027;Compliant\nA.5.2;Roles;Y;;Chart;"1. Org chart\n2. Role profiles";S:\\HR\\roles.docx;Joe;;\nA.5.3;Duties;N;One person;;;;;;\n');
    deepEqual(Object.keys(textsOf(found)), ['policy-v2-approved.md', 'org-chart.md', 'role-profiles.md', 'portfolio.yaml']);
    match(textsOf(found)['org-chart.md'] ?? '', /Where to look: S:\\\\HR\\\\roles\.docx/);
    match(found.notes.join(), /Ratings are no part of the evidence/);
    deepEqual(found.problems, []);
  }); // prettier-ignore
  it('leaves out the letters with which all elements begin, in a column of such references', () => {
    const rows = '| 5.1 | Policies | Yes | Needed | Policy register |\n| 5.2 | Roles | No | Too small | — |\n';
    const found = imported('a.md', `| # | Control | Appl | Justification | Evidence |\n|---|---|---|---|---|\n${rows}`);
    match(textsOf(found)['policy-register.md'] ?? '', /\nelements:\n {2}- A\.5\.1\n/);
    deepEqual([found.declared, found.problems], [[{ id: 'A.5.2', reason: 'Too small' }], []]);
    match(found.notes.join(), /References without “A\.” were read as if it stood before them: 5\.1 as A\.5\.1\./);
  }); // prettier-ignore
  it('has one number that may be a reference without its letters, and is none for certain', () => {
    const found = imported('a.md', '| # | Control | Appl | Reason | Evidence |\n|---|---|---|---|---|\n| 5.1 | Policies | No | Needed | — |\n');
    match(found.problems[0]?.reason ?? '', /^5\.1 is not an element of Controls\. That it does not apply was left out\.$/);
  }); // prettier-ignore
  for (const [cell, reason] of [
    ['❌ No', 'Column'], ['✗', 'Column'], ['✖️', 'Column'], ['No.', 'Column'], ['N/A', 'Column'], ['Not applicable – none here', 'Column'],
  ] as const) // prettier-ignore
    it(`says that something does not apply as ${cell}`, () => {
      const found = imported('a.md', `| Control | Applicable | Justification | Evidence |\n|---|---|---|---|\n| A.5.1 | ${cell} | Column | — |\n`);
      deepEqual([found.declared, found.problems], [[{ id: 'A.5.1', reason }], []]);
    }); // prettier-ignore
  for (const [cell, reason] of [
    ['No – we have none', 'we have none'], ['No (outsourced)', 'outsourced'], ['No: outsourced', 'outsourced'], ['❌ No, too small', 'too small'],
  ] as const) // prettier-ignore
    it(`says in ${cell} why something does not apply`, () => {
      const found = imported('a.md', `| Control | Applicable | Evidence |\n|---|---|---|\n| A.5.1 | ${cell} | — |\n`);
      deepEqual([found.declared, found.problems], [[{ id: 'A.5.1', reason }], []]);
    }); // prettier-ignore
  for (const cell of ['✅ Yes', 'Yes', '✓', 'Now', 'Nominated', 'Noted – see the policy', 'No longer open', '—'])
    it(`says nothing of the kind in ${cell}`, () => {
      const found = imported('a.md', `| Control | Applicable | Evidence |\n|---|---|---|\n| A.5.1 | ${cell} | Policy |\n`);
      deepEqual([found.declared, found.problems, Object.keys(textsOf(found))], [[], [], ['policy.md']]);
    }); // prettier-ignore
  it('is a statement of applicability without a column for evidence', () => {
    const found = imported('a.csv', 'Control ID,Control Name,Theme,Applicable,Justification,Status,Reference\nA.5.1,Policies,People,Yes,Needed,Implemented,POL-001\nA.5.2,Roles,People,No,We are three,N/A,POL-002\n');
    deepEqual([found.declared, found.problems, Object.keys(textsOf(found))], [[{ id: 'A.5.2', reason: 'We are three' }], [], ['portfolio.yaml']]);
    match(found.notes.join(), /no column for evidence: only what does not apply was read/);
  }); // prettier-ignore
  it('is a list of evidence, each with the elements that it is for', () => {
    for (const [id, title, elements, place] of [
      ['ID', 'Name', 'Control(s)', 'Location (immutable link)'],
      ['No', 'Title', 'Controls', 'Link'],
      ['Ref', 'Description', 'Mapped to', 'URL'],
      ['Evidence ID', 'Artefact', 'Related controls', 'Path'],
    ] as const) {
      const found = imported('a.md', `| ${id} | ${title} | ${elements} | ${place} | Owner |\n|---|---|---|---|---|\n| EV-001 | Minutes | A.5.1 | https://example.org/m.pdf | Jane |\n| EV-010 | Review | A.5.1, A.5.3 | https://example.org/r.pdf | Joe |\n`);
      deepEqual([Object.keys(textsOf(found)), found.problems], [['minutes.md', 'review.md'], []], title);
      match(textsOf(found)['review.md'] ?? '', /- A\.5\.1\n[^]*- A\.5\.3\n[^]*ref: EV-010\n/);
    }
  }); // prettier-ignore
  it('has a table beside it that is about elements, and has no evidence', () => {
    const found = imported('a.md', '| Control | Applicable | Evidence |\n|---|---|---|\n| A.5.1 | Yes | Policy |\n\n## Not applicable\n\n| Control | Title | Why not |\n|---|---|---|\n| A.5.2 | Roles | We are three |\n| A.5.3 | Duties | So it is |\n');
    deepEqual(found.problems.map(({ reason, text }) => [reason, text]), [[
      'The table “Control | Title | Why not” has no column for evidence. 2 rows about elements were left out, of which this is the first.', 'A.5.2 | Roles | We are three' ]]);
  }); // prettier-ignore
  it('has tables beside it that are about nothing of the kind, or about one element', () => {
    const beside = (rows: string): readonly string[] =>
      imported('a.md', `| Control | Evidence |\n|---|---|\n| A.5.1 | Policy |\n\n| Term | Link to control | Meaning |\n|---|---|---|\n${rows}`).problems.map(({ where, reason }) => `${where}: ${reason}`);
    deepEqual(beside('| Desk | none | Where people are met |\n'), []);
    deepEqual(beside('| Roles | A.5.2 | Who does what |\n| Desk | none | x |\n| Duties | A.5.3 | x |\n'), [
      'table 2, line 7: The table “Term | Link to control | Meaning” has no column for evidence. 2 rows about elements were left out, of which this is the first.']);
    deepEqual(beside('| Roles | A.5.2 | Who does what |\n'), ['table 2, line 7: The table “Term | Link to control | Meaning” has no column for evidence. This row about an element was left out.']);
  }); // prettier-ignore
  it('says by its status alone that something does not apply', () => {
    const found = imported('a.csv', 'Ref,Status,Evidence,Notes\nA.5.1,Not applicable,,Does not apply: too small\nA.5.2,Not applicable,,\nA.5.3,Approved,Policy,\n');
    deepEqual([found.declared, found.problems.map(({ reason }) => reason)], [[{ id: 'A.5.1', reason: 'too small' }], ['It says that A.5.2 does not apply, and not why. Give the reason, and import it again.']]);
  }); // prettier-ignore
  it('has no references, only words about elements', () => {
    const found = imported('a.csv', `Requirement,Evidence\nWe have policies,Policy\n,${'A long list of all the duties of everybody '.repeat(3)}\n`);
    deepEqual(found.problems.map(({ text, reason }) => `${text}: ${reason}`), [
      'We have policies | Policy: We have policies is not an element of Controls. It was left out.',
      'A long list of all the duties of everybody A long list of all the duties of eve…: It has no reference, so nobody can tell which element it is about. It was left out.',
    ]);
  }); // prettier-ignore
  it('has a column of numbers before the evidence, which is its own where somebody says so or it has none', () => {
    const refsOf = (text: string, ...own: readonly string[]): readonly string[] =>
      Object.values(textsOf(imported('a.csv', text, own))).map((file) => /^ref: (.*)$/m.exec(file)?.[1] ?? '-');
    deepEqual(refsOf('Ref,No,Evidence\nA.5.1,ES 1,Policy\nA.5.2,ES 2,Chart\n'), ['ES 1', 'ES 2']);
    deepEqual(refsOf('Ref,No,Evidence\nA.5.1,ES 1,Policy\nA.5.2,ES 2,Chart\n', 'No'), ['-', '-']);
    deepEqual(refsOf('Ref,Reference,Evidence\nA.5.1,old,Policy\nA.5.2,new,Chart\n'), ['-', '-']);
  }); // prettier-ignore
  it('says who is to find evidence for what the standard does not have', () => {
    const found = imported('a.csv', 'Ref,Evidence,Owner\nA.5.1,Policy,Jane\nB.9,,Joe\n');
    match(found.problems[0]?.reason ?? '', /^B\.9 is not an element of Controls\. Who is to find evidence for it was left out\.$/);
  }); // prettier-ignore
});
