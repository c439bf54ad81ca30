/** What follows from the lists of the command line: the page of its commands, the tables of outputs. */
import { outputs as checkOutputs } from '../../server/cli/check/outputs/all';
import type { Command } from '../../server/cli/command/command';
import { optionHelp, typed } from '../../server/cli/command/help';
import { namesOf } from '../../server/cli/command/shared';
import { commands } from '../../server/cli/commands';
import { outputs as diffOutputs } from '../../server/cli/diff/outputs/all';
import { capitalised } from '../../server/words/capitals';
import { escapeMarks } from '../../server/words/markdown';
import type { Target } from './target';
import { between, table } from './target';

function sectionOf({ name, uses, words, options }: Command): string {
  const rows = [
    ...words.flatMap(({ shown, help }) => (help === undefined ? [] : [[shown, help] as const])),
    ...Array.from(
      options,
      ([option, described]) => [typed(option, described), optionHelp(described)] as const,
    ),
  ].map(([argument, help]) => [`\`${argument}\``, sentence(help)]);
  return [
    `## ${name}`,
    ...uses.flatMap((use) => [
      `\`\`\`sh\nevidence-portfolio ${`${name} ${use.words}`.trim()}\n\`\`\``,
      sentence(use.help),
    ]),
    ...(rows.length === 0 ? [] : [table(['Argument', 'What it does'], rows)]),
  ].join('\n\n');
}

const sentence = (help: string): string => `${capitalised(escapeMarks(help))}.`;

type Outputs = Readonly<Record<string, () => Promise<{ readonly about: string }>>>;

const formatsIn = (file: string, outputs: Outputs): Target => ({
  file,
  what: 'the table of outputs',
  update: async (text) => {
    const rows = namesOf(outputs).map(async (name) => [
      `\`${name}\``,
      (await outputs[name]?.())?.about ?? '',
    ]);
    return between(text, 'formats', table(['Format', 'What it is'], await Promise.all(rows)));
  },
});

export const commandLineTargets: readonly Target[] = [
  {
    file: 'docs/command-line.md',
    what: 'the commands and their options',
    update: (text) => between(text, 'commands', commands.map(sectionOf).join('\n\n')),
  },
  formatsIn('docs/outputs.md', checkOutputs),
  formatsIn('docs/diff.md', diffOutputs),
];
