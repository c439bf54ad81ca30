/** The options of what is exported as a file of another program. */
import { exportFormats } from '../../core/plan/exchange/exportFormats';
import type { Option } from './argument';
import { choice, flag } from './argument';
import { UsageError } from './errors';

/** One file, as against the files that `check` and `diff` write beside what they print. */
const output: Option<string | undefined> = {
  value: 'FILE',
  help: 'writes this file instead of standard output',
  read: (given, name) => {
    if (given.length > 1) throw new UsageError(`an export is one file: give ${name} once.`);
    return given[0];
  },
};

/** What every export can be told. */
export const exportOptions = {
  format: choice('FORMAT', exportFormats, {
    help: 'what is written',
    note: 'where it is not said, it is as --output ends',
  }),
  output,
  force: flag({ help: 'writes over a file that is there already' }),
};
