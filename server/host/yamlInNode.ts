/**
 * What the bundles for Node have in the place of core/yaml/anyYaml.ts: nearly all front matter and manifests are plain
 * YAML, and every start is shorter without the parser for the rest. It is a bundle of its own, which keeps no state: see
 * .scripts/build.mjs.
 */
import { createRequire } from 'node:module';
import type * as AnyYaml from '../core/yaml/anyYaml';

let loaded: typeof AnyYaml | undefined;

/** The parser, loaded when it is first asked for. */
export const parseAnyYaml: typeof AnyYaml.parseAnyYaml = (text, offset) => {
  loaded ??= createRequire(import.meta.url)('./yaml.cjs') as typeof AnyYaml;
  return loaded.parseAnyYaml(text, offset);
};
