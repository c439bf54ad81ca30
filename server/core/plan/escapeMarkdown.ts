/** Texts of others in the cells and lines of a plan: they show as they are, and act as nothing. */
import { escapeAt, escapeInLine, escapeStart } from '../../words/markdown';
import { oneLine } from '../../words/oneLine';
import { withoutNul } from '../../words/withoutNul';

/** A text on one line, as Markdown that shows it as it is, addresses and VS Code's `$(icon)` included. */
export const plainMarkdown = (text: string): string => escapeAt(escapeInLine(text)).replace(/[#!]/g, '\\$&');

/** The same for a standard's words: what would act in a text is escaped, and no other sign is. */
export const textMarkdown = (text: string): string =>
  withoutNul(text).replace(/[\\`*[\]<>~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&');

/** The same for an ID or a name, and for addresses in it: `A_1.2` and `R&D` stay, so that a search for them finds them. */
export const nameMarkdown = (text: string): string =>
  textMarkdown(oneLine(text)).replace(/@|\$(?=\()|:(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):/gi, '\\$&');

/** The same at the start of a line, or of an item of a list: `--- ---` there is no rule. */
export const plainLine = (text: string): string => escapeStart(plainMarkdown(text));
