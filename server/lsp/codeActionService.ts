/** textDocument/codeAction */
import { CodeActionKind } from 'vscode-languageserver';
import { codeActions } from '../features/codeActions';
import type { Service } from './service';

export const codeActionService: Service = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  serve: ({ connection, session, guard }) => {
    connection.onCodeAction(
      guard.request('codeAction', null, ({ textDocument, context }) => {
        const document = session.documents.get(textDocument.uri);
        return document
          ? codeActions(textDocument.uri, context.diagnostics, (range) => document.getText(range), context)
          : null;
      }),
    );
  },
};
