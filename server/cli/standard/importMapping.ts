/** `standard import` of a mapping: what the mapping file would hold, and its writing. */
import { basename, resolve } from 'node:path';
import type { Exchanged } from '../../exchange/planExchange';
import type { MappingImport } from '../../exchange/mappings/importMapping';
import { mappingColumns, mappingColumnWords } from '../../exchange/mappings/mappingColumnNames';
import { count, listOf } from '../../words/counts';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { Attempt } from '../folder/files';
import { edited, ensureWritable, readDraft } from '../folder/files';
import { printable, terminal } from '../output/terminal';
import type { ImportStandardTold } from './commands';

export async function writeMapping(
  told: ImportStandardTold,
  outcome: Exchanged<MappingImport>,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  if (outcome.kind === 'failed') throw new RunError(`${told.file} cannot be imported. ${outcome.message}`);
  if (told.profile.length > 0)
    throw new RunError(`${told.file} is a mapping, which has no profiles: leave --profile out.`);
  if (told.column.size > mappingColumns(told.column).size)
    throw new RunError(
      `${told.file} is a mapping: its columns are ${listOf(Object.values(mappingColumnWords))}, such as --column from="HEADER" --column to="HEADER".`,
    );
  const { result } = outcome;
  const output = told.output ?? mappingFileFor(told.file);
  if (resolve(output) === resolve(told.file))
    throw new RunError(`${told.file} is what is imported. Give another file with --output.`);
  ensureWritable(output);
  const said = await edited(() => {
    const draft = readDraft(output);
    const isSame = draft.text === result.text;
    // Somebody may have corrected it, and an import knows nothing of that.
    if (draft.text !== undefined && !isSame)
      throw new RunError(
        `${output} is there already and says something else. Give another file with --output, and compare the two.`,
      );
    const edit = told.write && !isSame ? { draft, text: result.text } : undefined;
    const text = asText(result, { ...told, output, isSame }, surroundings);
    return Promise.resolve<Attempt<string>>({ edit, answer: text });
  });
  surroundings.write(said);
  return 0;
}

/** What the mapping file is called, beside what it is made of. */
const mappingFileFor = (file: string): string =>
  `${file.replace(/\.[^./\\]*$/, '')}${/\.ya?ml$/i.test(file) ? '.mapping' : ''}.yaml`;

interface Said {
  readonly file: string;
  readonly output: string;
  readonly isSame: boolean;
  readonly write: boolean;
}

function asText(
  { kind, mapping, remarks }: MappingImport,
  { file, output, isSame, write }: Said,
  { isTerminal }: Surroundings,
): string {
  const out = terminal(isTerminal);
  const { title, from, to, pairs } = mapping;
  const counts = new Map<string, number>();
  for (const { relation } of pairs) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  const relations = Array.from(counts, ([relation, number]) => `${number} ${relation}`).join(', ');
  return [
    out.style('strong', printable(title || `From ${from} to ${to}`)),
    printable(`${file} is ${kind}: ${count(pairs.length, 'pair')} from ${from} to ${to} (${relations}).`),
    ...(remarks.length > 0 ? ['', out.style('strong', 'To be looked at')] : []),
    ...remarks.map((remark) => printable(`• ${remark}`)),
    '',
    printable(endOf(output, isSame, write)),
    '',
  ].join('\n');
}

function endOf(output: string, isSame: boolean, write: boolean): string {
  if (isSame) return `${output} says all of this already: nothing is to be written.`;
  return write
    ? `${output} is written. To use it, name it in portfolio.yaml: “mappings: [${basename(output)}]”, with the path from there.`
    : `Nothing is written yet. With --write, ${output} is made.`;
}
