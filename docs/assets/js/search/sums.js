// Sums of numbers, and how much of what weighs something has.

export const sumOf = (numbers) => numbers.reduce((sum, one) => sum + one, 0);

/** The share of weights that something has, of which it has `each` so much; no number where nothing weighs. */
export const shareOf = (weights, each) => sumOf(weights.map((weight, order) => weight * each[order])) / sumOf(weights);
