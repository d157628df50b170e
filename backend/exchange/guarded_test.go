package exchange

import (
	"strings"
	"testing"

	"caunoi/backend/access/accesstest"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// neighbour is what no list may bring in or carry out: an invented resident with a telephone number.
const neighbour = "Theo dõi hộ ông Nguyễn Văn Mẫu, số 0912345678"

func TestFreeTextOfOfficersIsGuarded(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	f := officerFile(
		t,
		"Họ và tên;Chức vụ;Cơ quan\nCán bộ mẫu 01;"+neighbour+";Xã A\nCán bộ mẫu 02;Phó Bí thư;gần nhà bà Trần Thị Mẫu\nCán bộ mẫu 03;Bí thư Chi bộ ấp Mẫu Một;Đảng ủy xã Mẫu\n",
	)
	o := OfficerOptions{AsOf: "2026-01-01"}
	plan := func() (p Preview) {
		storetest.Read(t, s, func(tx *store.Tx) (err error) { p, err = PlanOfficers(tx, f, o); return err })
		return p
	}
	p := plan()
	if p.Marked != 2 || p.Rows["loi"] != 2 || p.Rows["moi"] != 1 || !strings.Contains(p.Lines[1].Reason, "0912345678") ||
		!strings.Contains(p.Lines[1].Reason, "chọn lý do giữ nguyên") {
		t.Fatalf("%+v", p)
	}
	o.GuardReason = "vì tôi muốn"
	if err := s.Write(
		t.Context(),
		store.As{},
		func(tx *store.Tx) error { _, err := ImportOfficers(tx, f, o); return err },
	); !fault.Is(
		err,
		fault.CodeInvalid,
	) {
		t.Fatalf("a reason made up: %v", err)
	}
	o.GuardReason = "NGUOI_CO_CHUC_VU"
	if p = plan(); p.Marked != 2 || p.Rows["moi"] != 3 {
		t.Fatalf("%+v", p)
	}
	if b := importOfficers(t, s, f, o); b.Created != 3 {
		t.Fatalf("%+v", b)
	}
	if said := lastTrail(t, s); !strings.Contains(said, "Giữ nguyên chữ đã được nhắc, lý do: là người giữ chức vụ") {
		t.Errorf("the trail says %q", said)
	}
}

func lastTrail(t testing.TB, s *store.Store) (detail string) {
	t.Helper()
	storetest.Write(t, s, func(tx *store.Tx) error {
		return tx.Raw("SELECT detail FROM audit_entry ORDER BY id DESC LIMIT 1").Scan(&detail).Error
	})
	return detail
}

func TestFreeTextOfAnAnnexIsGuarded(t *testing.T) {
	t.Parallel()
	s := storetest.Open(t)
	rows := annexRows()
	rows[0][9] = neighbour
	rows[3][9] = "Đồng chí Cán bộ mẫu An phụ trách xã Mẫu A" // an officer of the same book and a place pass
	f := makeBook(t, unitSheet, officerSheet, annexSheet(rows...))
	o := bookOptions
	o.Bulk = DecideNew
	if p := try(t, s, f, o); p.Marked != 1 || p.Rows["loi"] != 1 {
		t.Errorf("%d marked, %v", p.Marked, p.Rows)
	}
	o.GuardReason = "KHONG_GAN_VOI_NGUOI"
	if p := try(t, s, f, o); p.Marked != 1 || p.Rows["loi"] != 0 {
		t.Errorf("%d marked, %v", p.Marked, p.Rows)
	}
	o.GuardReason = "khác"
	if err := s.Write(
		t.Context(),
		store.As{},
		func(tx *store.Tx) error { _, err := ImportWorkbook(tx, f, o); return err },
	); !fault.Is(
		err,
		fault.CodeInvalid,
	) {
		t.Errorf("a reason made up: %v", err)
	}
}

func TestListsAreGuardedOnTheirWayOut(t *testing.T) {
	t.Parallel()
	o := accesstest.Open(t)
	s := New(o.Gate)
	list := Sheet{Title: "Nhật ký", Columns: []string{"Cán bộ dự", "Góp ý", "Ghi chú"}, FreeText: []int{1, 2, 9}, Rows: [][]string{
		{
			"Nguyễn Văn Nhập",
			"Sửa cầu ván qua rạch",
			"",
		},
		{"", neighbour, "gọi 0912345678"},
		{"", "", neighbour},
		{"", neighbour},
		{"", neighbour, neighbour},
	}}
	_, err := s.Export(list)
	e, _ := fault.Of(err)
	if e == nil || !strings.Contains(e.Fields["guardReason"], "dòng 2, cột “Góp ý”; dòng 2, cột “Ghi chú”; dòng 3, cột “Ghi chú”") ||
		!strings.Contains(e.Message, "và 1 ô nữa") {
		t.Fatalf("%v", err)
	}
	list.GuardReason = "khác"
	if _, err = s.Export(list); !fault.Is(err, fault.CodeInvalid) {
		t.Errorf("a reason made up: %v", err)
	}
	list.GuardReason = "SO_KHAC"
	if _, err = s.Export(list); err != nil {
		t.Error(err)
	}
	if said := lastTrail(t, o.Store); !strings.HasPrefix(said, "Xuất danh sách “Nhật ký”: 5 dòng. Giữ nguyên") {
		t.Errorf("the trail says %q", said)
	}
	list.GuardReason, list.FreeText = "", []int{
		0,
	} // a column of officers' names is no free text; a sentence column without data of residents passes
	list.Rows = [][]string{{"Sửa cầu ván qua rạch ấp Mẫu Một"}}
	if _, err = s.Export(list); err != nil {
		t.Error(err)
	}
}
