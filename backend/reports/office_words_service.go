package reports

import (
	"cmp"
	"slices"

	"caunoi/backend/access"
	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/papers"
	"caunoi/backend/store"
)

// OfficeTextInput words one sentence of a kind of paper from a day on.
type OfficeTextInput struct {
	Paper     Input      `json:"paper"` // the paper at hand: its report and form are what the words count for
	Place     string     `json:"place"`
	InsteadOf string     `json:"insteadOf"`
	Text      string     `json:"text"`      // figures stand as {name}; "" = the program's words again
	ValidFrom dates.Date `json:"validFrom"` // "" = today
	Reason    string     `json:"guardReason"`
	Seen      int        `json:"seen"` // Seq of the newest version the writer saw; 0 = none
}

// OfficeTextLine is one place the office words itself, as the settings list it.
type OfficeTextLine struct {
	Report   string              `json:"report"`
	Name     string              `json:"name"` // of the report, for its address
	Title    string              `json:"title"`
	Form     document.Form       `json:"form"`
	FormWord string              `json:"formWord"`
	Now      papers.OfficeText   `json:"now"`      // the newest version
	Versions []papers.OfficeText `json:"versions"` // oldest first
}

// OfficeSentences lists the sentences and lists of the paper at hand whose words the office may choose, in the order they print.
func (s *Service) OfficeSentences(in Input) ([]Sentence, error) {
	return access.Read(s.gate, "reports.OfficeSentences", func(tx *store.Tx) ([]Sentence, error) { return officeSentences(tx, in) })
}

func officeSentences(tx *store.Tx, in Input) ([]Sentence, error) {
	ready, err := Prepare(tx, in)
	return ready.sentences, err
}

// SaveOfficeText words a sentence of a kind of paper from a day on, or goes back to the program's words, and gives back the sentences of
// the paper at hand. Issued papers keep their words, for they are sealed. Faults: invalid for a name no figure has, a text that is too
// long or marked by the guard without a reason; conflict when somebody else worded it in between.
func (s *Service) SaveOfficeText(in OfficeTextInput) ([]Sentence, error) {
	return access.Write(s.gate, "reports.SaveOfficeText", func(tx *store.Tx) ([]Sentence, error) {
		if err := saveOfficeText(tx, in); err != nil {
			return nil, err
		}
		return officeSentences(tx, in.Paper)
	})
}

func saveOfficeText(tx *store.Tx, in OfficeTextInput) error {
	report, err := Find(in.Paper.Report)
	if err != nil {
		return err
	}
	row := papers.OfficeText{
		Report:    report.Code,
		Form:      cmp.Or(in.Paper.Form, document.FormParty),
		Place:     in.Place,
		InsteadOf: in.InsteadOf,
		Text:      papers.CleanParagraph(in.Text),
		ValidFrom: officeDay(tx, in.ValidFrom),
		Reason:    in.Reason,
	}
	did := "Trở lại câu gốc của chương trình"
	if row.Text != "" {
		did = "Đặt câu chữ của cơ quan"
		if err := checkOfficeText(tx, in, row.Text); err != nil {
			return err
		}
	}
	if err := papers.AddOfficeText(tx, row, in.Seen); err != nil {
		return err
	}
	tx.Audit("report/"+report.Code, did+" trong "+report.Title+", từ ngày "+row.ValidFrom.Show()+".")
	return nil
}

// checkOfficeText refuses words for a sentence the paper does not say, with figures nobody knows, too long, or marked by the guard.
func checkOfficeText(tx *store.Tx, in OfficeTextInput, text string) error {
	sentences, err := officeSentences(tx, in.Paper)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(sentences, func(s Sentence) bool { return s.Place == in.Place && s.InsteadOf == in.InsteadOf })
	if i < 0 {
		return fault.Invalid("place", "Văn bản này không có câu ấy. Hãy tải lại trang.")
	}
	if err := papers.CheckText(text); err != nil {
		return err
	}
	var l figureList
	for _, name := range sentences[i].Names {
		l.add(name.Name, name.Text, name.Link)
	}
	if err := l.check(text); err != nil {
		return err
	}
	var f fault.Fields
	if err := guard.Field(tx, &f, "text", text, in.Reason); err != nil {
		return err
	}
	return f.Err()
}

// OfficeTexts lists every place the office words itself or once did, in the order of the catalog.
func (s *Service) OfficeTexts() ([]OfficeTextLine, error) {
	return access.Read(s.gate, "reports.OfficeTexts", officeTextLines)
}

func officeTextLines(tx *store.Tx) ([]OfficeTextLine, error) {
	rows, err := papers.OfficeTexts(tx, "", "")
	lines := []OfficeTextLine{}
	for _, row := range rows {
		i := slices.IndexFunc(lines, func(l OfficeTextLine) bool {
			return l.Report == row.Report && l.Form == row.Form && l.Now.Place == row.Place && l.Now.InsteadOf == row.InsteadOf
		})
		if i < 0 {
			report, _ := Find(row.Report)
			i = len(lines)
			lines = append(lines, OfficeTextLine{
				Report: row.Report, Name: report.Name, Title: report.Title, Form: row.Form, FormWord: document.FormWords[row.Form],
			})
		}
		lines[i].Now, lines[i].Versions = row, append(lines[i].Versions, row)
	}
	slices.SortStableFunc(lines, func(a, b OfficeTextLine) int { return cmp.Compare(catalogPlace(a.Report), catalogPlace(b.Report)) })
	return lines, err
}

func catalogPlace(code string) int {
	return slices.IndexFunc(Catalog, func(r Report) bool { return r.Code == code })
}

// RestoreOfficeText goes back from a version, by its key, to the program's words from today on and gives back the list. Earlier
// versions stay. Faults: not_found for a version that is not there; conflict where a newer one came meanwhile.
func (s *Service) RestoreOfficeText(id string) ([]OfficeTextLine, error) {
	return access.Write(s.gate, "reports.RestoreOfficeText", func(tx *store.Tx) ([]OfficeTextLine, error) {
		var now papers.OfficeText
		if err := tx.Take(&now, "id = ?", id).Error; store.Missing(err) {
			return nil, fault.NotFound("Không tìm thấy câu chữ này. Hãy tải lại trang.")
		} else if err != nil {
			return nil, err
		}
		in := OfficeTextInput{Paper: Input{Report: now.Report, Form: now.Form}, Place: now.Place, InsteadOf: now.InsteadOf, Seen: now.Seq}
		in.ValidFrom = dates.Later(tx.Today, now.ValidFrom)
		if err := saveOfficeText(tx, in); err != nil {
			return nil, err
		}
		return officeTextLines(tx)
	})
}
