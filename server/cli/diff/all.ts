/** The one list of the outputs of `diff`. */
import type { DiffFormat } from '../diffArguments';
import { diffAsHtml } from './diffHtml';
import { diffAsJson } from './diffJson';
import { diffAsMarkdown } from './diffMarkdown';
import { diffAsText } from './diffText';
import type { DiffResult } from './result';

export const diffOutputs: Readonly<Record<DiffFormat, (result: DiffResult, isTerminal: boolean) => string>> =
  {
    text: diffAsText,
    json: diffAsJson,
    html: diffAsHtml,
    markdown: diffAsMarkdown,
  };
