import { throws } from 'node:assert/strict';

describe('A promise that fails', () => {
  it('is told where nobody waits for it', () =>
    throws(() => process.emit('unhandledRejection', new Error('unheard'), Promise.resolve()), /unheard/));
});
