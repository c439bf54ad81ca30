/** The output of `diff --format json`: a contract, described in docs/diff.md and schemas/diff.schema.json. */
import type { ElementChange, PortfolioChanges } from '../../../core/history/changes';
import type { EvidenceChanges } from '../../../core/history/changesOfEvidence';
import type { FoundIn } from '../../../core/history/changesOfFindings';
import type { Uri } from '../../../core/text/span';
import type { ActionSnapshot, EvidenceSnapshot, PortfolioSnapshot } from '../../../core/history/snapshot';
import { relativePath } from '../../../core/text/uri';
import { positionsIn } from '../../output/position';
import { printableJson } from '../../output/terminal';
import type { DiffResult, Output } from './output';

export const json: Output = {
  about: 'Data for other programs: the contract is [below](#--format-json).',
  write: diffAsJson,
};

function diffAsJson(result: DiffResult): string {
  const { base, baseName, head, headName } = result.revisions;
  return `${printableJson({
    version: 1,
    base: { name: baseName, commit: base },
    head: { name: headName, commit: head ?? null },
    portfolios: result.portfolios.map((changes) => changesAsData(changes, result.context.folder)),
  })}\n`;
}

/** What has become of one portfolio. @param folder from which paths are given */
export function changesAsData(changes: PortfolioChanges, folder: Uri): object {
  const { before, after, presence, elements, standard, evidence, ratings, actions, findings } = changes;
  const path: PathOf = (uri) => relativePath(folder, uri);
  const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
  return {
    root: path(after.root),
    title: after.title,
    presence,
    ...(changes.movedFrom === undefined ? {} : { movedFrom: path(changes.movedFrom) }),
    before: sideAsData(before),
    after: sideAsData(after),
    elements: elements.map((change) => elementAsData(change, path)),
    standard: {
      added: ids(standard.added),
      removed: ids(standard.removed),
      reworded: ids(standard.reworded),
    },
    evidence: evidenceAsData(evidence, path),
    ratings: ratings.map((rating) => ({
      element: rating.element.id,
      by: rating.by,
      before: rating.before ?? null,
      after: rating.after ?? null,
    })),
    actions: {
      added: actions.added.map((action) => actionAsData(action, path)),
      removed: actions.removed.map((action) => actionAsData(action, path)),
      changed: actions.changed.map((pair) => ({
        before: actionAsData(pair.before, path),
        after: actionAsData(pair.after, path),
      })),
    },
    findings: {
      new: findings.fresh.map((found) => findingAsData(found, path)),
      fixed: findings.fixed.map((found) => findingAsData(found, path)),
      unchanged: findings.unchanged.length,
    },
  };
}

/** `standards` where they have names; `coverage` is that of all of them. */
function sideAsData({ today, standard, standards, evidence, summary }: PortfolioSnapshot): object {
  const named = standards.flatMap(({ name, id, summary: coverage }) =>
    name === undefined ? [] : [{ name, id, coverage }],
  );
  return {
    today,
    standard: standard.id,
    files: evidence.size,
    coverage: summary,
    ...(named.length > 0 ? { standards: named } : {}),
  };
}

type PathOf = (uri: Uri) => string;

const evidenceAsData = (evidence: EvidenceChanges, path: PathOf): object => ({
  added: evidence.added.map((item) => itemAsData(item, path)),
  removed: evidence.removed.map((item) => itemAsData(item, path)),
  renamed: evidence.renamed.map((pair) => ({ from: path(pair.before.uri), to: path(pair.after.uri) })),
  retargeted: evidence.retargeted.map((change) => ({
    file: path(change.after.uri),
    gained: change.gained,
    lost: change.lost,
  })),
  restated: evidence.restated.map((pair) => ({
    file: path(pair.after.uri),
    before: statement(pair.before),
    after: statement(pair.after),
  })),
  reworded: evidence.reworded.map((pair) => path(pair.after.uri)),
});

const itemAsData = ({ uri, title, standing, elements }: EvidenceSnapshot, path: PathOf): object => ({
  file: path(uri),
  title,
  standing,
  elements,
});

const actionAsData = (action: ActionSnapshot, path: PathOf): object => ({
  file: path(action.uri),
  element: action.id,
  action: action.action,
  responsibility: action.responsibility,
  target: action.target,
  progress: action.progress,
});

const elementAsData = (
  { kind, element, before, after, current, isByTime, because }: ElementChange,
  path: PathOf,
): object => ({
  element: element.id,
  kind,
  before: { state: before, current: current.before },
  after: { state: after, current: current.after },
  byTime: isByTime,
  because: because.map(({ uri }) => path(uri)),
});

const statement = ({ status, reviewBy }: EvidenceSnapshot): object => ({
  status: status ?? null,
  reviewBy: reviewBy ?? null,
});

function findingAsData({ uri, text, finding }: FoundIn, path: PathOf): object {
  const position = positionsIn(text);
  const { rule, severity, message, span } = finding;
  return { rule, severity, message, file: path(uri), start: position(span.start), end: position(span.end) };
}
