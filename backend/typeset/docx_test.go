package typeset

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
)

// A Word file is the same whenever the same paper is written at the same moment, and each of its parts is sound XML.
func TestWordFileIsSoundAndSteady(t *testing.T) {
	for name, doc := range map[string]document.Document{"ky-tu-la": documenttest.Hostile(),
		"cong-van": documenttest.Letter(document.FormState), "hai-mat": documenttest.Samples()["hai-mat"]} {
		file, err := RenderDOCX(doc, documenttest.MadeAt)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := RenderDOCX(doc, documenttest.MadeAt.In(time.FixedZone("", 7*3600)))
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
	doc := documenttest.PartyReport()
	doc.Signing.Right.Body = ""
	if _, err := RenderDOCX(doc, documenttest.MadeAt); err == nil {
		t.Error("a paper without the body it is signed for was written")
	}
}
