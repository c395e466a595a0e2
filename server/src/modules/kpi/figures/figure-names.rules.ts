/** The column in which the database gives a figure; a dot would make it a column of a table. */
export const nameOf = (figureKey: string): string => figureKey.replaceAll('.', '_')
