/**
 * Texts in blocks of lines (`|`, `>`, `+`, `-`), and what is written behind them: it says what it said, to the last empty
 * line, and nothing but what is new is written. https://yaml.org/spec/1.2.2/#8112-block-chomping-indicator
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { parse } from 'yaml';
import { addElement } from '../../../server/core/evidence/elementEdits';
import { parseEvidence } from '../../../server/core/evidence/evidence';
import { setField } from '../../../server/core/evidence/fieldEdits';
import { clearDecision, setDecision } from '../../../server/core/manifest/decisionEdits';
import { parseManifest } from '../../../server/core/manifest/manifest';
import { setAssignments } from '../../../server/core/manifest/reassignment';
import type { Edit } from '../../../server/core/text/edit';
import { applyEdits } from '../../../server/core/text/edit';
import { customerServiceExcellence as standard } from '../support/standards';

const marks = ['|', '|-', '|+', '>', '>-', '>+', '|2+', '|+2', '>2-', '|+ # ours'];
const tails = ['', '\n', '\n\n', '\n\n\n', '\n  \n', '\n\n  \n\n'];
const ends = ['\n', '\r\n'];

type Edits = readonly Edit[] | undefined;

interface Case {
  readonly name: string;
  /** @param mark of the block @param tail what stands behind its last word, up to the end of the file or block */
  readonly before: (mark: string, tail: string) => string;
  readonly edits: (text: string) => Edits;
  /** What the values are then. */
  readonly after: (before: Values) => Values;
}

type Values = Readonly<Record<string, unknown>>;

const uri = 'file:///portfolio.yaml';
const decide =
  (id: string, values: Readonly<Record<string, string>>) =>
  (text: string): Edits =>
    setDecision(parseManifest(uri, text), standard, id, values);

const manifests: readonly Case[] = [
  {
    name: 'decisions, where there are none',
    before: (mark, tail) => `title: T\nnote: ${mark}\n  Words\n  more${tail}`,
    edits: decide('1.1.1', { self: 'partial' }),
    after: (before) => ({ ...before, assessment: { '1.1.1': { self: 'partial' } } }),
  },
  {
    name: 'somebody who is to find evidence, where there is nobody',
    before: (mark, tail) => `title: T\nnote: ${mark}\n  Words${tail}`,
    edits: (text) => setAssignments(parseManifest(uri, text), standard, ['1.1.1'], ['Ann']),
    after: (before) => ({ ...before, assignments: { '1.1.1': 'Ann' } }),
  },
  {
    name: 'a decision behind one with a comment',
    before: (mark, tail) =>
      `assessment:\n  1.1.1:\n    comment: ${mark}\n      Words${tail.replaceAll('  ', '      ')}`,
    edits: decide('1.1.2', { self: 'partial' }),
    after: ({ assessment }) => ({ assessment: { ...(assessment as Values), '1.1.2': { self: 'partial' } } }),
  },
  {
    name: 'a rating behind a comment',
    before: (mark, tail) =>
      `assessment:\n  1.1.1:\n    comment: ${mark}\n      Words${tail.replaceAll('  ', '      ')}`,
    edits: decide('1.1.1', { self: 'partial' }),
    after: ({ assessment }) => ({
      assessment: { '1.1.1': { ...((assessment as Values)['1.1.1'] as Values), self: 'partial' } },
    }),
  },
  {
    name: 'a rating behind a comment, with another section below',
    before: (mark, tail) =>
      `assessment:\n  1.1.1:\n    comment: ${mark}\n      Words${tail === '' ? '\n' : tail}title: T\n`,
    edits: decide('1.1.1', { self: 'partial' }),
    after: ({ assessment, ...rest }) => ({
      assessment: { '1.1.1': { ...((assessment as Values)['1.1.1'] as Values), self: 'partial' } },
      ...rest,
    }),
  },
];

const block = (text: string): string => /^---\r?\n([^]*?\r?\n)---/.exec(text)?.[1] ?? '';

const evidence: readonly Case[] = [
  {
    name: 'an element in a list whose neighbour is a block of lines',
    before: (mark, tail) =>
      `---\nelements:\n  - 1.1.1\nnote: ${mark}\n  Words${tail === '' ? '\n' : tail}---\n\nText\n`,
    edits: (text) => edited(text, (file) => addElement(file, '1.1.2')),
    after: ({ elements, ...rest }) => ({ elements: [...(elements as readonly string[]), '1.1.2'], ...rest }),
  },
  {
    name: 'a key behind a title that is a block of lines',
    before: (mark, tail) =>
      `---\ntitle: ${mark}\n  Words${tail === '' ? '\n' : tail}elements: [1.1.1]\n---\n\nText\n`,
    edits: (text) => edited(text, (file) => setField(file, 'owner', 'Ann')),
    after: (before) => ({ ...before, owner: 'Ann' }),
  },
  {
    name: 'a key behind the last one, which is a block of lines',
    before: (mark, tail) =>
      `---\nelements: [1.1.1]\nowner: ${mark}\n  Ann${tail === '' ? '\n' : tail}---\n\nText\n`,
    edits: (text) => edited(text, (file) => setField(file, 'date', '2026-01-02')),
    after: (before) => ({ ...before, date: '2026-01-02' }),
  },
  {
    name: 'an element behind one that is a block of lines',
    before: (mark, tail) =>
      `---\nelements:\n  - ${mark}\n    1.1.1${(tail === '' ? '\n' : tail).replaceAll('  ', '    ')}---\n\nText\n`,
    edits: (text) => edited(text, (file) => addElement(file, '1.1.2')),
    after: ({ elements }) => ({ elements: [...(elements as readonly string[]), '1.1.2'] }),
  },
];

function edited(text: string, edit: (file: NonNullable<ReturnType<typeof parseEvidence>>) => Edits): Edits {
  const file = parseEvidence('file:///a.md', text);
  ok(file);
  return edit(file);
}

/** Words are taken away nowhere. */
const areInsertions = (edits: readonly Edit[]): boolean => edits.every(({ span }) => span.start === span.end);

function check({ before, edits, after }: Case, valuesOf: (text: string) => Values): void {
  for (const end of ends)
    for (const mark of marks)
      for (const tail of tails) {
        const text = before(mark, tail).replaceAll('\n', end);
        const was = JSON.stringify(text);
        const made = edits(text);
        ok(made, `No edit of ${was}.`);
        ok(areInsertions(made), was);
        const written = applyEdits(text, made);
        deepEqual(valuesOf(written), after(valuesOf(text)), `${was} becomes ${JSON.stringify(written)}`);
      }
}

const read = (text: string): Values => parse(text, { schema: 'failsafe' }) as Values;

describe('What is written behind a block of lines leaves it as it is', () => {
  for (const one of manifests)
    it(one.name, () => {
      check(one, read);
    });
  for (const one of evidence)
    it(one.name, () => {
      check(one, (text) => read(block(text)));
    });

  it('and what is taken away takes its empty lines along, and no others', () => {
    const text = 'assessment:\n  1.1.1:\n    self: partial\n    comment: |+\n      Words\n\n\ntitle: T\n';
    const edits = clearDecision(parseManifest(uri, text), standard, '1.1.1', ['comment']);
    equal(edits && applyEdits(text, edits), 'assessment:\n  1.1.1:\n    self: partial\ntitle: T\n');
  });
});
