/** What an import would do, for people at a terminal. */
import type { Section } from '../../words/section';
import type { Terminal } from './terminal';
import { printable } from './terminal';

export const sectionLines = (sections: readonly Section[], out: Terminal): readonly string[] =>
  sections.flatMap(({ title, lines }) => [
    out.style('strong', title),
    ...lines.flatMap(({ about, text, beneath }) => [
      `  ${printable(about === undefined ? text : `${about}  ${text}`)}`,
      ...(beneath === undefined ? [] : [`    ${out.style('faint', printable(beneath))}`]),
    ]),
    '',
  ]);
