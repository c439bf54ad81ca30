/** What a column is called in a file that is made of a plan: its name is a text there, whatever it was before. */
import { cellText } from './cellContent';
import { nameMarkdown } from './escapeMarkdown';

/** @param name Markdown, as `PlanColumn.name`, or what a file from outside says */
export const columnName = (name: string): string => nameMarkdown(cellText(name));

/** Whether a column of a plan may be what a file from outside calls so: either may be made of the other. */
export const isCalled = (name: string, outside: string): boolean =>
  name === outside || name === columnName(outside) || columnName(name) === outside;
