import type { MarkupKind } from 'vscode-languageserver';
import type { Markup } from '../../features/text/markup';
import { markdown, plainText } from '../../features/text/markup';

/** How the client wants texts: Markdown unless it says that it cannot show it. */
export const clientMarkup = (formats: readonly MarkupKind[] | undefined): Markup =>
  formats?.includes('markdown') === false ? plainText : markdown;
