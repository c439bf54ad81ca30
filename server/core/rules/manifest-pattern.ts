import type { ManifestPattern } from '../manifest/manifest';
import type { Problem } from '../text/span';
import { patternFault } from '../manifest/patterns';
import type { Portfolio } from '../portfolio/portfolio';
import { manifestRule } from './rule';

export const manifestPattern = manifestRule({
  code: 'manifest-pattern',
  severity: 'warning',
  summary: 'A pattern under include or exclude that matches nothing, or cannot.',
  check: (portfolio, { patterns }) =>
    patterns.flatMap((pattern) => {
      const message = messageFor(portfolio, pattern);
      return message === undefined ? [] : [{ span: pattern.span, message } satisfies Problem];
    }),
});

/** Only where nothing matches: a file’s name may hold any of the characters that are mistakes elsewhere. */
function messageFor({ isMatched }: Portfolio, { key, text }: ManifestPattern): string | undefined {
  const ofMarkdown = key === 'include';
  const question = { pattern: text, ofMarkdown, ofCase: true };
  if (isMatched(question)) return undefined;
  const fault = patternFault(text);
  if (fault !== undefined) return fault;
  if (isMatched({ ...question, ofCase: false }))
    return `Nothing here matches “${text}”, but something does in other capital or small letters, and they count. Write it as the folder or file is called.`;
  if (ofMarkdown && isMatched({ ...question, ofMarkdown: false }))
    return `No Markdown file here matches “${text}”, and evidence is Markdown. Name other files under “attachments”, in a Markdown file.`;
  return ofMarkdown
    ? `No Markdown file here matches “${text}”, so nothing is read by it. The path starts from this file’s folder; check it, or remove the pattern.`
    : `Nothing here matches “${text}”, so it leaves nothing out. The path starts from this file’s folder; check it, or remove the pattern until there is such a file.`;
}
