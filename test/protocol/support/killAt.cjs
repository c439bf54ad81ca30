/* global process, Buffer */
/**
 * For `node --require`: the process is killed, as by `kill -9` or a power cut, at the n-th call that changes the disk,
 * n from the environment (KILL_AT). Of what was to be written, half is.
 */
const fs = require('node:fs');

const at = Number(process.env.KILL_AT);
let calls = 0;

const die = () => {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way: nothing more is done meanwhile.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
};

/** @param before what of the call is still done */
const watch = (name, counts, before = () => undefined) => {
  const real = fs[name];
  fs[name] = (...args) => {
    if (counts(...args) && ++calls === at) {
      before(real, ...args);
      die();
    }
    return real(...args);
  };
};

const always = () => true;
for (const name of ['mkdirSync', 'renameSync', 'linkSync', 'rmSync', 'fchmodSync', 'fchownSync', 'fsyncSync', 'appendFileSync'])
  watch(name, always); // prettier-ignore
watch('openSync', (_, flags) => flags !== undefined && flags !== 'r' && flags !== 0);
watch('writeSync', (descriptor) => descriptor > 2, (real, descriptor, bytes, ...rest) => {
  const half = typeof bytes === 'string' ? Buffer.from(bytes) : bytes.subarray(typeof rest[0] === 'number' ? rest[0] : 0);
  real(descriptor, half.subarray(0, half.length >> 1));
}); // prettier-ignore
watch('writeFileSync', always, (real, file, content) => {
  const bytes = Buffer.from(content);
  real(file, bytes.subarray(0, bytes.length >> 1));
});
