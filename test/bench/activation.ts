/** How long our extension takes to activate in real VS Code, as VS Code itself measures it. */
import { copySample, openDesktop, waitFor } from '../e2e/support/harness';
import { median, milliseconds, table } from './figures';

/** Starts VS Code several times with the sample open, and reads its list of running extensions. */
export async function activationTimes(
  rounds: number,
  tell: (text: string) => void,
): Promise<{ readonly milliseconds: readonly number[]; readonly text: string }> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const editor = await openDesktop({ folder: copySample() });
    try {
      await editor.runCommand('Developer: Show Running Extensions');
      const time = await waitFor(
        () =>
          editor.page.evaluate<string>(
            `[...document.querySelectorAll('.runtime-extensions-editor .extension')].find((row) => /evidence/i.test(row.innerText))?.innerText ?? ''`,
          ),
        'our extension among those that run',
        { timeout: 30_000, until: (text) => /\d+\s?ms/.test(text) },
      );
      times.push(Number(/(\d+)\s?ms/.exec(time)?.[1]));
      tell(`  activated in ${times.at(-1)} ms`);
    } finally {
      await editor.close();
    }
  }
  const text = table(
    ['activation in VS Code', 'median'],
    [['evidence-portfolio', milliseconds(median(times))]],
  );
  return { milliseconds: times, text };
}
