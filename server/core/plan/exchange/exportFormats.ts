/** Formats in which a plan can be written. */
export const exportFormats = ['md', 'csv', 'xlsx', 'docx', 'ods', 'odt', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Files of such a format are for other programs, and no text. */
export const isOfficeFormat = (format: string): boolean => /^(?:xlsx|docx|ods|odt)$/.test(format);
