/** evidencePortfolio/ask: the questions of assistants, as text that is marked as data. Loaded when one is asked. */
import type { AskParams } from '../../protocol';
import { AskRequest } from '../../protocol';
import type { Service } from '../service';

export const answerService: Service = {
  capabilities: {},
  serve: ({ connection, session: { index, workspace }, guard }) => {
    connection.onRequest(
      AskRequest,
      guard.request('ask', 'It could not be answered. Ask again.', async ({ tool, input }: AskParams) => {
        const [{ ask }, { refused }, { written }] = await Promise.all([
          import('../../../core/answers/tools'),
          import('../../../core/answers/model'),
          import('../../../core/answers/written'),
        ]);
        // Half of the files would be half of the truth.
        if (workspace.isLoading)
          return written(refused('The folders are still being read. Ask again in a moment.'));
        const asked = { index, folders: workspace.folders, leftOut: workspace.leftOut() };
        return written(await ask(asked, tool, input));
      }),
    );
  },
};
