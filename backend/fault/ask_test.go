package fault_test

import (
	"fmt"
	"testing"

	"caunoi/backend/fault"
)

func TestAskIsSilentOnceEverySentenceWasAccepted(t *testing.T) {
	for name, c := range map[string]struct {
		questions, accepted []string
		asks                bool
	}{
		"nothing odd":           {nil, nil, false},
		"not accepted":          {[]string{"a", "b"}, nil, true},
		"one of two":            {[]string{"a", "b"}, []string{"a"}, true},
		"both, in any order":    {[]string{"a", "b"}, []string{"b", "a"}, false},
		"another was accepted":  {[]string{"b"}, []string{"a"}, true},
		"more than was asked":   {[]string{"b"}, []string{"a", "b"}, false},
		"accepted before asked": {nil, []string{"a"}, false},
	} {
		err := fault.Ask(c.questions, c.accepted)
		e, _ := fault.Of(err)
		if (err != nil) != c.asks || c.asks && (e.Code != fault.CodeConfirm || fmt.Sprint(e.Questions) != fmt.Sprint(c.questions)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
