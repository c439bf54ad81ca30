/** A page of Markdown of ours as a page for a browser, which can print it: nothing is loaded from outside, nothing runs. */
import { standalonePage } from '../parts/page';
import { evidenceTree } from './evidenceTree';
import { markupOf } from './html/markup';
import { html } from './text';

/** @param title above it all: headings of the Markdown stand one level below it */
export const pageAsHtml = (title: string, markdown: string): string =>
  standalonePage({
    title: html(title),
    styles,
    content: markupOf(evidenceTree(markdown, 'page').children).replace(
      /(<\/?h)([1-5])(?=[ >])/g,
      (_, start: string, level: string) => `${start}${Number(level) + 1}`,
    ),
  });

const styles = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0}main{max-width:52rem;margin:0 auto;padding:1rem}
h1{font-size:1.8rem;line-height:1.2}h2{font-size:1.4rem;border-bottom:1px solid;padding-top:1rem}h3{font-size:1.15rem}h4,h5,h6{font-size:1rem}
li{overflow-wrap:anywhere}@media print{main{max-width:none;padding:0}body{font-size:10pt}h1,h2,h3,h4,h5,h6{break-after:avoid}li{break-inside:avoid}}`;
