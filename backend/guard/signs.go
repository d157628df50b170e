package guard

import (
	"strconv"
	"strings"
)

var (
	networks = phrasesOf(
		`zalo, facebook, fb, tiktok, youtube, nick, nick zalo, nick facebook, telegram, viber, messenger, instagram,
			kênh youtube, tài khoản facebook, tài khoản zalo, tài khoản tiktok`,
	)
	networkLinks = []string{
		"facebook.com/",
		"fb.com/",
		"fb.me/",
		"zalo.me/",
		"tiktok.com/",
		"youtube.com/",
		"t.me/",
		"m.me/",
		"instagram.com/",
	}
	nameWords = phrasesOf("tên, nick, có tên, tên là, tài khoản, của, mang tên, cá nhân, riêng, là, do nick, do")
)

// markAccounts marks addresses of mail and accounts on social networks; those of offices may stand.
func (s *scan) markAccounts() {
	for i := range s.tokens {
		t := s.tokens[i]
		switch {
		case strings.HasSuffix(t.gap, "@") && len(t.gap) == 1 && i > 0:
			s.markMail(i)
		case t.fold == "at" && s.isSpelledAt(i):
			s.markMail(i + 1)
		case t.key == "a" && s.key(i+1) == "cong1" && i > 0 && i+3 < len(s.tokens) && s.tokens[i+3].gap == ".":
			s.mark(candidate{kind: Mail, first: i - 1, last: s.endOfRun(i + 2)})
		case strings.HasSuffix(t.gap, "@") && !t.number:
			s.mark(candidate{kind: Network, first: i, last: s.endOfRun(i)})
		case s.at(networks, i) > 0:
			if strings.HasPrefix(s.tokenTail(i), ".") && s.markLink(i) {
				continue
			}
			s.markNetworkName(i, i+s.at(networks, i))
		case t.fold == "me" && i > 0 && t.gap == ".":
			s.markLink(i - 1)
		}
	}
}

// isSpelledAt tells whether "at" at token i stands for the sign: "name[at]domain.com".
func (s *scan) isSpelledAt(i int) bool {
	gap := s.tokens[i].gap
	return i > 0 && i+2 < len(s.tokens) && strings.Trim(gap, " ") != "" && strings.Trim(gap, " [({") == "" && s.tokens[i+2].gap == "."
}

func (s *scan) tokenTail(i int) string {
	return s.text[s.tokens[i].end:min(len(s.text), s.tokens[i].end+1)]
}

// markMail marks name@domain unless the domain is an office's.
func (s *scan) markMail(i int) {
	first, last := i-1, s.endOfRun(i)
	for back := 0; back < 8 && first > 0 && s.tokens[first].gap != "" && strings.Trim(s.tokens[first].gap, "._-+") == ""; back++ {
		first--
	}
	for back := 0; back < 8 && first > 0 && s.tokens[first].gap == ""; back++ {
		first--
	}
	domain := strings.ToLower(s.text[s.tokens[i].start:s.tokens[last].end])
	if strings.HasSuffix(domain, ".gov.vn") || strings.HasSuffix(domain, ".dcs.vn") || strings.HasSuffix(domain, ".edu.vn") {
		return
	}
	s.mark(candidate{kind: Mail, first: first, last: last})
}

// endOfRun is the last token that hangs together with token i by points and dashes, as in an address.
func (s *scan) endOfRun(i int) int {
	for n := 0; n < 12 && i+1 < len(s.tokens) && strings.Trim(s.tokens[i+1].gap, "._-/?=&") == ""; n++ {
		i++
	}
	return i
}

func (s *scan) markLink(i int) bool {
	end := s.endOfRun(i)
	rest := strings.ToLower(s.text[s.tokens[i].start:s.tokens[end].end])
	for _, link := range networkLinks {
		if strings.HasPrefix(rest, link) && len(rest) > len(link) {
			s.mark(candidate{kind: Network, first: i, last: end})
			return true
		}
	}
	return false
}

// markNetworkName marks the name of an account behind the word for its network.
func (s *scan) markNetworkName(i, j int) {
	for n := 0; n < 3 && s.sameSentence(i, j); n++ { // "zalo tên là"
		more := s.at(nameWords, j)
		if more == 0 || strings.ContainsAny(s.tokens[j].gap, ",.") {
			break
		}
		j += more
	}
	if !s.sameSentence(i, j) {
		return
	}
	if s.markQuotedBefore(i) {
		return
	}
	gap := s.tokens[j].gap
	quoted := strings.ContainsAny(gap, "“\"«")
	if strings.ContainsAny(gap, ",.();") || s.tokens[j].number || s.at(networks, j) > 0 {
		return
	}
	if !(s.tokens[j].upper || quoted) || s.caps(j) || posts[s.key(j)] || sites[s.key(j)] || institutions[s.key(j)] {
		return
	}
	last := j
	for n := 0; n < 4 && s.follows(last+1) && (s.tokens[last+1].upper || quoted); n++ {
		last++
	}
	c := candidate{kind: Network, first: i, last: last}
	c.names = s.excuses(j, last)
	s.mark(c)
}

