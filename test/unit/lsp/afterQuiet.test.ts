import { deepEqual, equal } from 'node:assert/strict';
import { mock } from 'node:test';
import { AfterQuiet } from '../../../server/lsp/afterQuiet';

/** What has been done, as one text for each time. */
function followed(mayAct: () => boolean = () => true): { done: string[]; waiting: AfterQuiet<string> } {
  const done: string[] = [];
  const act = (subjects: ReadonlySet<string>): void => void done.push([...subjects].join(' '));
  return { done, waiting: new AfterQuiet<string>({ quiet: 100, atMost: 1000, mayAct, act }) };
}

describe('What waits until things are quiet', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('is done once, for all that has come together', () => {
    const { done, waiting } = followed();
    waiting.add('a');
    mock.timers.tick(60);
    waiting.add('b');
    waiting.add('a');
    mock.timers.tick(99);
    deepEqual(done, []);
    equal(waiting.isWaiting, true);
    mock.timers.tick(1);
    deepEqual(done, ['a b']);
    equal(waiting.isWaiting, false);
    mock.timers.tick(5000);
    deepEqual(done, ['a b']);
  });

  it('waits on while somebody is at it, and not for ever', () => {
    const { done, waiting } = followed();
    waiting.add('a');
    for (let at = 0; at < 999; at += 37) {
      mock.timers.tick(Math.min(37, 999 - at));
      waiting.stir();
    }
    deepEqual(done, []);
    mock.timers.tick(1);
    deepEqual(done, ['a']);
    // The next one has as long again.
    waiting.add('b');
    mock.timers.tick(99);
    deepEqual(done, ['a']);
    mock.timers.tick(1);
    deepEqual(done, ['a', 'b']);
  });

  it('is not done for what has been seen to, or when it is stopped', () => {
    const { done, waiting } = followed();
    waiting.add('a');
    waiting.add('b');
    waiting.drop('a');
    mock.timers.tick(100);
    deepEqual(done, ['b']);
    waiting.add('c');
    waiting.drop('c');
    equal(waiting.isWaiting, false);
    waiting.add('d');
    waiting.stop();
    mock.timers.tick(5000);
    deepEqual(done, ['b']);
  });

  it('waits for as long as it must not be done', () => {
    let may = false;
    const { done, waiting } = followed(() => may);
    waiting.add('a');
    mock.timers.tick(1500);
    deepEqual(done, []);
    may = true;
    mock.timers.tick(100);
    deepEqual(done, ['a']);
  });

  it('does nothing where nothing waits', () => {
    const { done, waiting } = followed();
    waiting.stir();
    waiting.drop('a');
    mock.timers.tick(5000);
    deepEqual(done, []);
  });
});
