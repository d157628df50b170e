package border

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"caunoi/backend/fault"
)

type place struct {
	Name  string   `json:"name"`
	Codes []string `json:"codes"`
}

// Counter stands for a room's service: results of every shape that may be bound.
type Counter struct{ seen []string }

func (c *Counter) Add(p place, times int) (place, error) {
	if times < 0 {
		return place{}, fault.Invalid("times", "Số lần không được âm.")
	}
	c.seen = append(c.seen, p.Name)
	return p, nil
}
func (c *Counter) Count() int   { return len(c.seen) }
func (c *Counter) Clear() error { c.seen = nil; return nil }
func (c *Counter) Break() error { return errors.New("SELECT * FROM units") }
func (c *Counter) Burst() int   { panic("unexpected") }
func (c *Counter) Nothing()     {}

func TestCallsLikeTheWindow(t *testing.T) {
	calls := NewCalls([]any{&Counter{}})
	rows := []struct{ method, args, want, wantErr string }{
		{"Add", `[{"name":"Ấp Mẫu","codes":["01"],"role":"quản trị"},1]`, `{"name":"Ấp Mẫu","codes":["01"]}`, ""},
		{"Count", `[]`, `1`, ""},
		{"Add", `[{"name":"Ấp Mẫu"},-1]`, "", "Số lần không được âm."},
		{"Add", `[{"name":"Ấp Mẫu"}]`, "", "takes 2 arguments"},
		{"Add", `["chữ",1]`, "", "argument 1"},
		{"Clear", `[]`, `null`, ""},
		{"Count", `[]`, `0`, ""},
		{"Nothing", `[]`, `null`, ""},
		{"Break", `[]`, "", "SELECT"},
		{"Burst", `[]`, "", "panic"},
		{"Drop", `[]`, "", "không có chức năng"},
	}
	for _, row := range rows {
		var args []json.RawMessage
		if err := json.Unmarshal([]byte(row.args), &args); err != nil {
			t.Fatal(err)
		}
		got, err := calls.Call("border.Counter."+row.method, args)
		if row.wantErr != "" {
			if err == nil || !strings.Contains(err.Error(), row.wantErr) {
				t.Errorf("%s(%s) error = %v, want %q", row.method, row.args, err, row.wantErr)
			}
			continue
		}
		if err != nil || string(got) != row.want {
			t.Errorf("%s(%s) = %s, %v, want %s", row.method, row.args, got, err, row.want)
		}
	}
}

// The page must never see what the database said.
func TestUnexpectedErrorsShowNothing(t *testing.T) {
	_, err := NewCalls([]any{&Counter{}}).Call("border.Counter.Break", nil)
	if shown := fault.JSON(err); strings.Contains(shown, "SELECT") {
		t.Errorf("shown to the page: %s", shown)
	}
}
