package exchange

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// format is what a number format says that changes the meaning of a number. All other formats (thousands, per cent,
// colours) only dress it: the number itself is read.
type format struct {
	day, month, year, clock bool
	mask                    string // digits with leading zeros or signs between: "00000", "0000 000 000"
}

// formats are the number formats of a workbook's cells.
type formats struct {
	styles   []format
	byCode   map[string]format
	from1904 bool // days are counted from 1904, not from 1900
}

// builtIn are the formats that are not written in the file. 16 shows a day without a year, 17 a month.
var builtIn = func() map[string]string {
	m := map[string]string{
		"14": "d/m/yyyy", "15": "d-mmm-yy", "16": "d-mmm", "17": "mmm-yy", "22": "d/m/yyyy h:mm",
		"18": "h:mm", "19": "h:mm:ss", "20": "h:mm", "21": "h:mm:ss", "45": "mm:ss", "46": "h:mm:ss", "47": "mm:ss",
	}
	for _, id := range []int{27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58} { // days of other countries' calendars
		m[strconv.Itoa(id)] = "d/m/yyyy"
	}
	return m
}()

func (f *formats) add(code string) {
	known, ok := f.byCode[code]
	if !ok {
		known = readFormat(code)
		if f.byCode == nil {
			f.byCode = map[string]format{}
		}
		f.byCode[code] = known
	}
	f.styles = append(f.styles, known)
}

// readFormat looks at the first section of a format, without what is quoted, escaped or in brackets.
func readFormat(code string) format {
	const longest = 255
	var bare, mask strings.Builder
	masked := true
	runes := []rune(code[:min(len(code), longest)])
	for i := 0; i < len(runes) && runes[i] != ';'; i++ {
		switch r := runes[i]; {
		case r == '"':
			for i++; i < len(runes) && runes[i] != '"'; i++ {
				mask.WriteRune(runes[i])
			}
		case r == '[':
			start := i
			for i++; i < len(runes) && runes[i] != ']'; i++ {
			}
			if text := strings.ToLower(string(runes[start+1 : min(i, len(runes))])); strings.Trim(text, "hms") == "" {
				bare.WriteString(text) // [h]:mm counts hours
			}
		case r == '\\' && i+1 < len(runes):
			i++
			mask.WriteRune(runes[i])
		case (r == '_' || r == '*') && i+1 < len(runes):
			i++
		default:
			bare.WriteRune(r)
			mask.WriteRune(r)
			masked = masked && strings.ContainsRune("0# -()", r)
		}
	}
	text := strings.ToLower(bare.String())
	if text == "" || text == "general" || text == "@" {
		return format{}
	}
	if masked && strings.Contains(mask.String(), "0") && mask.String() != "0" {
		return format{mask: mask.String()}
	}
	if strings.ContainsAny(text, "0#?") && !strings.ContainsAny(text, "ydh") {
		return format{}
	}
	text = strings.NewReplacer("am/pm", "", "a/p", "").Replace(text)
	out := format{day: strings.Contains(text, "d"), year: strings.ContainsAny(text, "ye"), clock: strings.ContainsAny(text, "hs")}
	out.month = strings.Contains(text, "m") && (out.day || out.year || !out.clock)
	return out
}

// lastSerial is the number of the last day of 2199 in a workbook; larger numbers are no days.
const lastSerial = 109_574

// show writes a stored number as its meaning: a day as days are stored, whatever order its format shows ("03/01/26" of
// an American format would be read as another day), a code with its leading zeros, anything else as the plain number.
func (f *formats) show(value string, style int) (string, bool) {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return "", false
	}
	var how format
	if style < len(f.styles) {
		how = f.styles[style]
	}
	switch {
	case how.mask != "" && n >= 0 && n == math.Trunc(n) && n < 1e15:
		return fillMask(how.mask, strconv.FormatFloat(n, 'f', 0, 64)), true
	case (how.day || how.month || how.year || how.clock) && n >= 0 && n <= lastSerial:
		return f.showMoment(n, how), true
	}
	plain, _ := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64) // what a sheet keeps of a number
	return strconv.FormatFloat(plain, 'f', -1, 64), true
}

func (f *formats) showMoment(n float64, how format) string {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case f.from1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case n < 61: // the sheet believes that 1900 had a 29 February
		first = first.AddDate(0, 0, 1)
	}
	at := first.AddDate(0, 0, int(n)).Add(time.Duration(math.Round((n-math.Trunc(n))*86400)) * time.Second)
	clock := ""
	if how.clock && (n != math.Trunc(n) || !how.day) {
		clock = at.Format(" 15:04")
	}
	switch {
	case how.day && how.month && how.year:
		return at.Format(time.DateOnly) + clock
	case how.day && how.month:
		return fmt.Sprintf("%d/%d", at.Day(), at.Month()) + clock
	case how.month && how.year:
		return fmt.Sprintf("%d/%d", at.Month(), at.Year())
	case how.year:
		return strconv.Itoa(at.Year())
	case how.clock:
		return strings.TrimSpace(clock)
	}
	return at.Format(time.DateOnly)
}

// fillMask puts digits into the places of a mask from the right: "912345678" in "0000 000 000" is "0912 345 678".
func fillMask(mask, digits string) string {
	var out []rune
	runes := []rune(mask)
	zeros := strings.Count(mask, "0")
	for i := len(runes) - 1; i >= 0; i-- {
		switch r := runes[i]; {
		case r != '0' && r != '#':
			if zeros > 0 || digits != "" {
				out = append(out, r)
			}
		case digits != "":
			out = append(out, rune(digits[len(digits)-1]))
			digits = digits[:len(digits)-1]
		case r == '0':
			out = append(out, '0')
		}
		if runes[i] == '0' {
			zeros--
		}
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return digits + string(out)
}
