/** The package has no types of its own. */
declare module 'markdown-it-task-lists' {
  import type MarkdownIt from 'markdown-it';
  const taskLists: (md: InstanceType<typeof MarkdownIt>, options?: { readonly enabled?: boolean; readonly label?: boolean; readonly labelAfter?: boolean }) => void; // prettier-ignore
  export default taskLists;
}
