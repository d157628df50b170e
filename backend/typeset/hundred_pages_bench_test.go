package typeset

import (
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	runtimemetrics "runtime/metrics"
	"strconv"
	"strings"
	"testing"
	"time"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
)

// BenchmarkG24HundredTablePages sets a register of a hundred pages and writes the PDF, beside two programs people would use
// for the same table: Chromium printing it as a web page, LibreOffice turning the Word file into a PDF. Their times include
// starting them, as every printing would.
func BenchmarkG24HundredTablePages(b *testing.B) {
	table := documenttest.NineColumns(2300)
	doc := documenttest.WithBody(document.TableBlock(table))
	doc.Landscape = true
	b.Run("ours", func(b *testing.B) {
		const most = 1 << 20
		peak := peakHeap(func() {
			if _, err := RenderPDF(doc, documenttest.MadeAt); err != nil {
				b.Fatal(err)
			}
		})
		var pdf PDF
		for b.Loop() {
			var err error
			if pdf, err = RenderPDF(doc, documenttest.MadeAt); err != nil {
				b.Fatal(err)
			}
		}
		if pdf.Pages < 100 || len(pdf.Bytes) > most || peak > 100*most {
			b.Fatalf("%d pages, %d bytes, %d bytes of memory: G24 allows 1 MB and 100 MB for 100 pages", pdf.Pages, len(pdf.Bytes), peak)
		}
		b.ReportMetric(1000, "target-ms")
		b.ReportMetric(float64(pdf.Pages), "pages")
		b.ReportMetric(float64(len(pdf.Bytes))/most, "file-MB")
		b.ReportMetric(float64(peak)/most, "heap-MB")
	})
	b.Run("peer-Chromium", func(b *testing.B) {
		dir := b.TempDir()
		page, out := filepath.Join(dir, "bang.html"), filepath.Join(dir, "bang.pdf")
		if err := os.WriteFile(page, []byte(webPage(table)), 0o600); err != nil {
			b.Fatal(err)
		}
		timePeer(b, out, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(dir, "profile"),
			"--no-pdf-header-footer", "--print-to-pdf="+out, "file://"+page)
	})
	b.Run("peer-LibreOffice", func(b *testing.B) {
		dir := b.TempDir()
		file, err := RenderDOCX(doc, documenttest.MadeAt)
		if err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "bang.docx"), file, 0o600); err != nil {
			b.Fatal(err)
		}
		timePeer(
			b,
			filepath.Join(dir, "bang.pdf"),
			"soffice",
			"-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
			"--headless",
			"--norestore",
			"--convert-to",
			"pdf",
			"--outdir",
			dir,
			filepath.Join(dir, "bang.docx"),
		)
	})
}

var pagesLine = regexp.MustCompile(`(?m)^Pages:\s+(\d+)`)

// timePeer runs a program that writes a PDF, once to warm up and then against the clock, and says how large the file is.
func timePeer(b *testing.B, out, program string, args ...string) {
	b.Helper()
	run := func() {
		if said, err := exec.Command(program, args...).CombinedOutput(); err != nil {
			b.Fatalf("%s: %v\n%s\nbuild/scripts/install.sh bench installs it", program, err, said)
		}
	}
	run()
	for b.Loop() {
		run()
	}
	info, err := exec.Command("pdfinfo", out).Output()
	if err != nil {
		b.Fatalf("pdfinfo: %v", err)
	}
	size, err := os.Stat(out)
	if err != nil {
		b.Fatal(err)
	}
	found := pagesLine.FindSubmatch(info)
	if found == nil {
		b.Fatalf("%s wrote no pages: %s", program, info)
	}
	pages, _ := strconv.Atoi(string(found[1]))
	if pages < 80 || pages > 160 {
		b.Fatalf("%s made %d pages of the same table", program, pages)
	}
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(size.Size())/(1<<20), "file-MB")
}

// webPage is a table as a page of HTML on the same sheets, in the same type and grid.
func webPage(t document.Table) string {
	var page strings.Builder
	page.WriteString(
		`<!doctype html><html lang="vi"><meta charset="utf-8"><style>@page{size:A4 landscape;margin:30mm 20mm 15mm}body{margin:0;font:12pt/1.2 "Liberation Serif"}` +
			`table{border-collapse:collapse;width:100%}td,th{border:.5pt solid #000;padding:1mm 1.5mm;vertical-align:top}tr{break-inside:avoid}.group,.total{font-weight:bold}</style><table><colgroup>`,
	)
	sum := 0.0
	for _, c := range t.Columns {
		sum += c.Width
	}
	for _, c := range t.Columns {
		fmt.Fprintf(&page, `<col style="width:%.2f%%">`, 100*c.Width/sum)
	}
	page.WriteString("</colgroup><thead>")
	row := func(r document.Row, tag string) {
		fmt.Fprintf(&page, `<tr class="%s">`, r.Kind)
		for i, c := range r.Cells {
			fmt.Fprintf(
				&page,
				`<%s colspan="%d" style="text-align:%s">%s</%s>`,
				tag,
				max(c.ColSpan, 1),
				map[document.Align]string{document.AlignCentre: "center", document.AlignRight: "right"}[t.Columns[i].Align],
				html.EscapeString(c.Text),
				tag,
			)
		}
		page.WriteString("</tr>")
	}
	for _, r := range t.Head {
		row(r, "th")
	}
	page.WriteString("</thead><tbody>")
	for _, r := range t.Rows {
		row(r, "td")
	}
	page.WriteString("</tbody></table></html>")
	return page.String()
}

// peakHeap runs work and gives the most bytes of objects that lay on the heap meanwhile, beyond those there before.
func peakHeap(work func()) uint64 {
	runtime.GC()
	sample := []runtimemetrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	read := func() uint64 { runtimemetrics.Read(sample); return sample[0].Value.Uint64() }
	before := read()
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		top := before
		for {
			top = max(top, read())
			select {
			case <-done:
				most <- top
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
	work()
	done <- struct{}{}
	return <-most - before
}
