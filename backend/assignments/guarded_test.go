package assignments

import (
	"errors"
	"testing"

	"caunoi/backend/fault"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// Every free text of an assignment, a scheme and a handover is looked through, and may stand with a reason of the list.
func TestFreeTextsOfAssignmentsAreGuarded(t *testing.T) {
	const neighbour = "gần nhà bà Trần Thị Mít, điện thoại 0912 345 678"
	s := storetest.Open(t)
	storetest.Write(t, s, func(tx *store.Tx) error {
		for name, c := range map[string]struct {
			field string
			save  func(text, reason string) error
		}{
			"trích yếu": {"subject", func(text, reason string) error {
				return guardDecision(tx, DecisionIn{Subject: text, GuardReason: reason})
			}},
			"ghi chú": {"note", func(text, reason string) error { return guardDecision(tx, DecisionIn{Note: text, GuardReason: reason}) }},
			"nhiệm vụ": {"lines.1.duty", func(text, reason string) error {
				return guardDecision(tx, DecisionIn{Lines: []LineIn{{Duty: "Dự sinh hoạt chi bộ"}, {Duty: text}}, GuardReason: reason})
			}},
			"căn cứ kết thúc": {"lines.0.endNote", func(text, reason string) error {
				return guardDecision(tx, DecisionIn{Lines: []LineIn{{EndNote: text}}, GuardReason: reason})
			}},
			"ghi chú của dòng": {"lines.0.note", func(text, reason string) error {
				return guardDecision(tx, DecisionIn{Lines: []LineIn{{Note: text}}, GuardReason: reason})
			}},
			"chủ trương": {"note", func(text, reason string) error { return guardScheme(tx, reason, Scheme{ID: "x", Note: text}) }},
			"bàn giao": {"note", func(text, reason string) error {
				h := &handoverRun{tx: tx, in: HandoverIn{Reason: "khac", Note: text, GuardReason: reason}}
				err := h.chooseSuccessors()
				if e := refusedFields(err); err != nil && e["note"] == "" {
					return nil // refused for something else
				}
				return err
			}},
		} {
			e := refusedFields(c.save(neighbour, ""))
			if e[c.field] == "" || e["guardReason"] == "" {
				t.Errorf("%s: %+v", name, e)
			}
			if err := c.save(neighbour, "KHONG_GAN_VOI_NGUOI"); err != nil {
				t.Errorf("%s with a reason: %v", name, err)
			}
			if err := c.save("Dự sinh hoạt chi bộ ấp Bà Tư hằng tháng", ""); err != nil {
				t.Errorf("%s without anybody: %v", name, err)
			}
		}
		return nil
	})
}

// refusedFields are the fields an error names; nil for none.
func refusedFields(err error) map[string]string {
	var e *fault.Error
	if errors.As(err, &e) {
		return e.Fields
	}
	return nil
}
