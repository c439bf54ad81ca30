/** textDocument/completion and completionItem/resolve */
import { CompletionTriggerKind } from 'vscode-languageserver';
import type { CompletionData, CompletionOptions } from '../../features/completion/completion';
import { completion, resolveCompletion } from '../../features/completion/completion';
import { stepsTo } from '../../core/search/elementIndex';
import type { Lexicon } from '../../core/standard/standard';
import { nextTurn } from '../../host/files/nextTurn';
import { clientMarkup } from './clientMarkup';
import type { InitializationOptions } from '../protocol';
import type { Service } from './service';

/**
 * What begins or goes on with an ID, a value or a path: editors do not ask by themselves inside YAML strings. No
 * letters: on each character named here, VS Code offers its own snippets too, and would do so in every sentence.
 */
const triggerCharacters = '0123456789. [,"\'-/(|'.split('');

const triggers: Partial<Record<CompletionTriggerKind, CompletionOptions['trigger']>> = {
  [CompletionTriggerKind.TriggerCharacter]: 'typed',
  [CompletionTriggerKind.TriggerForIncompleteCompletions]: 'narrowed',
};

const prepared = new WeakSet<Lexicon>();

/** Once somebody asks for anything, words are what they may type next. */
async function prepareSearch(standard: Lexicon): Promise<void> {
  if (prepared.has(standard)) return;
  prepared.add(standard);
  const steps = stepsTo(standard);
  while (steps.next().done !== true) await nextTurn();
}

export const completionService: Service = {
  capabilities: { completionProvider: { resolveProvider: true, triggerCharacters } },
  serve: ({ connection, session, guard, environment }) => {
    connection.onCompletion(
      guard.request('completion', null, ({ textDocument, position, context }) => {
        const found = session.cursorAt(textDocument.uri, position);
        if (!found) return null;
        void prepareSearch(found.portfolio.standard);
        const { completesLinks, suggestCommand } = (session.parameters?.initializationOptions ??
          {}) as InitializationOptions;
        const item = session.parameters?.capabilities.textDocument?.completion?.completionItem;
        const kind = context?.triggerKind;
        return completion(found.portfolio, found.cursor, {
          snippets: item?.snippetSupport === true,
          trigger: (kind && triggers[kind]) ?? 'asked',
          again: suggestCommand,
          ownLinkPaths: completesLinks === true,
          standards: environment.standards,
          rules: session.index.rules,
        });
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
