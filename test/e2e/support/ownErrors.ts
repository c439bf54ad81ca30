/** The last word of a test in an editor: nothing of ours has failed behind what was seen. */
import { deepEqual } from 'node:assert/strict';
import type { Editor } from './harness';

/** @param isOthers what names us and is no fault of ours */
export function logsNoError(editor: () => Editor, isOthers: (text: string) => boolean = () => false): void {
  it('logs no error of ours', () => {
    const errors = editor().consoleErrors();
    deepEqual(
      errors.filter((text) => /evidence.?portfolio/i.test(text) && !isOthers(text)),
      [],
    );
  });
}
