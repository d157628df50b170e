package reports

import (
	"fmt"
	"strconv"
	"testing"
)

// bigDossier is a session of twenty papers with 25 pages each, as a district's year-end sitting has.
func bigDossier(rows int) Dossier {
	d := Dossier{
		title:  "Hội nghị lớn",
		cover:  cover{profile: DefaultProfile(FormParty, "2026-06-01"), issuer: "ĐẢNG ỦY XÃ MẪU", title: "Hội nghị lớn"},
		copies: []dossierCopy{{}},
		duplex: true,
	}
	for i := range 20 {
		doc := partyReport()
		doc.Annexes[0].Blocks = []Block{TableBlock(nineColumns(rows))}
		d.parts = append(
			d.parts,
			part{kind: partItem, label: strconv.Itoa(i + 1), title: fmt.Sprintf("Nội dung %d", i+1)},
			part{kind: partPaper, label: strconv.Itoa(i+1) + ".1", title: "Báo cáo", doc: &doc},
		)
	}
	return d
}

// BenchmarkG24Dossier holds the goal of 5 s for a dossier of 500 pages, beside writing the same pages once they are set.
func BenchmarkG24Dossier(b *testing.B) {
	d := bigDossier(420)
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			pdf, err := renderDossier(d, madeAt)
			if err != nil || pdf.Pages < 500 {
				b.Fatalf("%d pages, %v", pdf.Pages, err)
			}
			b.ReportMetric(float64(pdf.Pages), "pages")
			b.ReportMetric(float64(len(pdf.Bytes))/1e6, "MB")
		}
		b.ReportMetric(5000, "target-ms")
	})
	b.Run("floor", func(b *testing.B) {
		set, err := setDossier(d)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := drawPages(set.pages, "", "", madeAt); err != nil {
				b.Fatal(err)
			}
		}
	})
}
