/** The one list of the outputs of `diff`. */
import { reviewAsMarkdown } from '../../core/review/reviewMarkdown';
import type { DiffFormat } from '../diffArguments';
import { diffAsHtml } from './diffHtml';
import { diffAsJson } from './diffJson';
import { diffAsText } from './diffText';
import type { DiffResult } from './result';

export const diffOutputs: Readonly<Record<DiffFormat, (result: DiffResult, isTerminal: boolean) => string>> =
  {
    text: diffAsText,
    json: diffAsJson,
    html: diffAsHtml,
    markdown: ({ portfolios, context }) => reviewAsMarkdown(portfolios, context),
  };
