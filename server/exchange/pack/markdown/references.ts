/** Where the references of a text lead, by what stands in their brackets, in capitals. */
export type References = Readonly<Record<string, { readonly href: string; readonly title: string }>>;
