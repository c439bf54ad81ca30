/** The words of `plan`. */
import type { CivilDate } from '../core/civilDate';
import type { ExportFormat } from '../core/plan/exportFormats';
import { exportFormats } from '../core/plan/exportFormats';
import { choice, dateOf, ensureOptions, UsageError } from './argumentValues';
import { wordMeant } from './wordMeant';

interface PlanFolder {
  readonly command: 'plan';
  readonly folder: string;
  readonly today: CivilDate | undefined;
}
export interface PlanImportArguments extends PlanFolder {
  readonly verb: 'import';
  readonly file: string;
  readonly write: boolean;
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
export const planOptions = ['today', 'format', 'output', 'write', 'force'] as const;

interface PlanValues {
  readonly today?: string | undefined;
  readonly format?: string | undefined;
  readonly output?: readonly string[] | undefined;
  readonly write?: boolean | undefined;
  readonly force?: boolean | undefined;
}

const verbs = ['import', 'export', 'sync'];
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  import: ['today', 'write'],
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
  return { ...common, verb: 'import', file, write };
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
  if (output === undefined && (chosen === 'xlsx' || chosen === 'docx'))
    throw new UsageError(`${chosen} is no text, so it needs a file: --output action-plan.${chosen}.`);
  return { format: chosen, output, force };
}
