package typeset

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// wordParts is what goes into a Word file.
type wordParts struct {
	body          string // content of w:body
	contact       string // the paragraph at the foot of page 1
	mark          string // how far the paper may go, at the top of its first page
	duplex        bool
	size          float64 // pt of body text
	title, author string
	at            time.Time
}

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	wordMIME  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// zipTime stands in every entry, so that the same paper gives the same bytes: the earliest moment a zip can hold.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// packWord writes the parts of ECMA-376 (Office Open XML, part 1) that a paper needs, and no others.
func packWord(parts wordParts) ([]byte, error) {
	part := func(root, content string) string {
		return xmlHead + "<w:" + root + " " + wordSpace + ">" + content + "</w:" + root + ">"
	}
	var number, blank ooxml
	// The digits stand 10 mm below the edge of the sheet, centred over the text.
	number.WriteString(`<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="283" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>` +
		`<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>` +
		`<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p>`)
	wordParagraph{line: hair, size: 1}.write(&blank, "")
	files := []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes()},
		{"_rels/.rels", relationships([][3]string{{"rId1", relations + "officeDocument", "word/document.xml"},
			{"rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"}})},
		{"docProps/core.xml", coreProperties(parts)},
		{"word/document.xml", part("document", "<w:body>"+parts.body+"</w:body>")},
		{
			"word/_rels/document.xml.rels",
			relationships([][3]string{
				{"rId1", relations + "header", "header1.xml"},
				{"rId2", relations + "header", "header2.xml"},
				{
					"rId3",
					relations + "footer",
					"footer1.xml",
				},
				{"rId4", relations + "footer", "footer2.xml"},
				{"rId5", relations + "styles", "styles.xml"},
				{"rId6", relations + "settings", "settings.xml"},
				{"rId7", relations + "fontTable", "fontTable.xml"},
				{"rId8", relations + "header", "header3.xml"},
			}),
		},
		{"word/styles.xml", part("styles", styles(parts.size))},
		{"word/settings.xml", part("settings", settings(parts.duplex))},
		{
			"word/fontTable.xml",
			part(
				"fonts",
				`<w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="A3"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`,
			),
		},
		{"word/header1.xml", part("hdr", number.String())},
		{"word/header2.xml", part("hdr", blank.String())},
		{"word/footer1.xml", part("ftr", blank.String())},
		{"word/footer2.xml", part("ftr", parts.contact)},
		{"word/header3.xml", part("hdr", parts.mark)},
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, file := range files {
		entry, err := z.CreateHeader(&zip.FileHeader{Name: file.name, Method: zip.Deflate, Modified: zipTime})
		if err != nil {
			return nil, fmt.Errorf("write docx: %w", err)
		}
		if _, err := entry.Write([]byte(file.content)); err != nil {
			return nil, fmt.Errorf("write docx: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("write docx: %w", err)
	}
	return out.Bytes(), nil
}

func contentTypes() string {
	var x ooxml
	x.WriteString(xmlHead)
	x.open("Types", "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
	x.mark("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	x.mark("Default", "Extension", "xml", "ContentType", "application/xml")
	for _, part := range [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"settings", "settings"},
		{"fontTable", "fontTable"},
		{"header1", "header"}, {"header2", "header"}, {"header3", "header"}, {"footer1", "footer"}, {"footer2", "footer"}} {
		x.mark("Override", "PartName", "/word/"+part[0]+".xml", "ContentType", wordMIME+part[1]+"+xml")
	}
	x.mark("Override", "PartName", "/docProps/core.xml", "ContentType", "application/vnd.openxmlformats-package.core-properties+xml")
	x.close("Types")
	return x.String()
}

func relationships(list [][3]string) string {
	var x ooxml
	x.WriteString(xmlHead)
	x.open("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
	for _, r := range list {
		x.mark("Relationship", "Id", r[0], "Type", r[1], "Target", r[2])
	}
	x.close("Relationships")
	return x.String()
}

func coreProperties(parts wordParts) string {
	var x ooxml
	x.WriteString(xmlHead)
	x.open(
		"cp:coreProperties",
		"xmlns:cp",
		"http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc",
		"http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms",
		"http://purl.org/dc/terms/",
		"xmlns:xsi",
		"http://www.w3.org/2001/XMLSchema-instance",
	)
	for _, line := range [][2]string{{"dc:title", strings.TrimSpace(parts.title)}, {"dc:creator", strings.TrimSpace(parts.author)}} {
		x.open(line[0])
		x.text(strings.ReplaceAll(line[1], "\n", " "))
		x.close(line[0])
	}
	for _, name := range []string{"dcterms:created", "dcterms:modified"} {
		x.open(name, "xsi:type", "dcterms:W3CDTF")
		x.text(parts.at.UTC().Format(time.RFC3339))
		x.close(name)
	}
	x.close("cp:coreProperties")
	return x.String()
}

// styles names the font once for every letter of every script, so that Word never mixes in another one.
func styles(size float64) string {
	half := strconv.Itoa(int(math.Round(size * 2)))
	return `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>` +
		`<w:sz w:val="` + half + `"/><w:szCs w:val="` + half + `"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>` +
		`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>`
}

// settings asks for the layout of Word 2013 and newer, where a table's edge stands at the margin, and for margins that
// change sides when both sides are printed.
func settings(duplex bool) string {
	var x ooxml
	if duplex {
		x.mark("w:mirrorMargins")
	}
	x.open("w:compat")
	x.mark("w:doNotExpandShiftReturn") // a line ended by hand is not torn apart to reach the margin
	x.mark("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15")
	x.close("w:compat")
	return x.String()
}
