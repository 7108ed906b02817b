/** The most files that one tender shows as evidence. */
export const MOST_EVIDENCE = 10;
