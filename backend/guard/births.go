package guard

import "strings"

var (
	birthWords = phrasesOf(
		"sinh ngày, sinh năm, sinh tháng, ngày sinh, năm sinh, ngày tháng năm sinh, ngày tháng sinh, sinh",
	)
	// wordsOfSinh come before "sinh" in words that mean something else.
	wordsOfSinh = phrasesOf(
		`phát, học, vệ, ký, tái, hy, nảy, bác, thư, thí, tuyển, đản, giáng, quyên, dân, an, sơ, thí sinh, mưu, kế, nhân, sản,
			môi, giám, hộ, hóa, thủy, song, trùng`,
	)
	// groupsBorn come right before "sinh năm" in a rule for an age group.
	groupsBorn = phrasesOf(
		`người cao tuổi, công dân, nam công dân, thanh niên, người, trẻ, trẻ em, học sinh, cụ, hội viên, đoàn viên, cán bộ,
			đảng viên, quân nhân, phụ nữ`,
	)
	openSpans   = phrasesOf("trở về, trở đi, trở lên, trở xuống, đến năm, đến, và trước, về sau, về trước, tới, đến hết")
	animalYears = phrasesOf(
		`tý, sửu, dần, mão, mẹo, thìn, ~tỵ, ~tị, ngọ, mùi, thân, dậu, tuất, hợi, con chuột, con trâu, con cọp, con hổ, con mèo,
			con rồng, con rắn, con ngựa, con dê, con khỉ, con gà, con chó, con heo, con lợn`,
	)
	stems  = phrasesOf("giáp, ất, bính, đinh, mậu, kỷ, canh, tân, nhâm, quý, quí")
	gender = map[string]bool{"nam": true, "nư4": true, "nu": true, "gai2": true, "trai": true}
)

var (
	partsOfDay = set("tháng năm thang nam")
	beforeDay  = set("là ngày vào năm mùng mồng")
)

// markBirths marks days and years of birth, in figures or by the animal, of one person; age groups of a rule may stand.
func (s *scan) markBirths() {
	for i := range s.tokens {
		if s.taken[i] {
			continue
		}
		switch {
		case s.key(i) == "tuôi3" || s.key(i) == "tuoi" && s.bare(i):
			s.markAnimal(i)
		case s.isShortBirth(i) > 0:
			s.markShortBirth(i, s.isShortBirth(i))
		case s.at(birthWords, i) > 0:
			s.markBirthBehind(i)
		case gender[s.key(i)] && s.sameSentence(i, i+1) && s.tokens[i+1].gap == ", " && isYear(s.tokens[i+1].raw, s.year):
			s.mark(candidate{kind: Birth, first: i, last: i + 1})
		}
	}
}

// isShortBirth is how many tokens "SN", "S.N", "s/n" or "NS" take at token i; 0 = it is not there.
func (s *scan) isShortBirth(i int) int {
	switch s.tokens[i].fold {
	case "sn", "ns", "dob", "ntns":
		return 1
	case "s", "n":
		other := map[string]string{"s": "n", "n": "s"}[s.tokens[i].fold]
		if i+1 < len(s.tokens) && s.tokens[i+1].fold == other && strings.Trim(s.tokens[i+1].gap, "./") == "" && s.tokens[i+1].gap != "" {
			return 2
		}
	}
	return 0
}

// markShortBirth marks a year or a day behind "SN"; "SN 12 đường …" is the number of a house.
func (s *scan) markShortBirth(i, n int) {
	j := i + n
	if j >= len(s.tokens) || !s.tokens[j].number || len(s.tokens[j].gap) > 3 {
		return
	}
	last := s.dayEnd(j)
	raw := s.tokens[last].raw
	short := last == j && len(raw) == 2 && raw > "19" && s.at(streetWords, j+1) == 0
	if last > j || isYear(raw, s.year) || short {
		s.mark(candidate{kind: Birth, first: i, last: last})
	}
}

// dayEnd is the last token of a day written from token j on; j itself when it is none.
func (s *scan) dayEnd(j int) int {
	last := j
	for n := 0; n < 2 && last+1 < len(s.tokens) && s.tokens[last+1].number && len(s.tokens[last+1].gap) == 1 &&
		strings.Contains("/.-", s.tokens[last+1].gap); n++ {
		last++
	}
	for n := 0; n < 2 && s.sameSentence(j, last+2) && s.tokens[last+2].number && partsOfDay[s.key(last+1)]; n++ {
		last += 2
	}
	return last
}

func (s *scan) markAnimal(i int) {
	j := i + 1
	if s.at(stems, j) > 0 && s.follows(j) {
		j++
	}
	n := s.at(animalYears, j)
	if n == 0 || !s.follows(i+1) || j == i+1 && !s.tokens[j].upper && n == 1 {
		return
	}
	s.mark(candidate{kind: Birth, first: i, last: j + n - 1})
}

// markBirthBehind marks what stands behind "sinh", "sinh ngày", "năm sinh".
func (s *scan) markBirthBehind(i int) {
	n := s.at(birthWords, i)
	if s.follows(i) && n < 3 && s.endsAt(wordsOfSinh, i) && strings.HasPrefix(s.tokens[i].fold, "sinh") {
		return
	}
	j := i + n
	for skipped := 0; skipped < 2 && s.sameSentence(i, j) && beforeDay[s.key(j)]; skipped++ {
		j++
	}
	if !s.sameSentence(i, j) {
		return
	}
	if s.at(stems, j) > 0 && s.at(animalYears, j+1) > 0 {
		s.mark(candidate{kind: Birth, first: i, last: j + 1})
		return
	}
	if !s.tokens[j].number || strings.Trim(s.tokens[j].gap, " :") != "" {
		return
	}
	last := s.dayEnd(j)
	raw := s.tokens[last].raw
	alone := n == 1 && j == i+1
	if alone && last == j && !isYear(raw, s.year) || last == j && len(raw) == 3 {
		return // "sinh 2 con"
	}
	if s.bornInGroup(i, last) {
		return
	}
	s.mark(candidate{kind: Birth, first: i, last: last})
}

// bornInGroup tells whether a year of birth belongs to a rule for many: "240 người sinh năm 1964 trở về trước".
func (s *scan) bornInGroup(i, last int) bool {
	if s.at(openSpans, last+1) > 0 {
		return true
	}
	if !s.endsAt(groupsBorn, i) {
		return false
	}
	for back := 1; back <= 6 && s.sameSentence(i, i-back); back++ {
		if s.at(one, i-back) > 0 {
			return false
		}
		if s.at(plurals, i-back) > 0 || s.tokens[i-back].number && s.tokens[i-back].raw != "1" && s.tokens[i-back].raw != "01" {
			return true
		}
	}
	return s.endsAt(phrasesOfAge, i)
}

var phrasesOfAge = phrasesOf("người cao tuổi, công dân, nam công dân, thanh niên, hội viên, đoàn viên, trẻ em")
