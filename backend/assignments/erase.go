package assignments

import (
	"encoding/json"

	"caunoi/backend/store"
)

// DecisionSnapshot is a decision with everything it started, as JSON: what an import that brought it in compares with before it
// takes it back. "" when the decision is gone.
func DecisionSnapshot(tx *store.Tx, decisionID string) (string, error) {
	var p struct {
		Decision Decision
		Started  []Assignment
	}
	err := tx.Where("id = ? AND deleted_at = ''", decisionID).Take(&p.Decision).Error
	if store.Missing(err) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if err := tx.Where("decision_in = ?", decisionID).Order("sort_order, id").Find(&p.Started).Error; err != nil {
		return "", err
	}
	text, err := json.Marshal(p)
	return string(text), err
}

// Erase removes a decision that an import brought in, with everything it started, as if it had never been. It removes
// nothing and says why when something stands on it since. A decision typed by a person is never erased: it is withdrawn.
func Erase(tx *store.Tx, decisionID string) (stays string, err error) {
	var started []string
	if err := tx.Model(&Assignment{}).Where("decision_in = ?", decisionID).Pluck("id", &started).Error; err != nil {
		return "", err
	}
	used, err := tx.UsedIn("assignment", []string{"assignment_id"}, nil, started)
	if err != nil {
		return "", err
	}
	if len(used) > 0 {
		return "đã có ghi nhận dự họp hoặc bàn giao theo phân công này", nil
	}
	handoverRow, err := tx.UsedIn("decision", []string{"decision_id"}, []string{"assignment"}, []string{decisionID})
	if err != nil {
		return "", err
	}
	if len(handoverRow) > 0 {
		return "đã thuộc một lần bàn giao", nil
	}
	if err := undoMoveHooks(tx, decisionID); err != nil {
		return "", err
	}
	if err := tx.Where("decision_in = ?", decisionID).Delete(&Assignment{}).Error; err != nil {
		return "", err
	}
	return "", tx.Where("id = ?", decisionID).Delete(&Decision{}).Error
}

// EraseScheme removes a scheme that an import brought in, unless something was made under it since.
func EraseScheme(tx *store.Tx, schemeID string) (stays string, err error) {
	var kinds []string
	if err := tx.Model(&Kind{}).Where("scheme_id = ?", schemeID).Pluck("id", &kinds).Error; err != nil {
		return "", err
	}
	used, err := tx.UsedIn("scheme_kind", []string{"kind_id"}, nil, kinds)
	if err != nil {
		return "", err
	}
	for _, table := range used {
		if table == "assignment" {
			return "đã có phân công khác theo chủ trương này", nil
		}
		return "đã được dùng ở nơi khác", nil
	}
	above, err := tx.UsedIn("scheme", []string{"scheme_id"}, []string{"scheme_kind"}, []string{schemeID})
	if err != nil {
		return "", err
	}
	if len(above) > 0 {
		return "đã có nhiệm vụ theo chủ trương này", nil
	}
	if err := tx.Where("scheme_id = ?", schemeID).Delete(&Kind{}).Error; err != nil {
		return "", err
	}
	return "", tx.Where("id = ?", schemeID).Delete(&Scheme{}).Error
}
