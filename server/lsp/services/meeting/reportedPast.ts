/** What a report tells of the past, of what the client knows of git. */
import type { Fact } from '../../../core/index/facts';
import { snapshotsOf } from '../../../core/history/snapshots';
import type { Portfolio } from '../../../core/portfolio/portfolio';
import type { ProgressPoint } from '../../../core/report/model';
import type { ReportOptions } from '../../../core/report/report';
import type { CivilDate } from '../../../core/text/civilDate';
import { normaliseUri } from '../../../core/text/uri';
import { Past } from '../../../host/workspace/past';
import { totalOf } from '../../../words/states';
import type { PastState, ReportedPast } from '../../protocol';
import type { ServiceParts } from '../service';

/** One index of the past is brought from one state to the next. */
export async function reportedPast(
  { session, environment }: ServiceParts,
  portfolio: Portfolio,
  { since, months = [] }: ReportedPast,
): Promise<ReportOptions> {
  if (!since && months.length === 0) return {};
  const { index, workspace, settings } = session;
  const past = new Past({ live: index, access: environment.disk });
  const bring = async ({ files, day }: PastState): Promise<void> => {
    const told = new Map(files.map((file): [string, Fact] => [normaliseUri(file.uri), { ...file, uri: normaliseUri(file.uri) }])); // prettier-ignore
    const days = day === undefined ? undefined : { today: index.days.today, asOf: day };
    await past.bring(() => ({ folders: workspace.folders, rules: settings.rules }), told, days);
  };
  const points: ProgressPoint[] = [];
  for (const month of months) {
    await bring(month);
    const then = past.index.portfolios().find(({ root }) => root === portfolio.root);
    if (then) points.push(pointOf(then, month.day));
  }
  const progress = months.length === 0 ? [] : [...points, pointOf(portfolio, portfolio.today)];
  if (!since) return { progress };
  await bring(since);
  const { changesBetween } = await import('../../../core/history/changes');
  const changes = changesBetween(snapshotsOf(past.index), snapshotsOf(index)).find(
    ({ after }) => after.root === portfolio.root,
  );
  return { progress, ...(changes ? { since: { name: since.name, changes } } : {}) };
}

const pointOf = ({ standards }: Portfolio, day: CivilDate): ProgressPoint => ({
  day,
  summary: totalOf(standards.map((of) => of.summary())),
});
