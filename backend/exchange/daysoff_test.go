package exchange

import (
	"testing"

	"caunoi/backend/access"
	"caunoi/backend/access/accesstest"
	"caunoi/backend/duties"
	"caunoi/backend/fault"
)

func TestDaysOffComeFromAFile(t *testing.T) {
	t.Parallel()
	o := accesstest.Open(t)
	s := New(o.Gate)
	give := func(name, text string) string {
		return o.Gate.Files().Put(name, "application/octet-stream", []byte(text))
	}
	list, err := s.ReadDaysOff(
		give(
			"nghi-2027.csv",
			"LỊCH NGHỈ NĂM 2027;;;\nNgày;Tên ngày nghỉ;Loại;Văn bản\n01/01/2027;Tết Dương lịch;nghỉ;Thông báo 1\n2027-01-09;Làm bù;làm bù;\n",
		),
	)
	want := []duties.DayOffRow{
		{Day: "01/01/2027", Name: "Tết Dương lịch", Kind: "nghỉ", Source: "Thông báo 1"},
		{Day: "09/01/2027", Name: "Làm bù", Kind: "làm bù"},
	}
	if err != nil || len(list.Rows) != 2 || list.Rows[0] != want[0] || list.Rows[1] != want[1] {
		t.Fatalf("%+v, %v", list, err)
	}
	for _, bad := range []string{give("a.csv", "Họ tên;Chức vụ\nA;B\n"), give("a.pdf", "%PDF-1.7"), "không có"} {
		if _, err := s.ReadDaysOff(bad); !fault.Is(err, fault.CodeInvalid) && !fault.Is(err, fault.CodeNotFound) {
			t.Errorf("%v", err)
		}
	}
	o.SignIn(t, access.ChuyenVien)
	if _, err := s.ReadDaysOff(give("a.csv", "Ngày\n01/01/2027\n")); !fault.Is(err, fault.CodeForbidden) {
		t.Errorf("%v", err)
	}
}
