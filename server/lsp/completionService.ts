/** textDocument/completion and completionItem/resolve */
import type { CompletionData } from '../features/completion';
import { completion, resolveCompletion } from '../features/completion';
import { clientMarkup } from './clientMarkup';
import type { Service } from './service';

/** Digits and dots as well as what comes before an ID: editors do not ask by themselves inside YAML strings. */
const triggerCharacters = '0123456789. [,"\'-'.split('');

export const completionService: Service = {
  capabilities: { completionProvider: { resolveProvider: true, triggerCharacters } },
  serve: ({ connection, session, guard }) => {
    connection.onCompletion(
      guard.request('completion', null, ({ textDocument, position }) => {
        const found = session.placeOf(textDocument.uri, position);
        return found ? completion(found.portfolio, found.place) : null;
      }),
    );
    connection.onCompletionResolve((item, token) => {
      const resolve = guard.request('completionItem/resolve', item, () => {
        const { uri, element } = (item.data ?? {}) as Partial<CompletionData>;
        const portfolio = uri === undefined ? undefined : session.index.portfolioAt(uri);
        const format =
          session.parameters?.capabilities.textDocument?.completion?.completionItem?.documentationFormat;
        return portfolio && element !== undefined
          ? resolveCompletion(portfolio, item, element, clientMarkup(format))
          : item;
      });
      return resolve(item, token);
    });
  },
};
