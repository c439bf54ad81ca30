/**
 * evidencePortfolio/compare: what has become of portfolios since a base, or would with a branch. The index of the base
 * is kept while somebody compares, so that the next comparison costs what has changed in between.
 */
import type { Fact } from '../../core/index/portfolioIndex';
import { snapshotsOf } from '../../core/history/snapshots';
import { normaliseUri } from '../../core/text/uri';
import { Past } from '../../host/workspace/past';
import type { CompareParams, CompareResult } from '../protocol';
import { CompareEndNotification, CompareRequest } from '../protocol';
import type { Service } from './service';
import type { Session } from '../session';

export const compareService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard, environment }) => {
    let past: Past | undefined;
    // One at a time: the second one would change the index of the base under the first.
    let last: Promise<unknown> = Promise.resolve();
    const answer = guard.request('compare', null, (params: CompareParams) => {
      const work = async (): Promise<CompareResult> => {
        // What has not changed since the base stands on the disk as it stood.
        past ??= new Past({ live: session.index, access: environment.disk });
        return compare(past, session, params);
      };
      const now = last.then(work, work);
      last = now;
      return now;
    });
    connection.onRequest(CompareRequest, answer);
    connection.onNotification(CompareEndNotification, () => {
      past = undefined;
    });
  },
};

async function compare(
  past: Past,
  session: Session,
  { folder, commit, origin, files, direction, day }: CompareParams,
): Promise<CompareResult> {
  const { workspace, index } = session;
  // What was not read looks lost.
  if (workspace.isLoading) return null;
  const differing = new Map(files.map((file) => [normaliseUri(file.uri), toldOf(file)]));
  const days = day === undefined ? undefined : { today: index.days.today, asOf: day };
  await past.bring(() => ({ folders: workspace.folders, rules: session.settings.rules }), differing, days);
  const { comparisonOf } = await import('../../features/views/comparison');
  const options = { folder: normaliseUri(folder), commit, origin };
  const [there, here] = [snapshotsOf(past.index), snapshotsOf(index)];
  return direction === 'would' ? comparisonOf(here, there, options) : comparisonOf(there, here, options);
}

const toldOf = (file: CompareParams['files'][number]): Fact => ({ ...file, uri: normaliseUri(file.uri) });
