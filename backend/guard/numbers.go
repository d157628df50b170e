package guard

import "strings"

// context is what the words before a number say it is, as bits.
type context uint16

const (
	saysID context = 1 << iota
	saysInsurance
	saysLicence
	saysPassport
	saysBank
	saysAccount
	saysPhone
	saysAgency
	saysOpenLine
	saysDocument
	saysVehicle
	saysCard
)

// contextWords are looked for in the few words before a number.
var contextWords = []struct {
	bit   context
	words phrases
}{
	{saysID, phrasesOf(
		`cccd, cmnd, cmt, căn cước, chứng minh nhân dân, chứng minh thư, số chứng minh, định danh, mã số công dân, ~giấy tờ,
			giấy tùy thân`,
	)},
	{saysInsurance, phrasesOf(
		`bhxh, bảo hiểm xã hội, hưu trí, sổ hưu, thẻ hưu, bhyt, bảo hiểm y tế, mã thẻ, thẻ bảo hiểm, mst cá nhân,
			mã số thuế cá nhân, bhtn`,
	)},
	{saysLicence, phrasesOf("gplx, giấy phép lái xe, bằng lái, bằng lái xe, giấy phép hành nghề")},
	{saysPassport, phrasesOf("hộ chiếu, passport, visa, giấy thông hành")},
	{
		saysBank,
		phrasesOf(
			`ngân hàng, agribank, vietcombank, vietinbank, bidv, sacombank, techcombank, mb bank, kienlongbank, acb, vpbank,
				tpbank, hdbank, shb, vib, scb, ocb, msb, lpbank, nh, mb`,
		),
	},
	{saysAccount, phrasesOf("stk, số tài khoản, tài khoản, tk, chuyển khoản, số tk, momo")},
	{saysPhone, phrasesOf(
		`điện thoại, đt, sđt, sdt, dt, đtdđ, di động, zalo, viber, số máy, gọi, liên hệ, liên lạc, hotline, phone, lh, mb, alo,
			tel, nhắn`,
	)},
	{
		saysAgency,
		phrasesOf(
			`~công an, cong an, ubnd, ủy ban, hđnd, điện lực, trạm y tế, bệnh viện, văn phòng, một cửa, trung tâm, viễn thông,
				cơ quan, chi cục, hạt kiểm lâm, ban quản lý, quân sự, phòng, công ty, ngân hàng, trường`,
		),
	},
	{saysOpenLine, phrasesOf("tổng đài, ~đường dây nóng, duong day nong, hotline, trực ban, số nóng, cứu hộ, cứu nạn")},
	{
		saysDocument,
		phrasesOf(
			`công văn, văn bản, quyết định, tờ trình, kế hoạch, hồ sơ, biên lai, hóa đơn, mã số thuế, tài khoản ngân sách,
				tài khoản kho bạc, mã đơn vị, mã dự án, mã hồ sơ, số đến, số đi, thông báo, báo cáo, phiếu, mã số doanh nghiệp,
				đăng ký kinh doanh, hợp đồng, mã công trình, mã trạm, công tơ, mã khách hàng, mã hàng`,
		),
	},
	{
		saysCard,
		phrasesOf(
			`thẻ đảng viên, số thẻ đảng, thẻ đảng, lý lịch đảng viên, thẻ thương binh, thẻ cử tri, thẻ học sinh,
				giấy khai sinh số, số khai sinh, sổ hộ khẩu số, số hộ khẩu, sổ hộ nghèo số`,
		),
	},
	{saysVehicle, phrasesOf("xe, biển số, biển, bks, biển kiểm soát, ô tô, mô tô, bs, ghe, tàu")},
}

var amountUnits = phrasesOf(
	`đồng, đ, vnđ, vnd, triệu, tỷ, tỉ, nghìn, ngàn, m, m2, m3, ha, hecta, kg, tấn, lít, con, cây, người, hộ, mét, km, qđ, cv,
		kh, lượt, cái, bao, giạ, suất, phần, kwh, kw, mw, usd, nhân khẩu, khẩu`,
)

// contextReach is how many words before a number are looked at.
const contextReach = 8

// contextAt gathers what the words before a number say.
func (s *scan) contextAt(i int) (found context) {
	for back := 1; back <= contextReach && s.sameSentence(i, i-back); back++ {
		at := i - back
		if s.tokens[at].number && s.tokens[at].length() > 7 {
			return found // that number took the word
		}
		if !s.contextKnown[at] {
			for _, each := range contextWords {
				if s.at(each.words, at) > 0 {
					s.contexts[at] |= each.bit
				}
			}
			s.contextKnown[at] = true
		}
		s.steps++
		found |= s.contexts[at]
	}
	return found
}

