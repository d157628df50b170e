package typeset

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"caunoi/backend/document"
)

// archiveInfo is what an archived file says of itself.
type archiveInfo struct {
	title, author string
	at            time.Time
	front         int             // pages drawn last that come first
	proof         *document.Proof // of an issued paper
}

const programName = "Cầu Nối"

// archivePDF makes a file of the PDF library one for the archive, PDF/A-2b (ISO 19005-2:2011): the letters keep their fonts,
// the greys their meaning, and the file says what it is. It changes single objects of a file whose form is known and adds two;
// the pages stay as they are drawn. The same file and moment give the same bytes.
func archivePDF(file []byte, info archiveInfo) ([]byte, error) {
	objects, err := splitPDF(file)
	if err != nil {
		return nil, err
	}
	last := len(objects) - 1
	mark := sha256.Sum256(file)
	packers := max(1, runtime.GOMAXPROCS(0))
	faults := make([]error, packers)
	var running sync.WaitGroup
	for first := 1; first <= packers; first++ {
		running.Go(func() {
			z, _ := zlib.NewWriterLevel(nil, zlib.BestSpeed) // a known level; a writer of its own, for a new one takes most of the time
			for n := first; n <= last && faults[first-1] == nil; n += packers {
				objects[n], faults[first-1] = archivedObject(objects[n], mark[:5], z)
			}
		})
	}
	running.Wait()
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	objects[1] = frontPages(objects[1], info.front)
	// The library writes the catalog last, and what the file says of itself before it (6.1.5: the same as in the metadata).
	objects[last-1] = bytes.ReplaceAll(objects[last-1], []byte(info.at.UTC().Format("20060102150405")+")"),
		[]byte(info.at.UTC().Format("20060102150405")+"Z)"))
	catalog, _, found := bytes.Cut(objects[last], []byte("/Names <<"))
	if !found {
		return nil, errors.New("archive pdf: no catalog where the library puts it")
	}
	metadata, profile := last+1, last+2
	objects[last] = fmt.Appendf(bytes.Clone(catalog), "/Lang (vi-VN)\n/ViewerPreferences <</DisplayDocTitle true>>\n/Metadata %d 0 R\n"+
		"/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) "+
		"/DestOutputProfile %d 0 R>>]\n>>\nendobj\n", metadata, profile)
	packet := metadataPacket(info)
	objects = append(
		objects,
		fmt.Appendf(
			nil,
			"%d 0 obj\n<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream\nendobj\n",
			metadata,
			len(packet),
			packet,
		),
		streamObject(profile, "/N 3", sRGBProfile(), zlib.NewWriter(nil)),
	)
	return joinPDF(objects, last), nil
}

// archivedObject is an object of the library as the archive takes it. mark tells this file from others; z packs.
func archivedObject(object, mark []byte, z *zlib.Writer) ([]byte, error) {
	start := object[:min(len(object), 80)]
	switch {
	case bytes.Contains(start, []byte("/Type /Page\n")):
		// 6.3.2: what opens something is printed like the page it lies on.
		return bytes.ReplaceAll(object, []byte("/Subtype /Link /Rect"), []byte("/Subtype /Link /F 4 /Rect")), nil
	case bytes.Contains(start, []byte("/Type /Font\n")), bytes.Contains(start, []byte("/Type /FontDescriptor")):
		return nameFonts(object, mark), nil
	case bytes.Contains(object[:min(len(object), 400)], []byte("/CIDInit /ProcSet")):
		return streamObject(numberOf(object), "", unicodeMap(), z), nil
	case pageLines.Match(start):
		_, content, _ := bytes.Cut(object, []byte("stream\n"))
		content, found := bytes.CutSuffix(content, []byte("\nendstream\nendobj\n"))
		if !found {
			return nil, errors.New("archive pdf: the lines of a page do not end where the library ends them")
		}
		return streamObject(numberOf(object), "", content, z), nil
	}
	return object, nil
}

// pageLines begins what is drawn on a page: the only streams that the library leaves unpacked.
var pageLines = regexp.MustCompile(`^\d+ 0 obj\n<</Length \d+>>\nstream\n`)

// numberOf is the number an object begins with: splitPDF has seen it.
func numberOf(object []byte) int {
	digits, _, _ := bytes.Cut(object, []byte(" "))
	n, _ := strconv.Atoi(string(digits))
	return n
}

// frontPages puts the last pages of a file first. Object 1 lists the pages in their order; each is named "7 0 R".
func frontPages(pages []byte, count int) []byte {
	head, rest, _ := bytes.Cut(pages, []byte("/Kids ["))
	list, tail, found := bytes.Cut(rest, []byte("]"))
	names := bytes.SplitAfter(list, []byte(" R "))
	if !found || count == 0 || count >= len(names)-1 {
		return pages
	}
	names = names[:len(names)-1] // nothing follows the last name
	at := len(names) - count
	list = bytes.Join(append(slices.Clone(names[at:]), names[:at]...), nil)
	return bytes.Join([][]byte{head, []byte("/Kids ["), list, []byte("]"), tail}, nil)
}

// nameFonts gives the fonts their real names, under the mark of a font of which a file holds only what it uses (ISO 32000-1,
// 9.6.4), which tells the styles and the files apart: in papers put together one part must not be taken for another.
func nameFonts(object, mark []byte) []byte {
	tag := make([]byte, 0, 6)
	for _, b := range mark {
		tag = append(tag, 'A'+b%26)
	}
	for style := styleCount - 1; ; style-- { // "BI" before "B"
		name := append([]byte("utf8"+family), style.code()...)
		if bytes.Contains(object, append(bytes.Clone(name), '\n')) {
			return bytes.ReplaceAll(object, name, append(append(tag, 'A'+byte(style), '+'), style.fontName()...))
		}
		if style == Regular {
			return object
		}
	}
}

