/** Comparing without being asked. */
import { workspace, type Memento } from 'vscode';
import { automaticTarget, type Target } from './choice';
import type { Coverage } from '../coverage/coverage';
import { extensionId, type Held } from '../host/host';

/** Where it is remembered on which branch the user wants no comparison by itself. */
export const stoppedKey = 'compare.stoppedOn';
const automaticSetting = 'compare.automatically';

export interface Automation extends Held {
  /** Looks what there is to compare, unless that has been done. */
  look(): void;
  /** Looks again: another branch may be checked out. */
  anew(): void;
}

/** Finds by itself what to compare with, unless the user has chosen. */
export function automation(
  coverage: Coverage,
  memory: Memento,
  target: () => Target | undefined,
  setTarget: (target: Target | undefined) => void,
): Automation {
  let hasLooked = false;
  let turn = 0;
  const find = async (): Promise<Target | undefined> => {
    if (!workspace.getConfiguration(extensionId).get<boolean>(automaticSetting, true)) return undefined;
    const now = await coverage.source.current();
    const found = now?.portfolios.length ? await automaticTarget(now) : undefined;
    return found?.repository.state.HEAD?.name === memory.get<string>(stoppedKey) ? undefined : found;
  };
  const anew = (): void => {
    if (!coverage.hasRead() || target()?.isAutomatic === false) return;
    hasLooked = true;
    const mine = ++turn;
    void find()
      // A repository that is being changed can be asked again when it says that it has.
      .catch(() => undefined)
      .then((found) => {
        if (mine === turn && target()?.isAutomatic !== false) setTarget(found);
      });
  };
  const settings = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${extensionId}.${automaticSetting}`)) anew();
  });
  return {
    anew,
    look: () => {
      if (!hasLooked) anew();
    },
    dispose: () => void settings.dispose(),
  };
}
