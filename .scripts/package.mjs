// Makes evidence-portfolio.vsix from the built bundles (`npm run build` first; vsce runs it through vscode:prepublish),
// and fails where it, or the bundle that every start waits for, has grown beyond what it may be.
import { createVSIX } from '@vscode/vsce';
import { statSync } from 'node:fs';

const packagePath = 'evidence-portfolio.vsix';
/** The most bytes that each may have. */
const budgets = { [packagePath]: 2_000_000, 'dist/server.js': 600_000 };

await createVSIX({ packagePath, dependencies: false });
for (const [file, budget] of Object.entries(budgets)) {
  const { size } = statSync(file);
  console.log(`${file}: ${size} bytes, of at most ${budget}`);
  if (size > budget) process.exitCode = 1;
}
