// @ts-check
// Loaded by mocha for `npm run coverage`: keeps what is compiled of each file. What V8 counts are places in it, and it is
// nowhere on the disk.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';

const folder = process.env['EVIDENCE_COMPILED'] ?? '';
/** @type {{ _compile(code: string, file: string, ...others: unknown[]): unknown }} */
const prototype = /** @type {any} */ (Module).prototype;
const compile = prototype._compile;

/** @type {Map<string, string>} Not written at once: a test may be somebody else for a moment, who may write nothing. */
const compiled = new Map();

prototype._compile = function (code, file, ...others) {
  if (file.endsWith('.ts')) compiled.set(file, code);
  return compile.call(this, code, file, ...others);
};

process.once('exit', () => {
  for (const [file, code] of compiled)
    writeFileSync(
      join(folder, createHash('sha256').update(file).digest('hex')),
      JSON.stringify({ file, code }),
    );
});
