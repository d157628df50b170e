package document

import (
	"strconv"
	"strings"

	"caunoi/backend/dates"
)

// NoBreak is a space at which no line ends.
const NoBreak = "\u00a0"

// JoinParts joins what is not empty: a công văn of the state has no type symbol.
func JoinParts(sep string, parts ...string) string {
	kept := parts[:0:0]
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, sep)
}

// keptFromPress are the words that keep a paper from the press; they have a place of their own on the page.
const keptFromPress = "không phổ biến trên phương tiện thông tin đại chúng"

// KeptFromPress tells whether a circulation mark is the one that keeps a paper from the press.
func KeptFromPress(mark string) bool { return strings.EqualFold(OneSpace(mark), keptFromPress) }

// OneSpace puts single spaces between the words of a text.
func OneSpace(text string) string { return strings.Join(strings.Fields(text), " ") }

// TwoDigits writes a count as the sentences of papers do: "05", "12", "1.728".
func TwoDigits(n int) string {
	if n > 0 && n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return Thousands(n)
}

// Thousands writes a count as tables do: "5", "12", "1.728".
func Thousands(n int) string {
	if n < 0 {
		return "-" + Thousands(-n)
	}
	text := strconv.Itoa(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "." + text[at:]
	}
	return text
}

// levelWords begin the name of a place. Inside a sentence they have a small letter: "của ấp An Ninh, xã Mẫu".
var levelWords = []string{
	"Ấp",
	"Khu phố",
	"Khóm",
	"Thôn",
	"Xóm",
	"Buôn",
	"Bản",
	"Tổ dân phố",
	"Tổ nhân dân tự quản",
	"Xã",
	"Phường",
	"Thị trấn",
	"Đặc khu",
	"Huyện",
	"Quận",
	"Thị xã",
}

// InSentence writes the name of a place or the address of a person as it stands inside a sentence: "Ấp An Ninh" becomes "ấp An Ninh",
// "Đồng chí" becomes "đồng chí". Names of bodies keep their capital: "Đảng ủy xã Mẫu", "Phòng Kinh tế".
func InSentence(name string) string {
	for _, word := range append(levelWords, "Đồng chí", "Các đồng chí") {
		if rest, begins := strings.CutPrefix(name, word); begins && (rest == "" || rest[0] == ' ') {
			return strings.ToLower(word) + rest
		}
	}
	return name
}

// WhenWords writes when something is held: "19 giờ 00, thứ Bảy, ngày 06/6/2026 (21/4 âm lịch)". Clock is "19:00" or empty, lunar
// "21/4 âl" or empty.
func WhenWords(clock string, day dates.Date, lunar string) string {
	text := ClockWords(clock) + ", " + strings.Replace(day.WeekdayLong(), "Thứ", "thứ", 1) + ", ngày " + day.ShowInPaper()
	if lunar != "" {
		text += " (" + LunarWords(lunar) + ")"
	}
	return text
}

// LunarWords writes "21/4 âl" out: "21/4 âm lịch".
func LunarWords(lunar string) string { return strings.Replace(lunar, "âl", "âm lịch", 1) }

// ClockWords writes "07:30" as "07 giờ 30"; room to write it by hand where there is none.
func ClockWords(clock string) string {
	hour, minute, found := strings.Cut(clock, ":")
	if !found {
		return "… giờ …"
	}
	return hour + NoBreak + "giờ" + NoBreak + minute
}
