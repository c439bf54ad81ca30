/** What a change means, as a reader is told it: a verdict, figures, and tables. The same for every output for people. */
import { noElements } from '../../../words/states';
import type { ElementChange, PortfolioChanges, StandardChanges } from '../changes';
import { elementChangeKinds } from '../changes';
import { asOfWords } from '../../../words/dates';
import type { CoverageSummary } from '../../../words/states';
import { successorOf } from '../alignedStandards';
import type { PortfolioSnapshot, StandardSnapshot } from '../snapshot';
import type { Uri } from '../../text/span';
import { count } from '../../../words/counts';
import { relativePath } from '../../text/uri';
import { totalsInWords } from './totals';
import type { StoryContext } from './context';
import type { Section } from './section';
import { actionSections } from './storyOfActions';
import { elementSections, standardSections } from './storyOfElements';
import { evidenceSections } from './storyOfEvidence';
import { findingSections } from './storyOfFindings';
import { capitalised } from '../../../words/capitals';

export interface Story {
  readonly title: string;
  /** fails: findings that are new fail the diff. worse: something a reviewer should look at. fine: neither. */
  readonly mood: 'fails' | 'worse' | 'fine';
  /** One sentence without its full stop. */
  readonly verdict: string;
  /** What stands below it, such as which days were compared. */
  readonly remarks: readonly string[];
  readonly figures: readonly Figure[];
  readonly sections: readonly Section[];
}

export interface Figure {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

export function storyOf(changes: PortfolioChanges, context: StoryContext): Story {
  const { before, after, elements } = changes;
  const worse = elements.some(({ kind }) => kind !== 'gained' && kind !== 'moved');
  const isFailing = changes.findings.fresh.some(({ finding }) => context.fails(finding.severity));
  return {
    title: after.title,
    mood: isFailing ? 'fails' : worse ? 'worse' : 'fine',
    verdict: `${coverageInWords(changes)}. ${findingsInWords(changes)}`,
    remarks: remarksOn(changes, context),
    figures: [
      ...standardFigures(before, after),
      { name: 'Evidence files', before: before.evidence.size, after: after.evidence.size },
    ],
    sections: [
      ...elementSections(changes, context),
      ...standardSections(changes),
      ...evidenceSections(changes, context),
      ...actionSections(changes),
      ...findingSections(changes, context),
    ].filter(({ rows }) => rows.length > 0),
  };
}

const phrases: Readonly<Record<ElementChange['kind'], readonly [one: string, several: string]>> = {
  lost: ['element loses its only evidence', 'elements lose their only evidence'],
  overdue: ['element becomes overdue', 'elements become overdue'],
  draft: ['element rests on drafts only now', 'elements rest on drafts only now'],
  weakened: ['element rests on a single source now', 'elements rest on a single source now'],
  gained: ['element gains evidence', 'elements gain evidence'],
  moved: ['element changes its state otherwise', 'elements change their state otherwise'],
};

function coverageInWords({ presence, elements, standard }: PortfolioChanges): string {
  if (presence === 'gone') return 'This portfolio is gone';
  const parts = elementChangeKinds.flatMap((kind) => {
    const number = elements.filter((change) => change.kind === kind).length;
    return number > 0 ? [count(number, ...phrases[kind])] : [];
  });
  parts.push(...standardInWords(standard));
  const words = parts.length > 0 ? parts.join(', ') : 'Coverage stays as it is';
  return presence === 'new' ? `This portfolio is new: ${words}` : capitalised(words);
}

function standardInWords({ added, removed, reworded }: StandardChanges): readonly string[] {
  const parts = [
    ...(added.length > 0 ? [`${added.length} more`] : []),
    ...(removed.length > 0 ? [`${removed.length} fewer`] : []),
    ...(reworded.length > 0 ? [`${reworded.length} in other words`] : []),
  ];
  return parts.length > 0 ? [`the standard has other elements (${parts.join(', ')})`] : [];
}

function findingsInWords({ findings: { fresh, fixed, unchanged } }: PortfolioChanges): string {
  const news = totalsInWords(fresh.map(({ finding }) => finding));
  return [
    news === '' ? 'No new findings' : `New findings: ${news}`,
    ...(fixed.length > 0 ? [`gone: ${fixed.length}`] : []),
    ...(unchanged.length > 0 ? [`already there: ${unchanged.length}`] : []),
  ].join('; ');
}

const placeOf = (folder: Uri, root: Uri): string =>
  root === folder ? 'here' : `in ${relativePath(folder, root)}`;

function remarksOn(
  { before, after, movedFrom, standard, evidence }: PortfolioChanges,
  { folder }: StoryContext,
): readonly string[] {
  const words = evidence.reworded.length;
  const judged = asOfWords(after);
  return [
    ...(movedFrom === undefined
      ? []
      : [
          `This portfolio has moved: it was ${placeOf(folder, movedFrom)} and is ${placeOf(folder, after.root)}.`,
        ]),
    ...(before.today === after.today
      ? judged === undefined
        ? []
        : [`Judged ${judged}.`]
      : [`The base is judged as of ${before.today}, the head as of ${after.today}.`]),
    ...standard.others.map(
      (pair) => `The standard is “${pair.after.title}” now; it was “${pair.before.title}”.`,
    ),
    ...standard.come.map((one) => `The portfolio is now kept against ${standardName(one)}, too.`),
    ...standard.gone.map((one) => `The portfolio is no longer kept against ${standardName(one)}.`),
    ...(words > 0
      ? [`${count(words, 'piece')} of evidence ${words === 1 ? 'has' : 'have'} other words only.`]
      : []),
  ];
}

/** `PRS: “Pears”, 4 elements`. */
const standardName = ({ name, title, summary }: StandardSnapshot): string =>
  `${name === undefined ? '' : `${name}: `}“${title}”, ${count(summary.total, 'element')}`;

/** Of each standard; where they have names, with its name. */
const standardFigures = (before: PortfolioSnapshot, after: PortfolioSnapshot): readonly Figure[] =>
  after.standards.flatMap((standard) => {
    const earlier = before.standards.find((one) => successorOf(one, after) === standard);
    return figuresOf(earlier?.summary ?? noElements, standard.summary).map((figure) =>
      standard.name === undefined ? figure : { ...figure, name: `${standard.name}: ${figure.name}` },
    );
  });

function figuresOf(before: CoverageSummary, after: CoverageSummary): readonly Figure[] {
  const figures = (
    [
      ['Evidenced', 'evidenced'],
      ['Overdue', 'overdue'],
      ['Draft only', 'draft'],
      ['Missing', 'missing'],
      ['Not applicable', 'notApplicable'],
      ['Out of scope', 'outOfScope'],
      ['Elements', 'total'],
    ] as const
  ).map(([name, key]) => ({ name, key, before: before[key] ?? 0, after: after[key] ?? 0 }));
  return figures
    .filter(({ key, ...sides }) => key !== 'outOfScope' || sides.before + sides.after > 0)
    .map(({ name, ...sides }) => ({ name, before: sides.before, after: sides.after }));
}
