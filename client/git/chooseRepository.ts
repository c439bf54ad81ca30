/** In which repository something is to be done, where the portfolios lie in several. */
import { rowAsItStands } from '../../server/words/asItStands';
import { nameOf } from '../host/fileNames';
import type { GitRepository } from './api';
import { showPick } from '../host/pickers';

/** The only one, or the one that the user picks; undefined where they leave it, and where there is none. */
export async function chooseRepository(
  repositories: readonly GitRepository[],
  title: string,
  placeHolder: string,
): Promise<GitRepository | undefined> {
  if (repositories.length <= 1) return repositories[0];
  const items = repositories.map((repository) =>
    rowAsItStands({
      label: nameOf(repository.rootUri),
      description: repository.rootUri.fsPath,
      repository,
    }),
  );
  return (await showPick(items, { title, placeHolder }))?.repository;
}
