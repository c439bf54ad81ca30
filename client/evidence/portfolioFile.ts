/** The portfolio file: which one a folder has, and *Evidence: Open Portfolio File*. */
import { Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { CoverageSource } from '../portfolios/coverageSource';
import { offerFirstSteps } from '../host/firstSteps';
import { showInput, showPick } from '../host/pickers';

/** What a portfolio in the folder is called. Undefined where the user leaves. @param of of the question */
export const askTitle = (of: string, folder: Uri): Thenable<string | undefined> =>
  showInput({
    title: of,
    prompt: 'What is the portfolio called? For example your organisation, the standard and the year.',
    value: folder.path.slice(folder.path.lastIndexOf('/') + 1),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'The portfolio needs a name.' : undefined),
  });

/** A folder's portfolio file under any name that is read. */
export async function manifestIn(folder: Uri): Promise<Uri | undefined> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  const names = entries.map(([name]) => name).filter((name) => /^portfolio\.ya?ml$/i.test(name));
  const name = names.includes('portfolio.yaml') ? 'portfolio.yaml' : names[0];
  return name === undefined ? undefined : Uri.joinPath(folder, name);
}

/** Opens the portfolio.yaml of a portfolio: that of a row of the view, the only one, or the one that the user picks. */
export async function openManifest(source: CoverageSource, row: unknown): Promise<void> {
  const portfolios = (await source.current())?.portfolios ?? [];
  const root = rootOfRow(row)?.toString();
  const candidates = portfolios.flatMap((portfolio) =>
    portfolio.manifest === null || (root !== undefined && Uri.parse(portfolio.root).toString() !== root)
      ? []
      : [{ label: portfolio.title, uri: Uri.parse(portfolio.manifest) }],
  );
  const picked =
    candidates.length > 1
      ? await showPick(
          candidates.map(({ label, uri }): QuickPickItem & { readonly uri: Uri } => ({
            label,
            description: workspace.asRelativePath(uri),
            uri,
          })),
          { title: 'Open Portfolio File', placeHolder: 'Of which portfolio?' },
        )
      : candidates[0];
  if (picked !== undefined) await window.showTextDocument(picked.uri);
  else if (candidates.length === 0) await offerFirstSteps();
}

/** The folder of a portfolio's row in the Coverage view. */
export function rootOfRow(row: unknown): Uri | undefined {
  if (typeof row !== 'object' || row === null || !('portfolio' in row)) return undefined;
  const portfolio = row.portfolio;
  if (typeof portfolio !== 'object' || portfolio === null || !('root' in portfolio)) return undefined;
  return typeof portfolio.root === 'string' ? Uri.parse(portfolio.root) : undefined;
}

/** The folder of the workspace that a portfolio is to begin in. */
export async function folderForPortfolio(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    await offerFirstSteps();
    return undefined;
  }
  if (folders.length === 1) return folders[0]?.uri;
  const picked = await window.showWorkspaceFolderPick({ placeHolder: 'Which folder is the portfolio?' });
  return picked?.uri;
}
