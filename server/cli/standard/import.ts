/** `standard import`: makes a standard file of a file of another program; shows first what would change. */
import { basename, resolve } from 'node:path';
import type { StandardChanges } from '../../exchange/standards/changes';
import type { ImportedFile, StandardImport } from '../../exchange/standards/importStandard';
import { importStandard, mostBytes, standardFileFor } from '../../exchange/standards/importStandard';
import { someOf } from '../../exchange/standards/ids';
import { importMapping } from '../../exchange/mappings/importMapping';
import { mappingColumns, sheetColumns } from '../../exchange/mappings/mappingColumnNames';
import type { FileColumn } from '../../core/tables/fileColumns';
import { howToSay } from '../command/columnOption';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { Attempt } from '../folder/files';
import { edited, ensureWritable, readDraft } from '../folder/files';
import { importedBytes } from '../folder/importedFile';
import type { Terminal } from '../output/terminal';
import { printable, terminal } from '../output/terminal';
import { countsOf } from './counts';
import { writeMapping } from './importMapping';
import type { ImportStandardTold } from './commands';

export async function importFile(told: ImportStandardTold, surroundings: Surroundings): Promise<ExitStatus> {
  const file = fileOf(told.file);
  const columns = mappingColumns(told.column);
  const mapping = importMapping({ ...file, from: told.from, to: told.to, columns });
  if (mapping) return writeMapping(told, mapping, surroundings);
  if (told.from !== undefined || told.to !== undefined || columns.size > 0)
    throw new RunError(
      `${told.file} is no mapping between two standards: leave --from, --to and their columns out. If it is a table of pairs, say which column is which: --column from="HEADER" --column to="HEADER".`,
    );
  const profiles = told.profile.map(fileOf);
  const output = told.output ?? standardFileFor(told.file);
  if (resolve(output) === resolve(told.file))
    throw new RunError(`${told.file} is what is imported. Give another file with --output.`);
  ensureWritable(output);
  const text = await edited(() => {
    const draft = readDraft(output);
    const outcome = importStandard({
      ...file,
      profiles,
      columns: sheetColumns(told.column),
      before: draft.text?.replace(/^\uFEFF/, ''),
    });
    if (outcome.kind === 'failed') {
      const how = `${howToSay(outcome.columns, 'id', 'text')}${orPairs(outcome.columns)}`;
      throw new RunError(`${told.file} cannot be imported. ${outcome.message}${how}`);
    }
    const { result } = outcome;
    const isChanged = result.text !== draft.text;
    const said = importAsText(result, { ...told, output, isChanged }, terminal(surroundings.isTerminal));
    const edit = told.write && isChanged ? { draft, text: result.text } : undefined;
    return Promise.resolve<Attempt<string>>({ edit, answer: said });
  });
  surroundings.write(text);
  return 0;
}

/** What nothing is found in may be a table of pairs with headers of its own. */
const orPairs = (columns: readonly FileColumn[] | undefined): string =>
  howToSay(columns, 'from', 'to').replace(' Say which is which:', ' Of a table of pairs of two standards:');

/** @throws RunError */
const fileOf = (file: string): ImportedFile => ({
  name: basename(file),
  bytes: importedBytes(file, 'standard', mostBytes),
});

interface Said {
  readonly file: string;
  readonly output: string;
  readonly isChanged: boolean;
  readonly write: boolean;
}

function importAsText(
  result: StandardImport,
  { file, output, isChanged, write }: Said,
  out: Terminal,
): string {
  const { kind, standard, changes, remarks } = result;
  const edition = standard.edition === '' ? '' : `, edition ${standard.edition}`;
  const lines = [
    out.style('strong', printable(`${standard.title}${edition}`)),
    printable(`${file} is ${kind}: ${countsOf(standard)}.`),
    ...(changes ? changedLines(changes) : []).map(printable),
    ...(remarks.length > 0 ? ['', out.style('strong', 'To be looked at')] : []),
    ...remarks.map((remark) => printable(`• ${remark}`)),
    '',
    printable(endOf(output, isChanged, write, changes !== undefined)),
    '',
  ];
  return lines.join('\n');
}

function endOf(output: string, isChanged: boolean, write: boolean, isThere: boolean): string {
  if (!isChanged) return `${output} says all of this already: nothing is to be written.`;
  const name = `name it in portfolio.yaml: “standard: ${basename(output)}”, with the path from there`;
  if (write) return isThere ? `${output} is written.` : `${output} is written. To use it, ${name}.`;
  return `Nothing is written yet. With --write, ${output} is ${isThere ? 'changed' : 'made'}.`;
}

function changedLines({ added, gone, reworded, kept, isSame }: StandardChanges): readonly string[] {
  const counted = (ids: readonly string[], what: string): readonly string[] =>
    ids.length === 0 ? [] : [`${ids.length} ${what}: ${someOf(ids)}.`];
  const hand = [
    ...(kept.notes > 0 ? [`notes at ${kept.notes}`] : []),
    ...(kept.keywords > 0 ? [`keywords at ${kept.keywords}`] : []),
  ];
  return [
    ...(isSame ? ['No part is new, gone, or in other words.'] : []),
    ...counted(added, added.length === 1 ? 'part is new' : 'parts are new'),
    ...counted(reworded, reworded.length === 1 ? 'has other words' : 'have other words'),
    ...counted(
      gone,
      gone.length === 1
        ? 'is gone, and is among the retired IDs now'
        : 'are gone, and are among the retired IDs now',
    ),
    ...(hand.length > 0 ? [`What was added by hand stays: ${hand.join(', ')}.`] : []),
  ];
}
