/** Follows the repositories of VS Code's git extension, where there is one. */
import { gitApi, type GitRepository } from './api';
import type { Held } from '../host/host';

/**
 * Tells whenever a repository looks different from now on, and whether another commit or branch is checked out: also
 * when a repository is opened or closed. Where there is no git, nothing is ever told.
 */
export function watchRepositories(tell: (headHasMoved: boolean) => void): Held {
  const watched = new Map<GitRepository, Held>();
  const parts: Held[] = [];
  let isOver = false;
  const watch = (repository: GitRepository): void => {
    let head = headOf(repository);
    const changes = repository.state.onDidChange(() => {
      const before = head;
      head = headOf(repository);
      tell(head !== before);
    });
    watched.set(repository, changes);
    tell(true);
  };
  void gitApi().then((api) => {
    if (api === undefined || isOver) return;
    parts.push(
      api.onDidOpenRepository(watch),
      api.onDidCloseRepository((repository) => {
        watched.get(repository)?.dispose();
        watched.delete(repository);
        tell(true);
      }),
    );
    for (const repository of api.repositories) watch(repository);
  });
  return {
    dispose: () => {
      isOver = true;
      for (const part of [...parts, ...watched.values()]) part.dispose();
    },
  };
}

const headOf = ({ state: { HEAD } }: GitRepository): string => `${HEAD?.name ?? ''} ${HEAD?.commit ?? ''}`;
