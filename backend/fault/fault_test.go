package fault

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"
)

func TestJSONHidesForeignErrors(t *testing.T) {
	var got Error
	if err := json.Unmarshal([]byte(JSON(errors.New("no such table: secret"))), &got); err != nil {
		t.Fatal(err)
	}
	if got.Code != CodeInternal || got.Message == "" || got.Message == "no such table: secret" {
		t.Fatalf("foreign error leaked: %+v", got)
	}
}

func TestJSONKeepsWrappedFault(t *testing.T) {
	err := fmt.Errorf("saving: %w", Invalid("name", "Hãy nhập tên."))
	var got Error
	if e := json.Unmarshal([]byte(JSON(err)), &got); e != nil {
		t.Fatal(e)
	}
	if got.Code != CodeInvalid || got.Fields["name"] != "Hãy nhập tên." {
		t.Fatalf("got %+v", got)
	}
}

func TestErrorTextIsNeverEmpty(t *testing.T) {
	if (&Error{}).Error() == "" {
		t.Fatal("an empty text would resolve the page's promise")
	}
}

func TestFields(t *testing.T) {
	var f Fields
	if f.Err() != nil {
		t.Fatal("no message, no error")
	}
	f.Add("b", "Hai.")
	f.Add("a", "Một.")
	f.Add("a", "Ba.")
	if err := f.Err(); err.Error() != "Một. Hai." {
		t.Fatalf("got %q", err)
	}
}
