/** What an import would do, as Markdown, to be looked at before anything is written. */
import { plainLine, plainMarkdown } from '../core/plan/escapeMarkdown';
import type { Line, Section } from '../words/section';

export const sectionsAsMarkdown = (sections: readonly Section[]): string =>
  sections
    .flatMap(({ title, lines }) => [`## ${plainMarkdown(title)}`, '', ...lines.map(lineAsMarkdown), ''])
    .join('\n');

const lineAsMarkdown = ({ about, text, beneath }: Line): string =>
  [
    '-',
    ...(about === undefined ? [] : [`**${plainMarkdown(about)}**`]),
    about === undefined ? plainLine(text) : plainMarkdown(text),
    ...(beneath === undefined ? [] : [`“${plainMarkdown(beneath)}”`]),
  ].join(' ');
