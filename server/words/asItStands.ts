/** Texts that strangers wrote, in places of VS Code that make more of them than text. Nothing here knows VS Code. */

import { oneLine } from './oneLine';
import { visible } from './visible';

/** Where `$(…)` is drawn as an icon: as it stands. Git lets a branch be called so. */
export const withoutIcons = (text: string): string => visible(text).replaceAll('$(', '$\u200B(');

/** Where `[…](…)` becomes a link, which may lead to any command: as it stands. */
export const withoutLinks = (text: string): string => visible(text).replaceAll('](', ']\u200B(');

/** One line whatever the name of a file holds, where VS Code makes nothing else of a text: titles are such places. */
export const lineAsItStands = (text: string): string => visible(oneLine(text));

/** Lines below a question, each of which is one. */
export const linesAsTheyStand = (lines: readonly string[]): string => lines.map(lineAsItStands).join('\n');

interface Question {
  readonly title?: string;
  readonly placeHolder?: string;
  readonly prompt?: string;
}

/** What stands above the answers to a question. Of a prompt, VS Code makes links and icons. */
export const questionAsItStands = <Asked extends Question>(asked: Asked): Asked => ({
  ...asked,
  ...(asked.title === undefined ? {} : { title: lineAsItStands(asked.title) }),
  ...(asked.placeHolder === undefined ? {} : { placeHolder: lineAsItStands(asked.placeHolder) }),
  ...(asked.prompt === undefined ? {} : { prompt: withoutLinks(withoutIcons(oneLine(asked.prompt))) }),
});

interface Row {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

/** A row of a list to choose from, whose three texts VS Code draws icons in. */
export const rowAsItStands = <Written extends Row>(row: Written): Written => ({
  ...row,
  label: withoutIcons(row.label),
  ...(row.description === undefined ? {} : { description: withoutIcons(row.description) }),
  ...(row.detail === undefined ? {} : { detail: withoutIcons(row.detail) }),
});
