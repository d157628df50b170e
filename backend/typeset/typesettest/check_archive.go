package typesettest

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// CheckArchive holds a file against PDF/A-2b and fails with the clause of ISO 19005-2 it breaks.
func CheckArchive(t *testing.T, name string, file []byte) {
	t.Helper()
	for _, broken := range BrokenClauses(file) {
		t.Errorf("%s, ISO 19005-2, %s", name, broken)
	}
}

// BrokenClauses lists what a file breaks of ISO 19005-2:2011 at level B, each with the number of its clause ("6.2.11.5: …"). It
// reads the file with a reader of its own and knows nothing of how it was written. What the clauses allow but this program never
// writes – pictures, forms, signatures, layers, transparency, attached files, extension schemas – it refuses whole.
func BrokenClauses(file []byte) []string {
	f, err := readPDF(file)
	if err != nil {
		return []string{err.Error()}
	}
	c := &archiveCheck{pdfRead: f, used: map[pdfName]map[uint16]bool{}}
	c.fileStructure()
	c.objectsAndLimits()
	c.catalogAndIntent()
	c.metadata()
	c.pages()
	c.fonts()
	return c.broken
}

type archiveCheck struct {
	pdfRead
	broken []string
	used   map[pdfName]map[uint16]bool // codes shown in each font of the resources
}

func (c *archiveCheck) want(ok bool, clause, format string, args ...any) {
	if said := clause + ": " + fmt.Sprintf(format, args...); !ok && !slices.Contains(c.broken, said) {
		c.broken = append(c.broken, said)
	}
}

var archiveHeader = regexp.MustCompile(`^%PDF-1\.[0-7]\n%[\x80-\xff]{4}`)

func (c *archiveCheck) fileStructure() {
	c.want(archiveHeader.MatchString(latin(c.file)), "6.1.2", "header %q", c.file[:16])
	id, _ := c.trailer["ID"].(pdfList)
	c.want(len(id) == 2 && len(id[0].(pdfText)) == 16, "6.1.3", "the trailer has no file identifier")
	c.want(c.trailer["Encrypt"] == nil, "6.1.3", "the file is encrypted")
	c.want(bytes.HasSuffix(c.file, []byte("%%EOF\n")), "6.1.3", "something follows the end of the file")
}

// latin keeps bytes as letters of the same number, for patterns that name bytes.
func latin(file []byte) string {
	out := make([]rune, min(len(file), 64))
	for i := range out {
		out[i] = rune(file[i])
	}
	return string(out)
}

func (c *archiveCheck) objectsAndLimits() {
	c.want(len(c.objects) <= 8388607, "6.1.13", "%d objects", len(c.objects))
	for n, object := range c.objects {
		c.limits(n, object.value)
		entries, _ := object.value.(pdfDict)
		if object.stream == nil {
			continue
		}
		for _, key := range []pdfName{"F", "FFilter", "FDecodeParms"} {
			c.want(entries[key] == nil, "6.1.7.1", "the stream of object %d lies in another file", n)
		}
		filter := entries["Filter"]
		c.want(filter == nil || filter == pdfName("FlateDecode"), "6.1.7.2", "object %d is packed with %v", n, filter)
		if _, err := c.content(pdfRef(n)); err != nil {
			c.want(false, "6.1.7.1", "object %d cannot be unpacked: %v", n, err)
		}
		c.want(entries["Type"] != pdfName("XObject"), "6.2.9", "object %d is an XObject; this program writes none", n)
	}
}

func (c *archiveCheck) limits(n int, value any) {
	switch v := value.(type) {
	case float64:
		c.want(math.Abs(v) <= math.MaxInt32, "6.1.13", "object %d holds the number %v", n, v)
	case pdfText:
		c.want(len(v) <= 32767, "6.1.13", "object %d holds a string of %d bytes", n, len(v))
	case pdfName:
		c.want(len(v) <= 127, "6.1.13", "object %d holds a name of %d bytes", n, len(v))
		c.want(strings.ToValidUTF8(string(v), "") == string(v), "6.1.8", "object %d holds a name that is not UTF-8", n)
	case pdfList:
		for _, item := range v {
			c.limits(n, item)
		}
	case pdfDict:
		for key, item := range v {
			c.limits(n, key)
			c.limits(n, item)
		}
	}
}

