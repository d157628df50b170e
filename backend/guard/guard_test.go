package guard

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// onDay is the day the texts of these tests are typed on.
const onDay dates.Date = "2026-11-22"

func TestPlacesOfFindings(t *testing.T) {
	text := "Đêm 🎉 bà Trần Thị Mít gọi 0912 345 678, thửa 58."
	found := Find(norm.NFD.String(text), onDay, nil)
	var kinds []string
	for _, f := range found {
		kinds = append(kinds, f.Kind)
		if got := string(utf16.Decode(utf16.Encode([]rune(text))[f.Start:f.End])); got != f.Text || f.Sentence == "" {
			t.Errorf("%+v stands over %q", f, got)
		}
	}
	if !slices.Equal(kinds, []string{Name, Phone, Land}) {
		t.Errorf("%v", found)
	}
}

// A number is a telephone number, an identity number or neither by its count of digits; each count on either side of a
// boundary stands here.
func TestCountOfDigits(t *testing.T) {
	for _, c := range []struct{ number, kind string }{
		{"09123456", ""},
		{"091234567", IDNumber},
		{"0912345678", Phone},
		{"02963123456", Phone},
		{"029631234567", IDNumber},
		{"0296312345678", ""},
		{"0912 345 678", Phone},
		{"0296.312.3456", Phone},
		{"+8491234567", ""},
		{"+84912345678", Phone},
		{"+842963123456", Phone},
		{"+8429631234567", ""},
		{"12345678", ""},
		{"123456789", IDNumber},
		{"1234567890", ""},
		{"12345678901", ""},
		{"123456789012", IDNumber},
		{"1234567890123", ""},
	} {
		kind := ""
		if found := Find("Bà con báo số "+c.number+" để hỏi", onDay, nil); len(found) > 0 {
			kind = found[0].Kind
			if len(found) > 1 || found[0].Text != c.number {
				t.Errorf("%s: %+v", c.number, found)
			}
		}
		if kind != c.kind {
			t.Errorf("%s: %q, want %q", c.number, kind, c.kind)
		}
	}
}

// A year behind "SN" is a year of birth up to the year at hand; it does not stop at the year the program was made.
func TestYearsOfBirthUpToTheYearAtHand(t *testing.T) {
	for _, c := range []struct {
		on    dates.Date
		text  string
		marks bool
	}{
		{"2026-11-22", "nhà SN 2025", true},
		{"2026-01-01", "nhà SN 2026", true},
		{"2025-12-31", "nhà SN 2026", false},
		{"2031-06-01", "nhà SN 2031", true},
		{"2031-06-01", "nhà SN 2032", false},
		{"2026-11-22", "nhà SN 1900", true},
		{"2026-11-22", "nhà SN 1899", false},
		{"2026-11-22", "nhà SN 12", false},
	} {
		if found := Find(c.text, c.on, nil); (len(found) > 0) != c.marks {
			t.Errorf("%s on %s: %+v", c.text, c.on, found)
		}
	}
}

// Whatever is thrown at it, the guard answers, inside the text.
func TestHostileTexts(t *testing.T) {
	for _, text := range []string{"", " ", "ông", "ông ", "bà.", "Ô. ", "b. ", "\xff\xfe",
		strings.Repeat("ông Nguyễn Văn Tí ", 300), strings.Repeat("9", 5000), strings.Repeat("0 ", 3000), "ÔNG", "İİİ ông Aİ"} {
		for _, f := range Find(text, onDay, nil) {
			if f.Start < 0 || f.End <= f.Start || f.End > len([]rune(text))+5 {
				t.Errorf("%.20q: %+v", text, f)
			}
		}
	}
}

func TestFieldAsksTheOffice(t *testing.T) {
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		err := tx.Exec(
			"INSERT INTO officer (id, full_name, fold, sort_key, created_at) VALUES ('a', 'Nguyễn Mẫu An', 'nguyen mau an', '', '')",
		).Error
		if err != nil {
			return err
		}
		for _, c := range []struct{ text, reason, says string }{
			{"Ông Nguyễn Mẫu An đã giải trình", "", ""},
			{"Ông Nguyễn Văn Tí đề nghị", "", "tên người dân"},
			{"Ông Nguyễn Văn Tí đề nghị", "NGUOI_CO_CHUC_VU", ""},
			{"Ông Nguyễn Văn Tí đề nghị", "tôi muốn", "Hãy chọn lý do"},
		} {
			var f fault.Fields
			if err := Field(tx, &f, "summary", c.text, c.reason); err != nil {
				return err
			}
			err := f.Err()
			if (err == nil) != (c.says == "") || (err != nil && !strings.Contains(err.Error(), c.says)) {
				t.Errorf("%s (%s): %v", c.text, c.reason, err)
			}
		}
		return nil
	})
}
