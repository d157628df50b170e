import { Suspense } from 'react';
import { createHashRouter, Navigate } from 'react-router';
import { useDesk } from '../ui/desk';
import { EmptyState } from '../ui/EmptyState';
import { RouteCrash } from './CrashPage';
import { Gate } from './Gate';
import { menuPath, routes, type RoomRoute } from './routes';

function Allowed({ route }: { route: RoomRoute }) {
  const { can } = useDesk();
  const { Page } = route;
  if (route.needs && !can(route.needs)) {
    return (
      <EmptyState title="Tài khoản này không mở được mục này">
        Nhờ người quản trị cấp quyền nếu đây là việc của đồng chí.
      </EmptyState>
    );
  }
  return (
    <Suspense
      fallback={
        <p className="cn-empty" role="status">
          Đang mở…
        </p>
      }
    >
      <Page />
    </Suspense>
  );
}

function First() {
  const { can } = useDesk();
  const first = routes.find((each) => each.menu !== '' && (!each.needs || can(each.needs)));
  return first ? (
    <Navigate to={menuPath(first)} replace />
  ) : (
    <EmptyState title="Chưa có mục nào cho tài khoản này">Nhờ người quản trị cấp quyền.</EmptyState>
  );
}

export const router = createHashRouter([
  {
    path: '/',
    element: <Gate />,
    errorElement: <RouteCrash />,
    children: [
      { index: true, element: <First /> },
      ...routes.map((each) => ({ path: each.path, element: <Allowed route={each} />, errorElement: <RouteCrash /> })),
      { path: '*', element: <EmptyState title="Không có màn hình này">Chọn một mục ở bên trái.</EmptyState> },
    ],
  },
]);
