/** textDocument/formatting and rangeFormatting: of action plans only. */
import type { DocumentSelector, Range, TextEdit } from 'vscode-languageserver';
import { DocumentFormattingRequest, DocumentRangeFormattingRequest } from 'vscode-languageserver';
import { spanOf } from '../../core/text/span';
import { planName } from '../../core/plan/planName';
import { fileName, normaliseUri } from '../../core/text/uri';
import { planFormatting } from '../../features/plan/formatting';
import { letGo } from '../guard';
import type { Service, ServiceParts } from './service';

export const formattingService: Service = {
  // Told when there is a plan, and of plans only: an editor with two formatters for Markdown asks which one is meant.
  capabilities: {},
  serve: (parts) => {
    const { connection, guard, session } = parts;
    connection.onDocumentFormatting(
      guard.request('formatting', null, ({ textDocument }) => formatted(parts, textDocument.uri)),
    );
    connection.onDocumentRangeFormatting(
      guard.request('rangeFormatting', null, ({ textDocument, range }) =>
        formatted(parts, textDocument.uri, range),
      ),
    );
    const names = new Set<string>();
    session.onRefresh.add(() => offerFormatting(parts, names));
  },
};

function formatted({ session }: ServiceParts, address: string, range?: Range): TextEdit[] | null {
  const document = session.documents.get(address);
  const plan = session.index.planAt(normaliseUri(address));
  if (!document || plan?.text !== document.getText()) return null;
  const within = range && spanOf(document.offsetAt(range.start), document.offsetAt(range.end));
  return planFormatting(plan, within);
}

/** @param names of the files for which formatting has been offered */
function offerFormatting({ connection, session }: ServiceParts, names: Set<string>): void {
  const { formatting, rangeFormatting } = session.parameters?.capabilities.textDocument ?? {};
  const found = session.index.portfolios().flatMap(({ plans }) => [...plans.keys()].map(fileName));
  // A name with a star in it would mean other files too.
  const fresh = found.filter((name) => !names.has(name) && /^[\w.-]+$/.test(name));
  if (fresh.length === 0) return;
  const documentSelector: DocumentSelector = [
    ...new Set([...fresh, ...(names.size === 0 ? [planName] : [])]),
  ].map((name) => ({ language: 'markdown', pattern: `**/${name}` }));
  for (const { pattern } of documentSelector as { pattern: string }[]) names.add(pattern.slice('**/'.length));
  if (formatting?.dynamicRegistration) {
    const registered = connection.client.register(DocumentFormattingRequest.type, { documentSelector });
    letGo(connection, 'offering to format plans', registered);
  }
  if (rangeFormatting?.dynamicRegistration) {
    const registered = connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector });
    letGo(connection, 'offering to format parts of plans', registered);
  }
}
