package desk

import (
	"encoding/json"
	"fmt"

	"caunoi/backend/access"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// listsMost is the most bytes of one person's list settings: some hundred lists, each with a few named filters.
const listsMost = 64 << 10

// listsKey is the setting that holds how a person looks at the lists of the program.
func listsKey(tx *store.Tx) string { return "desk.lists." + tx.UserID }

// ListSettings gives what the person signed in keeps for their lists – order, columns, density, filters and their names – as the
// page wrote it: a JSON object by list. It is "{}" as long as nothing is kept.
func (s *Service) ListSettings() (string, error) {
	return access.Read(s.desk.Gate, "desk.ListSettings", func(tx *store.Tx) (string, error) {
		kept := json.RawMessage("{}")
		err := tx.Setting(listsKey(tx), &kept)
		return string(kept), err
	})
}

// SaveListSettings keeps them for the next time, on whichever day. What is no JSON object, or too much, is refused.
func (s *Service) SaveListSettings(settings string) error {
	return access.Do(s.desk.Gate, "desk.SaveListSettings", func(tx *store.Tx) error {
		var given map[string]json.RawMessage
		if len(settings) > listsMost {
			return fault.Invalid("settings", fmt.Sprintf("Cách xem danh sách dài quá %d KB; hãy xóa bớt bộ lọc đã lưu.", listsMost>>10))
		}
		if err := json.Unmarshal([]byte(settings), &given); err != nil || given == nil {
			return fault.Invalid("settings", "Không đọc được cách xem danh sách; những gì đã nhớ vẫn giữ nguyên.")
		}
		return tx.SetSetting(listsKey(tx), given)
	})
}
