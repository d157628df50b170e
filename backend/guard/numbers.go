package guard

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	digitRun = regexp.MustCompile(`\d(?:[ .\-]?\d){8,13}`)
	idWord   = regexp.MustCompile(
		`(?i)(cccd|cmnd|cmt|căn cước|căn cước công dân|chứng minh|chứng minh nhân dân|định danh|hộ chiếu|bhyt|mã số thẻ)(?:\s+(?:nhân dân|công dân|số|là|mang số))*\s*:?\s*$`,
	)
	phoneRun = regexp.MustCompile(`(?:\+84|\(0\d{1,4}\)|0)(?:[ .\-]?\d){7,10}`)
	phoneRef = regexp.MustCompile(
		`(?i)(điện thoại|đt|sđt|sdt|di động|zalo|số máy|gọi|liên hệ|hotline|phone)(?:\s+(?:số|là|qua|theo))*\s*:?\s*$`,
	)
	docRef = regexp.MustCompile(
		`(?i)(công văn|văn bản|quyết định|tờ trình|kế hoạch|hồ sơ|biên lai|hóa đơn|mã số thuế|tài khoản ngân sách|mã đơn vị|tổng đài)(?:\s+(?:số|mã))*\s*:?\s*$`,
	)
	after = regexp.MustCompile(`^\s*(đồng|đ\b|đ\.|vnđ|vnd|triệu|tỷ|nghìn|ngàn|m2|m²|m3|ha|kg|tấn|lít|con|cây|người|hộ|/|-QĐ|-CV|-KH|%)`)
)

// identityNumbers are numbers of 9 or 12 digits that are no amount and no document.
func identityNumbers(text string, _ Known) (out []span) {
	for _, at := range digitRun.FindAllStringIndex(text, -1) {
		raw := text[at[0]:at[1]]
		digits := onlyDigits(raw)
		if !standsAlone(text, at) || (len(digits) != 9 && len(digits) != 12) {
			continue
		}
		before, behind := text[:at[0]], strings.ToLower(text[at[1]:])
		if strings.HasSuffix(before, "+") && strings.HasPrefix(digits, "84") {
			continue // a telephone number
		}
		said := idWord.MatchString(before)
		switch {
		case said:
		case after.MatchString(behind) || docRef.MatchString(before):
			continue
		case strings.Contains(raw, "."): // grouped by dots: an amount, unless it begins with 0
			if digits[0] != '0' {
				continue
			}
		case strings.ContainsAny(raw, " -") && digits[0] != '0':
			continue
		}
		if len(digits) == 9 && digits[0] == '0' && phoneRef.MatchString(before) {
			continue
		}
		out = append(out, span{IDNumber, at[0], at[1]})
	}
	return out
}

// phones are numbers of 10 or 11 digits from 0, or with +84.
func phones(text string, _ Known) (out []span) {
	for _, at := range phoneRun.FindAllStringIndex(text, -1) {
		raw := text[at[0]:at[1]]
		digits := onlyDigits(raw)
		if !standsAlone(text, at) || docRef.MatchString(text[:at[0]]) {
			continue
		}
		if after.MatchString(strings.ToLower(text[at[1]:])) {
			continue
		}
		good := len(digits) == 10 || len(digits) == 11
		if strings.HasPrefix(raw, "+84") {
			good = len(digits) == 11 || len(digits) == 12
		}
		if good || (phoneRef.MatchString(text[:at[0]]) && len(digits) >= 9) {
			out = append(out, span{Phone, at[0], at[1]})
		}
	}
	return out
}

var birth = regexp.MustCompile(
	`(?i)(sinh\s+(?:ngày|năm|tháng)|(?:ngày|năm)(?:\s+tháng(?:\s+năm)?)?\s+sinh|s\.?n\.?|sinh)\s*:?\s*(?:là\s+)?(?:ngày\s+)?\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|(?i)(sinh\s+(?:ngày|năm|tháng)|(?:ngày|năm)\s+sinh|s\.?n\.?|sinh)\s*:?\s*(?:là\s+)?(?:\d{1,2}\s+tháng\s+)?\d{1,4}`,
)

