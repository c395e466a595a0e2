/**
 * How much each agreement or disagreement says, in bits: log2 of how often it is seen in two files of one customer to
 * how often in files of two (Fellegi and Sunter, "A Theory for Record Linkage", JASA 64, 1969; a frequent value says
 * less, as in Winkler's frequency-based matching, 1989). How often two strangers agree is reckoned from the numbers of
 * the country: some 330 cities of note, 22,000 birth days, ten digits in a code, common family names at about one in a
 * hundred. What two of a family always share (father, family name, telephone, address) is weighed low, because it
 * comes together.
 */
export const personWeights = {
  /** `part` alone is one brother beside another; with a code, a birth day or an address of one's own it is a short form. */
  first: { same: 6.5, sameCommon: 5.5, near: 4.5, part: -14, partOfOne: 0, missing: -4 },
  last: { same: 9.5, sameCommon: 7, near: 6, part: 2, differ: -9 },
  father: { same: 4.5, near: 3, part: 0, differ: -7 },
  birth: { same: 12, near: 5, differ: -8 },
  gender: { differ: -6 },
  nationalCode: { same: 24 },
  foreignCode: { same: 18, differ: -4 },
  phone: { mobile: 11, landline: 7, differ: -1.5 },
  email: { same: 13, general: 6 },
  city: { same: 1.5, differ: -1.5 },
  address: { postalCode: 8, words: 5.5 },
  /** A file without a name is hardly more than its number. */
  nameless: 10,
} as const

export const organisationWeights = {
  name: { same: 11, near: 8.5, part: -3, differ: -8 },
  companyNationalId: { same: 24 },
  registrationNumber: { same: 8, differ: -6 },
  economicCode: { same: 14, differ: -4 },
  phone: { shared: 8.5, differ: -1 },
  email: { same: 12, general: 8 },
  website: { same: 9 },
  city: { same: 1.5, differ: -3 },
  address: { postalCode: 7, words: 5 },
  nameless: 10,
} as const

/** Before anything is compared: of pairs that share a key so few are one customer, in bits. */
export const priorBits = -16
