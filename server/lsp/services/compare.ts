/**
 * evidencePortfolio/compare: what has become of portfolios since a base, or would with a branch. The base gets an index of its own beside that
 * of the session, which is not touched.
 */
import type { Frame } from '../../core/history/baseIndex';
import { answersFrom, fileFacts, frameFacts } from '../../core/history/baseIndex';
import type { Uri } from '../../core/text/span';
import type { Fact } from '../../core/index/portfolioIndex';
import { PortfolioIndex } from '../../core/index/portfolioIndex';
import { snapshotsOf } from '../../core/history/snapshots';
import { normaliseUri, parentUri } from '../../core/text/uri';
import { factOf } from '../../host/files/fileAccess';
import { maximumRounds } from '../../host/workspace/rounds';
import { nextTurn } from '../../host/files/nextTurn';
import type { Environment } from '../environment';
import type { CompareParams, CompareResult } from '../protocol';
import { CompareEndNotification, CompareRequest } from '../protocol';
import type { Service } from './service';
import type { Session } from '../session';

/** Facts that the index of the base takes before other work gets its turn: some 20 ms. */
const factsPerTurn = 200;

export const compareService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard, environment }) => {
    let base: Base | undefined;
    // One at a time: the second one would change the index of the base under the first.
    let last: Promise<unknown> = Promise.resolve();
    const answer = guard.request('compare', null, (params: CompareParams) => {
      const work = async (): Promise<CompareResult> => {
        base ??= {
          index: new PortfolioIndex({ ...environment, ...session.index.days }),
          frame: undefined,
          files: new Map(),
        };
        return compare(base, session, environment, params);
      };
      const now = last.then(work, work);
      last = now;
      return now;
    });
    connection.onRequest(CompareRequest, answer);
    connection.onNotification(CompareEndNotification, () => {
      base = undefined;
    });
  },
};

interface Base {
  readonly index: PortfolioIndex;
  /** What it has been told of folders and settings. */
  frame: Frame | undefined;
  /** What differs from it, as it was. */
  files: ReadonlyMap<Uri, Fact>;
}

async function compare(
  base: Base,
  session: Session,
  environment: Environment,
  { folder, commit, origin, files, direction }: CompareParams,
): Promise<CompareResult> {
  // What was not read looks lost.
  if (session.workspace.isLoading) return null;
  base.files = new Map(files.map((file) => [normaliseUri(file.uri), toldOf(file)]));
  const missing = (): readonly Fact[] => {
    const { folders } = session.workspace;
    const frame = { folders, rules: session.settings.rules };
    const facts = [
      ...frameFacts(base.frame, frame, session.index),
      ...fileFacts(base.index, session.index, folders, base.files),
    ];
    base.frame = frame;
    return facts;
  };
  const facts = missing();
  for (let at = 0; at < facts.length; at += factsPerTurn) {
    await tell(base, session, environment, facts.slice(at, at + factsPerTurn));
    await nextTurn();
  }
  // What has changed while others had their turn.
  await tell(base, session, environment, missing());
  const { comparisonOf } = await import('../../features/views/comparison');
  const options = { folder: normaliseUri(folder), commit, origin };
  const [there, here] = [snapshotsOf(base.index), snapshotsOf(session.index)];
  return direction === 'would' ? comparisonOf(here, there, options) : comparisonOf(there, here, options);
}

const toldOf = (file: CompareParams['files'][number]): Fact => ({ ...file, uri: normaliseUri(file.uri) });

/** Gives facts to the index of the base, and answers what it asks. */
async function tell(
  base: Base,
  session: Session,
  environment: Environment,
  facts: readonly Fact[],
  round = 1,
): Promise<void> {
  if (facts.length === 0 || round > maximumRounds) return;
  const { answers, places, standards } = answersFrom(base.index.apply(facts), session.index, base.files);
  const found = [
    ...answers,
    ...(await lookAt(base.index, environment, places)),
    ...(await read(base.index, environment, standards)),
  ];
  await tell(base, session, environment, found, round + 1);
}

/** What has not changed since the base stands on the disk as it stood. Of what cannot be seen, nothing is reported missing. */
async function lookAt(
  base: PortfolioIndex,
  { disk }: Environment,
  places: readonly Uri[],
): Promise<readonly Fact[]> {
  return Promise.all(
    places.map(async (uri): Promise<Fact> => {
      const root = base.portfolioAt(uri)?.root;
      const [found] = disk && root !== undefined ? await disk.exist([uri], base.boundaryOf(root)) : [true];
      return { kind: found === 'outside' ? found : found === false ? 'absent' : 'present', uri };
    }),
  );
}

async function read(
  base: PortfolioIndex,
  { disk }: Environment,
  uris: readonly Uri[],
): Promise<readonly Fact[]> {
  return Promise.all(
    uris.map(async (uri): Promise<Fact> => {
      const [outcome] = (await disk?.readMany([uri], base.boundaryOf(parentUri(uri)))) ?? [];
      return factOf(uri, outcome);
    }),
  );
}
