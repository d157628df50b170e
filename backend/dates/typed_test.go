package dates

import (
	"strings"
	"testing"
)

func TestParseTyped(t *testing.T) {
	const today = Date("2026-01-20") // in the lunar year 2025, which has its sixth month twice
	for _, c := range []struct {
		in   string
		want Date
	}{
		{"5/3/26", "2026-03-05"}, {"05032026", "2026-03-05"}, {"050326", "2026-03-05"}, {"5-3-2026", "2026-03-05"},
		{"5.3.2026", "2026-03-05"}, {" 5 / 3 / 2026 ", "2026-03-05"}, {"5 3 2026", "2026-03-05"}, {"5/3", "2026-03-05"},
		{"2026-03-05", "2026-03-05"}, {"29/2/2024", "2024-02-29"}, {"31/12/36", "2036-12-31"}, {"1/1/00", "2000-01-01"},
		{"ngày 05 tháng 02 năm 2026", "2026-02-05"}, {"5 tháng 2", "2026-02-05"}, {"NGÀY 5 THÁNG 2", "2026-02-05"},
		{"nga\u0300y 5 tha\u0301ng 3 na\u0306m 2026", "2026-03-05"}, // decomposed Unicode
		{"", None}, {"   ", None},

		{"16/6/2026 âl", "2026-07-29"}, {"16/6/2026 ÂL", "2026-07-29"}, {"16/6/2026âl", "2026-07-29"},
		{"16/6/2026 âm lịch", "2026-07-29"}, {"16/6/2026 al", "2026-07-29"}, {"16/6/26 (âl)", "2026-07-29"},
		{"16/12 âl", "2026-02-03"}, {"1/1/2026 âl", "2026-02-17"}, {"10/3/2026 âl", "2026-04-26"},
		{"16/6 nhuận", "2025-08-09"}, {"16/6 nhuận âl", "2025-08-09"}, {"16/6/2025 nhuận", "2025-08-09"},
		{"16/6 nhuan/2025 al", "2025-08-09"}, {"16/6 thường âl", "2025-07-10"}, {"16/6/2025 thường âl", "2025-07-10"},

		{"T4 29/7/2026 (16/6 âl)", "2026-07-29"}, {"T4 29/7/2026", "2026-07-29"}, {"T4 29/07/2026 (16/6)", "2026-07-29"},
		{"T7 9/8/2025 (16/6 nhuận âl)", "2025-08-09"}, {"CN 7/6/2026", "2026-06-07"},
	} {
		if got, err := ParseTyped(c.in, today); got != c.want || err != nil {
			t.Errorf("%q → %q, %v; want %q", c.in, got, err, c.want)
		}
	}
}

func TestParseTypedRefuses(t *testing.T) {
	const today = Date("2026-01-20")
	for _, c := range []struct{ in, says string }{
		{"31/4/2026", "Không có ngày 31/4/2026"}, {"29/2", "Không có ngày 29/2/2026"}, {"0/3/2026", "Không có ngày"},
		{"3/25/2026", "ngày trước, tháng sau, ví dụ 25/3/2026"}, {"5/3/98", "năm 1998 hay 2098"}, {"5/3/37", "bốn chữ số"},
		{"5/3/1026", "ngoài khoảng"}, {"6/2026", "thiếu ngày"}, {"5/3/026", "Không hiểu"}, {"abc", "Không hiểu"},
		{"5", "Không hiểu"}, {"0503", "Không hiểu"}, {"2026", "Không hiểu"}, {"5/3/2026 sáng", "Không hiểu"}, {"😀", "Không hiểu"},
		{"5/3 thường", "Không hiểu"}, {"5/6 thường nhuận âl", "Không hiểu"}, {"20260305", "Năm 305"}, {"-5/3/2026", "Không hiểu"},
		{"16/6 âl", "hai tháng 6"}, {"16/6/2025 âl", "16/6/2025 nhuận âl"}, {"16/5 nhuận", "nhuận tháng 6"},
		{"16/6/2026 nhuận", "năm đó không nhuận"}, {"30/5/2026 âl", "chỉ có 29 ngày"}, {"1/13 âl", "từ 1 đến 12"},
		{"T5 29/7/2026", "là T4, không phải T5"}, {"T4 29/7/2026 (15/6 âl)", "là 16/6 âl"}, {"T4 30/2/2026", "Không có ngày"},
		{strings.Repeat("9", 4000), "Không hiểu"},
	} {
		got, err := ParseTyped(c.in, today)
		if err == nil || !strings.Contains(err.Error(), c.says) || got != None || len(err.Error()) > 400 {
			t.Errorf("%.60q → %q, %v; want “%s”", c.in, got, err, c.says)
		}
	}
}

// What the screen shows can be typed back, for every day.
func TestTypedReadsShown(t *testing.T) {
	for d := Date("2019-12-01"); d < "2029-02-01"; d = d.AddDays(1) {
		for _, text := range []string{d.Show(), d.ShowLong(), d.ShowWithLunar(), string(d)} {
			if got, err := ParseTyped(text, "2026-07-29"); got != d || err != nil {
				t.Fatalf("%s: %q → %q, %v", d, text, got, err)
			}
		}
	}
}

func FuzzParseTyped(f *testing.F) {
	for _, s := range []string{"5/3/26", "16/6 nhuận", "T4 29/7/2026 (16/6 âl)", "ngày 5 tháng 2", "05032026", "((âl"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseTyped(s, "2026-07-29")
		if (d != None && (err != nil || !d.Valid())) || (err != nil && err.Error() == "") {
			t.Errorf("%q → %q, %v", s, d, err)
		}
	})
}
