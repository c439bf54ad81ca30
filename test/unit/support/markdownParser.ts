/** How an editor reads Markdown: with GitHub's extensions. */
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/**
 * remark looks for addresses in finished text too, which no escape can prevent and no editor's renderer does:
 * that is left out.
 */
export const markdownParser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(function withoutTransforms() {
    const data = this.data();
    data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map((extension) => ({
      ...extension,
      transforms: [],
    }));
  })
  .freeze();
