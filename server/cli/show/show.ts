/** `show`: what a reviewer needs to know of one element, or of one file. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pointsOf } from '../../core/drafting/points';
import { evidencedNeighbours } from '../../core/drafting/neighbours';
import { pointWords } from '../../core/report/points';
import { attachmentWords } from '../../core/portfolio/attachmentWords';
import type { ElementCoverage } from '../../core/portfolio/coverage';
import { counterpartsOf, evidenceOfCounterpart, lacksEvidence } from '../../core/portfolio/counterparts';
import { asksWords } from '../../words/relations';
import { citedBy } from '../../core/evidence/elementsMeant';
import { summarise } from '../../core/portfolio/coverage';
import { stateWords } from '../../words/states';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { isStrongestFor, strongestFirst } from '../../core/evidence/strongest';
import { displayTitle, standingOf } from '../../core/evidence/titleAndStanding';
import { valueOf } from '../../core/yaml/fields';
import { subjectOf } from '../../core/history/findingIdentity';
import type { Uri } from '../../core/text/span';
import { actionsOf, isOpen } from '../../core/plan/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import { nodesNamed } from '../../core/standard/ambiguous';
import { nodeNamed, replacedWords, replacementOf } from '../../core/standard/retired';
import { knownId, nameInList, shortWords, withThoseBelow } from '../../core/standard/standard';
import { didYouMean, nearestNode, suggestionOf } from '../../core/standard/suggest';
import { relativePath } from '../../core/text/uri';
import { findRepository, lastChange } from '../../host/git/git';
import { realPathOf, uriOfPath } from '../../host/disk/nodeFileAccess';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { ShowTold } from './command';
import { positionsIn } from '../output/position';
import { summaryInWords } from '../check/outputs/text';
import type { FolderReport, OpenFolder, PortfolioReport } from '../folder/portfolios';
import { openFolder, reportOf } from '../folder/portfolios';
import { complainOf } from '../folder/complain';
import { RunError } from '../command/errors';
import { nodeAsText } from '../standard/show';
import type { Terminal } from '../output/terminal';
import { printable, terminal } from '../output/terminal';
import { count } from '../../words/counts';

export async function show(
  { subject, folder, today }: ShowTold,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const opened = await openFolder(folder, today, surroundings);
  const report = await reportOf(opened);
  const out = terminal(surroundings.isTerminal);
  // First: an element may be unknown because of it.
  const isComplete = complainOf(report, folder, surroundings);
  const file = fileNamed(subject, folder, opened);
  const parts = file
    ? [await fileAsText(file.portfolio, file.evidence, report, folder, out)]
    : await elementAsText(subject, report, folder, out);
  surroundings.write(parts.join('\n'));
  return isComplete ? 0 : 2;
}

/** An evidence file by its path, from here or from the folder. */
function fileNamed(
  subject: string,
  folder: string,
  { index }: OpenFolder,
): { readonly portfolio: Portfolio; readonly evidence: EvidenceFile } | undefined {
  for (const path of [resolve(subject), join(resolve(folder), subject)]) {
    const uri = uriOfPath(realPathOf(path));
    const evidence = index.evidenceAt(uri);
    const portfolio = index.portfolioAt(uri);
    if (evidence && portfolio?.evidence.has(uri)) return { portfolio, evidence };
    if (existsSync(path)) throw new RunError(`${subject} is not a file of evidence in ${folder}.`);
  }
  return undefined;
}

async function elementAsText(
  id: string,
  report: FolderReport,
  folder: string,
  out: Terminal,
): Promise<readonly string[]> {
  const found = report.portfolios.flatMap((portfolioReport) =>
    nodesNamed(portfolioReport.portfolio.standard, id).map((node) => ({ portfolioReport, node })),
  );
  if (found.length === 0) {
    const near = report.portfolios.flatMap(
      ({ portfolio: { standard } }) => nearestNode(standard, id, standard.nodes.values()) ?? [],
    );
    const advice = didYouMean(near.slice(0, 1).map(suggestionOf));
    throw new RunError(`${id} is neither a file of evidence nor an element here.${advice}`);
  }
  return Promise.all(
    found.map(async ({ portfolioReport, node }) => {
      const { portfolio } = portfolioReport;
      return [
        ...(replacementOf(portfolio.standard, id) ? [printable(replacedWords(id, node)), ''] : []),
        nodeAsText(portfolio.standardOf(node.id).standard, node, out).trimEnd(),
        '',
        out.style('strong', printable(portfolio.title)),
        ...(await standingAsText(portfolioReport, node, report, folder, out)),
        '',
      ].join('\n');
    }),
  );
}

