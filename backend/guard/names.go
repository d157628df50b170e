package guard

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"caunoi/backend/store"
)

// titles come before a name. "Hộ" and "nhà" do so only before a family name or an order name ("hộ Năm Thạnh").
var (
	titles = []string{
		"ông",
		"bà",
		"anh",
		"chị",
		"cô",
		"chú",
		"bác",
		"em",
		"cụ",
		"cháu",
		"thím",
		"dì",
		"cậu",
		"mợ",
		"dượng",
		"mế",
		"già",
		"ô",
		"b",
	}
	weakTitles = []string{
		"hộ",
		"nhà",
		"gia đình",
		"vợ",
		"chồng",
		"con",
		"chủ hộ",
		"đồng chí",
		"đ/c",
		"đảng viên",
		"tên",
		"tên là",
		"người dân",
		"chủ nhà",
		"thầy",
		"nạn nhân",
		"đối tượng",
		"là",
	}
	families = fields(
		"Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Trương Lâm Mai Cao Châu Tạ Thái Lưu Hà Tô Tống Kiều Quách La Nghiêm Thạch Sơn Danh Kim Lương Vương Văn Đào Từ Tăng Chu Triệu Mạc Phùng Khưu Giang Diệp Ông Trà Huynh Y H'",
	)
	sureFamily = fields(
		"Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Đinh Đoàn Trịnh Trương Lâm Tạ Lưu Tống Quách Nghiêm Lương Phùng Khưu Diệp Thạch Đào Lý Mai Cao Hà Tô",
	)
	middles = fields(
		"Văn Thị Hữu Đức Công Ngọc Minh Thanh Quốc Xuân Kim Thành Hoàng Tấn Mỹ Hồng Quang Đình Anh Bích Thúy Thu Phước Trọng Duy Bá Gia Khánh",
	)
	orderNames = fields("Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Út Cả")
	// publicNames are titles with a name that everybody uses for something else than a neighbour.
	publicNames = []string{
		"bà con",
		"anh em",
		"bác hồ",
		"bác tôn",
		"bà rịa",
		"bà đen",
		"bà nà",
		"cô tô",
		"ông đốc",
		"bà chiểu",
		"bà triệu",
		"bà trưng",
		"hồ chí minh",
		"chú hỏa",
		"cô giang",
		"ông ích khiêm",
		"anh sơn",
		"chị em",
		"bà điểm",
		"bà hom",
		"bà chúa xứ",
		"bà mẹ việt nam",
		"bà mẹ",
		"chú thích",
	}
	// posts begin what somebody is, not who.
	posts = fields(
		"Chủ Bí Phó Trưởng Giám Tổ Chi Ban Đảng Hội Đoàn Ủy Chánh Cán Công Đại Thường Ngoại Nội Hiệu Thư Kế Đội Huyện Tỉnh Xã Phường Ấp Thôn Khu Mặt Quốc Sở Phòng Trung Quân Nông",
	)
	// sites come before a name that belongs to a street, a bridge, a school.
	sites = fields(
		"đường phố cầu kênh kinh rạch sông chợ núi vàm chùa cống bến đập miếu ấp xã phường thôn khóm tổ lộ hẻm ngã trường đình trạm khu cụm hồ đảo cù bàu ao đầm dốc mũi bãi cửa làng bản xóm huyện quận tỉnh đài viện hương lăng đền giếng giồng cồn công-viên quảng giải quỹ tượng tuyến đèo suối phà nghĩa thcs thpt học mầm tiểu thư hội cua miễu bia gò xẻo láng niệm viên",
	)
	capWord = regexp.MustCompile(`^[ ]+(\p{Lu}[\p{L}\p{Mn}']*(?:\.\p{Lu}[\p{L}\p{Mn}]*)*\.?)`)
)

func fields(text string) []string { return strings.Fields(text) }

// names finds a title with a name, and a whole name that begins with a family name.
func names(text string, known Known) (out []span) {
	for i := 0; i < len(text); {
		if !wordStart(text, i) {
			i += runeLength(text, i)
			continue
		}
		if s, found := nameBehindTitle(text, i, known); found {
			out = append(out, s)
			i = s.end
			continue
		}
		if s, found := wholeName(text, i, known); found {
			out = append(out, s)
			i = s.end
			continue
		}
		i += runeLength(text, i)
	}
	return out
}

func runeLength(text string, i int) int {
	_, n := utf8.DecodeRuneInString(text[i:])
	return n
}

// nameBehindTitle looks for a title at i and a name behind it.
func nameBehindTitle(text string, i int, known Known) (span, bool) {
	title, weak := titleAt(text, i)
	if title == "" {
		return span{}, false
	}
	end := i + len(title)
	for { // "ông bà", "anh Ba", "hộ ông"
		next := end + len(text[end:]) - len(strings.TrimLeft(text[end:], " ."))
		more, weaker := titleAt(text, next)
		if more == "" || next == end || isUpper(text[next:]) {
			break
		}
		end, weak = next+len(more), weak && weaker
	}
	list, stops := capitals(text, end, 4)
	if len(list) == 0 {
		return lowercaseName(text, i, end)
	}
	low := strings.ToLower(text[i:stops[0]])
	switch {
	case slices.ContainsFunc(publicNames, func(p string) bool { return strings.HasPrefix(strings.ToLower(text[i:]), p) }):
		return span{}, false
	case slices.Contains(posts, list[0]) && !slices.Contains(sureFamily, list[0]):
		return span{}, false
	case isUpper(text[i:]) && (slices.Contains(sites, lastWord(text[:i])) ||
		strings.HasSuffix(strings.ToLower(text[:i]), "ngã ba ") || strings.HasSuffix(strings.ToLower(text[:i]), "ngã tư ")):
		return span{}, false // "cầu Bà Bèo", "sông Ông Đốc"
	case weak && !slices.Contains(families, list[0]) && !slices.Contains(orderNames, list[0]):
		return span{}, false
	case weak && len(list) < 2:
		return span{}, false
	case title == "b" || title == "ô":
		if !strings.HasPrefix(text[i+len(title):], ".") {
			return span{}, false
		}
	case low == "em" || (title == "con" && len(list) < 2):
		return span{}, false
	}
	if weak && !looksLikeName(list) {
		return span{}, false
	}
	if allKnown(text, end, stops, known) || knownWithTitle(text, i, stops, known) {
		return span{}, false
	}
	return span{Name, i, stops[len(stops)-1]}, true
}

