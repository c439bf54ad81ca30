/** The first page: the standard by criterion, with states and ratings; and the evidence by its number. */
import type { PackContents, PackedElement, PackedStandard } from '../../core/pack/model';
import { awardWords, neededWords } from '../../core/portfolio/assessment';
import type { StandardNode } from '../../core/standard/standard';
import { shortWords } from '../../core/standard/standard';
import { capitalised } from '../../words/capitals';
import { count } from '../../words/counts';
import { formatDate } from '../../words/dates';
import { restWords } from '../../words/states';
import { groupName } from './elementPages';
import type { Page } from './page';
import { link, list, table } from './page';
import { evidenceName, stateHtml } from './pieces';
import type { Site } from './site';
import { indexPath } from './site';
import { html } from './text';

export function indexPage({ contents }: Site): Page {
  const { title, standards, evidence, strays } = contents;
  const isOne = standards.length === 1;
  const main = [
    `<h1>${html(title)}</h1>`,
    `<p>${html(aboutWords(contents))}</p>`,
    ...standards.map((standard) => standardHtml(standard, isOne)),
    `<h2 id="evidence">Evidence (${evidence.length})</h2>`,
    list(evidence.map((one) => link(one.path, evidenceName(one)))) || '<p>There is none yet.</p>',
    ...(strays.length > 0
      ? [
          '<h2>For no element</h2>',
          '<p>These pieces name no element that the standard has.</p>',
          list(strays.map((one) => link(one.path, evidenceName(one)))),
        ]
      : []),
  ];
  return { path: indexPath, title, main };
}

/** `Evidence as of 21 November 2026, for the assessment on 12 May 2027. Drafts are among it.` */
export function aboutWords({ day, assessmentDate, options }: PackContents): string {
  const forDay = assessmentDate === undefined ? '' : `, for the assessment on ${formatDate(assessmentDate)}`;
  const drafts = options.hasDrafts ? ' Drafts are among it, and say so.' : '';
  const open = options.isPublic
    ? ' This is the version for everybody, without owners, comments and attachments.'
    : '';
  return `Evidence as of ${formatDate(day)}${forDay}.${drafts}${open}`;
}

function standardHtml(packed: PackedStandard, isOne: boolean): string {
  const { standard } = packed;
  const level = isOne ? 2 : 3;
  return [
    `<h2>${html(standard.edition === '' ? standard.title : `${standard.title}, ${standard.edition}`)}</h2>`,
    ...summaryLines(packed).map((line) => `<p>${html(line)}</p>`),
    flatHtml(standard.roots.filter(isFlat), packed),
    ...standard.roots.filter((root) => !isFlat(root)).map((root) => rootHtml(root, packed, level)),
  ].join('\n');
}

/** Coverage, and each award, as sentences. */
export function summaryLines({ standard, summary, award }: PackedStandard): readonly string[] {
  const { total, evidenced } = summary;
  const rest = restWords(summary).join(', ');
  return [
    `${evidenced} of ${count(total, 'element')} evidenced${rest === '' ? '' : `; ${rest}`}.`,
    ...award.map((standing) => {
      const who = standing.rater === 'self' ? 'By self-rating' : 'By the assessor’s ratings';
      return `${who}: ${awardWords(standard, standing)}; ${neededWords(standing)}.`;
    }),
  ];
}

const head = ['Ref', 'Element', 'State', 'Self-rating', 'Assessor', 'Shown', 'Told'];

/** An element at the top of its tree, which is the heading of nothing. */
const isFlat = ({ assessable, children }: StandardNode): boolean => assessable && children.length === 0;

function flatHtml(roots: readonly StandardNode[], packed: PackedStandard): string {
  if (roots.length === 0) return '';
  const rows = roots.flatMap(({ id }) => {
    const element = packed.elements.get(id);
    return element ? [rowOf(element)] : [];
  });
  return table(packed.standard.title, head, [{ rows }]);
}

function rootHtml(root: StandardNode, packed: PackedStandard, level: number): string {
  const name = groupName(root);
  return [`<h${level}>${html(name)}</h${level}>`, table(name, head, bodiesOf(root, packed, true))].join('\n');
}

interface Body {
  readonly heading?: string;
  readonly rows: readonly (readonly string[])[];
}

/** Rows of the elements right below a group, then those of each group below it. */
function bodiesOf(group: StandardNode, packed: PackedStandard, isTop: boolean): readonly Body[] {
  const own = packed.elements.get(group.id);
  const direct = group.children.filter(({ children }) => children.length === 0);
  const rows = [own, ...direct.map(({ id }) => packed.elements.get(id))].flatMap((element) =>
    element ? [rowOf(element)] : [],
  );
  const body = isTop ? { rows } : { heading: html(groupName(group)), rows };
  return [
    ...(rows.length > 0 || !isTop ? [body] : []),
    ...group.children
      .filter(({ children }) => children.length > 0)
      .flatMap((child) => bodiesOf(child, packed, false)),
  ];
}

const rowOf = ({ node, path, state, assessment, shown, told }: PackedElement): readonly string[] => [
  link(path, node.id),
  html(capitalised(node.title || shortWords(node, 110))),
  stateHtml(state),
  html(assessment.self?.title ?? ''),
  html(assessment.assessor?.title ?? ''),
  String(shown.length),
  String(told.length),
];
