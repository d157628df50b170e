package reports

import (
	"fmt"
	"strconv"
	"testing"
)

// bigDossier is a session of twenty papers with 25 pages each, as a district's year-end sitting has.
func bigDossier(rows int) Dossier {
	d := Dossier{
		Title:  "Hội nghị lớn",
		Cover:  Cover{Profile: DefaultProfile(FormParty, "2026-06-01"), Issuer: "ĐẢNG ỦY XÃ MẪU", Title: "Hội nghị lớn"},
		Copies: []DossierCopy{{}},
		Duplex: true,
	}
	for i := range 20 {
		doc := PartyReport()
		doc.Annexes[0].Blocks = []Block{TableBlock(NineColumns(rows))}
		d.Parts = append(
			d.Parts,
			DossierPart{Kind: PartItem, Label: strconv.Itoa(i + 1), Title: fmt.Sprintf("Nội dung %d", i+1)},
			DossierPart{Kind: PartPaper, Label: strconv.Itoa(i+1) + ".1", Title: "Báo cáo", Document: &doc},
		)
	}
	return d
}

// BenchmarkG24Dossier holds the goal of 5 s for a dossier of 500 pages, beside writing the same pages once they are set.
func BenchmarkG24Dossier(b *testing.B) {
	d := bigDossier(420)
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			pdf, err := RenderDossier(d, MadeAt)
			if err != nil || pdf.Pages < 500 {
				b.Fatalf("%d pages, %v", pdf.Pages, err)
			}
			b.ReportMetric(float64(pdf.Pages), "pages")
			b.ReportMetric(float64(len(pdf.Bytes))/1e6, "MB")
		}
		b.ReportMetric(5000, "target-ms")
	})
	b.Run("floor", func(b *testing.B) {
		set, err := LayOutDossier(d)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := drawPages(set.Pages, "", "", MadeAt); err != nil {
				b.Fatal(err)
			}
		}
	})
}
