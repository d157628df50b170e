import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useDesk } from '../../ui/desk';
import type { Annex } from './queries';

/** A notice that assigns is told from a decision by its symbol. */
const isNotice = (symbol: string) => symbol.startsWith('TB');

interface Props {
  annex: Annex;
  /** Keeps what was typed since the draft was stored; false: it could not be kept, and nothing is shown. */
  keep?: () => Promise<boolean>;
}

/** Leads to the paper of this very decision with its annex, to be looked at, printed and issued. */
export function PrintDecision({ annex, keep }: Props) {
  const { can, asOf } = useDesk();
  const navigate = useNavigate();
  if (!can('reports.Preview')) return null;
  const notice = isNotice(annex.symbol);
  const open = async () => {
    if (keep && !(await keep())) return;
    const about = { 'quyet-dinh': annex.decision.id, ky: (annex.decision.docDate || asOf).slice(0, 7) };
    void navigate(`/bao-cao/${notice ? 'R2C' : 'R2B'}?${new URLSearchParams(about)}`);
  };
  return <Button onClick={() => void open()}>{notice ? 'In thông báo' : 'In quyết định'}</Button>;
}
