package issuing

import (
	"bytes"
	"encoding/xml"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"caunoi/backend/typeset/typesettest"
)

// dossierFile is a dossier as other programs read it.
type dossierFile struct {
	pages []string // words of each page, white space squeezed out
	links []dossierLink
	marks []dossierMark
}

type dossierLink struct {
	text string
	from int
	to   int
}

type dossierMark struct {
	Page int    `xml:"page,attr"`
	Text string `xml:",chardata"`
}

// readDossier lets poppler read a file: its words page by page, its links and its outline.
func readDossier(t *testing.T, file []byte) dossierFile {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ho-so.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	var d dossierFile
	for _, page := range strings.Split(strings.TrimSuffix(string(typesettest.Tool(t, "pdftotext", "-raw", path, "-")), "\f"), "\f") {
		d.pages = append(d.pages, typesettest.Squeeze(page))
	}
	from, decoder := 0, xml.NewDecoder(bytes.NewReader(typesettest.Tool(t, "pdftohtml", "-xml", "-stdout", "-i", path)))
	decoder.Strict, decoder.Entity = false, xml.HTMLEntity
	for {
		token, err := decoder.Token()
		if err != nil {
			return d
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "page":
			from++
		case "a":
			_, page, _ := strings.Cut(start.Attr[0].Value, "#")
			to, err := strconv.Atoi(page)
			if err != nil {
				t.Fatalf("link to %q", start.Attr[0].Value)
			}
			var text string
			if err := decoder.DecodeElement(&text, &start); err != nil {
				t.Fatal(err)
			}
			d.links = append(d.links, dossierLink{strings.TrimSpace(text), from, to})
		case "item":
			var mark dossierMark
			if err := decoder.DecodeElement(&mark, &start); err != nil {
				t.Fatal(err)
			}
			d.marks = append(d.marks, mark)
		}
	}
}
