/** `--column owner="Lead officer"`: which column of a file is meant. */
import type { ColumnsTold } from '../../core/plan/exchange/columnsTold';
import { columnRole, columnWords } from '../../core/plan/exchange/columnsTold';
import type { PlanColumnRole } from '../../core/plan/model';
import type { Option } from '../command/argument';
import { UsageError } from '../command/errors';

const meanings = Object.values(columnWords).join(', ');

export const column: Option<ColumnsTold> = {
  value: 'MEANING=HEADER',
  help: `which column is meant, such as owner="Lead officer"; the meanings: ${meanings}`,
  note: 'a letter or a number instead of a header; =none: there is no such column',
  read: (given, name) => new Map(given.map((typed) => columnOf(typed, name))),
};

/** `none` says that there is no such column. @throws UsageError */
function columnOf(typed: string, option: string): readonly [PlanColumnRole, string | undefined] {
  const sign = typed.indexOf('=');
  const [word, name] = [typed.slice(0, Math.max(0, sign)).trim(), typed.slice(sign + 1).trim()];
  if (word === '' || name === '')
    throw new UsageError(
      `${option} takes a meaning and the header of a column, such as owner="Lead officer", not ${typed}.`,
    );
  const found = columnRole(word);
  if (found.role === undefined)
    throw new UsageError(
      `${option} knows no ${word}.${found.near === undefined ? '' : ` Did you mean ${found.near}?`} It takes ${meanings}.`,
    );
  return [found.role, name.toLowerCase() === 'none' ? undefined : name];
}
