import './reports.css';
import { UnorderedListOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { useSessionState } from '../../ui/sessionState';
import { PaperPane } from './PaperPane';
import { useReports } from './queries';
import { ReportList } from './ReportList';

/** From this size of text on the list folds away behind its button, as the rooms of the menu do. */
const FOLD_FROM = 150;
const textSize = () => Number(document.documentElement.dataset.text ?? 100);

/** All papers of the office: choose one on the left, and its real pages are there. */
export function ReportsPage() {
  const { name = '' } = useParams();
  const [last, setLast] = useSessionState('reports.last', '');
  const [asked, setAsked] = useState<boolean | null>(null);
  const navigate = useNavigate();
  const list = useReports();
  const wanted = name || last;
  const report = list.data?.find((each) => each.name === wanted || each.code === wanted);
  const code = report?.name;
  useEffect(() => {
    if (code !== undefined) setLast(code);
    setAsked(null);
  }, [code, setLast]);
  const narrow = textSize() >= FOLD_FROM;
  const open = asked ?? (!narrow || report === undefined);
  return (
    <div className="cn-page cn-reports-page">
      {open && (
        <div className="cn-report-side">
          {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
          <ReportList reports={list.data ?? []} chosen={report} />
        </div>
      )}
      {report ? (
        <PaperPane
          key={report.code}
          report={report}
          narrow={narrow}
          list={
            <button
              type="button"
              className="cn-icon-button"
              aria-label="Danh mục báo cáo"
              aria-expanded={open}
              onClick={() => setAsked(!open)}
            >
              <UnorderedListOutlined aria-hidden="true" />
            </button>
          }
        />
      ) : (
        <div className="cn-reports">
          <h1>Báo cáo, sổ, biểu</h1>
          <EmptyState title="Chưa chọn báo cáo">
            Chọn một báo cáo, sổ hoặc biểu trong danh mục. Gõ vài chữ không dấu để tìm.
          </EmptyState>
          {narrow && <Button onClick={() => void navigate('/the-thuc')}>Thể thức văn bản</Button>}
        </div>
      )}
    </div>
  );
}
