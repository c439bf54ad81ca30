import { frontMatterKeys } from '../frontMatter/keys';
import { cutValues } from '../evidence/cutValues';
import { evidenceRule } from './rule';

export const frontMatterRemark = evidenceRule({
  code: 'front-matter-remark',
  severity: 'information',
  summary: 'A value that ends before “ #”, where what follows is a remark to YAML.',
  check: ({ manifest }, evidence) => {
    const keys = new Set([...frontMatterKeys.map(({ key }) => key), ...(manifest?.customKeys ?? [])]);
    return cutValues(evidence, keys).map(({ read, span, meant }) => {
      const what = read === '' ? 'nothing' : `“${read}”`;
      return {
        span,
        message: `This is read as ${what}: behind a space, # starts a remark. Put quotation marks around “${meant}” if all of it is meant.`,
      };
    });
  },
});
