package typeset

import (
	"fmt"
	"strconv"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
)

// bigDossier is a session of twenty papers with 25 pages each, as a district's year-end sitting has.
func bigDossier(rows int) Dossier {
	d := Dossier{
		Title:  "Hội nghị lớn",
		Cover:  Cover{Profile: document.DefaultProfile(document.FormParty, "2026-06-01"), Issuer: "ĐẢNG ỦY XÃ MẪU", Title: "Hội nghị lớn"},
		Copies: []DossierCopy{{}},
		Duplex: true,
	}
	for i := range 20 {
		doc := documenttest.PartyReport()
		doc.Annexes[0].Blocks = []document.Block{document.TableBlock(documenttest.NineColumns(rows))}
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
			pdf, err := RenderDossier(d, documenttest.MadeAt)
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
			if _, err := drawBoundFile(BoundFile{Pages: set.Pages}, documenttest.MadeAt); err != nil {
				b.Fatal(err)
			}
		}
	})
}