// fontName is the name a font bears in its own file.
func (s FontStyle) fontName() string {
	return "LiberationSerif" + [...]string{"", "-Bold", "-Italic", "-BoldItalic"}[s]
}

// unicodeMap tells which letter a code is: the letter of that number. Its ranges keep within one first byte, as 9.10.3 wants.
func unicodeMap() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	var ranges []string
	table := loaded[Regular]()
	for high := range 256 {
		first := high << 8
		for low := range 256 {
			if table[first+low] != noGlyph {
				ranges = append(ranges, fmt.Sprintf("<%02X%02X> <%02XFF> <%02X%02X>\n", high, low, high, high, low))
				break
			}
		}
	}
	for len(ranges) > 0 { // not more than 100 in one block
		block := ranges[:min(len(ranges), 100)]
		ranges = ranges[len(block):]
		fmt.Fprintf(&b, "%d beginbfrange\n%sendbfrange\n", len(block), strings.Join(block, ""))
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}

// metadataPacket is what a file says of itself in XMP (6.6.2), the same as in its information dictionary, and that it is PDF/A-2b.
func metadataPacket(info archiveInfo) string {
	text := func(s string) string {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
		return b.String()
	}
	named := func(before, value, after string) string {
		if value == "" {
			return "" // as the information dictionary leaves out what is empty
		}
		return before + text(value) + after
	}
	proof := ""
	if info.proof != nil {
		proof = document.ProofScheme + info.proof.Text()
	}
	at := info.at.UTC().Format(time.RFC3339)
	return "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"` +
		` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` +
		`<dc:format>application/pdf</dc:format>` +
		named(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`, info.title, `</rdf:li></rdf:Alt></dc:title>`) +
		named(`<dc:creator><rdf:Seq><rdf:li>`, info.author, `</rdf:li></rdf:Seq></dc:creator>`) +
		named(`<dc:identifier>`, proof, `</dc:identifier>`) +
		`<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>` +
		`<xmp:CreatorTool>` + programName + `</xmp:CreatorTool><xmp:CreateDate>` + at + `</xmp:CreateDate><xmp:ModifyDate>` + at +
		`</xmp:ModifyDate><pdf:Producer>` + programName + `</pdf:Producer><pdfaid:part>2</pdfaid:part>` +
		`<pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta>` + "\n<?xpacket end=\"r\"?>"
}

// splitPDF parts a file of the PDF library into its objects, by the table at its end; [0] is empty.
func splitPDF(file []byte) ([][]byte, error) {
	broken := errors.New("archive pdf: the table of objects is not as the library writes it")
	at := bytes.LastIndex(file, []byte("xref\n0 "))
	for at > 0 && file[at-1] != '\n' { // "startxref" ends so too
		at = bytes.LastIndex(file[:at], []byte("xref\n0 "))
	}
	if at < 0 {
		return nil, broken
	}
	lines := bytes.Split(file[at:], []byte("\n"))
	count, err := strconv.Atoi(string(bytes.TrimPrefix(lines[1], []byte("0 "))))
	if err != nil || count < 4 || len(lines) < count+2 {
		return nil, broken
	}
	starts := make([]int, count)
	// Objects stand one after another, but for the first two, which the library writes behind the pages and the fonts.
	next := map[int]int{}
	order := make([]int, 0, count)
	for n := 1; n < count; n++ {
		if starts[n], err = strconv.Atoi(string(lines[n+2][:10])); err != nil || starts[n] >= at {
			return nil, broken
		}
		order = append(order, starts[n])
	}
	slices.Sort(order)
	for i, start := range order {
		end := at
		if i+1 < len(order) {
			end = order[i+1]
		}
		next[start] = end
	}
	objects := make([][]byte, count)
	for n := 1; n < count; n++ {
		objects[n] = file[starts[n]:next[starts[n]]]
		if !bytes.HasPrefix(objects[n], fmt.Appendf(nil, "%d 0 obj\n", n)) {
			return nil, broken
		}
	}
	return objects, nil
}

// joinPDF writes objects as a file. Its mark (6.1.3) follows from what is in it.
func joinPDF(objects [][]byte, catalog int) []byte {
	size := 4096
	for _, object := range objects {
		size += len(object) + 20
	}
	out := bytes.NewBuffer(make([]byte, 0, size))
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") // 6.1.2: a comment of four high bytes says that the file is not text
	starts := make([]int, len(objects))
	for n := 1; n < len(objects); n++ {
		starts[n] = out.Len()
		out.Write(objects[n])
	}
	mark := sha256.Sum256(out.Bytes())
	table := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(objects))
	for n := 1; n < len(objects); n++ {
		fmt.Fprintf(out, "%010d 00000 n \n", starts[n])
	}
	fmt.Fprintf(out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects), catalog, catalog-1, mark[:16], mark[:16], table)
	return out.Bytes()
}

// streamObject writes an object that holds packed bytes.
func streamObject(number int, entries string, content []byte, z *zlib.Writer) []byte {
	var packed bytes.Buffer
	z.Reset(&packed)
	_, _ = z.Write(content) // a bytes.Buffer takes everything
	_ = z.Close()
	return fmt.Appendf(nil, "%d 0 obj\n<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n",
		number, entries, packed.Len(), packed.Bytes())
}