var fourDigits = regexp.MustCompile(`\d{4}$`)

// birthDates are days or years of birth, up to thisYear. "Phát sinh năm 2025" and "học sinh năm" are not.
func birthDates(text string, thisYear int) (out []span) {
	for _, at := range birth.FindAllStringIndex(text, -1) {
		if !wordStart(text, at[0]) {
			continue
		}
		switch lastWord(text[:at[0]]) {
		case "phát", "học", "vệ", "ký", "tái", "hy", "nảy", "bác", "thư", "thí", "tuyển", "đản", "giáng", "quyên", "dân", "an", "sơ":
			continue
		}
		lower := strings.ToLower(text[at[0]:at[1]])
		year := fourDigits.FindString(lower)
		if strings.HasPrefix(lower, "s") && !strings.HasPrefix(lower, "sinh") && !isBirthYear(year, thisYear) {
			continue // "SN 12" is a house number
		}
		if strings.HasPrefix(lower, "sinh ") && !strings.Contains(lower, "năm") && !strings.Contains(lower, "ngày") &&
			!strings.ContainsAny(lower, "/.-") &&
			year == "" {
			continue // "sinh 2 con"
		}
		out = append(out, span{Birth, at[0], at[1]})
	}
	return out
}

func isBirthYear(digits string, thisYear int) bool {
	year, err := strconv.Atoi(digits)
	return err == nil && year >= 1900 && year <= thisYear
}

var parcel = regexp.MustCompile(
	`(?i)thửa(?:\s+đất)?(?:\s+số)?\s*:?\s*\d+|tờ\s+bản\s+đồ(?:\s+địa\s+chính)?(?:\s+số)?\s*:?\s*\d+|tbđ\s*(?:số)?\s*:?\s*\d+|(?:giấy chứng nhận|gcn|gcnqsdđ|sổ đỏ|sổ hồng)(?:\s+quyền sử dụng đất)?(?:\s+số)?\s*:?\s*(?:[A-ZĐ]{1,2}\s?)?\d{5,}`,
)

// landParcels are parcels of land, map sheets and numbers of certificates.
func landParcels(text string, _ Known) (out []span) {
	for _, at := range parcel.FindAllStringIndex(text, -1) {
		if !wordStart(text, at[0]) {
			continue
		}
		if strings.HasPrefix(strings.ToLower(text[at[0]:]), "thửa") && areaBehind.MatchString(text[at[1]:]) {
			continue // "mỗi thửa 500 m2"
		}
		out = append(out, span{Land, at[0], at[1]})
	}
	return out
}

var areaBehind = regexp.MustCompile(`(?i)^(?:[.,]\d+)*\s*(m2|m²|mét|ha|hecta|công|sào|vụ|lô)`)

func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}

// standsAlone tells whether a number stands by itself, not inside a longer number or a document's symbol.
func standsAlone(text string, at []int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at[0]])
	behind, _ := utf8.DecodeRuneInString(text[at[1]:])
	if unicode.IsDigit(before) || unicode.IsLetter(before) || before == '/' || before == ',' {
		return false
	}
	return !unicode.IsDigit(behind) && !unicode.IsLetter(behind) && behind != '/'
}

// wordStart tells whether a word begins at i.
func wordStart(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// wordEnd tells whether a word ends at i.
func wordEnd(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// lastWord is the word right before, in lower case, with nothing but blanks between.
func lastWord(text string) string {
	text = strings.TrimRight(text, " ")
	i := strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
	if i >= 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		text = text[i+size:]
	}
	return strings.ToLower(text)
}

func sortFindings(list []Finding) {
	slices.SortFunc(list, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
}
