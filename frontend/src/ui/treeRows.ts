import { fold, nameKey } from '../lib/text';

/** One node as the kit needs it; a room maps its own records onto this. */
export interface TreeNode {
  id: string;
  /** Empty at the top. A parent that is not in the list counts as the top too, so nothing disappears. */
  parentId: string;
  label: string;
  /** Small words after the label: type, count. */
  note?: string;
}

export interface TreeRow {
  node: TreeNode;
  depth: number;
  children: number;
  open: boolean;
  /** Place among its siblings, from 1, and how many they are: for screen readers. */
  position: number;
  siblings: number;
  /** True when the search found this node itself, not only something below it. */
  hit: boolean;
}

export interface TreeIndex {
  byId: Map<string, TreeNode>;
  children: Map<string, TreeNode[]>;
  folded: Map<string, string>;
}

/** Prepares a list once; the order of siblings is the order given. */
export function indexTree(nodes: TreeNode[]): TreeIndex {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string, TreeNode[]>();
  const folded = new Map<string, string>();
  for (const node of nodes) {
    const parent = byId.has(node.parentId) ? node.parentId : '';
    const list = children.get(parent);
    if (list) list.push(node);
    else children.set(parent, [node]);
    folded.set(node.id, `${fold(node.label)}\n${fold(nameKey(node.label))}`); // as written, and as a name: "Tổ 01" is Tổ 1
  }
  return { byId, children, folded };
}

/** The lines on the screen: open branches, or with a search the hits and the way down to them. */
export function visibleRows(index: TreeIndex, opened: ReadonlySet<string>, query: string): TreeRow[] {
  const wanted = fold(query).trim();
  const keep = wanted === '' ? null : found(index, wanted);
  const rows: TreeRow[] = [];
  const walk = (parent: string, depth: number) => {
    const list = (index.children.get(parent) ?? []).filter((node) => keep === null || keep.has(node.id));
    list.forEach((node, nth) => {
      const below = index.children.get(node.id)?.length ?? 0;
      const hasKept = keep !== null && (index.children.get(node.id) ?? []).some((child) => keep.has(child.id));
      const open = below > 0 && (hasKept || (keep === null && opened.has(node.id)));
      rows.push({
        node,
        depth,
        children: below,
        open,
        position: nth + 1,
        siblings: list.length,
        hit: keep?.get(node.id) === true,
      });
      if (open) walk(node.id, depth + 1);
    });
  };
  walk('', 0);
  return rows;
}

/** Ids to show for a search: true for a hit, false for what lies above one. */
function found(index: TreeIndex, wanted: string): Map<string, boolean> {
  const keep = new Map<string, boolean>();
  for (const [id, folded] of index.folded) {
    if (!folded.includes(wanted)) continue;
    keep.set(id, true);
    for (
      let above = index.byId.get(id)?.parentId ?? '';
      above !== '' && !keep.has(above);
      above = index.byId.get(above)?.parentId ?? ''
    ) {
      if (!index.byId.has(above)) break;
      keep.set(above, false);
    }
  }
  return keep;
}

/** Ids of everything above a node, nearest first: to open the branches that lead to it. */
export function pathTo(index: TreeIndex, id: string): string[] {
  const path: string[] = [];
  for (
    let above = index.byId.get(id)?.parentId ?? '';
    index.byId.has(above) && !path.includes(above);
    above = index.byId.get(above)?.parentId ?? ''
  )
    path.push(above);
  return path;
}
