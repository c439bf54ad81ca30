/**
 * Texts that strangers wrote, in Markdown: nothing in them acts as markup. How much is escaped depends on who sees the
 * backslashes: an editor that shows Markdown as it stands shows them all.
 */
import { oneLine } from './oneLine';
import { withoutNul } from './withoutNul';

/** On one line, without what acts inside of it: emphasis, code, links, HTML, entities, strikethrough, cells of tables. */
export const escapeMarks = (text: string): string =>
  withoutNul(oneLine(text)).replace(/[\\`*_[\]<>&~|]/g, '\\$&');

/** The same, without VS Code's `$(icon)` and the addresses that become links by themselves; e-mail is left as it is. */
export const escapeInLine = (text: string): string =>
  escapeMarks(text)
    .replace(/\$/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):/gi, '\\$&');

/** What begins a heading, a list, a rule or a fence at the start of a line. For a text that is escaped otherwise. */
export const escapeStart = (text: string): string =>
  text.replace(/^[-+#=]|(?<=^\d{1,9})[.)](?=\s|$)/, '\\$&');

/** An `@`, which makes an address of e-mail or a mention. */
export const escapeAt = (text: string): string => text.replace(/@/g, '\\$&');

/** Every character that could be a mark anywhere, for what is only looked at rendered. */
export const escapeEveryMark = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ');
