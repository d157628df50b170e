package matters

import (
	"fmt"
	"regexp"

	"caunoi/backend/fault"
	"caunoi/backend/guard"
	"caunoi/backend/store"
)

// Body is an organisation that answers (cơ quan có thẩm quyền).
type Body struct {
	ID        string `gorm:"column:id;primaryKey" json:"id"`
	Name      string `gorm:"column:name" json:"name"`
	ShortName string `gorm:"column:short_name" json:"shortName"`
	Level     string `gorm:"column:level" json:"level"`   // xa, huyen, tinh, trung_uong, khac
	Police    bool   `gorm:"column:police" json:"police"` // takes urgent notes
	Note      string `gorm:"column:note" json:"note"`
	Fold      string `gorm:"column:fold" json:"-"`
	SortKey   string `gorm:"column:sort_key" json:"-"`
	CreatedAt string `gorm:"column:created_at" json:"createdAt"`
	DeletedAt string `gorm:"column:deleted_at" json:"deletedAt"`
	LevelWord string `gorm:"-" json:"levelWord"`
}

// TableName names the table for GORM.
func (Body) TableName() string { return "body" }

// Short is the short name, or the name where there is none.
func (b Body) Short() string {
	if b.ShortName != "" {
		return b.ShortName
	}
	return b.Name
}

// BodyFilter narrows the directory.
type BodyFilter struct {
	Text    string `json:"text"`
	Deleted bool   `json:"deleted"` // those in the bin instead
}

// BodyInput is a body as typed.
type BodyInput struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	ShortName string `json:"shortName"`
	Level     string `json:"level"`
	Police    bool   `json:"police"`
	Note      string `json:"note"`
	// GuardReason is why text that looks like a person's data is saved all the same, a code.
	GuardReason string `json:"guardReason"`
}

// registerNumberForm is the form of a number in somebody else's register: no blanks, so that no sentence fits in.
var registerNumberForm = regexp.MustCompile(`^[\p{L}\d][\p{L}\d/.\-]{0,39}$`)

var errNoBody = fault.NotFound("Không tìm thấy cơ quan này trong danh bạ. Hãy tải lại danh sách.")

// Bodies lists the directory by name.
func Bodies(tx *store.Tx, f BodyFilter) ([]Body, error) {
	q := tx.Order("sort_key, id")
	if f.Deleted {
		q = q.Where("deleted_at <> ''")
	} else {
		q = q.Where("deleted_at = ''")
	}
	if f.Text != "" {
		q = q.Where(`fold LIKE ? ESCAPE '\'`, store.Like(f.Text))
	}
	out := []Body{}
	err := q.Find(&out).Error
	for i := range out {
		out[i].LevelWord = words.levels.Of(out[i].Level)
	}
	return out, err
}

// SaveBody stores a body, new or changed. It returns fault.CodeNotFound for an unknown id and fault.CodeInvalid for what
// cannot be stored, a name that is taken included.
func SaveBody(tx *store.Tx, in BodyInput) (Body, error) {
	out := Body{CreatedAt: tx.NowText()}
	if in.ID != "" {
		if err := tx.Where("id = ? AND deleted_at = ''", in.ID).Take(&out).Error; err != nil {
			if store.Missing(err) {
				return Body{}, fault.NotFound("Không còn cơ quan này trong danh bạ. Hãy tải lại danh sách.")
			}
			return Body{}, err
		}
	}
	out.Name, out.ShortName, out.Level, out.Police, out.Note = store.CleanLine(
		in.Name,
	), store.CleanLine(
		in.ShortName,
	), in.Level, in.Police, store.CleanLine(
		in.Note,
	)
	var f fault.Fields
	if out.Name == "" {
		f.Add("name", "Hãy nhập tên cơ quan.")
	}
	if out.Level != "" && words.levels.Of(out.Level) == "" {
		f.Add("level", "Hãy chọn cấp của cơ quan.")
	}
	f.RefuseSigns("name", "Tên", out.Name)
	f.RefuseSigns("shortName", "Tên gọi tắt", out.ShortName)
	f.LimitText("name", "Tên", out.Name, 200)
	f.LimitText("shortName", "Tên gọi tắt", out.ShortName, 60)
	f.LimitText("note", "Nội dung", out.Note, lineLimit)
	if err := guard.Field(tx, &f, "note", out.Note, in.GuardReason); err != nil {
		return Body{}, err
	}
	out.Fold, out.SortKey = store.Fold(out.Name+" "+out.ShortName), store.SortKey(out.Name)
	twin, err := store.NameTaken(tx.Model(&Body{}).Where("deleted_at = '' AND id <> ?", in.ID), out.Name)
	if err != nil {
		return Body{}, err
	}
	if twin {
		f.Add("name", "Đã có cơ quan tên này trong danh bạ. Hãy dùng cơ quan đó, hoặc ghi tên đầy đủ để phân biệt.")
	}
	if err := f.Err(); err != nil {
		return Body{}, err
	}
	tx.Audit(out.ID, "Ghi cơ quan trả lời: "+out.Name+"."+guard.Kept(in.GuardReason))
	if out.ID == "" {
		out.ID = store.NewID()
	}
	out.LevelWord = words.levels.Of(out.Level)
	return out, tx.Save(&out).Error
}

func deleteBody(tx *store.Tx, id string) error {
	open, err := Count(tx, Filter{BodyID: id, States: []State{Referred}}, 0)
	if err != nil {
		return err
	}
	if open > 0 {
		return fault.Conflict(
			fmt.Sprintf(
				"Cơ quan này đang giữ %d kiến nghị chờ trả lời nên chưa bỏ được. Hãy ghi trả lời hoặc chuyển cơ quan khác trước.",
				open,
			),
		)
	}
	tx.Audit(id, "Bỏ cơ quan khỏi danh bạ.")
	return requireOneRow(tx.Model(&Body{}).Where("id = ?", id).Update("deleted_at", tx.NowText()))
}

func restoreBody(tx *store.Tx, id string) error {
	var b Body
	if err := tx.Where("id = ?", id).Take(&b).Error; err != nil {
		if store.Missing(err) {
			return fault.NotFound("Không tìm thấy cơ quan này.")
		}
		return err
	}
	twin, err := store.NameTaken(tx.Model(&Body{}).Where("deleted_at = '' AND id <> ?", id), b.Name)
	if err != nil {
		return err
	}
	if twin {
		return fault.Conflict("Đã có cơ quan khác cùng tên trong danh bạ nên không lấy lại được.")
	}
	tx.Audit(id, "Lấy lại cơ quan vào danh bạ.")
	return tx.Model(&b).Update("deleted_at", "").Error
}

func (c *calc) bodyExists(id string) (bool, error) {
	var n int64
	err := c.tx.Model(&Body{}).Where("id = ? AND deleted_at = ''", id).Count(&n).Error
	return n > 0, err
}

// bodiesByID reads the whole directory, by id; those in the bin too, because old papers still name
// them. It is small, tens of lines.
func bodiesByID(tx *store.Tx) (map[string]Body, error) {
	var all []Body
	if err := tx.Find(&all).Error; err != nil {
		return nil, err
	}
	out := make(map[string]Body, len(all))
	for _, b := range all {
		out[b.ID] = b
	}
	return out, nil
}
