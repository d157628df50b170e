package typeset

import (
	"encoding/binary"
	"errors"
	"math"
	"sync"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
)

// FontStyle picks one of the four files of the family. The rules ask for Times New Roman, which may not be given
// away; Liberation Serif 2.1.4 has the same widths and every Vietnamese letter. It is taken from the program itself:
// the system's copy may be an older one without the letters U+1EA0–1EF9.
type FontStyle uint8

const (
	Regular FontStyle = iota
	Bold
	Italic
	BoldItalic
	styleCount
)

func styleOf(isBold, isItalic bool) FontStyle {
	style := Regular
	if isBold {
		style |= Bold
	}
	if isItalic {
		style |= Italic
	}
	return style
}

// code is the style's name in the PDF library.
func (s FontStyle) code() string { return [...]string{"", "B", "I", "BI"}[s] }

func (s FontStyle) file() []byte {
	switch s {
	case Bold:
		return liberationserifbold.TTF
	case Italic:
		return liberationserifitalic.TTF
	case BoldItalic:
		return liberationserifbolditalic.TTF
	}
	return liberationserifregular.TTF
}

// noGlyph marks a rune the font cannot show.
const noGlyph = math.MaxUint16

// metrics holds the advance width of every rune of the basic plane in thousandths of the size, as the PDF states them.
type metrics [1 << 16]uint16

// loaded keeps the widths of a style once read: the PDF library would look each rune up in slow ways, and report pages
// measure every word.
var loaded [styleCount]func() *metrics

func init() {
	for style := range styleCount {
		loaded[style] = sync.OnceValue(func() *metrics {
			table, err := readMetrics(style.file())
			if err != nil {
				panic("embedded font unreadable: " + err.Error()) // the file is part of the program; a test reads all four
			}
			return table
		})
	}
}

// mmPerPt turns points into millimetres.
const mmPerPt = 25.4 / 72

// TextWidth gives the length of text in mm. A rune without a glyph counts nothing: cleaned text has none.
func TextWidth(text string, style FontStyle, size float64) float64 {
	table := loaded[style]()
	units := 0
	for _, r := range text {
		if r < 1<<16 && table[r] != noGlyph {
			units += int(table[r])
		}
	}
	return float64(units) * size * mmPerPt / 1000
}

// HasGlyph tells whether all four styles can show r, so that a text never depends on being bold or not.
func HasGlyph(r rune) bool {
	if r < 0 || r >= 1<<16 {
		return false
	}
	for style := range styleCount {
		if loaded[style]()[r] == noGlyph {
			return false
		}
	}
	return true
}

// readMetrics reads the tables head, hhea, hmtx and cmap (format 4) of a TrueType file.
func readMetrics(file []byte) (*metrics, error) {
	be := binary.BigEndian
	tables := map[string][]byte{}
	if len(file) < 12 {
		return nil, errors.New("file too short")
	}
	for i := range int(be.Uint16(file[4:])) {
		at := 12 + 16*i
		if at+16 > len(file) {
			return nil, errors.New("table directory cut off")
		}
		offset, length := int(be.Uint32(file[at+8:])), int(be.Uint32(file[at+12:]))
		if offset+length > len(file) {
			return nil, errors.New("table outside the file")
		}
		tables[string(file[at:at+4])] = file[offset : offset+length]
	}
	head, hhea, hmtx := tables["head"], tables["hhea"], tables["hmtx"]
	if len(head) < 20 || len(hhea) < 36 {
		return nil, errors.New("head or hhea missing")
	}
	unitsPerEm, advances := float64(be.Uint16(head[18:])), int(be.Uint16(hhea[34:]))
	if advances == 0 || len(hmtx) < 4*advances {
		return nil, errors.New("hmtx cut off")
	}
	glyphs, err := readCharacterMap(tables["cmap"])
	if err != nil {
		return nil, err
	}
	table := new(metrics)
	for r := range table {
		table[r] = noGlyph
		if glyph := int(glyphs[r]); glyph != 0 {
			advance := be.Uint16(hmtx[4*min(glyph, advances-1):])
			table[r] = uint16(math.Round(float64(advance) * 1000 / unitsPerEm))
		}
	}
	return table, nil
}

// readCharacterMap gives the glyph of every rune of the basic plane, 0 where there is none.
func readCharacterMap(cmap []byte) (*[1 << 16]uint16, error) {
	be := binary.BigEndian
	if len(cmap) < 4 {
		return nil, errors.New("cmap missing")
	}
	for i := range int(be.Uint16(cmap[2:])) {
		record := cmap[4+8*i:]
		if be.Uint16(record) != 3 || be.Uint16(record[2:]) != 1 { // Windows, Unicode basic plane
			continue
		}
		sub := cmap[be.Uint32(record[4:]):]
		if be.Uint16(sub) != 4 {
			return nil, errors.New("cmap format is not 4")
		}
		glyphs := new([1 << 16]uint16)
		count := int(be.Uint16(sub[6:])) / 2
		ends, starts := sub[14:], sub[16+2*count:]
		deltas, ranges := sub[16+4*count:], sub[16+6*count:]
		for s := range count {
			first, last := int(be.Uint16(starts[2*s:])), int(be.Uint16(ends[2*s:]))
			delta, offset := be.Uint16(deltas[2*s:]), int(be.Uint16(ranges[2*s:]))
			for r := first; r <= last && r < 0xffff; r++ {
				glyph := uint16(r)
				if offset != 0 {
					if glyph = be.Uint16(ranges[2*s+offset+2*(r-first):]); glyph == 0 {
						continue
					}
				}
				glyphs[r] = glyph + delta
			}
		}
		return glyphs, nil
	}
	return nil, errors.New("no Unicode cmap")
}
