/** Coverage: all of it, or in parts, as somebody looks at it. */
import { normaliseUri } from '../../core/text/uri';
import type { Owner, WholePortfolio } from '../../features/views/coverageEvidence';
import { evidenceRows, ownersOf, wholeCoverage } from '../../features/views/coverageEvidence';
import { OutlineTeller } from '../../features/views/coverageOutline';
import type { ElementsAsked } from '../../features/views/elementsWith';
import { elementsWith } from '../../features/views/elementsWith';
import type { ElementsWithParams } from '../protocol';
import {
  CoverageOutlineRequest,
  CoverageRequest,
  ElementsWithRequest,
  EvidenceOfRequest,
  OwnersRequest,
} from '../protocol';
import type { Service } from './service';

export const coverageService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard }) => {
    const { index } = session;
    const coverage = guard.question('coverage', { portfolios: [] as readonly WholePortfolio[] }, () => ({
      portfolios: index.portfolios().map(wholeCoverage),
    }));
    connection.onRequest(CoverageRequest, coverage);
    const teller = new OutlineTeller();
    connection.onRequest(
      CoverageOutlineRequest,
      guard.request('coverageOutline', { revision: 0, portfolios: [] }, ({ known }) =>
        teller.tell(index.portfolios(), known),
      ),
    );
    connection.onRequest(
      EvidenceOfRequest,
      guard.request('evidenceOf', { evidence: [] }, ({ root, elements }) => {
        const uri = normaliseUri(root);
        const portfolio = index.portfolios().find((candidate) => candidate.root === uri);
        return { evidence: portfolio ? elements.map((id) => evidenceRows(portfolio, id)) : [] };
      }),
    );
    connection.onRequest(
      ElementsWithRequest,
      guard.request('elementsWith', { elements: {} }, (params) => ({
        elements: Object.fromEntries(
          index.portfolios().map((portfolio) => [portfolio.root, elementsWith(portfolio, asked(params))]),
        ),
      })),
    );
    const owners = guard.question('owners', { owners: [] as readonly Owner[] }, () => ({
      owners: addedUp(index.portfolios().flatMap(ownersOf)),
    }));
    connection.onRequest(OwnersRequest, owners);
  },
};

/** Of a file's address, the form that the index knows. */
const asked = ({ file, ...rest }: ElementsWithParams): ElementsAsked => ({
  ...rest,
  ...(file === undefined ? {} : { file: normaliseUri(file) }),
});

function addedUp(owners: readonly Owner[]): readonly Owner[] {
  const files = new Map<string, number>();
  for (const [owner, number] of owners) files.set(owner, (files.get(owner) ?? 0) + number);
  return [...files];
}
