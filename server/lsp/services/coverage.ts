/** Coverage: all of it, or in parts, as somebody looks at it. */
import { normaliseUri } from '../../core/text/uri';
import type { Owner, WholePortfolio } from '../../features/views/coverageEvidence';
import {
  elementsOfFile,
  elementsOfOwners,
  evidenceRows,
  ownersOf,
  wholeCoverage,
} from '../../features/views/coverageEvidence';
import { OutlineTeller } from '../../features/views/coverageOutline';
import type { ElementsWithParams } from '../protocol';
import {
  CoverageOutlineRequest,
  CoverageRequest,
  ElementsWithRequest,
  EvidenceOfRequest,
  OwnersRequest,
} from '../protocol';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Service } from './service';

export const coverageService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard }) => {
    const { index } = session;
    const coverage = guard.request('coverage', { portfolios: [] as readonly WholePortfolio[] }, () => ({
      portfolios: index.portfolios().map(wholeCoverage),
    }));
    connection.onRequest(CoverageRequest, (token) => coverage(undefined, token));
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
          index.portfolios().map((portfolio) => [portfolio.root, elementsWith(portfolio, params)]),
        ),
      })),
    );
    const owners = guard.request('owners', { owners: [] as readonly Owner[] }, () => ({
      owners: addedUp(index.portfolios().flatMap(ownersOf)),
    }));
    connection.onRequest(OwnersRequest, (token) => owners(undefined, token));
  },
};

function elementsWith(portfolio: Portfolio, { owners, file }: ElementsWithParams): readonly string[] {
  const ofFile = file === undefined ? undefined : elementsOfFile(portfolio, normaliseUri(file));
  if (owners === undefined) return ofFile ?? [];
  const ofOwners = elementsOfOwners(portfolio, new Set(owners));
  const isOfFile = ofFile && new Set(ofFile);
  return isOfFile ? ofOwners.filter((id) => isOfFile.has(id)) : ofOwners;
}

function addedUp(owners: readonly Owner[]): readonly Owner[] {
  const files = new Map<string, number>();
  for (const [owner, number] of owners) files.set(owner, (files.get(owner) ?? 0) + number);
  return [...files];
}
