package papers

import (
	"strconv"
	"strings"

	"caunoi/backend/document"
)

// Kinds of fault.
const (
	gapFault    = "trong"
	doubleFault = "trung"
)

// mostRanges is how many stretches of missing numbers one sentence names.
const mostRanges = 12

// Faults tells what is wrong in the series: numbers nobody bears between the lowest and the highest known, and numbers borne
// by two papers. What came before the lowest is not asked for: an office may begin with this program in mid-term.
func (series *NumberSeries) Faults() []Fault {
	out := []Fault{}
	var ranges [][2]int
	for i := 1; i < len(series.taken); i++ {
		if from, to := series.taken[i-1].Number+1, series.taken[i].Number-1; from <= to {
			ranges = append(ranges, [2]int{from, to})
		}
	}
	if len(ranges) > 0 {
		out = append(
			out,
			Fault{
				Kind:     gapFault,
				Form:     series.Form,
				IssuerID: series.IssuerID,
				Series:   series.Series,
				TypeName: series.sharing(),
				SpanWord: series.SpanWord,
				From:     ranges[0][0],
				To:       ranges[len(ranges)-1][1],
				Papers:   []string{},
				Sentence: series.Name() + ": khuyết số " + rangesText(ranges) + ".",
			},
		)
	}
	for i := 0; i < len(series.taken); {
		n := i + 1
		for n < len(series.taken) && series.taken[n].Number == series.taken[i].Number && series.taken[n].Suffix == series.taken[i].Suffix {
			n++
		}
		if n-i > 1 {
			f := Fault{
				Kind:     doubleFault,
				Form:     series.Form,
				IssuerID: series.IssuerID,
				Series:   series.Series,
				SpanWord: series.SpanWord,
				From:     series.taken[i].Number,
				To:       series.taken[i].Number,
			}
			for _, t := range series.taken[i:n] {
				f.Papers = append(f.Papers, t.Label)
			}
			f.Sentence = series.Name() + ": số " + document.Numeral(series.taken[i].Number, series.taken[i].Suffix) +
				" dùng cho " + strconv.Itoa(n-i) + " văn bản: " + strings.Join(f.Papers, "; ") + "."
			out = append(out, f)
		}
		i = n
	}
	return out
}

func rangeText(from, to int) string {
	if from == to {
		return document.Numeral(from, "")
	}
	return document.Numeral(from, "") + "–" + document.Numeral(to, "")
}

func rangesText(ranges [][2]int) string {
	parts := []string{}
	for _, r := range ranges[:min(len(ranges), mostRanges)] {
		parts = append(parts, rangeText(r[0], r[1]))
	}
	text := strings.Join(parts, ", ")
	if more := len(ranges) - mostRanges; more > 0 {
		text += " và " + strconv.Itoa(more) + " khoảng nữa"
	}
	return text
}
