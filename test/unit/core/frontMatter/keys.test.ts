/** Every key of the list is known wherever keys are read, checked, offered, explained, shown, kept, written and listed. */
import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import type { EvidenceFile } from '../../../../server/core/evidence/evidence';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { setField } from '../../../../server/core/evidence/fieldEdits';
import { stored } from '../../../../server/core/evidence/storedEvidence';
import { details, fieldOf } from '../../../../server/core/frontMatter/fields';
import type { FrontMatterEntry } from '../../../../server/core/frontMatter/keys';
import { frontMatterKeys } from '../../../../server/core/frontMatter/keys';
import { keyLineAt } from '../../../../server/core/frontMatter/nearKeys';
import type { ValueKind } from '../../../../server/core/frontMatter/values';
import { applyEdits } from '../../../../server/core/text/edit';
import { spanOf } from '../../../../server/core/text/span';
import { hover } from '../../../../server/features/hover/hover';
import { plainText } from '../../../../server/features/text/markup';
import { wholeCoverage } from '../../../../server/features/views/coverageEvidence';
import { thisFile } from '../../../../server/features/views/thisFile';
import { complete, cse, labels } from '../../support/completing';
import { fieldsTold } from '../../support/fieldsTold';
import { at, indexOf } from '../../support/portfolioFiles';

interface Example {
  /** Two values that are right. */
  readonly good: readonly [string, string];
  /** One that cannot be right. */
  readonly bad: string;
  /** Something is offered where the value is to be typed. */
  readonly isOffered: boolean;
  /** Something is said of the first of the good values. */
  readonly isExplained: boolean;
}

const known = frontMatterKeys.flatMap((entry): readonly FrontMatterEntry[] => [entry]);

/** For each kind of value; the words of a list are those of the key. */
const examples: Readonly<Record<ValueKind, Example>> = {
  text: { good: ['Some words', 'Others'], bad: '[a, b]', isOffered: false, isExplained: false },
  person: { good: ['The clerk', 'The desk'], bad: '{ a: b }', isOffered: true, isExplained: true },
  ownNumber: { good: ['ES 12', 'ES 14'], bad: '[[a]]', isOffered: true, isExplained: true },
  choice: { good: ['', ''], bad: 'none of these', isOffered: true, isExplained: true },
  day: { good: ['2026-03-01', '2026-05-28'], bad: '2026-02-30', isOffered: true, isExplained: true },
  lastDay: { good: ['2027-03-01', '2026-03-01'], bad: 'soon', isOffered: true, isExplained: true },
  paths: { good: ['a.pdf', 'b.pdf'], bad: '{ a: b }', isOffered: true, isExplained: true },
  identifiers: { good: ['1.1.1', '1.1.2'], bad: '{ a: b }', isOffered: true, isExplained: true },
  ownIdentifiers: { good: ['1.1.1', '1.1.2'], bad: '{ a: b }', isOffered: true, isExplained: true },
};

function exampleOf({ holds, values = {} }: FrontMatterEntry): Example {
  const [first = '', second = ''] = Object.keys(values);
  const example = examples[holds];
  return holds === 'choice' ? { ...example, good: [first, second] } : example;
}

const uri = at('evidence/a.md');

/** A file with one line more than it has to have. */
const fileWith = ({ key }: FrontMatterEntry, value: string | undefined): string => {
  const line = value === undefined ? '' : `${key}: ${value}\n`;
  return `---\n${key === 'elements' ? '' : 'elements: 1.1.1\n'}${line}---\n\n# Heading\n\nText.\n`;
};

const read = (entry: FrontMatterEntry, value: string | undefined): EvidenceFile =>
  parseEvidence(uri, fileWith(entry, value))!;

/** What a rule says, with the text that it says it of. */
const found = (text: string, code: string): readonly string[] =>
  indexOf({ ...cse, 'evidence/a.md': text, 'evidence/a.pdf': null })
    .findings(uri)
    .filter(({ rule }) => rule === code)
    .map(({ span }) => text.slice(span.start, span.end));

