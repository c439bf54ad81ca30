/** What holds for every end-to-end test: a picture of each failure, and nothing left in the way of the next test. */
import { basename } from 'node:path';
import type { Context } from 'mocha';
import { endBrowser } from './browser';
import { pictureFailure, tidyUp } from './openEditors';
import { endServers } from './servers';

export const mochaHooks = {
  async afterEach(this: Context): Promise<void> {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    const file = basename(test.file ?? '', '.test.ts');
    for (const path of await pictureFailure(`${file} ${test.fullTitle()}`)) console.log(`Picture: ${path}`);
    await tidyUp();
  },
  afterAll: endShared,
};

/** Ends what windows share. */
export async function endShared(): Promise<void> {
  await endBrowser();
  await endServers();
}
