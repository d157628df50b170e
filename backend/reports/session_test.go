package reports

import (
	"sync/atomic"
	"testing"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/fault"
	"caunoi/backend/reports/reportstest"
	"caunoi/backend/store"
	"caunoi/backend/store/storetest"
)

// A paper is read, drawn, then noted in the trail. When somebody else has come to the desk meanwhile, perhaps at another
// office, it is neither noted nor handed over.
func TestAPaperOfAnEndedSessionIsNotHandedOver(t *testing.T) {
	for name, do := range map[string]func(*Service) (Printed, error){
		"preview": func(s *Service) (Printed, error) { return s.Preview(Input{Report: "R2", Period: "2026-06"}) },
		"export":  func(s *Service) (Printed, error) { return s.Export(Input{Report: "R2", Period: "2026-06"}, "docx") },
	} {
		t.Run(name, func(t *testing.T) {
			o, _ := reportstest.Office(t)
			s := New(o.Gate)
			inside, release := make(chan struct{}), make(chan struct{})
			clock, held := o.Store.Clock, atomic.Bool{}
			o.Store.Clock = func() time.Time {
				if held.CompareAndSwap(false, true) {
					close(inside)
					<-release
				}
				return clock()
			}
			answer := make(chan error)
			go func() { _, err := do(s); answer <- err }()
			<-inside
			o.SignIn(t, access.LanhDao)
			close(release)
			if err := <-answer; !fault.Is(err, fault.CodeSignedOut) {
				t.Errorf("got %v", err)
			}
			storetest.Read(t, o.Store, func(tx *store.Tx) error {
				var n int64
				err := tx.Model(&store.AuditEntry{}).Where("action LIKE 'reports.%'").Count(&n).Error
				if n != 0 {
					t.Errorf("%d rows in the trail", n)
				}
				return err
			})
		})
	}
}
