/** The words of `check`. */
import type { Told } from '../command/argument';
import { choice, flag, text } from '../command/argument';
import { command } from '../command/command';
import { failOn, folder, namesOf, outputFiles, today } from '../command/shared';
import { outputs } from './outputs/all';

const formats = namesOf(outputs);

const words = { folder };

const options = {
  today,
  format: choice('FORMAT', formats, {
    help: 'what is printed',
    note: 'in GitHub Actions the default is github, in Azure Pipelines azure, else text; GitLab takes its report from a file: --output gitlab=gl-code-quality-report.json',
  }),
  output: outputFiles(formats),
  since: text('BASE', {
    help: 'fails only on what is new since a revision of git, such as origin/main, and lists the rest as already there',
  }),
  failOn,
  fix: flag({ help: 'mends what is safe to mend without asking, in the files, and tells what is left' }),
  dryRun: flag({ help: 'with --fix: shows what that would change, as a unified diff, and writes nothing' }),
};

export type CheckTold = Told<typeof words & typeof options>;

export const check = command({
  name: 'check',
  help: 'what is wrong, file by file',
  words,
  options,
  run: async (told, surroundings) => (await import('./check')).check(told, surroundings),
});
