/** What the build makes of a standard's YAML: see `standardAsData` in .scripts/build.mjs. */
declare module '*.yaml' {
  const standard: { readonly id: string; readonly data: import('./core/standard/standardFile').StandardData };
  export default standard;
}

/** Set by the build from package.json. */
declare const EVIDENCE_PORTFOLIO_VERSION: string;
