/** Types whole files, character by character, and asks at each step for what an editor asks for. */
import { ok } from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-types';
import { completion } from '../../../server/features/completion/completion';
import { hover } from '../../../server/features/hover/hover';
import { markdown } from '../../../server/features/text/markup';
import { crlf } from '../support/completing';
import type { Files } from '../support/portfolioFiles';
import { at, attachment, indexOf } from '../support/portfolioFiles';

const files: Files = {
  'portfolio.yaml': 'standard: customer-service-excellence\n',
  'attachments/survey 2026.csv': attachment,
  'evidence/b.md': '---\nelements: [1.1.1]\nref: ES 66\nowner: Head of Libraries\n---\n',
};

const evidence = `---
title: Correcting wrong information
elements:
  - 3.2.4
  - "1.3.2"
ref: ES 67
kind: document
owner: Head of Libraries
status: approved
date: 2026-06-15
review-by: 2027-06-15
attachments:
  - ../attachments/survey 2026.csv
---

# Correcting wrong information

See element 1.3.2, [the other](b.md) and [the survey](../attachments/survey%202026.csv).

## 3.2.4 Results

- [x] A point
`;

const manifest = `title: Anytown Libraries
standard: customer-service-excellence
exclude:
  - evidence/**
assessment-date: 2027-06-15
assessment:
  1.1.1: { self: compliant, comment: "Strong: indeed" }
  3.2.4:
    applicable: false
    reason: We say nothing
rules: { review-due-soon: off }
`;

/** What must be offered while it is typed, from its first character to its last but one, each in what surrounds it. */
const inEvidence: readonly (readonly [string, string])[] = [
  ...['elements', 'ref', 'kind', 'owner', 'status', 'review-by', 'attachments'].map(
    (key) => [`${key}:`, key] as const,
  ),
  ['- 3.2.4', '3.2.4'],
  ['"1.3.2"', '1.3.2'],
  ['ref: ES 67', 'ES 67'],
  ['kind: document', 'document'],
  ['owner: Head of Libraries', 'Head of Libraries'],
  ['status: approved', 'approved'],
  [' 2026-06-15', '2026-06-15'],
  [' 2027-06-15', '2027-06-15'],
  ['/attachments/', 'attachments/'],
  ['/survey 2026.csv', 'survey 2026.csv'],
  ['element 1.3.2', '1.3.2'],
  ['](b.md', 'b.md'],
  ['## 3.2.4', '3.2.4'],
];

const inManifest: readonly (readonly [string, string])[] = [
  ...['standard', 'exclude', 'assessment-date', 'assessment', 'rules'].map(
    (key) => [`${key}:`, key] as const,
  ),
  ['standard: customer-service-excellence', 'customer-service-excellence'],
  ['- evidence/**', 'evidence/**'],
  [' 2027-06-15', '2027-06-15'],
  ['  1.1.1', '1.1.1'],
  ['{ self', 'self'],
  ['self: compliant', 'compliant'],
  ['  applicable', 'applicable'],
  ['applicable: false', 'false'],
  ['{ review-due-soon', 'review-due-soon'],
  ['soon: off', 'off'],
];

/** By the number of characters typed, what must be offered then. */
function wantedIn(whole: string, path: string): ReadonlyMap<number, string> {
  const wanted = new Map<number, string>();
  for (const [around, label] of path === 'portfolio.yaml' ? inManifest : inEvidence) {
    const found = whole.indexOf(around);
    const start = found + around.indexOf(label);
    if (found >= 0) for (let typed = 1; typed < label.length; typed++) wanted.set(start + typed, label);
  }
  return wanted;
}

function type(whole: string, path: string, ending: string): void {
  const uri = at(path);
  const wanted = wantedIn(whole, path);
  for (let end = 0; end <= whole.length; end++) {
    const text = whole.slice(0, end);
    const index = indexOf({ ...files, [path]: text + ending });
    const portfolio = index.portfolioAt(uri)!;
    for (const trigger of ['asked', 'typed', 'narrowed'] as const) {
      const place = { uri, text: text + ending, offset: end };
      const { items } = completion(portfolio, place, {
        trigger,
        snippets: true,
        standards: new Map([['customer-service-excellence', portfolio.standards[0].standard]]),
        rules: index.rules,
      });
      for (const { textEdit, label } of items) {
        const { range } = textEdit as TextEdit;
        ok(
          range.start.line === range.end.line,
          `${label} replaces more than one line behind ${JSON.stringify(text)}`,
        );
      }
      const label = wanted.get(end);
      const offered = items.map((item) => item.label);
      if (trigger === 'asked' && label !== undefined)
        ok(
          offered.includes(label),
          `${label} is not offered behind ${JSON.stringify(text)}, but ${offered.join(', ')}`,
        );
    }
    hover(
      portfolio,
      { uri, text: text + ending, offset: Math.max(0, end - 1) },
      { markup: markdown, rules: index.rules },
    );
  }
}

describe('Typing a file, with completion and hover at each step', function () {
  this.timeout(60_000);
  it('evidence at the end of the file', () => type(evidence, 'evidence/a.md', ''));
  it('evidence with CRLF', () => type(crlf(evidence), 'evidence/a.md', ''));
  it('evidence before a text that stands there', () =>
    type(evidence, 'evidence/a.md', '\n\n# Old heading\n\nText.\n'));
  it('a block between its fences', () =>
    type(evidence.slice(0, evidence.indexOf('\n---\n')), 'evidence/a.md', '\n---\n\n# A\n'));
  it('portfolio.yaml', () => type(manifest, 'portfolio.yaml', ''));
  it('portfolio.yaml with CRLF', () => type(crlf(manifest), 'portfolio.yaml', ''));
});
