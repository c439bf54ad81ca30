/** Texts from files in outputs that are read line by line: nothing in them acts. */

import { escapeUnseen } from '../../words/visible';

/**
 * One line, with everything visible that a terminal would obey, or a CI system that reads commands in its log:
 * `::error::` at the start of a line (GitHub), `##[…]` and `##vso[…]` anywhere in it (GitHub, Azure Pipelines).
 */
export const printable = (text: string): string =>
  inertInLogs(text.replace(/[\r\n\t]+/g, ' ')).replace(/^(\s*):(?=:)/, '$1\\u003A');

/** JSON in which every such character is escaped: the same value for a program, and safe to look at. */
export const printableJson = (data: unknown): string =>
  JSON.stringify(data, undefined, 2).split('\n').map(inertInLogs).join('\n');

const inertInLogs = (text: string): string => escapeUnseen(text).replace(/##(?=(?:vso)?\[)/gi, '#\\u0023');
