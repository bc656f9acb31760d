/** Nodes and weights for integrals over [−1, 1]. */
export interface Quadrature {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** Gauss–Legendre quadrature of the given order, its nodes found by Newton's method (Abramowitz & Stegun 25.4.29). */
export function gaussLegendre(order: number): Quadrature {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let index = 1; index <= order; index++) {
    let node = Math.cos((Math.PI * (index - 0.25)) / (order + 0.5));
    let slope = 1;
    for (let step = 0; step < 10; step++) {
      let previous = 1;
      let value = node;
      for (let degree = 2; degree <= order; degree++) {
        [previous, value] = [value, ((2 * degree - 1) * node * value - (degree - 1) * previous) / degree];
      }
      slope = (order * (node * value - previous)) / (node * node - 1);
      node -= value / slope;
    }
    nodes.push(node);
    weights.push(2 / ((1 - node * node) * slope * slope));
  }
  return { nodes, weights };
}