// looksLikeName tells whether capitalised words look like a whole name rather than an institution.
func looksLikeName(list []string) bool {
	if slices.Contains(orderNames, list[0]) {
		return len(list) >= 2
	}
	return len(list) >= 3 || (len(list) == 2 && slices.Contains(sureFamily, list[0]))
}

// lowercaseName finds a name written in small letters, which only its middle word gives away.
func lowercaseName(text string, i, end int) (span, bool) {
	words := strings.Fields(text[end:min(len(text), end+60)])
	if len(words) < 3 || !strings.HasPrefix(text[end:], " ") {
		return span{}, false
	}
	if !slices.Contains(sureFamily, store.UpperFirst(words[0])) || !slices.Contains([]string{"văn", "thị"}, words[1]) || isUpper(words[0]) {
		return span{}, false
	}
	stop := end
	for _, w := range words[:3] {
		stop += strings.Index(text[stop:], w) + len(w)
	}
	return span{Name, i, stop}, true
}

// wholeName finds three or more capitalised words that begin with a family name, not behind a street or a school.
func wholeName(text string, i int, known Known) (span, bool) {
	if !isUpper(text[i:]) {
		return span{}, false
	}
	list, stops := capitals(" "+text[i:], 0, 4)
	if len(list) < 3 || !slices.Contains(sureFamily, list[0]) {
		return span{}, false
	}
	for j := range stops {
		stops[j] += i - 1
	}
	before := lastWord(text[:i])
	switch {
	case slices.Contains(sites, before),
		isUpperWord(text[:i]) && before != "",
		strings.ToLower(strings.Join(list[:3], " ")) == "hồ chí minh":
		return span{}, false
	case allCapitals(list) && !slices.Contains(middles, store.UpperFirst(strings.ToLower(list[1]))):
		return span{}, false
	case allKnown(text, i, stops, known):
		return span{}, false
	}
	return span{Name, i, stops[len(stops)-1]}, true
}

// titleAt is the title that stands at i as a word of its own, in the letters it is written; weak ones need more proof.
func titleAt(text string, i int) (string, bool) {
	for weak, list := range [][]string{titles, weakTitles} {
		for _, t := range list {
			if len(text)-i > len(t) && strings.EqualFold(text[i:i+len(t)], t) && wordEnd(text, i+len(t)) {
				return text[i : i+len(t)], weak == 1
			}
		}
	}
	return "", false
}

// capitals are the capitalised words that follow at end, at most n, with where each stops.
func capitals(text string, end, n int) (list []string, stops []int) {
	if strings.HasPrefix(text[end:], ".") {
		end++
		if !strings.HasPrefix(text[end:], " ") {
			text = text[:end] + " " + text[end:]
			list, stops = capitals(text, end, n)
			for i := range stops {
				stops[i]--
			}
			return list, stops
		}
	}
	for len(list) < n {
		m := capWord.FindStringSubmatchIndex(text[end:])
		if m == nil {
			return list, stops
		}
		word := text[end+m[2] : end+m[3]]
		stop := end + m[3]
		if strings.HasSuffix(word, ".") && utf8.RuneCountInString(word) > 2 &&
			!strings.Contains(strings.TrimSuffix(word, "."), ".") { // the end of a sentence
			return append(list, strings.TrimSuffix(word, ".")), append(stops, stop-1)
		}
		list, stops, end = append(list, word), append(stops, stop), stop
	}
	return list, stops
}

// allKnown tells whether the words up to any stop are the name of an officer or a place; one word alone names nobody.
func allKnown(text string, start int, stops []int, known Known) bool {
	for j := len(stops) - 1; j >= 1; j-- {
		if known(strings.Trim(text[start:stops[j]], " .")) {
			return true
		}
	}
	return false
}

// knownWithTitle asks for places whose name begins with the title, such as "Bà Rịa".
func knownWithTitle(text string, i int, stops []int, known Known) bool {
	for _, stop := range stops {
		if isUpper(text[i:]) && known(text[i:stop]) {
			return true
		}
	}
	return false
}

func isUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// isUpperWord tells whether the word right before is capitalised: then a longer name is being read from its middle.
func isUpperWord(text string) bool {
	text = strings.TrimRight(text, " ")
	i := strings.LastIndexByte(text, ' ')
	word := text[i+1:]
	return isUpper(word) && !strings.ContainsAny(word, ".,;:") && strings.TrimSpace(text[:i+1]) != ""
}

// allCapitals tells whether all words are in capitals, as in a heading.
func allCapitals(list []string) bool {
	for _, w := range list {
		if strings.ToUpper(w) != w {
			return false
		}
	}
	return true
}
