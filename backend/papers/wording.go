package papers

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"caunoi/backend/dates"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// Change is what a person did with a paragraph.
type Change string

// The changes.
const (
	Reworded  Change = "sua"
	Added     Change = "them"
	LeftOut   Change = "bo"
	Automatic Change = "tu_dong" // back to the program's own words
)

// LongestText is how many characters a paragraph may have.
const LongestText = 4000

// addedPrefix begins the place of a paragraph a person added.
const addedPrefix = "them-"

// IsAdded tells whether a place is a paragraph a person added.
func IsAdded(place string) bool { return strings.HasPrefix(place, addedPrefix) }

// Subject is what makes a paper another paper: a draft has one subject, and a subject one draft that is not issued yet.
type Subject struct {
	Report   string // code of the catalog
	Period   dates.Period
	UnitID   string
	Form     document.Form
	IssuerID string
}

// OpenDraft finds the draft of a subject that was not issued yet; none has an empty ID.
func OpenDraft(tx *store.Tx, s Subject) (Draft, error) {
	var found []Draft
	err := tx.Where("report = ? AND period = ? AND unit_id = ? AND form = ? AND issuer_id = ? AND issued_id = ''",
		s.Report, s.Period, s.UnitID, s.Form, s.IssuerID).Find(&found).Error
	if err != nil || len(found) == 0 {
		return Draft{}, err
	}
	return found[0], nil
}

// IssuedDraft finds the newest draft of a subject that was issued; none has an empty ID.
func IssuedDraft(tx *store.Tx, s Subject) (Draft, error) {
	var found []Draft
	err := tx.Where("report = ? AND period = ? AND unit_id = ? AND form = ? AND issuer_id = ? AND issued_id <> ''",
		s.Report, s.Period, s.UnitID, s.Form, s.IssuerID).
		Order("id DESC").Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return Draft{}, err
	}
	return found[0], nil
}

// DraftIssuedAs finds the draft that became an issued paper; none has an empty ID.
func DraftIssuedAs(tx *store.Tx, issuedID string) (Draft, error) {
	var found []Draft
	err := tx.Where("issued_id = ?", issuedID).Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return Draft{}, err
	}
	return found[0], nil
}

// Wordings gives what counts now at each place of a draft, in the order the places were first worded.
func Wordings(tx *store.Tx, draftID string) ([]Wording, error) {
	var rows []Wording
	if draftID == "" {
		return rows, nil
	}
	if err := tx.Where("draft_id = ?", draftID).Order("seq").Find(&rows).Error; err != nil {
		return nil, err
	}
	at := map[string]int{}
	var out []Wording
	for _, row := range rows {
		if i, known := at[row.Place]; known {
			out[i] = row
			continue
		}
		at[row.Place] = len(out)
		out = append(out, row)
	}
	return out, nil
}

// WordingHistory lists everything that was ever written at one place of a draft, newest first.
func WordingHistory(tx *store.Tx, draftID, place string) ([]Wording, error) {
	rows := []Wording{}
	if draftID == "" {
		return rows, nil
	}
	return rows, tx.Where("draft_id = ? AND place = ?", draftID, place).Order("seq DESC").Find(&rows).Error
}

// WordingInput is one change of one paragraph.
type WordingInput struct {
	Place    string // "" with Added makes a new paragraph
	Kind     Change
	After    string // of an added paragraph: the place it follows
	Text     string // already put in order by Tidy
	AutoText string
	AutoForm string
	Reason   string // why marked text is kept, see package guard
	Seen     int    // the newest change of this place the writer has seen; 0 = none
}

// CleanParagraph brings a typed paragraph to the form that is stored: NFC, and no empty lines, which would print as empty paragraphs.
func CleanParagraph(text string) string {
	lines := strings.Split(strings.ReplaceAll(store.Clean(text), "\t", " "), "\n")
	lines = slices.DeleteFunc(lines, func(line string) bool { return strings.TrimSpace(line) == "" })
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, "\n")
}

// CheckText refuses a paragraph that is empty or too long. Faults: invalid ("text").
func CheckText(text string) error {
	if text == "" {
		return fault.Invalid("text", "Đoạn này chưa có chữ. Hãy viết nội dung, hoặc chọn “Bỏ đoạn” nếu không muốn in.")
	}
	if n := utf8.RuneCountInString(text); n > LongestText {
		return fault.Invalid("text", fmt.Sprintf("Đoạn dài %d ký tự, nhiều nhất là 4.000. Hãy chia thành nhiều đoạn.", n))
	}
	return nil
}

