/** What would act in an output, if it stood there. */
import { deepEqual } from 'node:assert/strict';

/** Beyond our own annotations, issues and the end of the step. */
export const ownCommand =
  /^::(?:error|warning|notice) file=[^,:]*,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[\w-]+::|^##vso\[task\.(?:logissue type=(?:error|warning);[^\]]*|complete result=Failed;)\]/;

/** Fails where a line of an output holds a control character, or a command of a CI system that is none of ours. */
export function holdsNothingThatActs(output: string): void {
  const acting = output.split('\n').filter((line) => {
    const rest = line.replace(ownCommand, '');
    return (
      /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u.test(line) ||
      /^\s*::/.test(rest) ||
      /##(?:vso)?\[/i.test(rest)
    );
  });
  deepEqual(acting, []);
}

/** Fails where Markdown would show more than text, our tables and folds, and links to our own pages. */
export function isTameMarkdown(output: string): void {
  const own = output
    .replace(/<\/?(?:details|summary)>/g, '')
    .replaceAll('&#8203;', '\u200B')
    .replace(/\]\(https:\/\/github\.com\/(?:evidence-portfolio|anytown)\/[\w./%#-]+\)/g, ']');
  const acting = own.match(/(?<!\\)<|(?<!\\)\]\(|(?<!\\)!\[|[^\\]:\/\/|@\w|(?<!\\)&#?\w+;/g) ?? [];
  deepEqual(acting, []);
}
