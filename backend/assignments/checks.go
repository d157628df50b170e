package assignments

import (
	"unicode/utf8"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
)

const (
	longestLine = 200
	longestText = 2000
)

func checkLine(f *fault.Fields, field, text, missing string) {
	switch {
	case text == "":
		f.Add(field, missing)
	case utf8.RuneCountInString(text) > longestLine:
		f.Add(field, "Nội dung dài quá 200 ký tự; hãy viết gọn lại.")
	}
}

func checkLength(f *fault.Fields, field, text string) {
	if utf8.RuneCountInString(text) > longestText {
		f.Add(field, "Nội dung dài quá 2.000 ký tự; hãy viết gọn lại.")
	}
}

// plausibleDay keeps slips of the year ("0206", "20226") out.
func plausibleDay(d dates.Date) bool { return d.Valid() && d >= "1930-01-01" && d <= "2100-12-31" }

// checkDays checks a stretch of time that has to have a beginning.
func checkDays(f *fault.Fields, prefix string, span dates.Span) {
	switch {
	case span.From == dates.None:
		f.Add(prefix+"validFrom", "Hãy nhập ngày bắt đầu.")
	case !plausibleDay(span.From):
		f.Add(prefix+"validFrom", "Ngày bắt đầu không hợp lệ; hãy nhập ngày từ 1930 đến 2100.")
	}
	switch {
	case span.To == dates.None:
	case !plausibleDay(span.To):
		f.Add(prefix+"validTo", "Ngày kết thúc không hợp lệ; hãy nhập ngày từ 1930 đến 2100.")
	case span.Empty():
		f.Add(prefix+"validTo", "Ngày kết thúc phải sau ngày bắt đầu ("+span.From.Show()+").")
	}
}
