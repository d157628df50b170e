package reports

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"caunoi/backend/dates"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// hostile is a paper with every kind of text that breaks files.
func hostile() Document {
	doc := partyReport()
	doc.Blocks = []Block{
		Text("Emoji 👍 giữa câu, chữ rời ở đâu: Nguye\u0302\u0303n Tha\u0300nh; dấu <&>\" ' và \x00\x07 ký tự điều khiển\tthẻ tab."),
		Text(
			strings.Repeat("ngày 05 tháng 6 năm 2026, số 12-BC/ĐU ", 100),
		),
		Text("=cmd|' /C calc'!A0"),
		Text("Dòng một\nDòng hai"),
		Text("\ufffe ]]> " + strings.Repeat("x", 4000)),
		Rich(Run{Text: "Đậm, ", Bold: true}, Run{Text: "nghiêng", Italic: true}, Run{Text: " gạch chân.", Underline: true}),
		TableBlock(
			Table{
				Columns: []Column{{20, ""}, {145, ""}},
				Head:    []Row{Cells("A", "B")},
				Rows:    []Row{Cells("007", "=SUM(A1:A9)\n+1 👍"), Cells("", strings.Repeat("Ghi chú dài. ", 320))},
			},
		),
		TableBlock(headTable()),
		{PageBreak: true},
		Dashes("Sau trang mới"),
	}
	doc.Signing.Right.Name = "Nguyễn Văn Mẫu Có Tên Rất Dài Không Vừa Một Dòng Ở Chỗ Ký Tên 01"
	doc.Signing.Right.Hint, doc.Signing.PlaceDate, doc.Signing.Typist, doc.Signing.Copies = "(Ký, ghi rõ họ tên)", "Mỹ Quí, ngày 05 tháng 02 năm 2026", "NVM", 7
	doc.Blocks = append(
		doc.Blocks,
		Block{Heading: &Heading{Kind: HeadingPart, Label: "Phần I", Text: "Quy định chung"}},
		Block{
			Heading: &Heading{Kind: HeadingArticle, Label: "Điều 1", Text: "Phạm vi"},
		},
		Head(4, "a", "Điểm a"),
		TableBlock(Table{Columns: []Column{{165, ""}}, Head: []Row{Cells("Ô trống")}}),
		Block{
			Signing: &Signing{Left: &Signatory{Position: "NGƯỜI BÁO CÁO"}, Right: &Signatory{Position: "XÁC NHẬN", Name: "Cán bộ mẫu 02"}},
		},
	)
	return doc
}

// papersOf gives one paper of every kind and of every report of the catalog in each form.
func papersOf(t *testing.T) map[string]Document {
	t.Helper()
	papers := samples()
	papers["ky-tu-la"] = hostile()
	for name, d := range drawings() {
		if name != "nam-dai" { // two thousand shapes would keep LibreOffice busy for minutes
			papers["hinh "+name] = drawingPaper(d, name == "nam")
		}
	}
	o, ids := office(t)
	ids["bg"] = handOver(t, o.Store, ids["cb1"], ids["cb0"])
	for _, report := range Catalog {
		for _, form := range []Form{FormParty, FormState, FormFront} {
			for _, period := range []dates.Period{"2026-06", "2024-01"} {
				if form != FormParty && period == "2024-01" {
					continue // a month without records says the same in every form
				}
				storetest.Read(t, o.Store, func(tx *store.Tx) error {
					doc, err := Make(
						tx,
						about(report, ids, Input{Report: report.Code, Period: report.Fitting(period), Form: form, Number: 5}),
					)
					papers[report.Name+" "+string(form)+" "+string(period)] = doc
					return err
				})
			}
		}
	}
	return papers
}

// Every paper says in Word, read by another program, word for word what its pages say, with the same tables.
func TestWordTwinSaysTheSame(t *testing.T) {
	papers, files := papersOf(t), map[string][]byte{}
	for name, doc := range papers {
		file, err := RenderDOCX(doc, madeAt)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		files[name] = file
		if dir := os.Getenv("CAUNOI_SAMPLES_OUT"); dir != "" {
			pdf, _ := RenderPDF(doc, madeAt)
			_ = os.WriteFile(filepath.Join(dir, name+".docx"), file, 0o600)
			_ = os.WriteFile(filepath.Join(dir, name+".pdf"), pdf.Bytes, 0o600)
		}
	}
	seen := readByLibreOffice(t, files)
	for name, doc := range papers {
		t.Run(name, func(t *testing.T) {
			l, err := setDocument(doc)
			if err != nil {
				t.Fatal(err)
			}
			found := seen[name]
			sameWords(t, pageRegions(l), found.regions)
			if want := tablesOf(l, doc); !slices.Equal(want, found.tables) {
				t.Errorf("tables %v, in Word %v", want, found.tables)
			}
			across := doc.Landscape
			for _, annex := range doc.Annexes {
				across = across || annex.Landscape
			}
			if found.numbers == 0 || slices.ContainsFunc(found.pages, func(p pageSeen) bool { return p.landscape }) != across {
				t.Errorf("page numbers %d, sheets %v", found.numbers, found.pages)
			}
		})
	}
}

// tablesOf counts rows, head rows and merged cells of the tables of a paper.
func tablesOf(l *layout, doc Document) []tableSeen {
	var all []tableSeen
	blocks := slices.Clone(doc.Blocks)
	for _, annex := range doc.Annexes {
		blocks = append(blocks, annex.Blocks...)
	}
	for _, block := range blocks {
		if block.Table == nil || len(block.Table.Head) == 0 {
			continue
		}
		seen := tableSeen{headRows: len(block.Table.Head), rows: len(block.Table.Head)}
		for _, c := range placeHead(block.Table.Head, len(block.Table.Columns)) {
			if c.span > 1 || c.rows > 1 {
				seen.spans++
			}
		}
		for _, row := range block.Table.bodyRows() {
			seen.rows++
			for _, cell := range row.Cells {
				if cell.ColSpan > 1 {
					seen.spans++
				}
			}
		}
		all = append(all, seen)
	}
	return all
}

// A Word file is the same whenever the same paper is written at the same moment, and each of its parts is sound XML.
func TestWordFileIsSoundAndSteady(t *testing.T) {
	for name, doc := range map[string]Document{"ky-tu-la": hostile(), "cong-van": letter(FormState), "hai-mat": samples()["hai-mat"]} {
		file, err := RenderDOCX(doc, madeAt)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := RenderDOCX(doc, madeAt.In(time.FixedZone("", 7*3600)))
		if !bytes.Equal(file, again) {
			t.Errorf("%s: other bytes the second time", name)
		}
		archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range archive.File {
			r, _ := part.Open()
			for d := xml.NewDecoder(r); ; {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s, %s: %v", name, part.Name, err)
				}
			}
		}
		settings, _ := archive.Open("word/settings.xml")
		content, _ := io.ReadAll(settings)
		if strings.Contains(string(content), "mirrorMargins") != doc.Profile.Duplex {
			t.Errorf("%s: margins on both sides: %s", name, content)
		}
	}
	doc := partyReport()
	doc.Signing.Right.Body = ""
	if _, err := RenderDOCX(doc, madeAt); err == nil {
		t.Error("a paper without the body it is signed for was written")
	}
}
