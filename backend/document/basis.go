package document

import (
	"regexp"
	"slices"
	"strings"
)

// What a căn cứ says of the paper it names.
var (
	basisNumber  = regexp.MustCompile(`\d+(/\d{4})?[-/]\p{Lu}`) // 12-QĐ/ĐU, 30/2020/NĐ-CP
	basisDay     = regexp.MustCompile(`ngày \d{1,2}(/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4})`)
	basisYear    = regexp.MustCompile(`(^|\D)(19|20)\d{2}(\D|$)`)
	basisIssuer  = regexp.MustCompile(` của \p{Lu}`)
	basisSubject = regexp.MustCompile(` (về|ban hành|kèm theo|quy định|hướng dẫn|thi hành|phê duyệt) `)
)

// BasisLacks tells which parts a căn cứ does not name of the paper it rests on: HD 05, II.I.6.2.3 asks for type, number and symbol,
// issuer, day and subject; of a law or ordinance for its name and year; NĐ 30 asks the same. The statute and the constitution are
// whole by their names, and a proposal of somebody is no paper.
func BasisLacks(basis string) (missing []string) {
	named, is := strings.CutPrefix(strings.TrimSpace(basis), "Căn cứ ")
	begins := func(words ...string) bool {
		lower := strings.ToLower(named)
		return slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(lower, word+" ") })
	}
	switch {
	case !is || begins("điều lệ", "hiến pháp"):
		return nil
	case begins("luật", "bộ luật", "pháp lệnh"):
		if !basisYear.MatchString(named) {
			return []string{"năm ban hành"}
		}
		return nil
	}
	for _, part := range []struct {
		words string
		there bool
	}{
		{"số, ký hiệu", basisNumber.MatchString(named)},
		{"cơ quan ban hành", basisIssuer.MatchString(named)},
		{"ngày, tháng, năm", basisDay.MatchString(named)},
		{"trích yếu", basisSubject.MatchString(named) || begins("quy chế")},
	} {
		if !part.there {
			missing = append(missing, part.words)
		}
	}
	return missing
}

// BasesOf lists the căn cứ of a paper: those above its text, and the one its first sentence begins with, up to what follows it.
func BasesOf(doc Document) []string {
	bases := slices.Clone(doc.Bases)
	if len(doc.Blocks) == 0 || doc.Blocks[0].Paragraph == nil {
		return bases
	}
	var first strings.Builder
	for _, run := range doc.Blocks[0].Paragraph.Runs {
		first.WriteString(run.Text)
	}
	text, _, _ := strings.Cut(first.String(), "; ")
	text, _, _ = strings.Cut(text, ", qua ")
	if strings.HasPrefix(text, "Căn cứ ") {
		bases = append(bases, strings.TrimRight(text, " ,.;"))
	}
	return bases
}
