/** Where chance comes from: evenly spread numbers in [0, 1). */
export type Random = () => number;
