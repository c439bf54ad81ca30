/** Shapes of statements of applicability and of matrices as they are published: nothing of them is lost in silence. */
import { deepEqual, match } from 'node:assert/strict';
import type { MatrixImport } from '../../../../server/core/matrix/importMatrix';
import { importMatrixFile } from '../../../../server/exchange/matrixExchange';
import { at, indexOf } from '../../support/portfolioFiles';

const controls =
  'title: Controls\nlevels: [Theme, Control]\nchildren:\n  - id: A.5\n    title: Organisational\n    children: [{ id: A.5.1, text: Policies }, { id: A.5.2, text: Roles }, { id: A.5.3, text: Duties }]\n';

function imported(name: string, text: string): MatrixImport {
  const portfolio = indexOf({ 'portfolio.yaml': 'standard: own.yaml\n', 'own.yaml': controls }).portfolioAt(at('portfolio.yaml'))!;
  const outcome = importMatrixFile(portfolio, name, new TextEncoder().encode(text));
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
});
