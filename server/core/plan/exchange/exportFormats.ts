/** Formats in which a plan can be written. */
export const exportFormats = ['md', 'csv', 'xlsx', 'docx', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];
