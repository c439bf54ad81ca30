/** `soa`: a statement of applicability. */
export const matrixLayouts = ['matrix', 'soa'] as const;
export type MatrixLayout = (typeof matrixLayouts)[number];
