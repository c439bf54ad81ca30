/** textDocument/completion and completionItem/resolve */
import { CompletionTriggerKind } from 'vscode-languageserver';
import type { CompletionData, CompletionOptions } from '../../features/completion/completion';
import { completion, resolveCompletion } from '../../features/completion/completion';
import { stepsTo } from '../../core/search/elementIndex';
import type { Lexicon } from '../../core/standard/standard';
import { normaliseUri } from '../../core/text/uri';
import { stepsToCompletion } from '../../features/completion/prepare';
import { nextTurn } from '../../host/files/nextTurn';
import { letGo } from '../guard';
import type { Session } from '../session';
import { clientMarkup } from './clientMarkup';
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

/** Milliseconds after which somebody who has opened a file is taken to read it. */
const quietAfterOpening = 300;

const prepared = new WeakSet<Lexicon>();

/** While somebody reads what they have opened, what they may ask for next is made ready. */
async function prepare(session: Session, address: string, options: CompletionOptions): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, quietAfterOpening));
  while (session.workspace.isLoading && session.documents.get(address));
  const uri = normaliseUri(address);
  const [portfolio, evidence] = [session.index.portfolioAt(uri), session.index.evidenceAt(uri)];
  if (!portfolio?.isActive || !evidence || prepared.has(portfolio.standard)) return;
  prepared.add(portfolio.standard);
  const steps = stepsToCompletion(portfolio, evidence, (cursor) => completion(portfolio, cursor, options));
  while (steps.next().done !== true) await nextTurn();
}

/** Once somebody asks for anything, words are what they may type next. */
async function prepareSearch(standard: Lexicon): Promise<void> {
  if (prepared.has(standard)) return;
  prepared.add(standard);
  // Not before the answer.
  await nextTurn();
  const steps = stepsTo(standard);
  while (steps.next().done !== true) await nextTurn();
}

export const completionService: Service = {
  capabilities: { completionProvider: { resolveProvider: true, triggerCharacters } },
  serve: ({ connection, session, guard, environment }) => {
    const optionsNow = (trigger: NonNullable<CompletionOptions['trigger']>): CompletionOptions => {
      const { completesLinks, offersWords, suggestCommand } = session.options;
      const item = session.parameters?.capabilities.textDocument?.completion?.completionItem;
      return {
        snippets: item?.snippetSupport === true,
        trigger,
        again: suggestCommand,
        ownLinkPaths: completesLinks === true,
        saysMeaning: offersWords === true,
        standards: environment.standards,
        rules: session.index.rules,
      };
    };
    session.documents.onDidOpen(({ document }) =>
      letGo(connection, 'preparing completion', prepare(session, document.uri, optionsNow('asked'))),
    );
    connection.onCompletion(
      guard.feature('completion', null, ({ textDocument, position, context }) => {
        const found = session.cursorAt(textDocument.uri, position);
        if (!found) return null;
        letGo(connection, 'preparing search', prepareSearch(found.portfolio.standard));
        const kind = context?.triggerKind;
        return completion(found.portfolio, found.cursor, optionsNow((kind && triggers[kind]) ?? 'asked'));
      }),
    );
    connection.onCompletionResolve((item, token) => {
      const resolve = guard.feature('completionItem/resolve', item, () => {
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
