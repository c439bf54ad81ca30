import { escapeAt, escapeInLine } from '../../words/markdown';

/** A text on one line, as Markdown that shows it as it is, addresses and VS Code's `$(icon)` included. */
export const plainMarkdown = (text: string): string => escapeAt(escapeInLine(text)).replace(/[#!]/g, '\\$&');
