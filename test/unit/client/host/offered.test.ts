/** What newer editors offer is asked for without harm in older ones. */
import { equal } from 'node:assert/strict';
import { ifOffered } from '../../../../client/host/offered';

describe('What an editor offers', () => {
  it('is what it gives', () =>
    equal(
      ifOffered(() => 'given'),
      'given',
    ));

  it('is nothing where it is a proposal still, which throws when it is called', () => {
    const proposal = (): string => {
      throw new Error('CANNOT use API proposal: terminalShellIntegration.');
    };
    equal(ifOffered(proposal), undefined);
  });
});
