package matters

import (
	"fmt"
	"reflect"
	"testing"
)

// The log says of each meeting as many matters as the register lists for it, however many meetings are asked about.
func TestRaisedAtCountsWhatTheRegisterLists(t *testing.T) {
	o := openOffice(t)
	in := plain()
	in.Items = append(in.Items, in.Items[0])
	in.Items[1].Summary = "Thắp sáng đường liên tổ"
	o.record(t, in)
	elsewhere := plain()
	elsewhere.MeetingID, elsewhere.Origin = "", FromOther
	o.record(t, elsewhere)
	asked := []string{"", "m1", "gone"}
	for n := range meetingsBatch {
		asked = append(asked, fmt.Sprintf("none-%d", n))
	}
	got, err := o.s.RaisedAt(asked)
	if err != nil || !reflect.DeepEqual(got, []MeetingCount{{MeetingID: "m1", Count: 2}}) {
		t.Errorf("%+v, %v", got, err)
	}
	page, err := o.s.Register(Filter{MeetingID: "m1", Limit: 10})
	if err != nil || page.Total != 2 {
		t.Errorf("the register lists %d, %v", page.Total, err)
	}
	if none, err := o.s.RaisedAt(nil); err != nil || len(none) != 0 || none == nil {
		t.Errorf("%v, %v", none, err)
	}
}