async function standingAsText(
  report: PortfolioReport,
  node: StandardNode,
  { folder: root }: FolderReport,
  folder: string,
  out: Terminal,
): Promise<readonly string[]> {
  const { portfolio } = report;
  const decision = portfolio.decision(node.id);
  const changes = await Promise.all(
    strongestFirst(portfolio.standard, node.id, portfolio.evidenceFor(node.id)).map(async (evidence) => {
      const path = relativePath(root, evidence.uri);
      return [
        `  ${printable(displayTitle(evidence))}  ${out.style('faint', printable(`${path}, ${isStrongestFor(portfolio.standard, evidence, node.id) ? 'strongest, ' : ''}${standingInWords(portfolio, evidence)}`))}`,
        ...attachmentWords(evidence, portfolio.exists).map((words) =>
          out.style('faint', printable(`    attached: ${words}`)),
        ),
        ...(await changeAsText(folder, path, out)),
      ];
    }),
  );
  const ratings = [
    ['Our rating', decision && valueOf(decision.self)],
    ['The assessor’s rating', decision && valueOf(decision.assessor)],
    ['Not applicable because', decision && !decision.applicable ? valueOf(decision.reason) : undefined],
  ] as const;
  return [
    ...coverageLines(portfolio, node),
    ...ratings.flatMap(([name, text]) => (text ? [printable(`${name}: ${text}`)] : [])),
    ...part('Evidence', changes.flat(), out),
    ...part('Counterparts', counterpartsAsText(portfolio, node, root, out), out),
    ...part('Guidance, point by point', pointsAsText(portfolio, node, out), out),
    ...part('What its neighbours have', neighboursAsText(portfolio, node, out), out),
    ...part('Actions', actionsAsText(portfolio, new Set([node.id])), out),
    ...part(
      'Findings',
      findingsAsText(report, (uri, subject) => concerns(portfolio, node.id, uri, subject)),
      out,
    ),
  ];
}

/** What mappings pair with it; where it lacks evidence, what stands for that may serve. */
const counterpartsAsText = (
  portfolio: Portfolio,
  element: StandardNode,
  root: Uri,
  out: Terminal,
): readonly string[] =>
  counterpartsOf(portfolio, element).flatMap(({ node, relation, note }) => {
    const files = lacksEvidence(portfolio, element) ? evidenceOfCounterpart(portfolio, node) : [];
    const words = `${nameInList(node, 60)}, which ${asksWords(relation)}${note === '' ? '' : ` (${note})`}`;
    const [standing] = coverageLines(portfolio, node);
    return [
      `  ${printable(words)}  ${out.style('faint', printable((standing ?? '').replace('Coverage: ', '')))}`,
      ...files.map((file) =>
        printable(`    may serve: ${displayTitle(file)}  ${relativePath(root, file.uri)}`),
      ),
    ];
  });

/** Who takes up which point; nothing where no evidence lists any. */
function pointsAsText(portfolio: Portfolio, node: StandardNode, out: Terminal): readonly string[] {
  const { points } = pointsOf(portfolio, node);
  if (points.every(({ state }) => state === 'open')) return [];
  return points.map(({ text, state, by }) => {
    const words = [pointWords[state], ...by.slice(0, mostNamed).map(displayTitle)].join(', ');
    return `  ${printable(text)}  ${out.style('faint', printable(words))}`;
  });
}

/** What is current for elements below the same heading, where an element has nothing current itself. */
const neighboursAsText = (portfolio: Portfolio, node: StandardNode, out: Terminal): readonly string[] =>
  lacksEvidence(portfolio, node)
    ? evidencedNeighbours(portfolio, node)
        .slice(0, mostNeighbours)
        .map(({ element, evidence }) => {
          const more = evidence.length > mostNamed ? ` and ${evidence.length - mostNamed} more` : '';
          const titles = `${evidence.slice(0, mostNamed).map(displayTitle).join(', ')}${more}`;
          return `  ${printable(nameInList(element, 60))}  ${out.style('faint', printable(titles))}`;
        })
    : [];

const mostNamed = 3;
const mostNeighbours = 12;

/** An element's own state, and what it adds up to with all that is below a node. */
function coverageLines(portfolio: Portfolio, node: StandardNode): readonly string[] {
  const own = node.assessable ? [`Coverage: ${coverageInWords(portfolio.coverage(node.id))}`] : [];
  if (node.children.length === 0) return own;
  const counted = summaryInWords(summarise([node], (id) => portfolio.coverage(id)));
  return node.assessable ? [...own, `  ${withThoseBelow(counted)}`] : [`Coverage: ${counted}`];
}

