/** P = 1 / (1 + exp(-eta)), without overflow at either end. */
export const logistic = (eta: number): number => (eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta)))

/** log(P / (1 - P)). */
export const logit = (probability: number): number => Math.log(probability) - Math.log1p(-probability)
