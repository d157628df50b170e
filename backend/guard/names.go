package guard

import (
	"slices"
	"strings"
)

// markNames finds a title with a name, a whole name that begins with a family name, initials and nicknames.
func (s *scan) markNames() {
	for i := 0; i < len(s.tokens); i++ {
		if s.taken[i] {
			continue
		}
		for _, look := range []func(int) (candidate, bool){
			s.nameBehindTitle, s.initialName, s.wholeName, s.highlandName, s.nickname, s.smallName,
		} {
			if c, found := look(i); found {
				s.mark(c)
				i = c.last
				break
			}
		}
	}
}

// run of capitals: the capitalised words from token j on, at most four; the last of them is returned, j-1 when there is none.
func (s *scan) capitals(j int) int {
	last := j - 1
	for n := 0; n < 4 && s.sameSentence(j, last+1) && s.tokens[last+1].upper; n++ {
		s.steps++
		t := s.tokens[last+1]
		if n > 0 {
			before := s.tokens[last]
			if !(strings.Trim(t.gap, " ") == "" && t.gap != "" || before.isInitial() && strings.Trim(t.gap, " .") == "") {
				break
			}
		}
		last++
	}
	return last
}

// nameBehindTitle looks for a title at i and a name behind it.
func (s *scan) nameBehindTitle(i int) (candidate, bool) {
	n, weak := s.at(titles, i), false
	if n == 0 {
		n, weak = s.at(weakTitles, i), true
	}
	if n == 0 || s.at(publicNames, i) > 0 || (s.key(i) == "cu5" || s.key(i) == "la1") && s.follows(i+1) && s.key(i+1) == "thê3" {
		return candidate{}, false
	}
	j, lastTitle := i+n, i
	if j < len(s.tokens) && s.tokens[j].key == "" { // "đ/c"
		j++
	}
	for chained := 0; chained < 4; chained++ { // "anh Ba", "hộ ông"
		more, moreWeak := s.at(titles, j), false
		if more == 0 {
			more, moreWeak = s.at(weakTitles, j), true
		}
		if more == 0 || !s.titleFollows(j) || s.tokens[j].upper && !s.caps(i) || s.at(publicNames, j) > 0 {
			break
		}
		lastTitle, j, weak = j, j+more, weak && moreWeak
	}
	if !s.sameSentence(i, j) || !s.titleFollows(j) || (s.tokens[i].upper || s.bare(i)) && s.siteBefore(i) {
		return candidate{}, false
	}
	short := s.tokens[lastTitle].key
	if pointed := strings.HasPrefix(s.tokens[j].gap, "."); len([]rune(short)) == 1 && short != "o" && short != "u" && !pointed ||
		isItem(short) && lastTitle == s.sentences[s.tokens[i].sentence].first && !givens[s.key(j)] {
		return candidate{}, false
	}
	first := s.tokens[j]
	if first.number { // "cô 2 Lệch"
		if !weak && first.length() <= 2 && s.follows(j+1) && s.tokens[j+1].upper && !s.caps(i) && s.tokens[j+1].length() > 1 {
			return candidate{kind: Name, first: i, last: j + 1}, true
		}
		return candidate{}, false
	}
	if !first.upper || s.caps(i) {
		return s.smallNameBehind(i, lastTitle, j, weak)
	}
	return s.capitalNameBehind(i, j, weak)
}

// isItem tells whether a title may be the letter of an item of a list: "a. Nạo vét kênh".
func isItem(title string) bool { return len(title) == 1 && strings.ContainsAny(title, "aceACEbBuU") }

// titleFollows tells whether token j stands behind a title: blanks, or the point of "Ô. Nguyễn".
func (s *scan) titleFollows(j int) bool {
	return j > 0 && s.sameSentence(j-1, j) && len(s.tokens[j].gap) <= 3 && strings.Trim(s.tokens[j].gap, " .") == "" &&
		s.tokens[j].gap != ""
}

func (s *scan) capitalNameBehind(i, j int, weak bool) (candidate, bool) {
	last := s.capitals(j)
	count, first := last-j+1, s.tokens[j]
	comrade := s.at(comrades, i) > 0
	switch {
	case posts[first.key] && !s.halfPost(j, last) && !(count >= 2 && (sureFamilies[first.key] || first.key == "y")),
		weak && !comrade && sites[first.key] && !s.isFamily(j),
		s.at(places, j) > 0 && (weak || s.bare(i)) && count <= 2,
		s.key(i) == "em" && count == 0:
		return candidate{}, false
	case count == 1 && s.postEndsBehind(last):
		return candidate{}, false
	case comrade && count == 1:
		c := candidate{kind: Name, first: i, last: last, given: first.fold}
		return c, !s.caps(i)
	case weak && !s.looksLikeName(j, last) && !s.namedPerson(i) && !(count == 1 && first.isInitial() && s.personTitle(i)):
		return candidate{}, false
	}
	c := candidate{kind: Name, first: i, last: last, names: s.excuses(j, last)}
	if s.tokens[i].upper {
		c.names = append(c.names, s.excuses(i, last)...)
	}
	return c, true
}