/** Findings about an element: in its files, and in the manifest under its ID. */
const concerns = (portfolio: Portfolio, id: string, uri: Uri, subject: string): boolean =>
  knownId(portfolio.standard, subject) === id ||
  portfolio.evidenceFor(id).some((evidence) => evidence.uri === uri);

async function fileAsText(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  report: FolderReport,
  folder: string,
  out: Terminal,
): Promise<string> {
  const path = relativePath(report.folder, evidence.uri);
  const own = report.portfolios.find((candidate) => candidate.portfolio === portfolio);
  const facts = [
    ['Ref', valueOf(evidence.ref)],
    ['Kind', valueOf(evidence.kind)],
    ['Owner', valueOf(evidence.owner)],
    ['Date', valueOf(evidence.date)],
    ['Stands', standingInWords(portfolio, evidence)],
  ] as const;
  const { standard } = portfolio;
  const written = new Set(evidence.elements.map(({ id }) => id));
  return [
    out.style('strong', printable(displayTitle(evidence))),
    out.style('faint', printable(path)),
    ...(await changeAsText(folder, path, out)),
    '',
    ...facts.flatMap(([name, text]) => (text ? [printable(`${name}: ${text}`)] : [])),
    ...part(
      'Elements',
      [...written].map((id) => elementLine(portfolio, id, out)),
      out,
    ),
    ...part(
      'Attachments',
      attachmentWords(evidence, portfolio.exists).map((words) => printable(`  ${words}`)),
      out,
    ),
    ...part('Actions', actionsAsText(portfolio, citedBy(standard, evidence)), out),
    ...part('Findings', own ? findingsAsText(own, (uri) => uri === evidence.uri) : [], out),
    '',
  ].join('\n');
}

function elementLine(portfolio: Portfolio, id: string, out: Terminal): string {
  const node = nodeNamed(portfolio.standard, id);
  if (!node) return `  ${printable(id)}  ${out.style('error', 'not in the standard')}`;
  const words = node.assessable ? coverageInWords(portfolio.coverage(node.id)) : node.level;
  const name = replacementOf(portfolio.standard, id) ? replacedWords(id, node) : `${id} ${shortWords(node)}`;
  return `  ${printable(name)}  ${out.style('faint', printable(words))}`;
}

const part = (title: string, lines: readonly string[], out: Terminal): readonly string[] =>
  lines.length === 0 ? [] : ['', out.style('strong', title), ...lines];

function coverageInWords({ state, current, singleSource, expiresBeforeAssessment }: ElementCoverage): string {
  return [
    stateWords[state],
    ...(current > 1 ? [count(current, 'item')] : []),
    ...(singleSource ? ['single source'] : []),
    ...(expiresBeforeAssessment ? ['expires before the assessment'] : []),
  ].join(', ');
}

function standingInWords({ today }: Portfolio, evidence: EvidenceFile): string {
  const reviewBy = valueOf(evidence.reviewBy);
  return `${standingOf(evidence, today)}${reviewBy ? `, review by ${reviewBy}` : ''}`;
}

const actionsAsText = (portfolio: Portfolio, ids: ReadonlySet<string>): readonly string[] =>
  [...portfolio.plans.values()]
    .flatMap(actionsOf)
    .filter(({ id }) => ids.has(knownId(portfolio.standard, id)))
    .map((action) => {
      const { id, responsibility, target, progress } = action;
      const remarks = [responsibility?.text, target?.text, progress?.text].filter((text) => text);
      const words = `${id} ${action.action?.text ?? ''} (${[isOpen(action) ? 'open' : 'complete', ...remarks].join(', ')})`;
      return `  ${printable(words)}`;
    });

const findingsAsText = (
  { portfolio, files }: PortfolioReport,
  isMeant: (uri: Uri, subject: string) => boolean,
): readonly string[] =>
  files.flatMap(({ uri, path, text, findings }) => {
    const position = positionsIn(text);
    return findings
      .filter((finding) => isMeant(uri, subjectOf(finding, uri, text, portfolio.standard)))
      .map(({ severity, message, rule, span }) =>
        printable(`  ${path}:${position(span.start).line}  ${severity}: ${message} (${rule})`),
      );
  });

/** Who changed a file last; nothing where there is no git, or no commit that has it. */
async function changeAsText(folder: string, path: string, out: Terminal): Promise<readonly string[]> {
  try {
    const change = await lastChange(await findRepository(resolve(folder)), path);
    if (!change) return [];
    return [
      out.style('faint', printable(`    last changed ${change.date} by ${change.author}: ${change.subject}`)),
    ];
  } catch {
    return [];
  }
}
