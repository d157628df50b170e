package reports_test

import (
	"regexp"
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A printed share with the two numbers it is counted from, as sentences write it: part, whole and share stand in the groups p, w, s.
var toldShares = []*regexp.Regexp{
	regexp.MustCompile(`(?P<p>[\d.]+)/(?P<w>[\d.]+) (?:lượt có họp|lượt|việc)(?:,| \(| \(đạt|) ?(?:đạt )?(?P<s>[\d,]+)%`),
	regexp.MustCompile(`(?P<s>[\d,]+)% \((?P<p>[\d.]+)/(?P<w>[\d.]+) lượt`),
	regexp.MustCompile(`Trong (?P<w>[\d.]+) nơi phải có người phụ trách, (?P<p>[\d.]+) nơi đã được phân công \(đạt (?P<s>[\d,]+)%`),
	regexp.MustCompile(`Trong (?P<w>[\d.]+) ý kiến, kiến nghị đã có trả lời, (?P<p>[\d.]+) nội dung [^%(]*\(đạt (?P<s>[\d,]+)%`),
}

// toldSubstitutes is the sum a rate with substitutes is counted from.
var toldSubstitutes = regexp.MustCompile(`đã dự ([\d.]+) lượt; cùng ([\d.]+) lượt dự thay được tính là ([\d.]+)/`)

// Every share in a sentence of any paper of the made-up office stands beside the two numbers it is counted from.
func TestEveryShareToldCanBeCountedAgain(t *testing.T) {
	t.Parallel()
	eachSamplePaper(t, func(name string, doc document.Document) { recountShares(t, name, doc) })
}

// eachSamplePaper makes every paper of the catalog from the made-up office, in every form it has and of its longest period.
func eachSamplePaper(t *testing.T, visit func(name string, doc document.Document)) {
	t.Helper()
	s := sampleOffice.Open(t)
	choice := choices(t, s)
	storetest.Read(t, s, func(tx *store.Tx) error {
		for _, report := range reports.Catalog {
			for _, form := range report.Forms {
				in := choice(report, reports.Input{Report: report.Code, Period: longPeriod(report), Form: form, Number: 12})
				doc, err := reports.Make(tx, in)
				if err != nil {
					t.Errorf("%s: %v", report.Code, err)
					continue
				}
				visit(report.Code+" "+string(form), doc)
			}
		}
		return nil
	})
}

// recountShares counts every share of a paper's sentences again from the two numbers the sentence prints, and tells how many there are.
func recountShares(t *testing.T, where string, doc document.Document) (shares int) {
	t.Helper()
	for _, text := range sentencesOf(doc) {
		found := 0
		for _, pattern := range toldShares {
			for _, said := range pattern.FindAllStringSubmatch(text, -1) {
				group := func(name string) string { return said[pattern.SubexpIndex(name)] }
				found++
				if want := shareByHand(t, group("p"), group("w")); group("s") != want {
					t.Errorf("%s: %s of %s is %s%%, the sentence says %s%%: %q", where, group("p"), group("w"), want, group("s"), text)
				}
			}
		}
		for _, sum := range toldSubstitutes.FindAllStringSubmatch(text, -1) {
			if told(sum[1])+told(sum[2]) != told(sum[3]) {
				t.Errorf("%s: %s and %s are not %s: %q", where, sum[1], sum[2], sum[3], text)
			}
		}
		if all := strings.Count(text, "%"); found != all {
			t.Errorf("%s: %d of %d shares stand beside their numbers: %q", where, found, all, text)
		}
		shares += found
	}
	return shares
}

// shareByHand divides as a clerk does with a pencil: whole percent, one place after the comma, a half upwards.
func shareByHand(t *testing.T, part, whole string) string {
	t.Helper()
	p, w := told(part), told(whole)
	if w == 0 {
		t.Errorf("a share of nothing: %s/%s", part, whole)
		return ""
	}
	hundredths := p * 10_000 / w // of a percent
	if hundredths%10 >= 5 {
		hundredths += 10
	}
	out, rest := digits(hundredths/100), hundredths/10%10
	if rest > 0 {
		out += "," + digits(rest)
	}
	return out
}

// told reads a number as papers write it: "08", "1.728".
func told(text string) (n int) {
	for _, digit := range strings.ReplaceAll(text, ".", "") {
		n = n*10 + int(digit-'0')
	}
	return n
}

func digits(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return digits(n/10) + digits(n%10)
}

// sentencesOf are the paragraphs and items of a paper, as they print.
func sentencesOf(doc document.Document) (out []string) {
	said := func(runs []document.Run) {
		var text strings.Builder
		for _, r := range runs {
			text.WriteString(r.Text)
		}
		out = append(out, text.String())
	}
	for _, b := range doc.Blocks {
		if b.Paragraph != nil {
			said(b.Paragraph.Runs)
		}
		if b.List != nil {
			for _, item := range b.List.Items {
				said(item.Runs)
			}
		}
	}
	return out
}
