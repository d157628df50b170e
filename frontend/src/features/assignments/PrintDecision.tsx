import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { useDesk } from '../../ui/desk';
import type { Annex } from './queries';

/** A notice that assigns is told from a decision by its symbol. */
const isNotice = (symbol: string) => symbol.startsWith('TB');

/** The papers by which a draft is laid before those who decide; an issued decision has none left to print. */
const ofDraft = [
  { key: 'R2D', label: 'In tờ trình' },
  { key: 'R2E', label: 'In phiếu lấy ý kiến' },
];

interface Props {
  annex: Annex;
  /** Keeps what was typed since the draft was stored; false: it could not be kept, and nothing is shown. */
  keep?: () => Promise<boolean>;
}

/** Leads to the paper of this very decision with its annex, to be looked at, printed and issued; of a draft also to its proposal. */
export function PrintDecision({ annex, keep }: Props) {
  const { can, asOf } = useDesk();
  const navigate = useNavigate();
  if (!can('reports.Preview')) return null;
  const notice = isNotice(annex.symbol);
  const open = async (report: string) => {
    if (keep && !(await keep())) return;
    const about = { 'quyet-dinh': annex.decision.id, ky: (annex.decision.docDate || asOf).slice(0, 7) };
    void navigate(`/bao-cao/${report}?${new URLSearchParams(about)}`);
  };
  if (notice) return <Button onClick={() => void open('R2C')}>In thông báo</Button>;
  const whole = <Button onClick={() => void open('R2B')}>In quyết định</Button>;
  if (annex.decision.state !== 'du_thao') return whole;
  return (
    <>
      {whole}
      <Dropdown trigger={['click']} menu={{ items: ofDraft, onClick: ({ key }) => void open(key) }}>
        <Button>
          Trình dự thảo <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
    </>
  );
}
