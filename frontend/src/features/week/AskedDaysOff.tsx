import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { duties } from '../../api/client';
import { useDesk } from '../../ui/desk';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/PageHeader';

/** The years whose announcement of days off has not been entered: from November on also the coming one. */
export function AskedDaysOff() {
  const { can } = useDesk();
  const wanted = can('duties.AskedYears');
  const query = useQuery({ queryKey: ['duties', 'askedYears'], queryFn: () => duties.AskedYears(), enabled: wanted });
  if (!wanted) return null;
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (query.data ?? []).map((year) => (
    <Section
      key={year}
      title={`Chưa nhập lịch nghỉ năm ${year}`}
      extra={
        <Link to={`/lich/ngay-nghi?nam=${year}`}>{can('duties.SaveDaysOff') ? 'Nhập lịch nghỉ' : 'Xem lịch'}</Link>
      }
    >
      <p>
        Tết, nghỉ bù và hoán đổi năm {year} đang tính theo mặc định; hạn sang năm {year} có thể đổi.
        {!can('duties.SaveDaysOff') && ' Khi có thông báo, hãy báo người quản trị nhập.'}
      </p>
    </Section>
  ));
}
