import { shortcuts } from '../../../server/core/text/shortcuts';
import type { YamlTree } from '../../../server/core/yaml/tree';
import { parseYaml } from '../../../server/core/yaml/tree';

/** What some work answers where every fast path is off. */
export function withoutShortcuts<Result>(work: () => Result): Result {
  shortcuts.taken = false;
  try {
    return work();
  } finally {
    shortcuts.taken = true;
  }
}

/** YAML read by the package `yaml`, whatever it is. */
export const parseAnyYaml = (text: string, offset = 0): YamlTree =>
  withoutShortcuts(() => parseYaml(text, offset));
