/** The output of `diff` for people on a terminal. */
import type { Style, Terminal } from '../../output/terminal';
import { printable, terminal } from '../../output/terminal';
import type { DiffResult, Output } from './output';
import type { Section } from '../../../core/history/story/section';
import type { Figure, Story } from '../../../core/history/story/story';
import { storyOf } from '../../../core/history/story/story';

const moods: Readonly<Record<Story['mood'], Style>> = { fails: 'error', worse: 'warning', fine: 'good' };

export const text: Output = {
  about: 'For people, on a terminal.',
  write: diffAsText,
};

function diffAsText(result: DiffResult, isTerminal: boolean): string {
  const out = terminal(isTerminal);
  const { baseName, headName } = result.revisions;
  return [
    out.style('faint', printable(`From ${baseName} to ${headName}`)),
    '',
    ...result.portfolios.flatMap((changes) => storyAsText(storyOf(changes, result.context), out)),
  ].join('\n');
}

function storyAsText(story: Story, out: Terminal): readonly string[] {
  return [
    out.style('strong', printable(story.title)),
    out.style(moods[story.mood], `${story.verdict}.`),
    ...story.remarks.map(printable),
    '',
    ...story.figures.map((figure) => figureAsText(figure, out)),
    '',
    ...story.sections.flatMap((section) => [...sectionAsText(section, out), '']),
  ];
}

const signed = (number: number): string => (number > 0 ? `+${number}` : String(number));

function figureAsText({ name, before, after }: Figure, out: Terminal): string {
  const change = before === after ? '' : `  ${out.style('strong', signed(after - before))}`;
  return `  ${name.padEnd(15)} ${String(before).padStart(6)} → ${String(after).padStart(6)}${change}`;
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
