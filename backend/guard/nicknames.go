package guard

import "strings"

// siteDirect tells whether token i continues the name of a place: capitalised words lead back to a street, a bridge, a school.
func (s *scan) siteDirect(i int) bool {
	for back := 1; back <= 5 && s.sameSentence(i, i-back); back++ {
		s.steps++
		at := i - back
		t := s.tokens[at]
		if strings.Trim(s.tokens[at+1].gap, " -–“\"") != "" {
			return false
		}
		if sites[t.key] && s.follows(at) && headsOfMen[s.key(at-1)] {
			return false
		}
		if sites[t.key] && !(s.isFamily(at) && t.upper && back == 1) || s.bare(i) && bareSites[t.fold] {
			return true
		}
		if !t.upper && !joiners[t.key] && !t.number && !(qualifiers[t.key] && back <= 3) {
			return false
		}
	}
	return false
}

// siteListed is siteDirect over commas, for places that are listed: "các tuyến đường Nguyễn Văn Linh, Võ Văn Kiệt".
func (s *scan) siteListed(i int) bool {
	for back := 1; back <= 14 && s.sameSentence(i, i-back); back++ {
		s.steps++
		at := i - back
		t := s.tokens[at]
		if strings.Trim(s.tokens[at+1].gap, " ,-–") != "" {
			return false
		}
		if listable[t.key] {
			return true
		}
		if !t.upper && !joiners[t.key] && !t.number {
			return false
		}
	}
	return false
}

// siteBefore tells whether a title at i is part of a place's name: "cầu Bà Bèo", "ngã ba Ông Tạ".
func (s *scan) siteBefore(i int) bool {
	if s.siteDirect(i) || s.siteListed(i) {
		return true
	}
	if !s.tokens[i].upper {
		return false
	}
	for back := 1; back <= 4 && s.follows(i-back+1); back++ { // "ngã ba Ông Tạ", "cống ngăn mặn Bà Tám"
		if sites[s.key(i-back)] {
			return true
		}
		if s.tokens[i-back].upper {
			return false
		}
	}
	return false
}

// nickname finds an order name with a nickname and no title: "gặp Ba Khía", "Tư Ếch cãi nhau".
func (s *scan) nickname(i int) (candidate, bool) {
	t := s.tokens[i]
	if !t.upper || !orders[t.key] || s.caps(i) || !s.follows(i+1) || !s.tokens[i+1].upper || measures[s.key(i+1)] || posts[s.key(i+1)] ||
		s.at(places, i) > 0 {
		return candidate{}, false
	}
	before := s.key(i - 1)
	if i > 0 && (dayWords[before] || s.follows(i) && s.tokens[i-1].upper) || s.siteDirect(i) || s.siteListed(i) ||
		s.nearBefore(bodies, i, 4) {
		return candidate{}, false
	}
	last := i + 1
	if s.follows(last+1) && s.tokens[last+1].upper {
		last++
	}
	called := i > 0 && s.follows(i) && callers[before]
	if !called && !s.followedByDeed(last) {
		return candidate{}, false
	}
	return candidate{kind: Name, first: i, last: last, names: s.excuses(i, last)}, true
}

// highlandName finds names that begin with "Y" or "H'": "H'Bia Êban", "Y Bhem Mlô".
func (s *scan) highlandName(i int) (candidate, bool) {
	t := s.tokens[i]
	woman := strings.HasPrefix(t.raw, "H'") && len(t.raw) > 3
	man := t.raw == "Y" || t.raw == "Rơ" || t.raw == "Kpă" || t.raw == "Ksor" || t.raw == "Siu" || t.raw == "Rmah" || t.raw == "H" ||
		t.raw == "A"
	if !woman && !man || s.caps(i) || i > 0 && s.follows(i) && s.tokens[i-1].upper || s.siteDirect(i) {
		return candidate{}, false
	}
	last := s.capitals(i)
	if last == i || t.raw == "A" && last < i+1 {
		return candidate{}, false
	}
	if (t.raw == "A" || t.raw == "H") && !s.followedByDeed(last) {
		return candidate{}, false
	}
	return candidate{kind: Name, first: i, last: last, names: s.excuses(i, last)}, true
}

// bodiesInInitials are abbreviations with points that are bodies.
var bodiesInInitials = set(
	`ubnd hđnd ttyt mttq bch bchqs bqs btv tvhu htx nq qđ xhcn csgt cand qđnd vnch tnxp ccb ubmttq tpt vnpt tđc thcs thpt qlda
		ttg tct lhpn đtn tnhh mtv vnd tts tư`,
)

// initialName finds names of which only the first letters are written: "N.V.H", "Ng.V.Hùng", "Lê V. Bình", "Nguyễn T. H."
func (s *scan) initialName(i int) (candidate, bool) {
	t := s.tokens[i]
	if !t.upper || t.number ||
		i > 0 && (s.tokens[i].gap == "." || s.tokens[i].gap == "/" || s.tokens[i].gap == "-" || s.tokens[i].gap == "") {
		return candidate{}, false
	}
	last, letters, initials := i, strings.ToLower(t.raw), 0
	if t.isInitial() {
		initials++
	}
	for n := 0; n < 4 && last+1 < len(s.tokens); n++ {
		next := s.tokens[last+1]
		pointed := s.tokens[last].isInitial() && (next.gap == "." || next.gap == ". ")
		spaced := next.gap == " " && !s.tokens[last].isInitial()
		if !next.upper || next.number || !pointed && !spaced {
			break
		}
		if spaced && !(next.isInitial() && strings.HasPrefix(s.text[next.end:], ".")) && !(next.isInitial() && initials > 0) {
			break
		}
		if next.isInitial() {
			initials++
		}
		last, letters = last+1, letters+strings.ToLower(next.raw)
	}
	count := last - i + 1
	abbreviated := t.raw == "Ng" || t.raw == "Tr" || t.raw == "Ph" || t.raw == "Hg" || t.raw == "Hx" || t.raw == "Đg"
	family := sureFamilies[t.key] || s.isBareFamily(i)
	single := t.length() == 1 && strings.ContainsRune("NTLPHVĐDBKCQMYSG", []rune(t.raw)[0])
	switch {
	case last+1 < len(s.tokens) && s.tokens[last+1].gap != "" && strings.ContainsAny(s.tokens[last+1].gap[:1], "/-"),
		bodiesInInitials[letters], s.caps(i) && count < 3:
		return candidate{}, false
	case abbreviated && count >= 2 && initials >= 1, family && !t.isInitial() && count >= 2 && initials >= 1, single && count >= 3:
	default:
		return candidate{}, false
	}
	return candidate{kind: Name, first: i, last: last}, true
}
