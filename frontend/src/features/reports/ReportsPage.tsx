import './reports.css';
import { NavLink, useNavigate, useParams } from 'react-router';
import { useEffect } from 'react';
import { Button } from 'antd';
import { useDesk } from '../../ui/desk';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useSessionState } from '../../ui/sessionState';
import { PageHeader } from '../../ui/PageHeader';
import { SplitPane } from '../../ui/SplitPane';
import { PaperPane } from './PaperPane';
import { useReports } from './queries';

/** All papers of the office: choose one on the left, its period on the right, and its real pages are there. */
export function ReportsPage() {
  const { name = '' } = useParams();
  const [last, setLast] = useSessionState('reports.last', '');
  const { can } = useDesk();
  const navigate = useNavigate();
  const list = useReports();
  const wanted = name || last;
  const report = list.data?.find((each) => each.name === wanted || each.code === wanted);
  useEffect(() => {
    if (report) setLast(report.name);
  }, [report, setLast]);
  return (
    <div className="cn-page">
      <PageHeader
        title="Báo cáo, sổ, biểu"
        sub="Chọn văn bản và kỳ; trang hiện ra là trang sẽ in, với số liệu lúc này (F5 để lấy lại)"
        actions={can('reports.SaveProfile') && <Button onClick={() => void navigate('/the-thuc')}>Thể thức</Button>}
      />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      <SplitPane
        name="reports"
        start={22}
        label="Ranh giới danh mục và trang in"
        left={
          <nav aria-label="Danh mục báo cáo" className="cn-report-nav">
            <ul className="cn-report-list">
              {list.data?.map((each) => (
                <li key={each.code} ref={each === report ? intoView : undefined}>
                  <NavLink to={`/bao-cao/${each.name}`} aria-current={each === report ? 'page' : undefined}>
                    <span className="cn-report-code">{each.code}</span>
                    <strong>{each.title}</strong>
                    {each === report && <small>{each.description}</small>}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
        }
        right={
          report ? (
            <PaperPane key={report.code} report={report} />
          ) : (
            <EmptyState title="Chưa chọn báo cáo">Chọn một báo cáo, sổ hoặc biểu trong danh mục.</EmptyState>
          )
        }
      />
    </div>
  );
}

/** The list is longer than the window: a link from another room must not leave its paper out of sight. */
function intoView(item: HTMLElement | null) {
  const list = item?.parentElement;
  if (!item || !list) return;
  // The list alone moves: scrollIntoView would push the whole screen up with it.
  if (item.offsetTop < list.scrollTop) list.scrollTop = item.offsetTop;
  else if (item.offsetTop + item.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = item.offsetTop + item.offsetHeight - list.clientHeight;
}
