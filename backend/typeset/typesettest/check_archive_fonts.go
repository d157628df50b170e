package typesettest

import (
	"encoding/binary"
	"math"
	"regexp"
	"strings"
)

var partOfFont = regexp.MustCompile(`^[A-Z]{6}\+LiberationSerif(-Bold|-Italic|-BoldItalic)?$`)

// fonts holds every font that shows something against 6.2.11: embedded, with its own name, with a picture and the true width
// for each code that is used.
func (c *archiveCheck) fonts() {
	var all pdfDict
	for _, object := range c.objects {
		if resources, _ := object.value.(pdfDict); resources["ProcSet"] != nil {
			all = c.dict(resources, "Font")
		}
	}
	for name, codes := range c.used {
		font := c.dict(all, name)
		if font == nil {
			c.want(false, "6.2.2", "the font %s is not among the resources", name)
			continue
		}
		c.font(font, codes)
	}
}

func (c *archiveCheck) font(font pdfDict, codes map[uint16]bool) {
	base, _ := font["BaseFont"].(pdfName)
	c.want(font["Type"] == pdfName("Font") && font["Subtype"] == pdfName("Type0"), "6.2.11.2", "%s is a %v", base, font["Subtype"])
	c.want(font["Encoding"] == pdfName("Identity-H"), "6.2.11.3.3", "%s is encoded as %v", base, font["Encoding"])
	c.want(partOfFont.MatchString(string(base)), "6.2.11.2", "a part of a font is called %s", base)
	heirs, _ := c.follow(font["DescendantFonts"]).(pdfList)
	if len(heirs) != 1 {
		c.want(false, "6.2.11.2", "%s has %d descendants", base, len(heirs))
		return
	}
	heir, _ := c.follow(heirs[0]).(pdfDict)
	descriptor := c.dict(heir, "FontDescriptor")
	c.want(heir["BaseFont"] == base && descriptor["FontName"] == base, "6.2.11.2", "%s is called %v and %v within", base, heir["BaseFont"],
		descriptor["FontName"])
	c.want(heir["Subtype"] == pdfName("CIDFontType2"), "6.2.11.2", "%s descends from a %v", base, heir["Subtype"])
	info := c.dict(heir, "CIDSystemInfo")
	c.want(
		info["Registry"] != nil && info["Ordering"] != nil && info["Supplement"] != nil,
		"6.2.11.3.1",
		"%s has no character collection",
		base,
	)
	c.want(descriptor["CIDSet"] == nil, "6.2.11.4.2", "%s lists its characters, which is not read here", base)
	glyphs, err := c.content(heir["CIDToGIDMap"])
	if err != nil || len(glyphs) != 2<<16 {
		c.want(false, "6.2.11.3.2", "%s has no map from characters to pictures", base)
		return
	}
	program, err := c.content(descriptor["FontFile2"])
	if err != nil || len(program) < 12 {
		c.want(false, "6.2.11.4.1", "%s is not embedded", base)
		return
	}
	c.pictures(base, program, glyphs, c.widths(heir), codes)
	text, err := c.content(font["ToUnicode"])
	c.want(err == nil && strings.Contains(string(text), "beginbfrange"), "6.2.11.7", "%s does not say which letters its codes are", base)
}

// widths reads the widths a font states, code by code.
func (c *archiveCheck) widths(font pdfDict) map[uint16]float64 {
	all := map[uint16]float64{}
	list, _ := c.follow(font["W"]).(pdfList)
	for i := 0; i+1 < len(list); {
		first, _ := list[i].(float64)
		if each, ok := list[i+1].(pdfList); ok {
			for k, w := range each {
				all[uint16(int(first)+k)], _ = w.(float64)
			}
			i += 2
			continue
		}
		last, _ := list[i+1].(float64)
		for code := first; code <= last; code++ {
			all[uint16(code)], _ = list[i+2].(float64)
		}
		i += 3
	}
	return all
}

// pictures reads the tables of an embedded TrueType font: each code used has a picture other than that for missing ones, within the
// font, as wide as the font dictionary says.
func (c *archiveCheck) pictures(base pdfName, program, glyphs []byte, stated map[uint16]float64, codes map[uint16]bool) {
	be := binary.BigEndian
	tables := map[string][]byte{}
	for i := range int(be.Uint16(program[4:])) {
		entry := program[12+16*i:]
		at, length := int(be.Uint32(entry[8:])), int(be.Uint32(entry[12:]))
		if at+length > len(program) {
			c.want(false, "6.2.11.4.1", "the table %s of %s is cut off", entry[:4], base)
			return
		}
		tables[string(entry[:4])] = program[at : at+length]
	}
	for _, name := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		if tables[name] == nil {
			c.want(false, "6.2.11.4.1", "%s has no table %s", base, name)
			return
		}
	}
	perEm := float64(be.Uint16(tables["head"][18:]))
	measured, count := int(be.Uint16(tables["hhea"][34:])), int(be.Uint16(tables["maxp"][4:]))
	for code := range codes {
		glyph := int(be.Uint16(glyphs[2*int(code):]))
		c.want(glyph != 0, "6.2.11.8", "%s shows U+%04X, which it lacks", base, code)
		if glyph >= count {
			c.want(false, "6.2.11.4.1", "%s has no picture %d of U+%04X", base, glyph, code)
			continue
		}
		own := float64(be.Uint16(tables["hmtx"][4*min(glyph, measured-1):])) * 1000 / perEm
		if w, ok := stated[code]; !ok || math.Abs(w-own) > 1 {
			c.want(false, "6.2.11.5", "%s states U+%04X as %v wide, it is %.1f", base, code, w, own)
		}
	}
}
