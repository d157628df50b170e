package guard

import "strings"

var (
	streetWords = phrasesOf("đường, hẻm, ngõ, ngách, tổ, khu phố, khóm, kiệt, phố, ấp, thôn, lộ")
	homeWords   = phrasesOf(
		`số nhà, nhà số, căn nhà số, căn nhà, căn hộ số, căn hộ, ~căn, hộ ở số, ngụ tại số, ngụ số, ngụ tại, cư ngụ tại số,
			cư ngụ tại, cư ngụ số, ~ngụ, thường trú tại số, thường trú tại, thường trú số, thường trú, tạm trú tại số,
			tạm trú tại, tạm trú, địa chỉ số, địa chỉ, hộ khẩu số, hộ khẩu tại số, hộ khẩu, trú tại số, trú tại, nhà riêng số,
			nhà ở số, ở tại số, ở nhà số, gia đình số, hộ số nhà`,
	)
	houses        = phrasesOf("~nhà, nhà, ở số, sn, hộ số")
	lanes         = phrasesOf("ngõ, hẻm, ngách, đường, phố, kiệt, ngo, hem")
	dwellings     = phrasesOf("~nhà, nhà, ~hộ, ngụ, căn, ở, trú")
	officesBefore = phrasesOf(
		`trụ sở, ubnd, ủy ban, trạm, trường, văn phòng, cơ quan, công ty, hợp tác xã, chi cục, trung tâm, bưu điện, ngân hàng,
			điểm tiếp nhận, nhà văn hóa, hội trường, cửa hàng xăng, chợ, bệnh viện, phòng khám, công an, điểm bầu cử`,
	)
)

// markAddresses marks the house of a household; the address of an office may stand.
func (s *scan) markAddresses() {
	for i := range s.tokens {
		n := s.at(homeWords, i)
		house := n == 0 && s.at(houses, i) > 0
		street := n == 0 && !house &&
			(s.key(i) == "sô2" || s.tokens[i].raw == "K" || s.tokens[i].fold == "hem" && s.nearBefore(dwellings, i, 4))
		if n == 0 && !house && !street {
			continue
		}
		j, cutBefore := i+max(n, s.at(houses, i), 1), false
		if n > 0 && s.sameSentence(i, j+1) && s.key(j) == "sô2" {
			j, cutBefore = j+1, true
		}
		if !s.sameSentence(i, j) || !s.tokens[j].number || strings.Trim(s.tokens[j].gap, " :") != "" {
			continue
		}
		last, cut := s.houseEnd(j)
		next := last + 1
		behind := s.at(streetWords, next) > 0 || s.sameSentence(j, next) && s.tokens[next].upper && s.at(families, next) > 0
		good := n > 0 &&
			(behind || cut || cutBefore || strings.HasPrefix(s.tokens[i].fold, "so") || s.key(i+n-1) == "sô2" || s.key(i) == "căn") ||
			house && (cut || s.at(lanes, next) > 0 || s.tokens[i].fold == "sn" && behind) ||
			street && cut && (s.at(streetWords, next) > 0 || s.tokens[i].raw != "K" && s.nearBefore(dwellings, i, 4)) ||
			street && s.sameSentence(j, next+1) && s.tokens[next].upper && s.follows(next) && s.at(families, next) > 0 &&
				s.tokens[next+1].upper &&
				s.livedAt(i)
		if !good || s.nearBefore(officesBefore, i, 6) {
			continue
		}
		if s.tokens[j].raw != "" && s.at(areaUnits, next) > 0 && !cut {
			continue
		}
		s.mark(candidate{kind: Address, first: i, last: last})
	}
}

// livedAt asks for "tại", "ở" before "số 4 Trần Phú", so that a document's number is none.
func (s *scan) livedAt(i int) bool {
	k := s.key(i - 1)
	return k == "tai5" || k == "ơ3" || k == "nha1"
}

// houseEnd is the last token of a house number and whether it has a stroke or a letter: "12/4", "18/7B", "77A".
func (s *scan) houseEnd(j int) (last int, cut bool) {
	last = j
	for n := 0; n < 4 && last+1 < len(s.tokens); n++ {
		t := s.tokens[last+1]
		if t.gap == "/" && t.number || t.gap == "" && t.number && cut || t.gap == "" && !t.number && t.length() == 1 {
			last, cut = last+1, true
			continue
		}
		break
	}
	return last, cut
}
