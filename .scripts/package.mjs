// Makes evidence-portfolio.vsix from the built bundles (`npm run build` first; vsce runs it through vscode:prepublish).
import { createVSIX } from '@vscode/vsce';
import { statSync } from 'node:fs';

const packagePath = 'evidence-portfolio.vsix';
await createVSIX({ packagePath, dependencies: false });
console.log(`${packagePath}: ${Math.round(statSync(packagePath).size / 1024)} KB`);
