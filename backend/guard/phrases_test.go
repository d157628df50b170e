package guard

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// knownNames are the officers and places the phrases' office knows.
var knownNames = []string{
	"nguyen mau an", "tran mau binh", "le mau chau", "pham mau dung", "vo mau duc",
	"ap qui duc a", "xa quoi dien", "anh son", "ba ria", "an", "binh", "chau", "dung", "duc",
}

func knownHere(name string) bool { return slices.Contains(knownNames, name) }

// phrase is one line of testdata: what kind it is, whether it must be marked, and the words.
type phrase struct {
	kind  string // "+ten", "-nhom"
	words string
	file  string
}

func readPhrases(t *testing.T) (out []phrase) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimRight(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			kind, words, _ := strings.Cut(line, " ")
			out = append(out, phrase{kind, words, strings.TrimSuffix(filepath.Base(file), ".txt")})
		}
	}
	return out
}

// floors are the least that must be right of a kind, in percent; what is not named has to reach 95 where something must be
// marked, and 98 where it must pass.
var floors = map[string]float64{}

// TestPhrases measures the guard: of the phrases of each kind that name somebody at least 95 % are marked, of the others at
// most 2 % are.
func TestPhrases(t *testing.T) {
	type tally struct{ right, all int }
	kinds, files := map[string]*tally{}, map[string]*tally{}
	count := func(in map[string]*tally, name string, right bool) {
		if in[name] == nil {
			in[name] = &tally{}
		}
		in[name].all++
		if right {
			in[name].right++
		}
	}
	for _, p := range readPhrases(t) {
		found := Find(p.words, onDay, knownHere)
		right := (len(found) > 0) == (p.kind[0] == '+')
		count(kinds, p.kind, right)
		count(files, p.file+" "+p.kind[:1], right)
		if !right && len(found) > 0 {
			t.Logf("%s false alarm (%s): %s → %q %s", p.file, p.kind, p.words, found[0].Text, found[0].Kind)
		} else if !right {
			t.Logf("%s missed (%s): %s", p.file, p.kind, p.words)
		}
	}
	all := 0
	for name, each := range files {
		t.Logf("%s: %d of %d right = %.1f %%", name, each.right, each.all, 100*float64(each.right)/float64(each.all))
		all += each.all
	}
	if all < 600 {
		t.Errorf("%d phrases, want 600", all)
	}
	for kind, each := range kinds {
		floor, named := floors[kind]
		if !named {
			floor = 95
			if kind[0] == '-' {
				floor = 98
			}
		}
		if got := 100 * float64(each.right) / float64(each.all); got < floor {
			t.Errorf("%s: %d of %d right = %.1f %%, want %.0f", kind, each.right, each.all, got, floor)
		}
	}
}