func (c *archiveCheck) catalogAndIntent() {
	root := c.dict(c.trailer, "Root")
	c.want(root["Type"] == pdfName("Catalog"), "6.1.3", "the trailer names no catalog")
	for key, clause := range map[pdfName]string{"OCProperties": "6.9", "AcroForm": "6.4.1", "NeedsRendering": "6.4.2", "AA": "6.5.2",
		"OpenAction": "6.5.1", "Requirements": "6.11", "Perms": "6.1.12", "Names": "6.8", "Collection": "6.8"} {
		c.want(root[key] == nil, clause, "the catalog has %s", key)
	}
	language, _ := root["Lang"].(pdfText)
	c.want(string(language) == "vi-VN", "6.7.4", "the language is %q", language)
	intents, _ := c.follow(root["OutputIntents"]).(pdfList)
	if len(intents) != 1 {
		c.want(false, "6.2.3", "%d output intents", len(intents))
		return
	}
	intent, _ := c.follow(intents[0]).(pdfDict)
	c.want(intent["S"] == pdfName("GTS_PDFA1"), "6.2.3", "the output intent is of the kind %v", intent["S"])
	profile, err := c.content(intent["DestOutputProfile"])
	if err != nil || len(profile) < 132 || int(binary.BigEndian.Uint32(profile)) != len(profile) {
		c.want(false, "6.2.3", "the output intent has no whole profile: %d bytes, %v", len(profile), err)
		return
	}
	c.want(string(profile[12:20]) == "mntrRGB " && string(profile[36:40]) == "acsp" && profile[8] <= 4, "6.2.3",
		"the profile is %q, %q of version %d", profile[12:20], profile[36:40], profile[8])
	c.want(c.dict(pdfDict{"": intent["DestOutputProfile"]}, "")["N"] == 3.0, "6.2.3", "the profile does not have three components")
	for i := range int(binary.BigEndian.Uint32(profile[128:])) {
		entry := profile[132+12*i:]
		at, length := binary.BigEndian.Uint32(entry[4:]), binary.BigEndian.Uint32(entry[8:])
		c.want(at%4 == 0 && int(at+length) <= len(profile), "6.2.3", "the tag %q of the profile lies outside", entry[:4])
	}
}

var packetHeader = regexp.MustCompile(`^<\?xpacket begin="\x{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"\?>`)

func (c *archiveCheck) metadata() {
	root := c.dict(c.trailer, "Root")
	entries := c.dict(root, "Metadata")
	packet, err := c.content(root["Metadata"])
	if err != nil {
		c.want(false, "6.6.2.1", "the catalog has no metadata")
		return
	}
	c.want(entries["Type"] == pdfName("Metadata") && entries["Subtype"] == pdfName("XML"), "6.6.2.1", "the metadata are %v", entries)
	c.want(packetHeader.Match(packet), "6.6.2.1", "the packet begins %q", packet[:min(len(packet), 60)])
	var said struct {
		Description struct {
			Part        string `xml:"http://www.aiim.org/pdfa/ns/id/ part"`
			Conformance string `xml:"http://www.aiim.org/pdfa/ns/id/ conformance"`
			Title       string `xml:"title>Alt>li"`
			Creator     string `xml:"creator>Seq>li"`
			Producer    string `xml:"http://ns.adobe.com/pdf/1.3/ Producer"`
			Tool        string `xml:"http://ns.adobe.com/xap/1.0/ CreatorTool"`
			Created     string `xml:"http://ns.adobe.com/xap/1.0/ CreateDate"`
			Modified    string `xml:"http://ns.adobe.com/xap/1.0/ ModifyDate"`
		} `xml:"RDF>Description"`
	}
	if err := xml.Unmarshal(packet, &said); err != nil {
		c.want(false, "6.6.2.1", "the packet is no XML: %v", err)
		return
	}
	d := said.Description
	c.want(d.Part == "2" && d.Conformance == "B", "6.6.4", "the file says it is PDF/A-%s%s", d.Part, d.Conformance)
	digits := func(day string) string { return strings.NewReplacer("-", "", ":", "", "T", "").Replace(day) }
	info := c.dict(c.trailer, "Info")
	for key, want := range map[pdfName]string{
		"Title": d.Title, "Author": d.Creator, "Producer": d.Producer, "Creator": d.Tool,
		"CreationDate": "D:" + digits(d.Created), "ModDate": "D:" + digits(d.Modified),
	} {
		have, _ := info[key].(pdfText)
		c.want(unicodeText(have) == want, "6.1.5", "%s is %q, in the metadata %q", key, unicodeText(have), want)
	}
}

