package exchange

import (
	"encoding/xml"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"

	"caunoi/backend/oldfont"
	"caunoi/backend/store"
)

// listTabs finds the visible worksheets in the order of the tabs.
func (w *workbook) listTabs() error {
	type entry struct {
		title, id string
		hidden    bool
	}
	var entries []entry
	err := w.walk("xl/workbook.xml", func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "workbookPr":
			w.formats.from1904 = attribute(e, "date1904") == "1" || attribute(e, "date1904") == "true"
		case e.Name.Local == "sheet":
			state := attribute(e, "state")
			entries = append(entries, entry{store.CleanLine(attribute(e, "name")), attribute(e, "id"), state != "" && state != "visible"})
			if len(entries) > maxTabs {
				return tooLarge(w.name, fmt.Sprintf("có hơn %d trang tính", maxTabs))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	targets := map[string]string{}
	err = w.walk("xl/_rels/workbook.xml.rels", func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" && strings.HasSuffix(attribute(e, "Type"), "/worksheet") {
			target := attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = "/xl/" + target
			}
			targets[attribute(e, "Id")] = strings.ToLower(strings.TrimPrefix(path.Clean(target), "/"))
			if len(targets) > maxTabs {
				return tooLarge(w.name, fmt.Sprintf("có hơn %d trang tính", maxTabs))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	taken := map[string]bool{}
	for _, e := range entries {
		target := targets[e.id]
		switch {
		case target == "": // a chart on a tab of its own
		case taken[target]:
			return damaged(w.name, "hai trang tính dùng chung một phần")
		case e.hidden:
			w.hidden = append(w.hidden, e.title)
		default:
			w.tabs = append(w.tabs, tab{e.title, target})
		}
		taken[target] = true
	}
	if len(w.tabs) == 0 {
		return damaged(w.name, "không có trang tính nào đang hiện")
	}
	return nil
}

// stringText gathers the text of a shared or inline string: all its runs, but not the reading aids beside them.
type stringText struct {
	text   strings.Builder
	inText bool
	aside  bool // inside a reading aid
}

func (s *stringText) visit(t xml.Token) {
	switch e := t.(type) {
	case xml.StartElement:
		s.aside = s.aside || e.Name.Local == "rPh"
		s.inText = e.Name.Local == "t" && !s.aside
	case xml.EndElement:
		if e.Name.Local == "rPh" {
			s.aside = false
		}
		s.inText = false
	case xml.CharData:
		if s.inText {
			s.text.Write(e)
		}
	}
}

// take gives the text gathered in the stored form and begins a new one.
func (s *stringText) take() string {
	text := unescape(s.text.String())
	*s = stringText{}
	return store.CleanLine(text)
}

// escaped is how a workbook writes what XML cannot hold: "_x000D_" is the end of a line.
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escaped.ReplaceAllStringFunc(text, func(code string) string {
		n, _ := strconv.ParseUint(code[2:6], 16, 32)
		return string(rune(n))
	})
}

// readStrings brings the shared strings to the stored form once, however many cells point to them.
func (w *workbook) readStrings() error {
	const key = "xl/sharedstrings.xml"
	if w.parts[key] == nil {
		return nil
	}
	var s stringText
	return w.walk(key, func(t xml.Token) error {
		s.visit(t)
		if e, ok := t.(xml.EndElement); ok && e.Name.Local == "si" {
			w.strings = append(w.strings, s.take())
			if len(w.strings) > maxItems {
				return tooLong(w.name)
			}
		}
		return nil
	})
}

// readFormats keeps of the styles only which cells hold days, which numbers are written with leading zeros, and which fonts
// are of the time before Unicode. Colours and borders, which made a file of 94 KB take gigabytes, are passed over.
func (w *workbook) readFormats() error {
	const key = "xl/styles.xml"
	if w.parts[key] == nil {
		return nil
	}
	own := map[string]string{}
	var used []string // the format of each style, in their order
	var drawn []int   // the font of each style
	var fonts []oldfont.Font
	inCells, inFonts := false, false
	err := w.walk(key, func(t xml.Token) error {
		switch e := t.(type) {
		case xml.StartElement:
			switch {
			case e.Name.Local == "cellXfs":
				inCells = true
			case e.Name.Local == "fonts":
				inFonts = true
			case inFonts && len(fonts) > maxFormats: // no honest file has so many
			case e.Name.Local == "font" && inFonts:
				fonts = append(fonts, oldfont.Font{})
			case e.Name.Local == "name" && inFonts && len(fonts) > 0:
				fonts[len(fonts)-1] = oldfont.FontNamed(attribute(e, "val"))
			case e.Name.Local == "numFmt":
				own[attribute(e, "numFmtId")] = attribute(e, "formatCode")
			case e.Name.Local == "xf" && inCells:
				used = append(used, attribute(e, "numFmtId"))
				font, _ := strconv.Atoi(attribute(e, "fontId"))
				drawn = append(drawn, font)
			}
			if len(own) > maxFormats || len(used) > maxFormats {
				return damaged(w.name, "quá nhiều kiểu ô")
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "cellXfs":
				inCells = false
			case "fonts":
				inFonts = false
			}
		}
		return nil
	})
	for _, id := range used {
		code, known := own[id]
		if !known {
			code = builtIn[id]
		}
		w.formats.add(code)
	}
	for _, font := range drawn {
		old := oldfont.Font{}
		if font >= 0 && font < len(fonts) {
			old = fonts[font]
		}
		w.oldFonts = append(w.oldFonts, old)
	}
	return err
}
