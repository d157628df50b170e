package dates

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// hourForm takes the ways an hour is typed: 19h, 19h30, 19:30, 19.30, 19g30, 19 giờ 30, 19 giờ 30 phút, 0730.
var hourForm = regexp.MustCompile(`^([01]?\d|2[0-3])(?: ?(?:[:.hg]|giờ) ?([0-5]\d)?(?: ?phút)?|([0-5]\d))$`)

// HourProblem is what is said of an hour that cannot be read. "7 giờ tối" is none: whether it is 19:00 is for the person to say.
const HourProblem = "Giờ ghi từ 0 đến 23, ví dụ 19h30 hoặc 19:30; không ghi sáng, chiều, tối."

// ParseHour brings a typed hour of the day to "07:30"; false when it is none. Nothing typed is no hour, which is well.
func ParseHour(text string) (string, bool) {
	text = strings.ToLower(strings.TrimSpace(norm.NFC.String(text)))
	if text == "" {
		return "", true
	}
	found := hourForm.FindStringSubmatch(text)
	if found == nil {
		return text, false
	}
	hour, minute := found[1], found[2]+found[3]
	if minute == "" {
		minute = "00"
	}
	return strings.Repeat("0", 2-len(hour)) + hour + ":" + minute, true
}
