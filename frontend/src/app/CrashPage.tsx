import { Button } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useRouteError } from 'react-router';

/** What is shown instead of an empty window when a screen of ours breaks. */
export function Broken({ onRetry }: { onRetry: () => void }) {
  return (
    <main className="cn-entry">
      <div className="cn-entry-sheet">
        <h1>Màn hình này gặp lỗi</h1>
        <p>
          Dữ liệu đã lưu không bị ảnh hưởng. Những gì đang gõ dở còn trong bản nháp và sẽ được hỏi lại khi mở biểu đó.
        </p>
        <p>Bấm “Mở lại” để tiếp tục. Nếu lỗi lặp lại, báo người quản trị đang làm việc gì thì gặp lỗi.</p>
        <div className="cn-row">
          <Button type="primary" onClick={onRetry}>
            Mở lại
          </Button>
        </div>
      </div>
    </main>
  );
}

/** Catches what breaks outside the routes. */
export class CrashPage extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.broken ? <Broken onRetry={() => location.reload()} /> : this.props.children;
  }
}

/** Catches what breaks inside one screen; the rooms at the left stay usable. */
export function RouteCrash() {
  console.error(useRouteError());
  return <Broken onRetry={() => location.reload()} />;
}
