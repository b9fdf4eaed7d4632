import { type EdgeLook, edgeLook } from './edge-look';
import type { Sized } from './layout';
import type { GraphModel } from './model';
import { type NodeLook, nodeLook } from './node-look';
import type { GraphScene } from './scene';

/** With more operations than this one after the other, local derivatives are written short, without ∂/∂. */
const ROOMY = 4;

/** How many nodes stand one after the other on the longest way. */
function depthOf({ nodes, into }: GraphModel): number {
  const depths = new Map<string, number>();
  for (const { key } of nodes) {
    const before = (into.get(key) ?? []).map(({ from }) => depths.get(from.key) ?? 0);
    depths.set(key, 1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths.values());
}

export interface Looks {
  readonly nodes: ReadonlyMap<string, NodeLook>;
  readonly edges: ReadonlyMap<string, EdgeLook>;
}

export function looksOf(model: GraphModel, scene: GraphScene): Looks {
  const isRoomy = depthOf(model) <= ROOMY;
  return {
    nodes: new Map(model.nodes.map((item) => [item.key, nodeLook(model, item, scene)])),
    edges: new Map(model.edges.map((edge) => [edge.key, edgeLook(edge, scene, isRoomy)])),
  };
}

export function sizedOf(model: GraphModel, looks: Looks, direction: Sized['direction']): Sized {
  const lineAt = (look: EdgeLook | undefined) => {
    if (!look || look.width === 0) return 0;
    return direction === 'LR' ? look.above - look.height / 2 : -look.width / 2;
  };
  const size = (look: { width: number; height: number } | undefined) => ({
    width: Math.ceil(look?.width ?? 0),
    height: Math.ceil(look?.height ?? 0),
  });
  return {
    direction,
    nodes: [
      ...model.nodes.map(({ key }) => ({ key, ...size(looks.nodes.get(key)) })),
      ...model.edges.flatMap(({ tag, key }) =>
        tag === null ? [] : [{ key: tag, ...size(looks.edges.get(key)?.tag ?? undefined) }],
      ),
    ],
    edges: model.edges.map(({ key, from, to, tag }) => ({
      key,
      from: tag ?? from.key,
      to: to.key,
      ...size(looks.edges.get(key)),
      lineAt: lineAt(looks.edges.get(key)),
    })),
  };
}
