/** Who somebody is, for a git that has not been told. Nothing here knows VS Code. */
import type { GitRepository } from '../git/api';
import { troubleOf } from '../git/troubles';

export interface AskingWho {
  /** Who the user is; undefined where the user leaves it. */
  person(): Promise<{ readonly name: string; readonly email: string } | undefined>;
}

/**
 * Does what git wants a name for. Where it has none, asks, tells it for this repository alone, and does it then.
 * False: the user has left the question, and nothing is done.
 */
export async function asSomebody(
  repository: GitRepository,
  ask: AskingWho,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (troubleOf(error).kind !== 'person') throw error;
  }
  const person = await ask.person();
  if (person === undefined) return false;
  await repository.setConfig('user.name', person.name);
  await repository.setConfig('user.email', person.email);
  await work();
  return true;
}
