/** textDocument/codeAction and codeAction/resolve */
import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import { spanOf } from '../../core/text/span';
import { normaliseUri } from '../../core/text/uri';
import type { ActionContext, ActionData } from '../../features/fixes/codeActions';
import { fixAllKind } from '../../features/fixes/context';
import { editTarget, reread } from './clientEdits';
import { serverCommand } from '../protocol';
import type { Service } from './service';
import type { Session } from '../session';

export const codeActionService: Service = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
      resolveProvider: true,
    },
  },
  serve: ({ connection, session, guard }) => {
    const { index } = session;
    connection.onCodeAction(
      guard.feature('codeAction', null, async ({ textDocument, range, context }) => {
        const { codeActions } = await import('../../features/fixes/codeActions');
        const document = session.documents.get(textDocument.uri);
        const uri = normaliseUri(textDocument.uri);
        const portfolio = index.portfolioAt(uri);
        if (!document || !portfolio) return null;
        const [target, commands] = [editTarget(session), commandsFor(session)];
        const { diagnostics, only, triggerKind } = context;
        return codeActions(
          { index, portfolio, uri, text: document.getText(), target, commands },
          {
            span: spanOf(document.offsetAt(range.start), document.offsetAt(range.end)),
            diagnostics,
            only,
            isAsked: triggerKind !== CodeActionTriggerKind.Automatic,
          },
        );
      }),
    );
    connection.onCodeActionResolve((action, token) => {
      const resolve = guard.feature('codeAction/resolve', action, async () => {
        const { resolveCodeAction } = await import('../../features/fixes/codeActions');
        const { uri = '', rule = '' } = (action.data ?? {}) as Partial<ActionData>;
        const portfolio = index.portfolioAt(uri);
        if (portfolio) await reread(session, portfolio, rule);
        return resolveCodeAction({ index, target: editTarget(session) }, action);
      });
      return resolve(action, token);
    });
  },
};

function commandsFor(session: Session): ActionContext['commands'] {
  const canCreate =
    session.parameters?.capabilities.workspace?.applyEdit === true && editTarget(session).createsFiles;
  const { codeAction } = session.parameters?.capabilities.textDocument ?? {};
  const { window } = session.parameters?.capabilities ?? {};
  const { newEvidence, notApplicable, rateElement, moveToEdition } = session.options;
  const isCompleted =
    codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true;
  return {
    show: window?.showDocument?.support === true ? serverCommand('show') : undefined,
    fixAll: isCompleted ? undefined : serverCommand('fixAll'),
    createEvidence: canCreate ? serverCommand('createEvidence') : undefined,
    importStandard: canCreate ? serverCommand('importStandard') : undefined,
    newEvidence,
    notApplicable,
    rateElement,
    moveToEdition,
    setRating: canCreate ? serverCommand('setRating') : undefined,
  };
}
