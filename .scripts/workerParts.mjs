// @ts-check
// The server as a worker in a browser: one script that is loaded at the start, and parts that it loads when they are
// needed. Modules cannot do that there: VS Code starts a worker as a classic script behind a `blob:` address, from which
// no `import()` leads to another origin without its leave. `importScripts` asks for no more than the start itself does,
// and does not wait: the Markdown parser, for which the core does not wait either, can be loaded by it.

/** The global function by which a part hands itself over. */
const define = 'evidencePortfolioPart';

/** Parts that stand in the start script itself. */
const early = 'evidencePortfolioEarlyParts';

/**
 * A start script that brings a part with it: what the bundler adds of its own is a part as soon as another one needs it,
 * and the start needs it before anybody can tell where parts lie.
 *
 * @param {string} script
 * @param {string} code of the part
 */
export const withPart = (script, code) =>
  `self.${define}=function(name,run){(self.${early}=self.${early}||[]).push([name,run])};\n${code}\n${script}`;

/**
 * What stands around the code of the start script, which is CommonJS: `loadPart(name)` gives what a part exports, and
 * loads it the first time; `partsAt(address)` says where parts lie, to a worker that cannot see its own address. A part
 * that did not come is asked for again the next time.
 */
export const start = {
  banner: `(function (scope) {
  var address = /^https?:/.test(scope.location.href) ? scope.location.href : undefined;
  var parts = { './server.js': { exports: {} } };
  var partsAt = function (found) { address = found; };
  var loadPart = function (name) {
    if (parts[name]) return parts[name].exports;
    scope.importScripts(new URL(name, address).href);
    if (!parts[name]) throw new Error(name + ' did not load.');
    return parts[name].exports;
  };
  scope.${define} = function (name, run) {
    var part = { exports: {} };
    run(part.exports, loadPart, part);
    parts[name] = part;
  };
  (scope.${early} || []).forEach(function (part) { scope.${define}(part[0], part[1]); });
  (function (exports, require) {
`.replace(/\s+/g, ' '),
  footer: `})(parts['./server.js'].exports, loadPart); })(self);`,
};

/**
 * What stands around the code of a part. The parentheses have V8 compile all of it at once.
 *
 * @param {string} file beside the start script
 */
export const part = (file) => ({
  banner: `${define}('./${file}', (function (exports, require, module) {`,
  footer: '}));',
});
