import { lazy, type ComponentType } from 'react';

export interface RoomRoute {
  /** Hash path without "#/", Vietnamese without accents; "can-bo/:id?" is a list that can open at one record. */
  path: string;
  /** Menu word, also the window's title. */
  title: string;
  Page: ComponentType;
  /** Shown only to who may call this "<package>.<Method>"; empty: to everybody signed in. */
  needs?: string;
  /** Chapter of the guide: file name in docs/huong-dan-su-dung without ".md". */
  guide: string;
  /** "work" above the line in the menu, "office" below it; empty: not in the menu. */
  menu: 'work' | 'office' | '';
}

/** Address of the screen itself, without the record it may open at. */
export function menuPath(route: RoomRoute): string {
  return `/${route.path.split('/:')[0]}`;
}

/** Lets a page be fetched when it is first opened: `page(() => import('../features/units/UnitsPage'), 'UnitsPage')`. */
function page<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N): ComponentType {
  return lazy(async () => ({ default: (await load())[name] as ComponentType }));
}

/**
 * The one table of screens: menu, permission and chapter together, in the order of the menu. The first one the person may
 * see is the first screen.
 */
export const routes: RoomRoute[] = [
  {
    path: 'viec-tuan-nay',
    title: 'Việc tuần này',
    Page: page(() => import('../features/week/WeekPage'), 'WeekPage'),
    needs: 'desk.Week',
    guide: 'viec-tuan-nay',
    menu: 'work',
  },
  {
    path: 'nhat-ky',
    title: 'Nhật ký',
    Page: page(() => import('./LogScreen'), 'LogScreen'),
    needs: 'activities.Log',
    guide: 'nhat-ky',
    menu: 'work',
  },
  {
    path: 'nhat-ky/phieu',
    title: 'Nhập theo phiếu',
    Page: page(() => import('./SheetScreen'), 'SheetScreen'),
    needs: 'activities.SaveMeeting',
    guide: 'nhat-ky',
    menu: '',
  },
  {
    path: 'nhat-ky/luoi',
    title: 'Lưới tháng',
    Page: page(() => import('../features/activities/MonthGridPage'), 'MonthGridPage'),
    needs: 'activities.MonthGrid',
    guide: 'nhat-ky',
    menu: '',
  },
  {
    path: 'lich',
    title: 'Lịch, nhiệm vụ',
    Page: page(() => import('../features/duties/CalendarPage'), 'CalendarPage'),
    needs: 'fulfilment.Calendar',
    guide: 'lich-nhiem-vu',
    menu: 'work',
  },
  {
    path: 'lich/dang-ky',
    title: 'Đăng ký lịch tháng',
    Page: page(() => import('../features/duties/SchedulePage'), 'SchedulePage'),
    needs: 'activities.Schedule',
    guide: 'lich-nhiem-vu',
    menu: '',
  },
  {
    path: 'lich/nhiem-vu',
    title: 'Nhiệm vụ định kỳ',
    Page: page(() => import('../features/duties/RulesPage'), 'RulesPage'),
    needs: 'duties.Rules',
    guide: 'lich-nhiem-vu',
    menu: '',
  },
  {
    path: 'lich/tam-dung',
    title: 'Tạm dừng',
    Page: page(() => import('../features/duties/SuspensionsPage'), 'SuspensionsPage'),
    needs: 'duties.Suspensions',
    guide: 'lich-nhiem-vu',
    menu: '',
  },
  {
    path: 'lich/ngay-nghi',
    title: 'Ngày nghỉ',
    Page: page(() => import('../features/duties/DaysOffPage'), 'DaysOffPage'),
    needs: 'duties.DaysOff',
    guide: 'lich-nhiem-vu',
    menu: '',
  },
  {
    path: 'ket-qua',
    title: 'Kết quả thực hiện',
    Page: page(() => import('../features/fulfilment/FulfilmentPage'), 'FulfilmentPage'),
    needs: 'fulfilment.Summary',
    guide: 'ket-qua-thuc-hien',
    menu: 'work',
  },
  {
    path: 'ket-qua/hai-chieu',
    title: 'Hai chiều',
    Page: page(() => import('../features/fulfilment/LedgerPage'), 'LedgerPage'),
    needs: 'fulfilment.Ledger',
    guide: 'ket-qua-thuc-hien',
    menu: '',
  },
  {
    path: 'ket-qua/tai-lieu',
    title: 'Gửi tài liệu',
    Page: page(() => import('../features/fulfilment/PapersPage'), 'PapersPage'),
    needs: 'fulfilment.PapersLead',
    guide: 'ket-qua-thuc-hien',
    menu: '',
  },
  {
    path: 'ket-qua/gop-y',
    title: 'Dự và góp ý',
    Page: page(() => import('../features/fulfilment/SpokePage'), 'SpokePage'),
    needs: 'fulfilment.Silent',
    guide: 'ket-qua-thuc-hien',
    menu: '',
  },
  {
    path: 'kien-nghi',
    title: 'Kiến nghị',
    Page: page(() => import('../features/matters/MattersPage'), 'MattersPage'),
    needs: 'matters.Register',
    guide: 'kien-nghi',
    menu: 'work',
  },
  {
    path: 'kien-nghi/so-lieu',
    title: 'Số liệu kiến nghị',
    Page: page(() => import('../features/matters/FiguresPage'), 'FiguresPage'),
    needs: 'matters.Figures',
    guide: 'kien-nghi',
    menu: '',
  },
  {
    path: 'kien-nghi/tiep-dan',
    title: 'Tiếp dân, đối thoại',
    Page: page(() => import('../features/matters/ReceptionPage'), 'ReceptionPage'),
    needs: 'matters.ReceptionDays',
    guide: 'kien-nghi',
    menu: '',
  },
  {
    path: 'kien-nghi/khieu-nai-to-cao',
    title: 'Khiếu nại, tố cáo',
    Page: page(() => import('../features/matters/StatutoryPage'), 'StatutoryPage'),
    needs: 'matters.Statutory',
    guide: 'kien-nghi',
    menu: '',
  },
  {
    path: 'kien-nghi/co-quan',
    title: 'Cơ quan trả lời',
    Page: page(() => import('../features/matters/BodiesPage'), 'BodiesPage'),
    needs: 'matters.Bodies',
    guide: 'kien-nghi',
    menu: '',
  },
  {
    path: 'kien-nghi/:id',
    title: 'Kiến nghị',
    Page: page(() => import('../features/matters/MatterPage'), 'MatterPage'),
    needs: 'matters.One',
    guide: 'kien-nghi',
    menu: '',
  },
  {
    path: 'phien-hop',
    title: 'Phiên họp',
    Page: page(() => import('../features/sessions/SessionsPage'), 'SessionsPage'),
    needs: 'sessions.List',
    guide: 'phien-hop',
    menu: 'work',
  },
  {
    path: 'phien-hop/:id',
    title: 'Phiên họp',
    Page: page(() => import('../features/sessions/SessionPage'), 'SessionPage'),
    needs: 'sessions.Get',
    guide: 'phien-hop',
    menu: '',
  },
  {
    path: 'phien-hop/:id/ho-so',
    title: 'Hồ sơ phiên họp',
    Page: page(() => import('../features/sessions/DossierPage'), 'DossierPage'),
    needs: 'issuing.Dossier',
    guide: 'phien-hop',
    menu: '',
  },
  {
    path: 'dia-ban/:id?',
    title: 'Địa bàn, tổ chức',
    Page: page(() => import('./UnitsScreen'), 'UnitsScreen'),
    needs: 'units.Tree',
    guide: 'dia-ban',
    menu: 'work',
  },
  {
    path: 'can-bo',
    title: 'Cán bộ',
    Page: page(() => import('../features/officers/OfficersPage'), 'OfficersPage'),
    needs: 'officers.List',
    guide: 'can-bo',
    menu: 'work',
  },
  {
    path: 'can-bo/:id',
    title: 'Cán bộ',
    Page: page(() => import('./OfficerScreen'), 'OfficerScreen'),
    needs: 'officers.Get',
    guide: 'can-bo',
    menu: '',
  },
  {
    path: 'phan-cong',
    title: 'Phân công',
    Page: page(() => import('../features/assignments/AssignmentsPage'), 'AssignmentsPage'),
    needs: 'assignments.Register',
    guide: 'phan-cong',
    menu: 'work',
  },
  {
    path: 'phan-cong/quyet-dinh',
    title: 'Quyết định phân công',
    Page: page(() => import('../features/assignments/DecisionsPage'), 'DecisionsPage'),
    needs: 'assignments.Decisions',
    guide: 'phan-cong',
    menu: '',
  },
  {
    path: 'phan-cong/quyet-dinh/:id',
    title: 'Quyết định phân công',
    Page: page(() => import('../features/assignments/DecisionPage'), 'DecisionPage'),
    needs: 'assignments.Decision',
    guide: 'phan-cong',
    menu: '',
  },
  {
    path: 'phan-cong/con-trong',
    title: 'Phủ kín, còn trống',
    Page: page(() => import('../features/assignments/CoveragePage'), 'CoveragePage'),
    needs: 'assignments.Coverage',
    guide: 'phan-cong',
    menu: '',
  },
  {
    path: 'phan-cong/chu-truong',
    title: 'Chủ trương phân công',
    Page: page(() => import('../features/assignments/SchemesPage'), 'SchemesPage'),
    needs: 'assignments.Schemes',
    guide: 'phan-cong',
    menu: '',
  },
  {
    path: 'phan-cong/ban-giao',
    title: 'Bàn giao',
    Page: page(() => import('./HandoversScreen'), 'HandoversScreen'),
    needs: 'assignments.Handovers',
    guide: 'phan-cong',
    menu: '',
  },
  {
    path: 'phan-cong/ban-giao/:id',
    title: 'Bàn giao',
    Page: page(() => import('../features/handover/HandoverPage'), 'HandoverPage'),
    needs: 'assignments.HandoverPlan',
    guide: 'phan-cong',
    menu: '',
  },
  {
    path: 'toan-canh',
    title: 'Toàn cảnh',
    Page: page(() => import('../features/overview/OverviewPage'), 'OverviewPage'),
    needs: 'reports.Overview',
    guide: 'toan-canh',
    menu: 'work',
  },
  {
    path: 'bao-cao/:name?',
    title: 'Báo cáo',
    Page: page(() => import('../features/reports/ReportsPage'), 'ReportsPage'),
    needs: 'reports.List',
    guide: 'bao-cao',
    menu: 'work',
  },
  {
    path: 'van-ban',
    title: 'Văn bản đi',
    Page: page(() => import('../features/papers/PapersPage'), 'PapersPage'),
    needs: 'papers.Register',
    guide: 'van-ban-di',
    menu: 'work',
  },
  {
    path: 'the-thuc',
    title: 'Thể thức văn bản',
    Page: page(() => import('../features/reports/FormatPage'), 'FormatPage'),
    needs: 'reports.Profile',
    guide: 'bao-cao',
    menu: '',
  },
  {
    path: 'the-thuc/cau-chu',
    title: 'Câu chữ của cơ quan',
    Page: page(() => import('../features/reports/OfficeTextsPage'), 'OfficeTextsPage'),
    needs: 'reports.OfficeTexts',
    guide: 'bao-cao',
    menu: '',
  },
  {
    path: 'the-thuc/co-quan-ban-hanh',
    title: 'Cơ quan ban hành',
    Page: page(() => import('../features/reports/IssuersPage'), 'IssuersPage'),
    needs: 'papers.Issuers',
    guide: 'bao-cao',
    menu: '',
  },
  {
    path: 'nhap-excel',
    title: 'Nhập từ Excel',
    Page: page(() => import('../features/exchange/ImportPage'), 'ImportPage'),
    needs: 'exchange.Open',
    guide: 'nhap-excel',
    menu: 'office',
  },
  {
    path: 'co-quan',
    title: 'Cơ quan',
    Page: page(() => import('../features/system/OfficePage'), 'OfficePage'),
    needs: 'units.Office',
    guide: 'he-thong',
    menu: 'office',
  },
  {
    path: 'tai-khoan',
    title: 'Tài khoản',
    Page: page(() => import('../features/system/AccountsPage'), 'AccountsPage'),
    needs: 'access.Users',
    guide: 'he-thong',
    menu: 'office',
  },
  {
    path: 'sao-luu',
    title: 'Sao lưu, phục hồi',
    Page: page(() => import('../features/system/BackupsPage'), 'BackupsPage'),
    needs: 'desk.Copies',
    guide: 'he-thong',
    menu: 'office',
  },
];
