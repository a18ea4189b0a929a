/**
 * What is searched: clauses, and beside them calculators and glossary terms.
 * One record has the texts of one language in fields.
 */

/** Fields by number, with the weight of a word found there. */
export const FIELDS = ['title', 'text', 'official', 'terms', 'context', 'alias']
export const WEIGHTS = [2.2, 1, 1.15, 0.6, 0.35, 1.2]
export const [TITLE, TEXT, OFFICIAL, TERMS, CONTEXT, ALIAS] = FIELDS.keys()

/** A place of a word: the field above, the position below. */
export const PLACE = 1 << 20
