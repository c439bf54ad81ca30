/** `standard list`: the built-in standards, and those in files of a folder. */
import { isImportableMapping } from '../../core/mapping/foreignMapping';
import { foreignStandard, isImportable, ourMapping } from '../../core/standard/foreignStandard';
import { parseStandard } from '../../core/standard/standardFile';
import type { Uri } from '../../core/text/span';
import { compareNaturally } from '../../core/text/naturalOrder';
import { fileName, relativePath } from '../../core/text/uri';
import { nodeFileAccess, realPathOf, uriOfPath } from '../../host/disk/nodeFileAccess';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { ensureFolder } from '../folder/portfolios';
import type { Terminal } from '../output/terminal';
import { printable, terminal } from '../output/terminal';
import type { ListStandardsTold } from './commands';
import { countsOf } from './counts';

export async function listStandards(
  { folder: place }: ListStandardsTold,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  ensureFolder(place);
  const out = terminal(surroundings.isTerminal);
  const builtIn = Array.from(surroundings.standards, ([id, standard]) =>
    row(id, standard.title, countsOf(standard), out),
  );
  const found = await standardsIn(uriOfPath(realPathOf(place)), out);
  surroundings.write(
    [
      out.style('strong', 'Built in'),
      ...builtIn,
      '',
      out.style('strong', printable(`In ${place === '.' ? 'this folder' : place}`)),
      ...(found.length > 0 ? found : ['  no standard file, and nothing that one could be made of']),
      '',
    ].join('\n'),
  );
  return 0;
}

/** So many files are read at a time. */
const batch = 50;

async function standardsIn(folder: Uri, out: Terminal): Promise<readonly string[]> {
  const { files, isIgnored } = await nodeFileAccess.find(folder);
  const data = files
    .filter((uri) => /\.(?:ya?ml|json|xml)$/i.test(fileName(uri)) && !isIgnored(uri))
    .sort((left, right) => compareNaturally(left, right));
  const rows: string[] = [];
  for (let at = 0; at < data.length; at += batch) {
    const some = data.slice(at, at + batch);
    const outcomes = await nodeFileAccess.readMany(some, folder);
    some.forEach((uri, number) => {
      const outcome = outcomes[number];
      const path = relativePath(folder, uri);
      if (outcome?.kind === 'text') rows.push(...rowOf(path, outcome.text, out));
      // The catalogues that are published as JSON may be as large.
      if (outcome?.kind === 'tooLarge')
        rows.push(row(path, 'larger than 5 MB', `if it is OSCAL: standard import ${path}`, out));
    });
  }
  return rows;
}

/** A row for a standard, or for what can be imported; none for any other file. */
function rowOf(path: string, text: string, out: Terminal): readonly string[] {
  const kind = foreignStandard(path, text);
  if (kind === ourMapping) return [row(path, kind, 'to be named under “mappings”', out)];
  if (kind !== undefined && (isImportable(kind) || isImportableMapping(kind, text)))
    return [row(path, kind, `to be imported: standard import ${path}`, out)];
  if (kind !== undefined) return [row(path, kind, 'no standard', out)];
  if (!/["']?children["']?[ \t]*:/.test(text)) return [];
  const { standard, problems } = parseStandard(path, text);
  if (standard.elements.length === 0) return [];
  const edition = standard.edition === '' ? '' : ` (${standard.edition})`;
  const faults = problems.length > 0 ? ', with faults: see “check”' : '';
  return [row(path, `${standard.title}${edition}`, `${countsOf(standard)}${faults}`, out)];
}

const row = (name: string, title: string, words: string, out: Terminal): string =>
  `  ${printable(`${name}  ${title}`)}  ${out.style('faint', printable(words))}`;
