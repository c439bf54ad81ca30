/** What a change does to a portfolio, for a terminal: a verdict, figures, and a row for each thing that has changed. */
import type { Section } from '../../../core/history/story/section';
import type { Figure, Story } from '../../../core/history/story/story';
import type { Style, Terminal } from '../../output/terminal';
import { printable } from '../../output/terminal';

const moods: Readonly<Record<Story['mood'], Style>> = { fails: 'error', worse: 'warning', fine: 'good' };

export function storyAsText(story: Story, out: Terminal): readonly string[] {
  return [
    out.style('strong', printable(story.title)),
    out.style(moods[story.mood], `${story.verdict}.`),
    ...story.remarks.map(printable),
    '',
    ...story.figures.map((figure) => figureAsText(figure, widthOf(story), out)),
    '',
    ...story.sections.flatMap((section) => [...sectionAsText(section, out), '']),
  ];
}

const signed = (number: number): string => (number > 0 ? `+${number}` : String(number));

/** The widest name, and room for the usual ones. */
const widthOf = ({ figures }: Story): number => Math.max(15, ...figures.map(({ name }) => name.length));

function figureAsText({ name, before, after }: Figure, width: number, out: Terminal): string {
  const change = before === after ? '' : `  ${out.style('strong', signed(after - before))}`;
  return `  ${name.padEnd(width)} ${String(before).padStart(6)} → ${String(after).padStart(6)}${change}`;
}

/** A row per line: a table of sentences would be wider than any terminal. */
function sectionAsText({ title, head, rows, isPlain = false }: Section, out: Terminal): readonly string[] {
  return [
    out.style('strong', `${title} (${rows.length})`),
    ...rows.map((cells) => {
      const [first, ...rest] = cells.map(({ text }) => printable(text));
      const parts = rest.map((text, at) =>
        text === '' || isPlain
          ? text
          : `${out.style('faint', `${(head[at + 1] ?? '').toLowerCase()}:`)} ${text}`,
      );
      return `  ${[first, ...parts.filter((part) => part !== '')].join('  ')}`;
    }),
  ];
}
