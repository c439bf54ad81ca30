/**
 * Generated portfolios, in all the ways in which people write them, moved to generated editions: every ID is one of the
 * new edition then or is told, nothing else has changed by a byte, and a second run changes nothing.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Answers } from '../../../../server/core/migration/answers';
import { noAnswers } from '../../support/migration';
import type { Migration } from '../../../../server/core/migration/migration';
import { migrated } from '../../../../server/core/migration/migration';
import { questionsOf } from '../../../../server/core/migration/questions';
import { reportOf } from '../../../../server/core/migration/report';
import type { PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import type { PortfolioStandard } from '../../../../server/core/portfolio/portfolioStandard';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { actionsOf } from '../../../../server/core/plan/model';
import { applyEdits } from '../../../../server/core/text/edit';
import { parseManifest } from '../../../../server/core/manifest/manifest';
import { Choices } from '../../edits/choices';
import type { PortfolioTexts } from '../../edits/grammar';
import { evidencePath, manifestPath, meadow, planPath, portfolioTexts } from '../../edits/grammar';
import { at, indexOf } from '../../support/portfolioFiles';
import { runs } from '../../support/runs';
import { nextEdition, nextPath, standardNamed } from './editionsOfMeadow';

const numRuns = runs(150);

const numbers = fc
  .array(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 400, size: 'max' })
  .map((all) => ({ edition: new Choices(all.slice(0, 40)), portfolio: new Choices(all.slice(40)) }));

const indexed = (texts: PortfolioTexts): PortfolioIndex => indexOf(texts, { standards: [meadow] });

function portfolioIn(index: PortfolioIndex): Portfolio {
  const portfolio = index.portfolioAt(at(manifestPath));
  ok(portfolio);
  return portfolio;
}

const goalIn = (of: PortfolioStandard, text: string, answers: Answers) => ({
  of,
  to: of.standard.id === nextPath ? of.standard : standardNamed(text),
  name: nextPath,
  uri: at(nextPath),
  answers,
  today: '2026-06-15',
});

function textsAfter(texts: PortfolioTexts, { edits }: Migration): PortfolioTexts {
  const after: Record<string, string | null> = { ...texts };
  for (const edit of edits ?? []) {
    const path = edit.uri.slice(at('').length).replace(/^\//, '');
    if (edit.kind === 'edit') {
      equal(edit.text, texts[path]);
      after[path] = applyEdits(edit.text, edit.edits);
    } else if (edit.kind === 'create') after[path] = edit.text;
  }
  return after;
}

/** Some of the questions answered, with one of the choices or with all. */
function answersTo(portfolio: Portfolio, migration: Migration, choice: Choices): Answers {
  const everywhere = new Map(
    questionsOf(portfolio, migration).flatMap(({ id, choices }) => {
      const ids = choices.map((one) => one.id);
      return choice.once(2) ? [[id, choice.once(2) ? ids : ids.slice(0, 1)] as const] : [];
    }),
  );
  return { everywhere, byPath: new Map() };
}

interface Named {
  readonly file: string;
  readonly id: string;
}

/** All that is named where IDs are meant: under `elements`, in decisions, in rows of plans. */
function namedIn(portfolio: Portfolio): readonly Named[] {
  return [
    ...Array.from(portfolio.evidence.values()).flatMap(({ uri, elements }) =>
      elements.map(({ id }) => ({ file: portfolio.path(uri), id })),
    ),
    ...Array.from(portfolio.manifest?.decisions.keys() ?? [], (id) => ({ file: manifestPath, id })),
    ...[...portfolio.plans.values()].flatMap((plan) =>
      actionsOf(plan).map(({ id }) => ({ file: portfolio.path(plan.uri), id })),
    ),
  ];
}