// halfPost tells whether the word at j begins a post only with a second word, which does not stand behind last.
func (s *scan) halfPost(j, last int) bool {
	return postsOfTwo[s.key(j)] && !(s.follows(last+1) && secondWords[s.key(last+1)])
}

// postEndsBehind tells whether a capitalised word behind a title goes on as a post: "Kiểm sát viên", "Chính trị viên".
func (s *scan) postEndsBehind(last int) bool {
	for j := last + 1; j <= last+2 && s.follows(j) && !s.tokens[j].upper; j++ {
		if postEnds[s.key(j)] {
			return true
		}
	}
	return false
}

// namedPerson tells whether "tên" at i names a person: "người hàng xóm tên Tâm".
func (s *scan) namedPerson(i int) bool {
	if s.tokens[i].fold != "ten" || s.at(renamed, i-1) > 0 && s.follows(i) {
		return false
	}
	for back := 1; back <= 4 && s.sameSentence(i, i-back); back++ {
		if sites[s.key(i-back)] && !headsOfMen[s.key(i-back-1)] {
			return false
		}
	}
	return true
}

// personTitle tells whether a weak title is a person for sure, so that an initial behind it is a name.
func (s *scan) personTitle(i int) bool { return s.at(persons, i) > 0 }

var renamed = phrasesOf("đổi, đặt, mang, cùng, lấy, ghi, sai, trùng, thương hiệu, gắn, có, bằng, đúng, nêu, đứng, hai")

var persons = phrasesOf(
	`người, trẻ, em, cháu, thanh niên, đối tượng, hàng xóm, bé, chủ, khách, học sinh, đảng viên, nạn nhân, chồng, vợ, đương sự,
		công nhân, gia đình, hộ, con, mẹ, cha, chủ hộ`,
)

// looksLikeName tells whether capitalised words look like a whole name rather than an institution.
func (s *scan) looksLikeName(j, last int) bool {
	count := last - j + 1
	first := s.tokens[j]
	switch {
	case s.at(places, j) > 0:
		return false
	case orders[first.key]:
		return count >= 2
	case s.isFamily(j):
		return count >= 3 || count == 2 && (sureFamilies[first.key] || s.isBareFamily(j) || s.tokens[last].isInitial())
	}
	return false
}

func (s *scan) isFamily(i int) bool {
	s.steps++
	return families.has(s.tokens[i], false) || s.isBareFamily(i)
}

// isBareFamily tells whether a word without marks is a family name, "Nguyen".
func (s *scan) isBareFamily(i int) bool {
	return isASCII(s.tokens[i].raw) && bareFamilies[s.tokens[i].fold]
}

// smallNameBehind finds a name written in small letters behind a title: an order name, a family name with its middle
// word, or a given name that is no other word.
func (s *scan) smallNameBehind(i, title, j int, weak bool) (candidate, bool) {
	t, bare := s.tokens[j], s.bare(i)
	if s.familyAndMiddle(j) {
		return candidate{kind: Name, first: i, last: j + 2, names: s.excuses(j, j+2)}, true
	}
	if weak || !s.follows(j) || s.at(notGivens, title) > 0 || s.at(publicNames, title) > 0 || s.endsAt(pluralTitles, title) {
		return candidate{}, false
	}
	household := title > i
	if orders[t.key] && !s.countsBehind(j) &&
		(!bare || household || bareOrder(s.key(title), t.key) || s.followedByDeed(j) && t.key != "nam") {
		last := j
		if bare && s.follows(j+1) && s.tokens[j+1].upper {
			last = j + 1
		}
		return candidate{kind: Name, first: i, last: last}, true
	}
	if !s.caps(i) && (!bare && givens[t.key] || bare && bareGivens[t.key]) {
		return candidate{kind: Name, first: i, last: j}, true
	}
	return candidate{}, false
}

var pluralTitles = phrasesOf("các, những, nhiều, áo, 2, 3, hai, cùng")

// countsBehind tells whether a numeral behind a title is a year or a count: "ông năm nay 70 tuổi", "bà hai con".
func (s *scan) countsBehind(j int) bool {
	return s.follows(j+1) && (s.tokens[j+1].number || s.at(counted, j+1) > 0)
}

var counted = phrasesOf(
	`nay, ngoái, trước, sau, tới, qua, rồi, ngày, tháng, tuổi, hộ, người, con, bên, cây, cái, triệu, trăm, ngàn, nghìn, lần,
		căn, nhà, xã, ấp, tuyến, đứa, chục, năm, ho, thang, tuoi, trieu, lan, gia đình, mươi, thu, muoi`,
)