// unicodeText reads a string of the file: UTF-16 with its mark, or plain letters.
func unicodeText(text pdfText) string {
	if !bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return string(text)
	}
	var units []uint16
	for i := 2; i+1 < len(text); i += 2 {
		units = append(units, binary.BigEndian.Uint16(text[i:]))
	}
	return string(utf16.Decode(units))
}

// pageOperators are the operators of ISO 32000-1, Annex A, that a page of this program may need. Those for pictures, forms, shadings,
// layers and colours told by names are left out: what they draw would have to be checked too.
var pageOperators = strings.Fields(
	"b B b* B* BT c cm d ET f F f* g G h i j J l m M n q Q re RG rg s S T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y",
)

func (c *archiveCheck) pages() {
	for n, object := range c.objects {
		page, _ := object.value.(pdfDict)
		if page["Type"] != pdfName("Page") {
			continue
		}
		for key, clause := range map[pdfName]string{"AA": "6.5.2", "PresSteps": "6.10", "Group": "6.2.10"} {
			c.want(page[key] == nil, clause, "page object %d has %s", n, key)
		}
		if box, ok := page["MediaBox"].(pdfList); ok {
			for _, side := range box[2:] {
				c.want(side.(float64) >= 3 && side.(float64) <= 14400, "6.1.13", "page object %d is %v large", n, box)
			}
		}
		notes, _ := c.follow(page["Annots"]).(pdfList)
		for _, v := range notes {
			note, _ := c.follow(v).(pdfDict)
			c.want(
				note["Subtype"] == pdfName("Link"),
				"6.3.1",
				"page object %d has an annotation %v; this program writes links",
				n,
				note["Subtype"],
			)
			c.want(note["F"] == 4.0, "6.3.2", "a link of page object %d is not printed: F is %v", n, note["F"])
			c.want(note["A"] == nil && note["AA"] == nil, "6.5.1", "a link of page object %d does more than open a page", n)
		}
		content, err := c.content(page["Contents"])
		c.want(err == nil, "6.2.2", "page object %d has no content: %v", n, err)
		c.operators(n, content)
		resources := c.dict(page, "Resources")
		for _, key := range []pdfName{"XObject", "ExtGState", "Shading", "Pattern", "ColorSpace", "Properties"} {
			c.want(len(c.dict(resources, key)) == 0, "6.2.2", "the resources hold %s; this program uses none", key)
		}
	}
}

func (c *archiveCheck) operators(page int, content []byte) {
	tokens, font, depth := &pdfTokens{text: content}, pdfName(""), 0
	var operands []any
	for token := tokens.value(); token != nil; token = tokens.value() {
		word, ok := token.(pdfWord)
		if !ok {
			operands = append(operands, token)
			continue
		}
		c.want(slices.Contains(pageOperators, string(word)), "6.2.2", "page object %d uses the operator %s", page, word)
		switch word {
		case "q":
			depth++
			c.want(depth <= 28, "6.1.13", "page object %d nests %d states", page, depth)
		case "Q":
			depth--
		case "Tf":
			font, _ = operands[0].(pdfName)
		case "Tj":
			text, _ := operands[0].(pdfText)
			c.want(len(text)%2 == 0, "6.2.11.3", "page object %d shows half a code", page)
			if c.used[font] == nil {
				c.used[font] = map[uint16]bool{}
			}
			for i := 0; i+1 < len(text); i += 2 {
				c.used[font][binary.BigEndian.Uint16(text[i:])] = true
			}
		case "TJ":
			c.want(false, "6.2.2", "page object %d uses TJ, which is not read here", page)
		}
		operands = nil
	}
}
