type Edges = ReadonlyMap<string, readonly string[]>;

/**
 * The nodes that go round in a circle (or lie between two circles), by peeling off ends
 * from both sides until none is left (Kahn 1962). Edges to unknown nodes count for nothing.
 */
export function nodesOnCycles(edges: Edges): ReadonlySet<string> {
  const withoutEnds = peel(edges);
  return new Set(peel(reversed(withoutEnds)).keys());
}

/** What is left when nodes without an edge onwards are taken away, again and again. */
function peel(edges: Edges): Edges {
  const cameFrom = reversed(edges);
  const onwards = new Map<string, number>();
  for (const [node, targets] of edges) {
    onwards.set(node, targets.filter((target) => edges.has(target)).length);
  }
  const ends = [...edges.keys()].filter((node) => onwards.get(node) === 0);
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    onwards.delete(end);
    for (const node of cameFrom.get(end) ?? []) {
      const count = (onwards.get(node) ?? 0) - 1;
      onwards.set(node, count);
      if (count === 0) ends.push(node);
    }
  }
  return new Map([...edges].filter(([node]) => onwards.has(node)));
}

function reversed(edges: Edges): Edges {
  const back = new Map<string, string[]>([...edges.keys()].map((node) => [node, []]));
  for (const [node, targets] of edges) {
    for (const target of targets) back.get(target)?.push(node);
  }
  return back;
}
