package border

import (
	"bytes"
	"path/filepath"
	"strings"
	"unicode"

	"caunoi/backend/access"
	"caunoi/backend/fault"
)

// App is what the page may ask of the program besides the office's rooms:
// hand a made document to the person, open a link, say what program this is.
// The desktop window and the browser preview bind the same App; only what lies
// behind it differs.
type App struct {
	gate    *access.Gate
	outside Outside
	about   About
}

// Outside is where documents and links go once they leave the program.
type Outside interface {
	// Save stores the document where the person says; Done is false when the person changed their mind.
	Save(name string, content []byte) (Handed, error)
	// Open shows the document in the program that the system has for it.
	Open(name string, content []byte) (Handed, error)
	// Print sends the document to the office's printer.
	Print(name string, content []byte) (Handed, error)
	// Link opens an address that CheckLink has passed.
	Link(link string) (Handed, error)
}

// Handed says what became of a document or link.
type Handed struct {
	// Done is false when the person closed the dialog without choosing.
	Done bool `json:"done"`
	// Path is the file that was written, "" when there is none to name.
	Path string `json:"path"`
	// URL is set when the page itself has to fetch or open something (preview only).
	URL string `json:"url"`
}

// About tells which program this is, for the screen "Giới thiệu" and for a call to whoever helps.
type About struct {
	Version    string `json:"version"`
	DataFolder string `json:"dataFolder"`
	// Preview is true in the browser, where there is no window and no printer.
	Preview bool `json:"preview"`
}

// NewApp joins the gate, which keeps the documents, with the way out.
func NewApp(gate *access.Gate, outside Outside, about About) *App {
	return &App{gate: gate, outside: outside, about: about}
}

// SaveFile asks where to keep the document behind token and writes it there.
// name is the proposed file name.
func (a *App) SaveFile(token, name string) (Handed, error) {
	return a.hand(token, name, a.outside.Save)
}

// OpenFile shows the document in the system's own reader.
func (a *App) OpenFile(token, name string) (Handed, error) {
	return a.hand(token, name, a.outside.Open)
}

// PrintFile sends the document to the printer.
func (a *App) PrintFile(token, name string) (Handed, error) {
	return a.hand(token, name, a.outside.Print)
}

// OpenLink opens an official page or a mail address; everything else is refused.
func (a *App) OpenLink(link string) (Handed, error) {
	checked, err := CheckLink(link)
	if err != nil {
		return Handed{}, err
	}
	return a.outside.Link(checked)
}

// About tells version and data folder.
func (a *App) About() (About, error) { return a.about, nil }

// hand gives a document away. Faults are those of access.Gate.Fetch, invalid for a name or content that may not leave, and
// what stops the way out.
func (a *App) hand(token, name string, out func(string, []byte) (Handed, error)) (Handed, error) {
	file, err := a.gate.Fetch(token)
	if err != nil {
		return Handed{}, err
	}
	if name == "" {
		name = file.Name
	}
	safe, err := FileName(name)
	if err != nil {
		return Handed{}, err
	}
	if !bytes.HasPrefix(file.Content, signatures[filepath.Ext(safe)]) {
		return Handed{}, fault.Invalid("name", "Nội dung không đúng với đuôi tệp "+filepath.Ext(safe)+".")
	}
	return out(safe, file.Content)
}

// signatures lists the kinds of document the program makes and how each begins.
// Nothing else leaves it, so that "open" can never start a program.
var signatures = map[string][]byte{
	".pdf":  []byte("%PDF-"),
	".xlsx": []byte("PK"),
	".docx": []byte("PK"),
	".zip":  []byte("PK"),
	".csv":  {},
	".txt":  {},
}

// maxName keeps a name together with a deep folder below the 260 characters of old Windows programs.
const maxName = 120

// FileName makes a proposed name safe on Windows: no folder parts, none of the
// characters or device names that Windows forbids, one of the known extensions.
// Vietnamese letters stay.
func FileName(name string) (string, error) {
	name = clean(name)
	ext := strings.ToLower(filepath.Ext(name))
	if _, known := signatures[ext]; !known {
		return "", fault.Invalid("name", "Tên tệp phải có đuôi .pdf, .docx, .xlsx, .csv, .txt hoặc .zip.")
	}
	base := strings.Trim(name[:len(name)-len(ext)], " .")
	if letters := []rune(base); len(letters) > maxName {
		base = strings.TrimRight(string(letters[:maxName]), " .")
	}
	if base == "" || devices[strings.ToUpper(strings.SplitN(base, ".", 2)[0])] {
		base = "Van-ban-" + base
	}
	return strings.TrimRight(base, "-") + ext, nil
}

// clean takes folder parts and forbidden characters out of a name.
func clean(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar {
			return -1
		}
		if strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, name)
}

// devices are names that Windows takes for hardware whatever the extension.
var devices = map[string]bool{
	"CON": true, "PRN": true, "AUX": true, "NUL": true,
	"COM1": true, "COM2": true, "COM3": true, "COM4": true, "COM5": true, "COM6": true, "COM7": true, "COM8": true, "COM9": true,
	"LPT1": true, "LPT2": true, "LPT3": true, "LPT4": true, "LPT5": true, "LPT6": true, "LPT7": true, "LPT8": true, "LPT9": true,
}