// accountNouns come before the quoted name of an account: "trang “…” trên Facebook".
var accountNouns = phrasesOf("trang, nhóm, nick, tài khoản, kênh, tên, trang cá nhân")

// markQuotedBefore marks the quoted name of an account before the word for its network.
func (s *scan) markQuotedBefore(i int) bool {
	for back := 1; back <= 10 && s.sameSentence(i, i-back); back++ {
		j := i - back
		if !strings.HasSuffix(s.tokens[j].gap, "“") && !strings.HasSuffix(s.tokens[j].gap, "\"") {
			continue
		}
		if !s.endsAt(accountNouns, j) || posts[s.key(j)] || sites[s.key(j)] || institutions[s.key(j)] {
			return false
		}
		s.mark(candidate{kind: Network, first: j, last: i - 1, names: s.excuses(j, i-1)})
		return true
	}
	return false
}

// markPlates marks number plates of vehicles: two digits, one or two letters, a digit perhaps, and four or five digits.
func (s *scan) markPlates() {
	for i := 0; i+2 < len(s.tokens); i++ {
		province, series := s.tokens[i], s.tokens[i+1]
		if !province.number || province.length() != 2 || province.raw < "11" || series.number || !isASCII(series.raw) ||
			series.length() > 2 ||
			strings.ToUpper(series.raw) != series.raw ||
			strings.Trim(series.gap, "-") != "" ||
			len(series.gap) > 1 {
			continue
		}
		says := s.contextAt(i)
		j := i + 2
		if s.tokens[j].number && s.tokens[j].length() == 1 && s.tokens[j].gap == "" && j+1 < len(s.tokens) {
			j++
		}
		if !s.tokens[j].number || len(s.tokens[j].gap) > 3 || strings.Trim(s.tokens[j].gap, " -.") != "" {
			continue
		}
		digits, last := s.tokens[j].raw, j
		if len(digits) == 3 && j+1 < len(s.tokens) && s.tokens[j+1].number && s.tokens[j+1].length() == 2 &&
			strings.Trim(s.tokens[j+1].gap, ". ") == "" {
			digits, last = digits+s.tokens[j+1].raw, j+1
		}
		slash := last+1 < len(s.tokens) && strings.HasPrefix(s.tokens[last+1].gap, "/")
		if !slash && (len(digits) == 5 || len(digits) == 4 && says&saysVehicle != 0) {
			s.mark(candidate{kind: Plate, first: i, last: last})
			i = last
		}
	}
}

var (
	parcelWords = phrasesOf("thửa đất số, thửa số, thửa đất, thửa")
	sheetWords  = phrasesOf(
		"tờ bản đồ địa chính số, tờ bản đồ địa chính, tờ bản đồ số, tờ bản đồ, tbđ số, tbđ, tờ số, tờ",
	)
	titleDeeds = phrasesOf(
		`giấy chứng nhận quyền sử dụng đất số, giấy chứng nhận quyền sử dụng đất, giấy chứng nhận số, giấy chứng nhận,
			gcn qsdđ số, gcn qsdđ, gcn số, gcnqsdđ, gcn, sổ đỏ số, sổ đỏ, sổ hồng số, sổ hồng, số vào sổ, số phát hành`,
	)
	areaUnits = phrasesOf("m2, m, mét, ha, hecta, công, sào, vụ, lô, mẫu")
)

// markParcels marks parcels of land, map sheets and numbers of title deeds.
func (s *scan) markParcels() {
	for i := range s.tokens {
		deed, sheet, parcel := s.at(titleDeeds, i), s.at(sheetWords, i), s.at(parcelWords, i)
		switch {
		case deed > 0:
			j := i + deed
			if s.sameSentence(i, j) && !s.tokens[j].number && s.tokens[j].upper && s.tokens[j].length() <= 2 {
				j++
			}
			if s.sameSentence(i, j) && s.tokens[j].number && s.tokens[j].length() >= 5 && len(s.tokens[j].gap) <= 3 {
				s.mark(candidate{kind: Land, first: i, last: j})
			}
		case sheet > 0 || parcel > 0:
			j := i + max(sheet, parcel)
			if !s.sameSentence(i, j) || !s.tokens[j].number || strings.Trim(s.tokens[j].gap, " :") != "" {
				continue
			}
			if parcel > 0 &&
				(s.at(areaUnits, j+1) > 0 || j+1 < len(s.tokens) && strings.Trim(s.tokens[j+1].gap, ".,") == "" && s.tokens[j+1].number) {
				continue // "mỗi thửa 500 m2"
			}
			if sheet == 1 && !(s.sameSentence(i, j+1) && s.at(parcelWords, j+1) > 0) && !s.parcelBefore(i) {
				continue // "tờ 12" alone may be any sheet
			}
			s.mark(candidate{kind: Land, first: i, last: j})
		}
	}
}

func (s *scan) parcelBefore(i int) bool {
	for back := 1; back <= 4 && s.sameSentence(i, i-back); back++ {
		if s.at(parcelWords, i-back) > 0 {
			return true
		}
	}
	return false
}

func isYear(digits string, last int) bool {
	year, err := strconv.Atoi(digits)
	return err == nil && len(digits) == 4 && year >= 1900 && year <= last
}
