package papers

import (
	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// How a paper stands to one that went out before.
const (
	Replaces    = "thay_the" // takes its place; the other one stays in the register as it is
	Supplements = "bo_sung"  // adds to it
)

// Relation is what a paper says of one that went out before: "thay thế Báo cáo số 12-BC/HU". The zero value says nothing.
type Relation struct {
	Kind string // Replaces or Supplements
	ID   string // of the other paper
}

// relationWords write a relation from both sides.
var relationWords = map[string]struct{ now, before string }{
	Replaces:    {"Thay thế", "Được thay thế bởi"},
	Supplements: {"Bổ sung", "Được bổ sung bởi"},
}

// The kinds of copies (HD 05, annex 3): of a paper, of a copy, of parts of a paper.
const (
	CopyWhole   = "sao_y"
	CopyOfCopy  = "sao_luc"
	CopyExtract = "trich_sao"
)

// CopyWords name the kinds of copies as the stamp has them.
var CopyWords = map[string]string{CopyWhole: "Sao y", CopyOfCopy: "Sao lục", CopyExtract: "Trích sao"}

// wordsOf write a relation, or that of a copy to what it was made from, from both sides.
func wordsOf(kind string) (now, before string) {
	if word := CopyWords[kind]; word != "" {
		return word, "Được " + store.LowerFirst(word) + " thành"
	}
	return relationWords[kind].now, relationWords[kind].before
}

// Related is a paper that stands in a relation to another, seen from that other one.
type Related struct {
	Word   string     `json:"word"` // "Thay thế", "Được thay thế bởi"
	ID     string     `json:"id"`
	Symbol string     `json:"symbol"`
	Day    dates.Date `json:"day"`
}

// Find reads the other paper. Faults: invalid ("relation", "relatedId") for a relation that does not exist, and for a paper that is
// unknown or cancelled, of which nothing is left to replace.
func (r Relation) Find(tx *store.Tx) (Issued, error) {
	if relationWords[r.Kind].now == "" {
		return Issued{}, fault.Invalid("relation", "Văn bản trước chỉ được thay thế hoặc bổ sung. Hãy chọn lại.")
	}
	other, err := Get(tx, r.ID)
	if fault.Is(err, fault.CodeNotFound) {
		return other, fault.Invalid("relatedId", "Chưa chọn văn bản được thay thế hoặc bổ sung. Hãy chọn trong các văn bản đã ban hành.")
	}
	if err == nil && other.CancelledAt != "" {
		return other, fault.Invalid("relatedId", other.Title()+" đã ghi hủy nên không còn gì để thay thế, bổ sung. Hãy chọn văn bản khác.")
	}
	return other, err
}

// Sentence says in the paper itself what it does to the other one: "Báo cáo này thay thế Báo cáo số 12-BC/HU, ngày 05/02/2026."
func (r Relation) Sentence(typeName string, other Issued) string {
	return typeName + " này " + store.LowerFirst(relationWords[r.Kind].now) + " " + other.Title() + "."
}

// paperRelation is the row of a relation.
type paperRelation struct {
	PaperID  string `gorm:"column:paper_id;primaryKey"`
	OtherID  string `gorm:"column:other_id"`
	Relation string `gorm:"column:relation"`
}

func (paperRelation) TableName() string { return "paper_relation" }

// relate keeps what a paper just sealed says of another.
func (p Issued) relate(tx *store.Tx) (Issued, error) {
	if p.Replaces == (Relation{}) {
		return p, nil
	}
	find := p.Replaces.Find
	if CopyWords[p.Replaces.Kind] != "" {
		find = func(tx *store.Tx) (Issued, error) { return Get(tx, p.Replaces.ID) }
	}
	other, err := find(tx)
	if err != nil {
		return Issued{}, err
	}
	if err := tx.Create(&paperRelation{p.ID, other.ID, p.Replaces.Kind}).Error; err != nil {
		return Issued{}, err
	}
	now, before := wordsOf(p.Replaces.Kind)
	tx.Audit(other.ID, before+" văn bản số "+p.Symbol+", ngày "+p.Day.Show()+".")
	p.Related = []Related{{now, other.ID, other.Symbol, other.Day}}
	return p, nil
}

// addRelated fills in the related papers of each paper, those it names before those that name it.
func addRelated(tx *store.Tx, list []Issued) error {
	ids := make([]string, len(list))
	for i, p := range list {
		ids[i] = p.ID
	}
	var rows []struct {
		PaperID, OtherID, Relation string
		PaperSymbol, OtherSymbol   string
		PaperDay, OtherDay         dates.Date
	}
	err := tx.Raw(`SELECT r.paper_id, r.other_id, r.relation, p.symbol AS paper_symbol, p.day AS paper_day,
o.symbol AS other_symbol, o.day AS other_day
FROM paper_relation r JOIN issued_paper p ON p.id = r.paper_id JOIN issued_paper o ON o.id = r.other_id
WHERE r.paper_id IN ? OR r.other_id IN ? ORDER BY p.day, p.id`, ids, ids).
		Scan(&rows).
		Error
	for i := range list {
		for _, r := range rows {
			if now, _ := wordsOf(r.Relation); r.PaperID == list[i].ID {
				list[i].Related = append(list[i].Related, Related{now, r.OtherID, r.OtherSymbol, r.OtherDay})
			}
		}
		for _, r := range rows {
			if _, before := wordsOf(r.Relation); r.OtherID == list[i].ID {
				list[i].Related = append(list[i].Related, Related{before, r.PaperID, r.PaperSymbol, r.PaperDay})
			}
		}
	}
	return err
}
