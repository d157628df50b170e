package main

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// Every wrong command line is refused in a sentence of its own, with help, before anything is opened.
func TestWrongCommandLines(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		args, sentence string
	}{
		{"--data " + dir, "Thiếu lệnh."},
		{"khong-co", "Không có lệnh “khong-co”."},
		{"import", "Lệnh “import” cần thêm tham số."},
		{"report", "Sai số tham số cho lệnh “report”."},
		{"import units", "Sai số tham số cho lệnh “import units”."},
		{"import units a b", "Sai số tham số cho lệnh “import units”."},
		{"check thua", "Sai số tham số cho lệnh “check”."},

		{"--khong-co check", "Không có tùy chọn --khong-co."},
		{"check --khong-co=1", "Không có tùy chọn --khong-co."},
		{"check --Data x", "Không có tùy chọn --Data."},
		{"check ---data x", "Không có tùy chọn ---data."},
		{"check --=x", "Không có tùy chọn --=x."},
		{"check -x", "Không có tùy chọn -x."},
		{"check -đồ", "Không có tùy chọn -đồ."},
		{"check -data x", "Không có tùy chọn -data."},

		{"--data", "Thiếu giá trị sau --data."},
		{"check --today", "Thiếu giá trị sau --today."},
		{"import units a --ending", "Thiếu giá trị sau --ending."},
		{"--help import units --as-of", "Thiếu giá trị sau --as-of."},

		{"import units a --apply=true", "Tùy chọn --apply đứng một mình, không nhận giá trị."},
		{"import units a --apply=false", "Tùy chọn --apply đứng một mình, không nhận giá trị."},
		{"check --help=", "Tùy chọn --help đứng một mình, không nhận giá trị."},
		{"check -h=1", "Tùy chọn --help đứng một mình, không nhận giá trị."},

		{"check --apply", "Lệnh “check” không có tùy chọn --apply."},
		{"--apply check", "Lệnh “check” không có tùy chọn --apply."},
		{"check --scale x --apply", "Lệnh “check” không có tùy chọn --scale."},
		{"check --draft --apply", "Lệnh “check” không có tùy chọn --draft."},

		{"check --today 26/11/2026", "--today: Không đọc được ngày “26/11/2026”."},
		{"check --today 2026-11-26 --today hai", "--today: Không đọc được ngày “hai”."},
		{"generate", "--scale phải là một trong: commune, district, province."},
		{"generate --scale planet", "--scale phải là một trong: commune, district, province."},
		{"generate --scale commune --scale planet", "--scale phải là một trong: commune, district, province."},
		{"import units a --ambiguous --apply", "--ambiguous phải là một trong: moi, doi, bo."},
		{"import units a --close moi", "--close phải là một trong: none, province, all."},
		{"import units a --ending -5", "--ending -5 không phải là số đơn vị."},
		{"import units a --ending 0", "--ending 0 không phải là số đơn vị."},
		{"report so-du-hop", "Cần --period và --out."},
		{"report so-du-hop --period 2026-06 --out a --number mot", "--number phải là số."},
		{"reprint 1-BC/HU", "Cần --out."},
		{"differences 1-BC/HU", "Cần --out."},

		{"-- --help", "Không có lệnh “--help”."},
		{"check -- --apply", "Sai số tham số cho lệnh “check”."},
		{"import units a -- --apply", "Sai số tham số cho lệnh “import units”."},
		{"--data -- khong-co", "Không có lệnh “khong-co”."},
	} {
		out, errOut := cli(t, exitUsage, strings.Fields(c.args)...)
		if !strings.HasPrefix(errOut, c.sentence) || !strings.Contains(errOut, "caunoi-cli ") || out != "" {
			t.Errorf("%s: want %q and help, got %q, %q", c.args, c.sentence, errOut, out)
		}
	}
}

// Whatever pflag finds wrong is said in Vietnamese, a fault it may learn to find later too.
func TestSentencesAreNotTheLibrarys(t *testing.T) {
	if got := sentence(pflag.ErrHelp); got != "Dòng lệnh sai." {
		t.Error(got)
	}
}

func TestFlagsAreReadWhereverTheyStand(t *testing.T) {
	for _, c := range []struct {
		args  string
		words string
		given string
		out   string
	}{
		{"report r27 --out a.pdf --draft", "report r27", "out draft", "a.pdf"},
		{"--draft --out=a.pdf report r27", "report r27", "draft out", "a.pdf"},
		{"report --out a.pdf r27", "report r27", "out", "a.pdf"},
		{"--out a.pdf --out b.pdf --draft --draft", "", "out draft", "b.pdf"},
		{"--out a=b=c", "", "out", "a=b=c"},
		{"--out=", "", "out", ""},
		{"--out --draft", "", "out", "--draft"},
		{"--out -1", "", "out", "-1"},
		{"--out -- x", "x", "out", "--"},
		{"--draft -- --out a", "--out a", "draft", "otherwise"},
		{"a -- b -- c -h", "a b -- c -h", "", "otherwise"},
		{"- -h", "-", "help", "otherwise"},
	} {
		o, words, err := parse(strings.Fields(c.args))
		if err != nil {
			t.Errorf("%s: %v", c.args, err)
			continue
		}
		given := strings.Join(o.given(), " ")
		if strings.Join(words, " ") != c.words || given != c.given || o.get("out", "otherwise") != c.out {
			t.Errorf("%s: words %q, given %q, out %q", c.args, words, given, o.get("out", "otherwise"))
		}
	}
}

