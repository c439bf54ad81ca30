/** What a change means, to be pasted or posted into a pull request: a verdict first, then tables, long lists folded. */
import { longList, markdownLink, markdownPart, markdownTable, markdownText } from './markdownText';
import type { PortfolioChanges } from '../changes';
import type { StoryContext } from './context';
import type { Section } from './section';
import type { Story } from './story';
import { storyOf } from './story';

/** GitHub takes 65,536 characters in a comment; GitLab takes more. */
const maximumLength = 60_000;
const rowLimits = [200, 50, 15, 5, 0];

const signs: Readonly<Record<Story['mood'], string>> = { fails: '❌', worse: '⚠️', fine: '✅' };

/** @param portfolios that have changed, or have not */
export function storiesAsMarkdown(portfolios: readonly PortfolioChanges[], context: StoryContext): string {
  if (portfolios.length === 0) return '**There is no evidence portfolio here.**\n';
  const stories = portfolios.map((changes) => storyOf(changes, context));
  let text = '';
  for (const rows of rowLimits) {
    text = stories.map((story) => storyAsMarkdown(story, rows)).join('\n');
    if (text.length <= maximumLength) return text;
  }
  return `${text.slice(0, text.lastIndexOf('\n', maximumLength))}\n\nThe rest is too long to be shown here.\n`;
}

function storyAsMarkdown(story: Story, maximumRows: number): string {
  return [
    `**${signs[story.mood]} ${story.verdict}.**`,
    `### ${markdownText(story.title)}`,
    ...(story.remarks.length > 0 ? [story.remarks.map(markdownText).join(' ')] : []),
    figuresAsMarkdown(story),
    ...story.sections.map((section) => sectionAsMarkdown(section, maximumRows)),
    '',
  ].join('\n\n');
}

const signed = (number: number): string =>
  number === 0 ? '' : number > 0 ? `**+${number}**` : `**−${-number}**`;

const figuresAsMarkdown = ({ figures }: Story): string =>
  markdownTable({
    head: ['', 'Before', 'After', 'Change'],
    rows: figures.map(({ name, before, after }) => [
      name,
      String(before),
      String(after),
      signed(after - before),
    ]),
  });

function sectionAsMarkdown({ title, head, rows, isMinor = false }: Section, maximumRows: number): string {
  const shown = rows.slice(0, maximumRows);
  const table = markdownTable({
    head,
    rows: shown.map((cells) => cells.map(({ text, address }) => markdownLink(text, address))),
  });
  const more = rows.length - shown.length;
  const name = `${title} (${rows.length})`;
  if (shown.length === 0) return `**${name}**`;
  const body = more > 0 ? `${table}\n\nAnd ${more} more.` : table;
  return markdownPart(name, body, isMinor || rows.length > longList);
}