/** An ID in any marks, and what is put around lists of them. */
const marks = /["']?(?:(?:M|OWN):)?(?:AC-2\(1\)|5\.1 \(b\)|x:y|A\.1|\d+(?:\.\d+)*[a-z]?)["']?/g;

/** Remarks of YAML: they stay, each as it is. */
const remarks = (text: string): readonly string[] => text.match(/(?<=^|\s)#[^\r\n]*/g) ?? [];

/** A file's block and what is below; a block that is never closed ends where we say that it does. */
const blockOf = (text: string): readonly [string, string] => {
  const end = parseEvidence(at(evidencePath), text)?.bodyStart ?? text.length;
  return [text.slice(0, end), text.slice(end)];
};

/** What stands in a file besides IDs, and besides what parts them in a list. */
function besideIds(path: string, text: string): unknown {
  const [block, body] = blockOf(text);
  if (path === planPath)
    return [...new Set(text.split(/\r\n|\n|\r/).map((line) => line.replace(marks, 'ID')))];
  if (path !== manifestPath)
    return { remarks: remarks(block), others: otherEntries(text), body: body.replace(marks, 'ID') };
  return remarks(text);
}

/** The sources of all keys at the top but the lists of elements. */
const otherEntries = (text: string): readonly string[] =>
  (parseEvidence(at(evidencePath), text)?.entries ?? []).flatMap(({ key, value }) =>
    key.text === 'elements' || key.text === 'strongest'
      ? []
      : [text.slice(key.span.start, Math.max(key.span.end, value.span.end)).trimEnd()],
  );

function manifestBeside(text: string): unknown {
  const { entries } = parseManifest(at(manifestPath), text);
  return entries
    .filter(({ key }) => !['standard', 'standards', 'assessment', 'assignments'].includes(key.text))
    .map(({ key, value }) => [key.text, text.slice(value.span.start, value.span.end).trimEnd()]);
}

/** What a file is evidence for of the other standards, and no more, it is evidence for afterwards; unless somebody says so. */
function checkOthers(
  before: Portfolio,
  after: Portfolio,
  name: string | undefined,
  answered: ReadonlySet<string>,
): void {
  for (const { name: other, standard } of before.standards)
    if (other !== name)
      for (const { id } of standard.elements)
        if (!answered.has(id))
          deepEqual(
            after.evidenceFor(id).map(({ uri }) => uri),
            before.evidenceFor(id).map(({ uri }) => uri),
            `${id}\n${Array.from(before.evidence.values(), ({ text }) => text).join('\n=====\n')}`,
          );
}

describe('A portfolio moved to another edition', function () {
  this.timeout(300_000);
  it('names what is there, or is told; else it stays byte for byte, and a second time as a whole', () => {
    let moved = 0;
    let answered = 0;
    let several = 0;
    fc.assert(
      fc.property(numbers, ({ edition, portfolio: choice }) => {
        const text = nextEdition(edition);
        const texts: PortfolioTexts = { ...portfolioTexts(choice), [nextPath]: text };
        const portfolio = portfolioIn(indexed(texts));
        if (portfolio.source.kind !== 'ready') return;
        const { standards } = portfolio;
        const moving = edition.upTo(standards.length - 1);
        const of = standards[moving] ?? standards[0];
        if (standards.length > 1) several++;
        const open = migrated(portfolio, goalIn(of, text, noAnswers));
        const answers = answersTo(portfolio, open, edition);
        answered += answers.everywhere.size;
        const migration = migrated(portfolio, goalIn(of, text, answers));
        if (!migration.edits || migration.undecided.length > 0) return;
        reportOf(portfolio, migration, false);
        const after = textsAfter(texts, migration);
        for (const path of [evidencePath, planPath, manifestPath]) {
          const [before, now] = [texts[path] ?? '', after[path] ?? ''];
          if (before === now) continue;
          moved++;
          deepEqual(besideIds(path, now), besideIds(path, before), `${path}\n${before}\n=>\n${now}`);
          if (path === manifestPath) deepEqual(manifestBeside(now), manifestBeside(before));
        }
        const next = portfolioIn(indexed(after));
        const now = next.standards[moving] ?? next.standards[0];
        equal(now.standard.id, nextPath);
        checkOthers(portfolio, next, of.name, new Set([...answers.everywhere.values()].flat()));
        const told = new Set([
          ...migration.occurrences.flatMap(({ id, uri, to }) => (to ? [] : [`${portfolio.path(uri)} ${id}`])),
          ...migration.clashes.flatMap(({ decisions }) => decisions.map(({ id }) => `${manifestPath} ${id}`)),
        ]);
        const { from, to, fateOf } = migration.editions;
        const untold = namedIn(next).filter(
          ({ file, id }) => !to.nodes.has(id) && fateOf(id).kind !== 'unknown' && !told.has(`${file} ${id}`),
        );
        deepEqual(untold, [], JSON.stringify({ text, texts, after, from: from.title }, undefined, 1));
        // Of an ID that could be of two, and had to stay, more may be done the second time.
        const same = new Map(
          [...answers.everywhere].filter(([id]) => !to.nodes.has(id) && fateOf(id).kind !== 'ambiguous'),
        );
        const again = migrated(next, goalIn(now, text, { ...answers, everywhere: same }));
        deepEqual(again.edits, [], JSON.stringify({ text, texts, after }, undefined, 1));
      }),
      { numRuns, endOnFailure: true },
    );
    ok(moved > numRuns, `Only ${moved} files were moved.`);
    ok(several > numRuns / 100, `Only ${several} portfolios had several standards.`);
    ok(answered > numRuns / 10, `Only ${answered} questions were answered.`);
  });
});
