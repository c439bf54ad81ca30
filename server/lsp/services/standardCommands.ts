/** Commands about the standard of a portfolio. */
import { manifestName } from '../../core/manifest/manifest';
import { differenceOf } from '../../core/text/edit';
import type { FileEdit } from '../../core/text/fileEdit';
import type { Uri } from '../../core/text/span';
import { fileName, joinPath, normaliseUri, parentUri } from '../../core/text/uri';
import { scalarEdit } from '../../core/yaml/edits';
import { valueOf } from '../../core/yaml/fields';
import { refused } from '../../features/editing/outcome';
import type { CommandResult } from '../protocol';
import { applyEdits } from './clientEdits';
import type { Commands } from './command';
import { text } from './command';
import type { ServiceParts } from './service';
import { withoutLinks } from '../../words/asItStands';

const label = 'Import standard';

/** More remarks than these are for the command line. */
const maximumRemarks = 3;

/** @param read the newest text of a file; undefined where there is none */
export function standardCommands(
  { connection, session, environment }: ServiceParts,
  read: (uri: Uri) => Promise<string | undefined>,
): Commands<'importStandard'> {
  return {
    importStandard: {
      label,
      run: async ({ root }) => {
        const folder = normaliseUri(text(root));
        const portfolio = session.index.portfolioAt(joinPath(folder, manifestName));
        const { manifest, source } = portfolio ?? {};
        if (!manifest || source?.kind !== 'faulty' || manifest.standard.kind !== 'valid')
          return refused('This portfolio names no file that could be imported.');
        const [from, here] = [await read(source.uri), await read(manifest.uri)];
        if (from === undefined) return refused(`${fileName(source.uri)} cannot be read.`);
        if (here !== manifest.text) return refused('portfolio.yaml has changed. Try again.');
        const { importStandard, standardFileFor } = await environment.standardImport();
        const name = standardFileFor(fileName(source.uri));
        const uri = joinPath(parentUri(source.uri), name);
        const before = await read(uri);
        const bytes = new TextEncoder().encode(from);
        const outcome = importStandard({ name: fileName(source.uri), bytes, before });
        if (outcome.kind === 'failed')
          return refused(
            (outcome.columns ?? []).length < 2
              ? outcome.message
              : `${outcome.message} On the command line, “standard import” takes --column id="HEADER" --column text="HEADER".`,
          );
        const { result } = outcome;
        const written = (valueOf(manifest.standard) ?? '').replace(/[^/\\]*$/, name);
        const edits: readonly FileEdit[] = [
          before === undefined
            ? { kind: 'create', uri, text: result.text }
            : { kind: 'edit', uri, text: before, edits: differenceOf(before, result.text) },
          {
            kind: 'edit',
            uri: manifest.uri,
            text: here,
            edits: [scalarEdit(here, manifest.standard.span, written)],
          },
        ];
        const applied: CommandResult = await applyEdits(connection, session, edits, label);
        if (applied.applied && result.remarks.length > 0)
          connection.window.showInformationMessage(
            withoutLinks(
              [
                `${name} is made of ${fileName(source.uri)}.`,
                ...result.remarks.slice(0, maximumRemarks),
              ].join(' '),
            ),
          );
        return applied;
      },
    },
  };
}
