/** What the assessor gets: what would be in it, its files, piece by piece, which the client writes, and whether it is as it was. */
import type {
  ChangePreview,
  PackCheckParams,
  PackChecked,
  PackMade,
  PackMakeParams,
  PackParams,
  Refusal,
} from '../protocol';
import { PackCheckRequest, PackMakeRequest, PackPreviewRequest } from '../protocol';
import type { Service, ServiceParts } from '../services/service';
import { newestPortfolio, wentWrong } from './importing';

export const packService: Service = {
  capabilities: {},
  serve: (parts) => {
    const { connection, guard } = parts;
    connection.onRequest(
      PackPreviewRequest,
      guard.request<PackParams, ChangePreview>('packPreview', wentWrong, (params) => preview(parts, params)),
    );
    connection.onRequest(
      PackMakeRequest,
      guard.request<PackMakeParams, PackMade>('packMake', wentWrong, (params) => make(parts, params)),
    );
    connection.onRequest(
      PackCheckRequest,
      guard.request<PackCheckParams, PackChecked>('packCheck', wentWrong, async (params) =>
        (await import('./packCheck')).checkPackAt(parts, params),
      ),
    );
  },
};

async function preview(parts: ServiceParts, params: PackParams): Promise<ChangePreview> {
  const portfolio = await newestPortfolio(parts.session, params.root);
  if ('kind' in portfolio) return portfolio;
  const [{ packingOf }, { packSections }, { sectionsAsMarkdown }] = await Promise.all([
    import('./packContents'),
    import('../../exchange/pack/packWords'),
    import('../../exchange/sections'),
  ]);
  const { contents, selection } = await packingOf(parts, portfolio, params);
  return {
    kind: 'preview',
    report: sectionsAsMarkdown(packSections(contents, selection)),
    problems: contents.lacking.length,
    files: [],
    edit: null,
  };
}

async function make(parts: ServiceParts, params: PackMakeParams): Promise<PackMade | Refusal> {
  const portfolio = await newestPortfolio(parts.session, params.root);
  if ('kind' in portfolio) return portfolio;
  const { makePack } = await import('./makePack');
  return makePack(parts, portfolio, params);
}
