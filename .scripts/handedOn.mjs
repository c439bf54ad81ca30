// @ts-check
// Modules of which no byte is left in a bundle, and by way of which its contents came: all of lit, for one.

/** Nothing but `import "…"` and `export … from "…"`. */
const handsOn =
  /^(?:\s*(?:import|export\s*(?:\*(?:\s*as\s+\w+)?|\{[^}]*\})\s*from)\s*["'][^"']+["']\s*;?)+\s*$/;

/**
 * Tells which modules only hand on what others have.
 *
 * @returns {{ readonly plugin: import('rolldown').Plugin, readonly imports: ReadonlyMap<string, readonly string[]> }} the
 *   plugin that looks, and what each of these modules imports, known once the bundle is built
 */
export function modulesThatHandOn() {
  /** @type {Map<string, readonly string[]>} */
  const imports = new Map();
  /** @type {import('rolldown').Plugin} */
  const plugin = {
    name: 'modules-that-hand-on',
    buildEnd() {
      for (const module of this.getModuleIds()) {
        const info = this.getModuleInfo(module);
        const code = info?.code?.replace(/\/\*[^]*?\*\/|^\s*\/\/.*/gm, '') ?? '.';
        if (handsOn.test(code)) imports.set(module, info?.importedIds ?? []);
      }
    },
  };
  return { plugin, imports };
}

/**
 * Adds the modules that hand on what stands in the bundle.
 *
 * @param {readonly string[]} rendered the modules that have a byte in the bundle
 * @param {ReadonlyMap<string, readonly string[]>} imports of those that only hand on
 * @returns {readonly string[]}
 */
export function withHandedOn(rendered, imports) {
  const found = new Set(rendered);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [module, imported] of imports) if (imported.some((next) => found.has(next))) found.add(module);
  }
  return [...found];
}