// digitWords are the digits spoken.
var digitWords = map[string]bool{
	"không": true, "một": true, "hai": true, "ba": true, "bôn2": true, "bốn": true, "tư": true, "năm": true, "lăm": true,
	"sau2": true, "bay3": true, "tam2": true, "chin2": true, "môt5": true, "môt2": true, "khong": true, "mot": true,
	"bon": true, "tu": true, "nam": true, "sau": true, "bay": true, "tam": true, "chin": true,
}

// cluster is a run of groups of digits with one sign or blank between.
type cluster struct {
	first, last int // tokens
	digits      string
	seps        string // the signs between, blanks as " "
}

// mostDigits bounds a cluster: the longest number that is anybody's has 19 digits.
const mostDigits = 20

// clusterAt gathers the groups of digits from token i on.
func (s *scan) clusterAt(i int) cluster {
	var digits, signs [mostDigits]byte
	n, last := copy(digits[:], s.tokens[i].raw), i
	for j := i + 1; j < len(s.tokens) && s.tokens[j].number; j++ {
		s.steps++
		t := s.tokens[j]
		if len(t.gap) > 4 || n+len(t.raw) > mostDigits {
			break
		}
		sign, fits := byte(' '), true
		for k := range len(t.gap) {
			switch each := t.gap[k]; {
			case each == ' ' || each == '(' || each == ')':
			case sign == ' ' && strings.IndexByte(".-_/", each) >= 0:
				sign = each
			default:
				fits = false
			}
		}
		if !fits {
			break
		}
		signs[last-i] = sign
		n, last = n+copy(digits[n:], t.raw), j
	}
	return cluster{first: i, last: last, digits: string(digits[:n]), seps: string(signs[:last-i])}
}

// upTo is the cluster up to a token, its digits counted so far.
func (c cluster) upTo(last, digits int) cluster {
	return cluster{first: c.first, last: last, digits: c.digits[:digits], seps: c.seps[:last-c.first]}
}

// markNumbers marks telephone numbers, identity numbers, numbers of insurance, licences, passports and bank accounts.
func (s *scan) markNumbers() {
	for i := 0; i < len(s.tokens); i++ {
		if s.spokenPhone(i) {
			continue
		}
		if !s.tokens[i].number || s.taken[i] {
			continue
		}
		if s.letteredNumber(i) {
			continue
		}
		whole := s.clusterAt(i)
		says, marked := s.contextAt(i), false
		digits := len(whole.digits)
		if s.tokens[i].length() > mostDigits {
			continue
		}
		for last := whole.last; last >= i && !marked && digits >= 6; last-- {
			c := whole.upTo(last, digits)
			digits -= len(s.tokens[last].raw)
			if kind := s.kindOfNumber(c, says, last == whole.last); kind != "" {
				s.mark(candidate{kind: kind, first: i, last: last})
				i, marked = last, true
			}
		}
		if !marked && strings.Trim(whole.seps, ".") == "" {
			i = whole.last // one amount, not several numbers
		}
	}
}

// kindOfNumber is what a run of digits is, by their count, the first of them and what is said before; "" = nobody's number.
func (s *scan) kindOfNumber(c cluster, says context, whole bool) string {
	s.steps++
	n := len(c.digits)
	if !s.standsAlone(c) || s.looksLikeDate(c) {
		return ""
	}
	grouped, zero := strings.Contains(c.seps, "."), c.digits[0] == '0'
	switch {
	case says&saysID != 0 && (n == 9 || n == 12), says&saysCard != 0 && n >= 6,
		says&saysLicence != 0 && n >= 8 && n <= 12,
		says&saysPassport != 0 && n >= 7 && n <= 9,
		says&saysInsurance != 0 && (n == 10 || n == 13 || n == 15):
		return IDNumber
	case says&saysDocument != 0 || s.unitBehind(c.last):
		return ""
	case s.isPhone(c, says):
		if says&saysOpenLine != 0 || says&saysAgency != 0 && strings.HasPrefix(c.digits, "02") {
			return ""
		}
		return Phone
	case n >= 8 && n <= 19 && !grouped && (says&saysAccount != 0 || (says&saysBank != 0 || s.bankBehind(c.last)) && n >= 10):
		return Account
	case n != 9 && n != 12:
		return ""
	case c.seps != "" && (!zero || !whole):
		return ""
	case strings.HasSuffix(s.tokens[c.first].gap, "+") && strings.HasPrefix(c.digits, "84"):
		return ""
	}
	return IDNumber
}

// bankBehind tells whether a bank is named right behind a number.
func (s *scan) bankBehind(last int) bool {
	for j := last + 1; j <= last+2 && s.sameSentence(last, j); j++ {
		if s.at(contextWords[saysBankRow].words, j) > 0 {
			return true
		}
	}
	return false
}

