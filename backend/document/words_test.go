package document_test

import (
	"testing"

	"caunoi/backend/document"
)

func TestCountsOnPaper(t *testing.T) {
	for n, want := range map[int]string{0: "0 0", 1: "01 1", 9: "09 9", 10: "10 10", 999: "999 999",
		1000: "1.000 1.000", 1728: "1.728 1.728",
		1234567: "1.234.567 1.234.567", -1900: "-1.900 -1.900"} {
		if got := document.TwoDigits(n) + " " + document.Thousands(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestNamesInASentence(t *testing.T) {
	for name, want := range map[string]string{
		"Ấp An Ninh":               "ấp An Ninh",
		"Khu phố 3, phường Mẫu":    "khu phố 3, phường Mẫu",
		"Xã Mẫu":                   "xã Mẫu",
		"Đồng chí Nguyễn Mẫu An":   "đồng chí Nguyễn Mẫu An",
		"Xãng":                     "Xãng",
		"Đảng ủy xã Mẫu":           "Đảng ủy xã Mẫu",
		"Phòng Kinh tế":            "Phòng Kinh tế",
		"Tổ nhân dân tự quản số 1": "tổ nhân dân tự quản số 1",
		"":                         "",
	} {
		if got := document.InSentence(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestWhenSomethingIsHeld(t *testing.T) {
	for _, c := range []struct{ clock, lunar, want string }{
		{"19:00", "21/4 âl", "19 giờ 00, thứ Bảy, ngày 06/6/2026 (21/4 âm lịch)"},
		{"", "", "… giờ …, thứ Bảy, ngày 06/6/2026"},
	} {
		got := document.OneSpace(document.WhenWords(c.clock, "2026-06-06", c.lunar))
		if got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if got := document.WhenWords("07:30", "2026-06-07", ""); document.OneSpace(got) != "07 giờ 30, Chủ nhật, ngày 07/6/2026" {
		t.Error(got)
	}
}