// SaveWording adds a change to the draft of a subject, opening one if there is none yet. Nothing is ever written over: when
// somebody changed the same paragraph after the writer last looked, the change is refused and both texts stay. Faults: that
// conflict; invalid for a place or text that cannot be; not_found when an added paragraph is gone.
func SaveWording(tx *store.Tx, s Subject, in WordingInput) (Wording, error) {
	if err := in.check(); err != nil {
		return Wording{}, err
	}
	draft, err := startDraft(tx, s)
	if err != nil {
		return Wording{}, err
	}
	before, err := WordingHistory(tx, draft.ID, in.Place)
	if err != nil {
		return Wording{}, err
	}
	if len(before) > 0 {
		if last := before[0]; last.Seq > in.Seen {
			return Wording{}, fault.Conflict("Đoạn này vừa được " + last.UserName + " sửa lúc " + showMoment(last.At) +
				". Chữ đang gõ vẫn còn trong ô; hãy xem bản mới rồi lưu lại.")
		}
		in.After = before[len(before)-1].After // a paragraph stays where it was first put
	} else if IsAdded(in.Place) {
		return Wording{}, fault.NotFound("Không còn đoạn này. Hãy tải lại trang.")
	}
	if in.Place == "" {
		in.Place = addedPrefix + store.NewID()
	}
	return addWording(tx, draft.ID, in)
}

// startDraft finds the open draft of a subject or begins one.
func startDraft(tx *store.Tx, s Subject) (Draft, error) {
	draft, err := OpenDraft(tx, s)
	if err != nil || draft.ID != "" {
		return draft, err
	}
	draft = Draft{
		ID:        store.NewID(),
		Report:    s.Report,
		Period:    s.Period,
		UnitID:    s.UnitID,
		Form:      s.Form,
		IssuerID:  s.IssuerID,
		CreatedAt: tx.NowText(),
	}
	return draft, tx.Create(&draft).Error
}

func addWording(tx *store.Tx, draftID string, in WordingInput) (Wording, error) {
	var last int
	if err := tx.Model(&Wording{}).Where("draft_id = ?", draftID).Select("COALESCE(MAX(seq), 0)").Scan(&last).Error; err != nil {
		return Wording{}, err
	}
	row := Wording{
		ID:       store.NewID(),
		DraftID:  draftID,
		Seq:      last + 1,
		Place:    in.Place,
		Kind:     in.Kind,
		After:    in.After,
		Text:     in.Text,
		AutoText: in.AutoText,
		AutoForm: in.AutoForm,
		Reason:   in.Reason,
		At:       tx.NowText(),
		UserName: tx.UserName,
	}
	return row, tx.Create(&row).Error
}

func (in WordingInput) check() error {
	switch in.Kind {
	case Reworded, Automatic:
		if in.Place == "" || IsAdded(in.Place) {
			return errNoPlace
		}
	case Added:
		if in.Place != "" && !IsAdded(in.Place) || in.Place == "" && in.After == "" {
			return errNoPlace
		}
	case LeftOut:
		if in.Place == "" {
			return errNoPlace
		}
	default:
		return fault.Invalid("kind", "Không có cách sửa này. Hãy tải lại trang.")
	}
	if in.Kind == Reworded || in.Kind == Added {
		return CheckText(in.Text)
	}
	return nil
}

var errNoPlace = fault.Invalid("place", "Không có đoạn này trong văn bản. Hãy tải lại trang.")

// showMoment shows a moment as the office's showMoment does.
func showMoment(at string) string {
	moment, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	return moment.In(time.FixedZone("", 7*60*60)).Format("15:04 ngày 02/01/2006")
}

// CopyIssuedWording copies the wording of the newest issued draft of a subject into its open one, as new changes, and tells
// how many paragraphs it took. What was written in the open draft stays in its history. Faults: not_found when no issued
// draft was worded by hand.
func CopyIssuedWording(tx *store.Tx, s Subject) (int, error) {
	from, err := IssuedDraft(tx, s)
	if err != nil {
		return 0, err
	}
	rows, err := Wordings(tx, from.ID)
	if err != nil {
		return 0, err
	}
	rows = slices.DeleteFunc(rows, func(row Wording) bool { return row.Kind == Automatic })
	if len(rows) == 0 {
		return 0, fault.NotFound("Chưa có bản nào đã ban hành với lời văn sửa tay để lấy lại.")
	}
	draft, err := startDraft(tx, s)
	if err != nil {
		return 0, err
	}
	for _, row := range rows {
		_, err = addWording(
			tx,
			draft.ID,
			WordingInput{
				Place:    row.Place,
				Kind:     row.Kind,
				After:    row.After,
				Text:     row.Text,
				AutoText: row.AutoText,
				AutoForm: row.AutoForm,
				Reason:   row.Reason,
			},
		)
		if err != nil {
			return 0, err
		}
	}
	return len(rows), nil
}