describe('Every front matter key', () => {
  for (const entry of known) {
    const { key, description } = entry;
    const { good, bad, isOffered, isExplained } = exampleOf(entry);
    const withValue = fileWith(entry, good[0]);
    const withoutKey = '---\nelements: 1.1.1\n$0\n---\n\n# Heading\n\nText.\n';

    describe(key, () => {
      it('is described in a sentence, and in words', () => {
        ok(/^\p{Lu}.*\.$/u.test(description), description);
        ok(/^\p{Lu}/u.test(entry.label));
        equal(known.filter((other) => other.key === key || other.field === entry.field).length, 1);
      });

      it('is checked', () => {
        deepEqual(found(withValue, 'front-matter-value'), []);
        deepEqual(found(fileWith(entry, bad), 'front-matter-value'), [bad]);
      });

      it('is known when it is misspelt', () => {
        const name = `${key}x`;
        const text = `---\n${key === 'elements' ? '' : 'elements: 1.1.1\n'}${name}: ${good[0]}\n---\n\nText.\n`;
        if (key !== 'elements') deepEqual(found(text, 'front-matter-key'), [name]);
        const line = `${key.toUpperCase()}: ${good[0]}`;
        equal(keyLineAt(line, spanOf(0, line.length))?.key, key);
      });

      it('is offered, and so is what may stand there', () => {
        if (key !== 'elements') ok(labels(complete(withoutKey).items).includes(key));
        else ok(labels(complete('---\n$0\n---\n').items).includes(key));
        const files = {
          ...cse,
          'evidence/b.md': fileWith(entry, good[1]),
          'evidence/b.pdf': null,
        };
        equal(complete(fileWith(entry, '$0'), { files }).items.length > 0, isOffered);
      });

      it('is explained, and so is its value', () => {
        const portfolio = indexOf({ ...cse, 'evidence/a.md': withValue }).portfolioAt(uri)!;
        const said = (offset: number): string => {
          const about = hover(portfolio, { uri, text: withValue, offset }, { markup: plainText });
          return (about?.contents as MarkupContent | undefined)?.value ?? '';
        };
        const place = withValue.indexOf(`${key}:`);
        ok(said(place).includes(description), said(place));
        equal(said(place + key.length + 2) !== '', isExplained);
      });

      it('asks for another look at coverage if its views say something of it', () => {
        const manifest =
          'standard: customer-service-excellence\nassessment-date: 2026-12-01\nassessment:\n  1.1.1: { self: compliant, assessor: partial, comment: Better, assessed: 2026-04-01 }\n';
        const said = (value: string | undefined): string => {
          const index = indexOf({ 'portfolio.yaml': manifest, 'evidence/a.md': fileWith(entry, value) });
          const tree = wholeCoverage(index.portfolioAt(uri)!);
          return JSON.stringify([tree, index.findings(at('portfolio.yaml'))]);
        };
        equal(
          [good[1], bad].some((other) => said(other) !== said(good[0])),
          entry.countsForCoverage,
        );
      });

      it('has its value cut short by a remark only where any text may stand', () => {
        const cut = found(fileWith(entry, `${good[0]} #1`), 'front-matter-remark');
        deepEqual(cut, entry.isClosed ? [] : [`${good[0]} #1`]);
      });
    });
  }
});

describe('Every detail', () => {
  for (const detail of details) {
    const entry: FrontMatterEntry = detail;
    const { key, field } = detail;
    const { good, bad } = exampleOf(entry);

    describe(key, () => {
      it('is read', () => {
        equal(read(entry, undefined)[field].kind, 'absent');
        equal(read(entry, '')[field].kind, 'empty');
        equal(read(entry, good[0])[field].kind, 'valid');
        equal(read(entry, bad)[field].kind, 'invalid');
        deepEqual(fieldOf(read(entry, good[0]), detail), read(entry, good[0])[field]);
      });

      it('is kept of a file that nobody has open', () => {
        for (const value of [undefined, '', good[0], bad]) {
          const file = read(entry, value);
          const kept = stored(file);
          notEqual(kept, file);
          deepEqual(fieldsTold(kept), fieldsTold(file));
        }
      });

      it('is written', () => {
        const file = read(entry, undefined);
        const text = applyEdits(file.text, setField(file, key, good[1])!);
        deepEqual(parseEvidence(uri, text)?.[field].kind, 'valid');
        ok(text.includes(`\n${key}: ${good[1]}\n`), text);
      });

      it('is shown in This File', () => {
        const shown = (value: string | undefined) => {
          const index = indexOf({ ...cse, 'evidence/a.md': fileWith(entry, value) });
          const portfolio = index.portfolioAt(uri)!;
          const view = thisFile(
            portfolio,
            portfolio.evidence.get(uri)!,
            index.findings(uri),
            () => undefined,
          );
          return view.details.find((shownDetail) => shownDetail.key === key);
        };
        for (const [value, state] of [
          [undefined, 'missing'],
          [good[0], 'given'],
          [bad, 'invalid'],
        ] as const) {
          const { label, words, ...rest } = shown(value)!;
          deepEqual([rest.state, label, rest.description], [state, entry.label, entry.description]);
          notEqual(words, '');
        }
        ok(shown(good[0])?.words !== shown(good[1])?.words);
      });
    });
  }
});