// bareOrder tells whether a title and a numeral without marks are a person: "ba nam" are three years.
func bareOrder(title, order string) bool {
	switch title {
	case "ong":
		return order != "ba"
	case "ba":
		return order != "nam" && order != "muoi" && order != "hai" && order != "ba"
	case "anh":
		return order != "nam"
	case "chu", "di", "thim", "cau":
		return order != "nam" && order != "tu"
	case "bac":
		return order != "nam" && order != "ba"
	case "co":
		return order == "ut"
	case "chi":
		return order == "ut" || order == "bay"
	}
	return false
}

// familyAndMiddle tells whether token j begins a name that only its middle word gives away: "trần thị mận".
func (s *scan) familyAndMiddle(j int) bool {
	if !s.sameSentence(j, j+2) || !s.follows(j+1) || !s.follows(j+2) || s.tokens[j+2].number {
		return false
	}
	family, middle, given := s.tokens[j], s.tokens[j+1], s.tokens[j+2]
	s.steps++
	if s.at(heroes, j) > 0 {
		return false
	}
	if isASCII(family.raw) && bareFamilies[family.fold] && s.bare(j) {
		return middle.fold == "van" && !notVan[given.fold] && surelyBare[family.fold] || middle.fold == "thi" && !notThi[given.fold]
	}
	return sureFamilies[family.key] && (middle.key == "văn" || middle.key == "thi5")
}

var (
	surelyBare = set("nguyen tran pham huynh hoang bui ngo trinh vo le phan")
	notVan     = set("hoa nghe dong chuyen hanh ban phong minh ban con la")
	notThi     = set("cong dua hanh tran truong xa sat tuyen dau ba tu dau giac")
)

// smallName finds a family name with its middle word in small letters without a title: "nguyen van hung xin sua lo".
func (s *scan) smallName(i int) (candidate, bool) {
	if s.tokens[i].upper && !s.caps(i) || s.siteDirect(i) || !s.familyAndMiddle(i) ||
		!s.caps(i) && !s.bare(i) && !surelyMarked[s.tokens[i].key] {
		return candidate{}, false
	}
	return candidate{kind: Name, first: i, last: i + 2, names: s.excuses(i, i+2)}, true
}

var surelyMarked = set("nguyễn trần lê phạm huỳnh hoàng võ đặng bùi ngô trịnh trương")

// wholeName finds three or more capitalised words that begin with a family name, not behind a street or a school.
func (s *scan) wholeName(i int) (candidate, bool) {
	if !s.tokens[i].upper || s.caps(i) || i > 0 && s.follows(i) && s.tokens[i-1].upper && !s.namesAct(i) || s.nearBefore(bodies, i, 3) {
		return candidate{}, false
	}
	if !sureFamilies[s.tokens[i].key] && !s.isBareFamily(i) {
		return candidate{}, false
	}
	last := s.capitals(i)
	sited := s.siteDirect(i) || s.siteListed(i)
	if last-i < 2 || sited && !(s.followedByDeed(last) && !s.siteDirect(i)) || s.at(heroes, i) > 0 && !s.followedByDeed(last) ||
		s.at(places, i) > 0 ||
		s.isStreet(last) {
		return candidate{}, false
	}
	return candidate{kind: Name, first: i, last: last, names: s.excuses(i, last)}, true
}

// namesAct tells whether the capitalised word before is a verb or a post at the head of a sentence, so that a name may begin.
func (s *scan) namesAct(i int) bool {
	before := s.tokens[i-1]
	return i-1 == s.sentences[before.sentence].first && s.at(heads, i-1) > 0 || before.fold == "vnah" || before.fold == "lltvnd"
}

var heads = phrasesOf("cử tri, đơn, hộ, gặp, do, gửi, tặng, theo, nhờ, xử lý")

func (s *scan) followedByDeed(last int) bool { return s.follows(last+1) && deeds[s.key(last+1)] }

// isStreet tells whether a name is said to be a street: "Hồ Văn Nhánh là đường chưa trải nhựa".
func (s *scan) isStreet(last int) bool {
	if s.key(last+1) != "la1" {
		return false
	}
	for j := last + 2; j <= last+5 && s.sameSentence(last, j); j++ {
		if sites[s.key(j)] {
			return true
		}
	}
	return false
}

// excuses are the folded beginnings of a run of words under which an officer or a place may be known; one word names nobody.
func (s *scan) excuses(first, last int) (out []string) {
	var name []string
	for j := first; j <= last; j++ {
		name = append(name, s.tokens[j].fold)
		if len(name) >= 2 {
			out = append(out, strings.Join(name, " "))
		}
	}
	slices.Reverse(out)
	return out
}
