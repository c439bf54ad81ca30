// @ts-check
// `npm ci` and `npm install` run this, here and where npm installs this package from git: it builds dist/.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { npmCommand } from './processes.mjs';

// With --global, as pre-commit asks for it, what the build needs is not here: npm has been told to put all things into
// the global place, and has put them nowhere.
if (!existsSync('node_modules/rolldown'))
  run(
    npmCommand([
      ...['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'],
      ...['--location=project', '--global=false'],
    ]),
  );
run({ command: process.execPath, args: ['.scripts/build.mjs'], shell: false });

/** @param {ReturnType<typeof npmCommand>} words */
function run({ command, args, shell }) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}
