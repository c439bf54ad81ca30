/** Of a portfolio with several standards; what to do instead follows. */
export const oneOfSeveral =
  'this portfolio is kept against several standards, and one of several cannot be moved yet. Write the new IDs by hand:';
