import { bySuggestions, replacing } from './remedy';
import { fileRule } from './rule';

/** Reported by the index, for the files that a manifest names as mappings. */
export const mappingFile = fileRule({
  code: 'mapping-file',
  severity: 'warning',
  summary: 'A fault in a mapping between standards, or an ID in it that is in neither.',
  remedy: {
    care: 'choice',
    least: 'plain',
    careOf: () => bySuggestions,
    proposals: (_, file, problem) => replacing(file, problem),
  },
});