// saysBankRow is the row of contextWords for banks.
const saysBankRow = 4

// unitBehind tells whether a number counts something or belongs to the symbol of a document.
func (s *scan) unitBehind(last int) bool {
	j := last + 1
	if j >= len(s.tokens) {
		return strings.HasPrefix(s.text[s.tokens[last].end:], "%")
	}
	gap := s.tokens[j].gap
	if strings.HasPrefix(gap, "%") || strings.HasPrefix(gap, "/") || strings.HasPrefix(gap, "²") {
		return true
	}
	trimmed := strings.Trim(gap, " -/")
	return trimmed == "" && s.at(amountUnits, j) > 0 && s.sameSentence(last, j)
}

// standsAlone tells whether a number is not part of a longer number, a word or a document's symbol.
func (s *scan) standsAlone(c cluster) bool {
	if c.first > 0 {
		before, gap := s.tokens[c.first-1], s.tokens[c.first].gap
		if gap == "" || strings.HasSuffix(gap, "/") && !before.number || strings.HasSuffix(gap, ",") ||
			before.number && strings.ContainsAny(gap, "./") && strings.Trim(gap, "./") == "" {
			return false
		}
	}
	if c.last+1 < len(s.tokens) {
		behind := s.tokens[c.last+1]
		if behind.gap == "" || behind.gap == "/" || behind.number && (behind.gap == "." || behind.gap == ",") {
			return false
		}
	}
	return true
}

// looksLikeDate tells whether a run of digits begins with a day of the calendar or is a span of years.
func (s *scan) looksLikeDate(c cluster) bool {
	for j := c.first; j+2 <= c.last; j++ {
		a, b, y := s.tokens[j], s.tokens[j+1], s.tokens[j+2]
		if a.length() <= 2 && b.length() <= 2 && y.length() == 4 && (y.raw[0] == '1' || y.raw[0] == '2') && b.gap == y.gap && b.gap != " " {
			return true
		}
	}
	return c.last == c.first+1 && s.tokens[c.first].length() == 4 && s.tokens[c.last].length() == 4
}

// isPhone tells whether digits are a telephone number: 10 digits of a mobile line, 10 or 11 of a fixed one, or with 84.
func (s *scan) isPhone(c cluster, says context) bool {
	plus := strings.HasSuffix(s.tokens[c.first].gap, "+")
	d := strings.TrimPrefix(c.digits, "00")
	abroad := strings.HasPrefix(d, "84") &&
		(plus || d != c.digits || len(d) == 11 && (c.seps == "" || says&saysPhone != 0) && strings.ContainsRune("35789", rune(d[2])))
	switch {
	case strings.Contains(c.seps, ".") && c.digits[0] != '0':
		return false
	case abroad:
		return len(d) == 11 || len(d) == 12
	case c.digits[0] != '0':
		return false
	case len(c.digits) == 9:
		return says&saysPhone != 0 && says&saysID == 0
	}
	return len(c.digits) == 10 || len(c.digits) == 11
}

// spokenPhone marks a number whose digits are said in words: "không chín một hai 345 678".
func (s *scan) spokenPhone(i int) bool {
	if s.tokens[i].key != "không" && s.tokens[i].fold != "khong" {
		return false
	}
	digits, spoken, last := 0, 0, i
	for j := i; j < len(s.tokens) && j < i+12 && (j == i || strings.Trim(s.tokens[j].gap, " ,.-") == ""); j++ {
		s.steps++
		t := s.tokens[j]
		if t.number {
			digits += len(t.raw)
		} else if digitWords[t.key] {
			digits, spoken = digits+1, spoken+1
		} else {
			break
		}
		last = j
	}
	if digits < 9 || digits > 11 || spoken < 3 {
		return false
	}
	s.mark(candidate{kind: Phone, first: i, last: last})
	return true
}

// letteredNumber marks a passport ("B1234567") and a card of health insurance ("DN4838312345678").
func (s *scan) letteredNumber(i int) bool {
	if i == 0 || s.tokens[i-1].number || strings.Trim(s.tokens[i].gap, " ") != "" || s.taken[i-1] {
		return false
	}
	letters := s.tokens[i-1]
	if !isASCII(letters.raw) || strings.ToUpper(letters.raw) != letters.raw || letters.length() > 2 {
		return false
	}
	c := s.clusterAt(i)
	digits := len(c.digits)
	for last := c.last; last >= i; last-- {
		card := letters.length() == 2 && digits == 13
		passport := letters.length() == 1 && (digits == 7 || digits == 8) && s.contextAt(i-1)&saysPassport != 0
		digits -= len(s.tokens[last].raw)
		if card || passport {
			s.mark(candidate{kind: IDNumber, first: i - 1, last: last})
			return true
		}
	}
	return false
}
