package matters

import (
	"fmt"
	"slices"

	"caunoi/backend/dates"
	"caunoi/backend/fault"
	"caunoi/backend/store"
)

// ActionResult is what an action stored: the matters as they stand now, and notices worth a second look.
type ActionResult struct {
	Items   []Row    `json:"items"`
	Notices []string `json:"notices"`
}

// maxMattersPerAction is how many matters one action takes; a letter never carries more.
const maxMattersPerAction = 500

var errNoMatter = fault.NotFound("Không tìm thấy kiến nghị này. Hãy tải lại danh sách.")

// loadMatter reads a matter with its steps in order, as of the day that is read.
func loadMatter(tx *store.Tx, id string) (*Matter, []Step, error) {
	var m Matter
	if err := tx.Where("id = ?", id).Take(&m).Error; err != nil {
		if store.Missing(err) {
			return nil, nil, errNoMatter
		}
		return nil, nil, err
	}
	then, err := asOf(tx, []Matter{m})
	if err != nil {
		return nil, nil, err
	}
	if len(then) == 0 {
		return nil, nil, errNoMatter
	}
	var steps []Step
	err = tx.Where("matter_id = ?", id).Order("seq").Find(&steps).Error
	return &then[0], stepsKnown(tx, steps), err
}

// applyStep adds one step to a matter and stores the state that follows. The lifecycle table decides whether it may: it
// returns fault.CodeConflict where the state does not admit the event, and the faults of the conditions.
func (c *calc) applyStep(m *Matter, steps []Step, s Step) ([]Step, error) {
	mv, known := lifecycle[m.State][s.Event]
	if !known {
		return nil, fault.Conflict(refusalText(m, s.Event))
	}
	if s.Day == dates.None {
		s.Day = c.tx.Today
	}
	if err := c.checkStepDay(m, steps, s, mv); err != nil {
		return nil, err
	}
	for _, g := range mv.conditions {
		if err := g(c, m, effectiveSteps(steps), &s); err != nil {
			return nil, err
		}
	}
	return c.appendStep(m, steps, s)
}

// appendStep stores a step that was checked before.
func (c *calc) appendStep(m *Matter, steps []Step, s Step) ([]Step, error) {
	s.ID, s.MatterID, s.Seq = store.NewID(), m.ID, len(steps)+1
	s.FromState, s.At, s.UserName = m.State, c.tx.NowText(), c.tx.UserName
	steps, refusal := append(steps, s), m.Refusal
	c.deriveFromSteps(m, steps)
	if m.Refusal != refusal { // a refusal is found by its words
		if err := c.updateSearchIndex(m); err != nil {
			return nil, err
		}
	}
	last := &steps[len(steps)-1]
	last.ToState = m.State
	if err := c.tx.Create(last).Error; err != nil {
		return nil, err
	}
	return steps, c.saveMatter(m)
}

func (c *calc) saveMatter(m *Matter) error {
	return c.tx.Model(&Matter{}).Where("id = ?", m.ID).Select("*").Updates(m).Error
}

// checkStepDay keeps the steps in order of time: nothing before the matter was received, nothing in days to come, and what changes
// where a matter stands not before what changed it last.
func (c *calc) checkStepDay(m *Matter, steps []Step, s Step, mv transition) error {
	switch {
	case !s.Day.Valid():
		return fault.Invalid("day", "Ngày không hợp lệ. Hãy nhập ngày/tháng/năm, ví dụ 05/11/2026.")
	case s.Day > c.tx.Today:
		return fault.Invalid("day", fmt.Sprintf("Ngày %s chưa tới. Hãy ghi ngày việc đã làm.", s.Day.Show()))
	case s.Day < m.ReceivedOn:
		return fault.Invalid(
			"day",
			fmt.Sprintf("Ngày %s trước ngày tiếp nhận kiến nghị số %s (%s). Hãy kiểm tra lại.", s.Day.Show(), m.No(), m.ReceivedOn.Show()),
		)
	}
	if s.Event == EventNotice || s.Event == EventEdit || s.Event == EventSplit {
		return nil // a notice may be noted late, beside what happened meanwhile
	}
	for _, old := range slices.Backward(effectiveSteps(steps)) {
		if old.Event == EventNotice || old.Event == EventEdit || old.Event == EventSplit || old.Event == EventRecord {
			continue
		}
		if s.Day < old.Day {
			return fault.Invalid(
				"day",
				fmt.Sprintf("Kiến nghị số %s đã có việc “%s” ngày %s; việc sau không thể ghi ngày %s. Hãy sửa ngày, hoặc hủy bước trước.",
					m.No(), store.LowerFirst(old.Event.Word()), old.Day.Show(), s.Day.Show()),
			)
		}
		break
	}
	return nil
}

// applyToEach applies the step that build makes to each matter, all or none, and returns the rows as they stand then.
func applyToEach(tx *store.Tx, ids []string, build func(*Matter) (Step, error)) (ActionResult, error) {
	c, list, err := startAction(tx, ids)
	if err != nil {
		return ActionResult{}, err
	}
	for _, id := range list {
		m, steps, err := loadMatter(tx, id)
		if err != nil {
			return ActionResult{}, err
		}
		s, err := build(m)
		if err == nil {
			_, err = c.applyStep(m, steps, s)
		}
		if err != nil {
			return ActionResult{}, err
		}
	}
	return c.actionResult(list)
}

// startAction makes the calculator of an action and drops repeated ids. It returns fault.CodeInvalid for no id or too many.
func startAction(tx *store.Tx, ids []string) (*calc, []string, error) {
	list := []string{}
	for _, id := range ids {
		if id != "" && !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	if len(list) == 0 {
		return nil, nil, fault.Invalid("matterIds", "Hãy chọn ít nhất một kiến nghị.")
	}
	if len(list) > maxMattersPerAction {
		return nil, nil, fault.Invalid(
			"matterIds",
			fmt.Sprintf("Mỗi lần chỉ ghi được cho %d kiến nghị; đang chọn %d. Hãy chia làm nhiều lần.", maxMattersPerAction, len(list)),
		)
	}
	c, err := newCalc(tx)
	return c, list, err
}

// actionResult reads what an action returns: the rows of matters in the order given.
func (c *calc) actionResult(ids []string) (ActionResult, error) {
	rows, err := c.rowsOf(ids)
	return ActionResult{Items: rows, Notices: []string{}}, err
}
