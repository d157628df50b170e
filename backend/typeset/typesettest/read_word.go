package typesettest

import (
	"encoding/xml"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"caunoi/backend/typeset"
)

// readByLibreOffice reads Word files with another program, LibreOffice, in one run, and gives what it found in each.
func readByLibreOffice(t *testing.T, files map[string][]byte) map[string]wordSeen {
	t.Helper()
	all := map[string]wordSeen{}
	for name, path := range convertByLibreOffice(t, "docx", "fodt", files) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("LibreOffice did not open %s: %v", name, err)
		}
		all[name] = readFlatText(t, content)
	}
	return all
}

// wordSeen is a Word file as LibreOffice understood it.
type wordSeen struct {
	regions []region
	tables  []tableSeen
	pages   []pageSeen // one for each page style in use with a size
	numbers int        // page number fields in headers
}

type tableSeen struct{ rows, headRows, spans int }

type pageSeen struct {
	landscape bool
	margins   string
}

// regionKind parts a paper: letterhead and signatures stand side by side, so that only their words count and not the order.
type regionKind byte

const (
	runningText regionKind = 'T'
	letterhead  regionKind = 'H'
	signatures  regionKind = 'S'
	gridCells   regionKind = 'C'
	figureWords regionKind = 'F'
)

// region holds letters without spaces and where words end: surely, or perhaps (the end of a drawn line).
type region struct {
	kind    regionKind
	letters []rune
	ends    map[int]bool
	maybe   map[int]bool
}

func add(regions []region, kind regionKind, text string) []region {
	if n := len(regions); n == 0 || regions[n-1].kind != kind {
		regions = append(regions, region{kind: kind, ends: map[int]bool{}, maybe: map[int]bool{}})
	}
	r := &regions[len(regions)-1]
	r.maybe[len(r.letters)] = true
	for _, c := range text {
		if unicode.IsSpace(c) {
			if !r.maybe[len(r.letters)] {
				r.ends[len(r.letters)] = true
			}
			continue
		}
		if !strings.ContainsRune(boxes, c) { // squares are drawn, not written, on the page
			if !typeset.HasGlyph(c) {
				c = '□'
			}
			r.letters = append(r.letters, c)
		}
	}
	r.maybe[len(r.letters)] = true
	delete(r.ends, len(r.letters))
	return regions
}

// readFlatText walks through a flat OpenDocument file.
func readFlatText(t *testing.T, content []byte) wordSeen {
	t.Helper()
	var seen wordSeen
	decoder := xml.NewDecoder(strings.NewReader(string(content)))
	inBody, inHead, inHeader, described, figure := false, false, false, false, 0
	var open []*strings.Builder // paragraphs being read: those of a drawing stand within the one it is anchored to
	var table *tableSeen
	var cells []string // texts of the table being read
	side := 0          // tables without heads read so far
	attribute := func(e xml.StartElement, name string) string {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				return a.Value
			}
		}
		return ""
	}
	write := func(text string) {
		if n := len(open); n > 0 {
			open[n-1].WriteString(text)
		}
	}
	for {
		token, err := decoder.Token()
		if err != nil {
			break
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "page-layout-properties":
				if w := attribute(e, "page-width"); w != "" {
					seen.pages = append(seen.pages, pageSeen{attribute(e, "print-orientation") == "landscape", w})
				}
			case "text":
				if e.Name.Space == "urn:oasis:names:tc:opendocument:xmlns:office:1.0" {
					inBody = true
				}
			case "header":
				inHeader = true
			case "page-number":
				if inHeader {
					seen.numbers++
				}
			case "table":
				table, cells = &tableSeen{}, nil
			case "table-header-rows":
				inHead = true
			case "table-row":
				table.rows++
				if inHead {
					table.headRows++
				}
			case "table-cell":
				if attribute(e, "number-columns-spanned") != "" || attribute(e, "number-rows-spanned") != "" {
					table.spans++
				}
			case "p", "h":
				if inBody {
					open = append(open, &strings.Builder{})
				}
			case "g":
				figure++
			case "desc": // words for those who cannot see a drawing
				described = true
			case "s":
				count, _ := strconv.Atoi(attribute(e, "c"))
				write(strings.Repeat(" ", max(1, count)))
			case "tab", "line-break":
				write(" ")
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "header":
				inHeader = false
			case "table-header-rows":
				inHead = false
			case "p", "h":
				if len(open) == 0 {
					continue
				}
				text := open[len(open)-1].String()
				open = open[:len(open)-1]
				switch {
				case figure > 0:
					seen.regions = add(seen.regions, figureWords, text)
				case table != nil:
					cells = append(cells, text)
				case strings.TrimSpace(text) != "":
					seen.regions = add(seen.regions, runningText, text)
				}
			case "g":
				figure--
			case "desc":
				described = false
			case "table":
				kind := gridCells
				if table.headRows == 0 {
					kind = letterhead
					if side++; len(seen.tables) > 0 || len(seen.regions) > 0 {
						kind = signatures
					}
				} else {
					seen.tables = append(seen.tables, *table)
				}
				for _, cell := range cells {
					seen.regions = add(seen.regions, kind, cell)
				}
				table = nil
			}
		case xml.CharData:
			if !described {
				write(string(e))
			}
		}
	}
	return seen
}
