/** The output of `diff` for people on a terminal. */
import { printable, terminal } from '../../output/terminal';
import type { DiffResult, Output } from './output';
import { storyOf } from '../../../core/history/story/story';
import { storyAsText } from './storyText';

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
