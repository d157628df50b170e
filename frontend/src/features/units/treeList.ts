import type { Go } from '../../api/client';
import type { ListOnScreen } from '../../ui/listPaper';
import type { Column } from '../../ui/tableColumns';

type Node = Go.units.Node;

/** What sets a unit off from the one it belongs to; spaces that paper does not swallow. */
const STEP = '\u00a0'.repeat(4);

/** The whole tree of a day as a list, branches open: each unit under the one it belongs to. */
export function treeOnScreen(title: string, nodes: Node[], day: string): ListOnScreen<Node> {
  const names = new Map(nodes.map((each) => [each.id, each.name]));
  const above = (node: Node) => names.get(node.parentId) ?? '';
  const columns: Column<Node>[] = [
    { key: 'name', title: 'Tên', kind: 'name', render: (node) => STEP.repeat(node.depth) + node.name },
    { key: 'above', title: 'Trực thuộc', kind: 'name', render: above },
  ];
  const sheet = [
    { title: 'Tên', text: (node: Node) => node.name },
    { title: 'Mã', text: (node: Node) => node.code },
    { title: 'Trực thuộc', text: above },
  ];
  return { title, said: [day], sheet, columns, all: columns, rows: nodes };
}
