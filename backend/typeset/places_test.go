package typeset_test

import (
	"strings"
	"testing"

	"caunoi/backend/document"
	"caunoi/backend/document/documenttest"
	"caunoi/backend/typeset"
)

// What is drawn inside the places of a key is the paragraph with that key, whole, and nothing else: of a paragraph over two pages,
// of two neighbours, and of the items of a list that belong together.
func TestPlacesHoldTheirParagraph(t *testing.T) {
	t.Parallel()
	long := strings.TrimSpace(strings.Repeat("Nội dung ý kiến của Nhân dân được ghi nhận tại cuộc họp. ", 60))
	texts := map[string]string{"I.1.mot": long, "I.1.hai": "Câu thứ hai ngắn.", "I.1.ba": long, "I.2.gach": "- Ý một - Ý hai"}
	paragraph := func(key string) document.Block {
		return document.Block{Paragraph: &document.Paragraph{Runs: []document.Run{{Text: texts[key]}}, Key: key}}
	}
	item := func(text string) document.ListItem {
		return document.ListItem{Runs: []document.Run{{Text: text}}, Key: "I.2.gach"}
	}
	doc := documenttest.WithBody(
		document.Head(1, "I", "Kết quả"),
		paragraph("I.1.mot"),
		paragraph("I.1.hai"),
		document.Block{Paragraph: &document.Paragraph{Runs: []document.Run{{Text: "Đoạn không ai sửa."}}}},
		paragraph("I.1.ba"),
		document.Block{List: &document.List{Mark: "-", Items: []document.ListItem{item("Ý một"), item("Ý hai")}}},
	)
	file, err := typeset.RenderPDF(doc, documenttest.MadeAt)
	if err != nil {
		t.Fatal(err)
	}
	l, err := typeset.LayOut(doc)
	if err != nil {
		t.Fatal(err)
	}
	said, count := map[string]string{}, map[string]int{}
	for _, place := range file.Places {
		count[place.Key]++
		for _, text := range l.Pages[place.Page-1].Texts {
			if text.Role == typeset.RoleBody && text.Y > place.At[1] && text.Y < place.At[1]+place.At[3] {
				said[place.Key] += " " + text.Text
				if text.X < place.At[0]-0.01 || text.X+text.Width > place.At[0]+place.At[2]+0.01 {
					t.Errorf("%s: “%s” reaches out of its place", place.Key, text.Text)
				}
			}
		}
	}
	for key, want := range texts {
		if got := strings.Join(strings.Fields(strings.ReplaceAll(said[key], document.NoBreak, " ")), " "); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	if len(count) != len(texts) || count["I.1.mot"]+count["I.1.ba"] < 3 || count["I.1.hai"] != 1 {
		t.Errorf("places: %v", count)
	}
}
