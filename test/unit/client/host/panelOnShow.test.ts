import { equal, throws } from 'node:assert/strict';
import { panelOnShow } from '../../../../client/host/panelOnShow';

/** As VS Code's: of one that is closed, nothing can be asked. */
function panel() {
  let isClosed = false;
  let isVisible = true;
  const told: (() => void)[] = [];
  return {
    get visible(): boolean {
      if (isClosed) throw new Error('Webview is disposed');
      return isVisible;
    },
    onDidDispose: (listener: () => unknown) => {
      told.push(() => void listener());
      return { dispose: () => undefined };
    },
    hide: () => {
      isVisible = false;
    },
    close: () => {
      isClosed = true;
      for (const tell of told) tell();
    },
  };
}

describe('A panel on show', () => {
  it('is seen while it is in front', () => {
    const one = panel();
    const { isOpen, isSeen } = panelOnShow(one);
    equal(isSeen(), true);
    one.hide();
    equal(isSeen(), false);
    equal(isOpen(), true);
  });

  it('can be asked about when it is closed', () => {
    const one = panel();
    const { isOpen, isSeen } = panelOnShow(one);
    one.close();
    throws(() => one.visible);
    equal(isSeen(), false);
    equal(isOpen(), false);
  });
});
