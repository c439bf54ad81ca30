// @ts-check
// Makes what the assessor gets, where the workflow asks for it. Output: pack, the path of the ZIP file; empty without one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fail, setOutputs, variable } from './runner.mjs';

const kind = variable('EVIDENCE_PACK').trim() || 'false';
if (!['true', 'public', 'false'].includes(kind))
  fail(`The input “pack” is true, public or false, not ${JSON.stringify(kind)}.`);
setOutputs({ pack: kind === 'false' ? '' : packed() });

function packed() {
  const given = variable('EVIDENCE_FOLDER') || '.';
  // A word that can be nothing but a folder.
  const folder = isAbsolute(given) ? given : `./${given}`;
  const place = mkdtempSync(join(variable('RUNNER_TEMP') || tmpdir(), 'evidence-portfolio-'));
  const file = join(place, 'evidence-pack.zip');
  const today = variable('EVIDENCE_TODAY').trim();
  const options = [
    `--output=${file}`,
    '--write',
    ...(kind === 'public' ? ['--public'] : []),
    ...(today === '' ? [] : [`--today=${today}`]),
  ];
  const { status } = spawnSync(
    process.execPath,
    [variable('EVIDENCE_COMMAND'), 'pack', ...options, '--', folder],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return status === 0 ? file : fail('The pack could not be made; what is said above tells why.');
}
