// @ts-check
// Fetches what the end-to-end tests need and no package brings, where it is not there yet: two versions of VS Code, and
// what judges pages.
import { ensureAxe, ensureDesktop, ensureWeb } from './editors.mjs';

for (const ensure of [ensureDesktop, ensureWeb, ensureAxe]) await ensure({ log: console.log });
