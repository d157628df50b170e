import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useDesk } from '../../ui/desk';

/** Where a handover begins on an officer's page. */
export function HandoverLink({ officerId }: { officerId: string }) {
  const { can } = useDesk();
  const navigate = useNavigate();
  if (!can('assignments.ApplyHandover')) return null;
  return (
    <Button
      title="Khi đồng chí này nghỉ hoặc chuyển công tác"
      onClick={() => void navigate(`/phan-cong/ban-giao/${officerId}`)}
    >
      Bàn giao nhiệm vụ…
    </Button>
  );
}
