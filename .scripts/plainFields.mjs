// @ts-check
// markdown-it is published with a call for each field of each token, which looks up whether the field is there already.
// As assignments, which they were before they were translated, V8 knows what a token looks like when it is made.

const call = /\b_defineProperty\(\s*this,\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)?"([A-Za-z_]\w*)",/g;

/**
 * What follows the name is the value, and the bracket that closes the call closes the assignment.
 *
 * @type {import('rolldown').Plugin}
 */
export const plainFields = {
  name: 'plain-fields',
  transform: {
    filter: { id: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ },
    handler(code) {
      const plain = code.replace(call, '(this.$1 =');
      if (/\b_defineProperty\(\s*this\b/.test(plain))
        this.error('markdown-it writes its fields in another way now: see .scripts/plainFields.mjs');
      return { code: plain, map: null };
    },
  },
};