// A file whose name begins with a dash is named behind "--".
func TestWordsBehindTwoDashesAreNoFlags(t *testing.T) {
	dir := t.TempDir()
	on(t, exitDone, dir, "init")
	if _, errOut := on(t, exitRefused, dir, "import", "units", "--", "--help"); !strings.Contains(errOut, "Không đọc được tệp “--help”.") {
		t.Error(errOut)
	}
}

var optionName = regexp.MustCompile(`--([a-z][a-z-]*)`)

func namesIn(text string) []string {
	var names []string
	for _, m := range optionName.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// The help of a command says what it does, how it is called, and explains each of its flags, no more and no fewer.
func TestHelpNamesEveryFlagOfEveryCommand(t *testing.T) {
	files := []string{"overview.txt"}
	used := []string{"data", "today", "help", "version"}
	for _, c := range commands {
		files = append(files, strings.Join(c.name, "-")+".txt")
		used = append(used, c.flags...)
		asked, _ := cli(t, exitDone, append(slices.Clone(c.name), "--help")...)
		if short, _ := cli(t, exitDone, append([]string{"-h"}, c.name...)...); short != asked || asked != c.help()+"\n" {
			t.Errorf("%s: -h and --help differ: %q, %q", c.title(), short, asked)
		}
		parts := strings.SplitN(asked, "\n\n", 3)
		if len(parts) < 2 || strings.Contains(parts[0], "\n") || !strings.HasSuffix(parts[0], ".") {
			t.Errorf("%s: no line that says what it does: %q", c.title(), asked)
			continue
		}
		call := "Cách dùng: caunoi-cli [--data THƯ_MỤC] " + c.called()
		options, begins := strings.CutPrefix(strings.TrimSpace(parts[1]), call)
		want := slices.Sorted(slices.Values(c.flags))
		if got := namesIn(options); !begins || !slices.Equal(got, want) {
			t.Errorf("%s: the line of its use names %q, not %q: %q", c.title(), got, want, parts[1])
		}
		var explained []string
		for line := range strings.Lines(strings.Join(parts[2:], "")) {
			if strings.HasPrefix(line, "  --") {
				explained = append(explained, namesIn(line)[0])
			}
		}
		slices.Sort(explained)
		if !slices.Equal(explained, want) {
			t.Errorf("%s: %q are explained, not %q", c.title(), explained, want)
		}
	}
	entries, err := helpTexts.ReadDir("help")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(files, e.Name()) {
			t.Errorf("help/%s belongs to no command", e.Name())
		}
	}
	slices.Sort(used)
	defined := slices.Sorted(slices.Values(slices.Concat(valued, switches, []string{"help"})))
	if used = slices.Compact(used); !slices.Equal(used, defined) {
		t.Errorf("commands take %q, there are %q", used, defined)
	}
}

// The help of a command shows how a flag is written: with a value, or alone.
func TestHelpShowsWhichFlagsTakeAValue(t *testing.T) {
	for _, c := range commands {
		for _, name := range c.flags {
			alone := strings.Contains(c.help(), "[--"+name+"]")
			if alone != slices.Contains(switches, name) {
				t.Errorf("%s --%s: shown alone: %v", c.title(), name, alone)
			}
		}
	}
}

func TestTheOverviewListsEveryCommand(t *testing.T) {
	out, _ := cli(t, exitDone, "--help")
	if bare, _ := cli(t, exitDone); bare != out {
		t.Errorf("nothing said gives %q", bare)
	}
	if !strings.Contains(out, "Mã thoát: 0 xong; 1 ") || !slices.Equal(namesIn(out), []string{"data", "each", "help", "today"}) {
		t.Error(out)
	}
	for _, c := range commands {
		line := regexp.MustCompile(`(?m)^  ` + regexp.QuoteMeta(c.called()) + ` +` + regexp.QuoteMeta(c.about()) + `$`)
		if n := len(line.FindAllString(out, -1)); n != 1 {
			t.Errorf("%s is listed %d times", c.called(), n)
		}
	}
}

func TestVersion(t *testing.T) {
	var out, errOut bytes.Buffer
	if code := run([]string{"check", "--version"}, &out, &errOut); code != exitDone || out.String() != "caunoi-cli "+version+"\n" {
		t.Error(code, &out, &errOut)
	}
}
