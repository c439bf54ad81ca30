/** The words of `plan`. */
import type { CivilDate } from '../../core/text/civilDate';
import type { ColumnsTold } from '../../core/plan/exchange/columnsTold';
import { columnRole, columnWords } from '../../core/plan/exchange/columnsTold';
import type { ExportFormat } from '../../core/plan/exchange/exportFormats';
import { exportFormats, isOfficeFormat } from '../../core/plan/exchange/exportFormats';
import { choice, dateOf, ensureOptions, UsageError } from '../command/argumentValues';
import { wordMeant } from '../command/wordMeant';

interface PlanFolder {
  readonly command: 'plan';
  readonly folder: string;
  readonly today: CivilDate | undefined;
}
export interface PlanImportArguments extends PlanFolder {
  readonly verb: 'import';
  readonly file: string;
  readonly write: boolean;
  /** Which columns of the file are meant. */
  readonly columns: ColumnsTold;
}
export interface PlanExportArguments extends PlanFolder {
  readonly verb: 'export';
  readonly format: ExportFormat;
  /** Undefined: standard output. */
  readonly output: string | undefined;
  /** An existing file may be written over. */
  readonly force: boolean;
}
export interface PlanSyncArguments extends PlanFolder {
  readonly verb: 'sync';
  readonly write: boolean;
}
export type PlanArguments = PlanImportArguments | PlanExportArguments | PlanSyncArguments;

/** What `plan` takes beside its words. */
export const planOptions = ['today', 'format', 'output', 'write', 'force', 'column'] as const;

interface PlanValues {
  readonly today?: string | undefined;
  readonly format?: string | undefined;
  readonly output?: readonly string[] | undefined;
  readonly write?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly column?: readonly string[] | undefined;
}

const verbs = ['import', 'export', 'sync'];
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  import: ['today', 'write', 'column'],
  export: ['today', 'format', 'output', 'force'],
  sync: ['today', 'write'],
};

/** @throws UsageError */
export function planArguments([verb = '', ...rest]: readonly string[], values: PlanValues): PlanArguments {
  const allowed = optionsOf[verb];
  if (!allowed)
    throw new UsageError(
      `say “plan import”, “plan export” or “plan sync”.${wordMeant(verb, verbs, (known) => `plan ${known}`)}`,
    );
  ensureOptions(`plan ${verb}`, Object.keys(values), allowed);
  const folders = verb === 'import' ? rest.slice(1) : rest;
  if (folders.length > 1) throw new UsageError(`plan ${verb} takes one folder, not ${folders.length}.`);
  const common = { command: 'plan', folder: folders[0] ?? '.', today: dateOf(values.today) } as const;
  const write = values.write === true;
  if (verb === 'sync') return { ...common, verb, write };
  if (verb === 'export') return { ...common, verb: 'export', ...exportOf(values) };
  const [file] = rest;
  if (file === undefined)
    throw new UsageError('say which file is imported, such as “plan import action-plan.xlsx”.');
  return { ...common, verb: 'import', file, write, columns: columnsOf(values.column) };
}

/** Reads `owner=Lead officer`; `none` says that there is no such column. @throws UsageError */
function columnsOf(texts: readonly string[] = []): ColumnsTold {
  return new Map(
    texts.map((text) => {
      const sign = text.indexOf('=');
      const [word, name] = [text.slice(0, Math.max(0, sign)).trim(), text.slice(sign + 1).trim()];
      if (word === '' || name === '')
        throw new UsageError(
          `--column takes a meaning and the header of a column, such as owner="Lead officer", not ${text}.`,
        );
      const found = columnRole(word);
      if (found.role === undefined)
        throw new UsageError(
          `--column knows no ${word}.${found.near === undefined ? '' : ` Did you mean ${found.near}?`} It takes ${Object.values(columnWords).join(', ')}.`,
        );
      return [found.role, name.toLowerCase() === 'none' ? undefined : name];
    }),
  );
}

function exportOf({
  format,
  output: outputs,
  force = false,
}: PlanValues): Pick<PlanExportArguments, 'format' | 'output' | 'force'> {
  if (outputs && outputs.length > 1) throw new UsageError('plan export writes one file: give --output once.');
  const output = outputs?.[0];
  const ending = /\.([^./\\]+)$/.exec(output ?? '')?.[1]?.toLowerCase();
  const told = format ?? exportFormats.find((known) => known === ending);
  if (told === undefined)
    throw new UsageError(
      `say which format: --format ${exportFormats.join('|')}, or --output with such an ending.`,
    );
  const chosen = choice('format', told, exportFormats);
  if (output === undefined && isOfficeFormat(chosen))
    throw new UsageError(`${chosen} is no text, so it needs a file: --output action-plan.${chosen}.`);
  return { format: chosen, output, force };
}
