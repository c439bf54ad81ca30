/** The one list of the outputs of `diff`. */
import { storiesAsMarkdown } from '../../core/history/story/storyMarkdown';
import type { DiffFormat } from './arguments';
import { diffAsHtml } from './html';
import { diffAsJson } from './json';
import { diffAsText } from './text';
import type { DiffResult } from './result';

export const diffOutputs: Readonly<Record<DiffFormat, (result: DiffResult, isTerminal: boolean) => string>> =
  {
    text: diffAsText,
    json: diffAsJson,
    html: diffAsHtml,
    markdown: ({ portfolios, context }) => storiesAsMarkdown(portfolios, context),
  };
