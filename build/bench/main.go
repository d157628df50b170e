// Command bench prints every speed goal that the project measures, each beside
// the peer or floor measured in the same run, because times alone say little
// on a machine whose speed nobody knows. Rooms add their own lines as Go
// benchmarks:
//
//	func BenchmarkG24TableReport(b *testing.B) {
//		b.Run("ours", func(b *testing.B) { …; b.ReportMetric(1000, "target-ms") })
//		b.Run("floor", func(b *testing.B) { … the least anyone could do … })
//	}
//
// "ours" is measured against "floor" or "peer", or against each of "peer-NAME" on a
// line of its own; a benchmark without them stands alone. What it reports in pages, file-MB
// or heap-MB is shown behind its line. The mean of five runs counts: what a benchmark has
// to make first, such as a million matters, is made once. One made-up province is generated
// by the built program; rooms find it by CAUNOI_BENCH_PROVINCE, and the second part times
// the built programs themselves on it.
package main

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

func main() {
	data := flag.String("data", "out/bench", "folder for the made-up province")
	bin := flag.String("bin", "build/bin", "where the built programs are")
	flag.Parse()
	log.SetFlags(0)
	province, err := generated(*bin, *data)
	if err != nil {
		log.Fatal(err)
	}
	lines, err := rooms(province, os.Stderr)
	if err != nil {
		log.Fatal(err)
	}
	whole, err := programs(*bin, province)
	if err != nil {
		log.Fatal(err)
	}
	lines = append(lines, whole...)
	slices.SortFunc(lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(goalNumber(a.name), goalNumber(b.name)), cmp.Compare(a.name, b.name))
	})
	fmt.Printf("%-52s %12s %12s %-8s %12s %8s\n", "goal", "ours", "target", "", "floor/peer", "ratio")
	for _, l := range lines {
		fmt.Println(l)
	}
}

// line is one goal: median times, and the target when there is one.
type line struct {
	name        string
	ours, floor time.Duration
	target      time.Duration
	notes       string // what came out: pages, sizes
}

func (l line) String() string {
	target, verdict := "–", ""
	if l.target > 0 {
		target, verdict = show(l.target), "met"
		if l.ours > l.target {
			verdict = "MISSED"
		}
	}
	floor, ratio := "–", "–"
	if l.floor > 0 {
		floor, ratio = show(l.floor), fmt.Sprintf("%.2f", float64(l.ours)/float64(l.floor))
	}
	return strings.TrimRight(
		fmt.Sprintf("%-52s %12s %12s %-8s %12s %8s  %s", l.name, show(l.ours), target, verdict, floor, ratio, l.notes),
		" ",
	)
}

func show(d time.Duration) string {
	switch {
	case d >= time.Second:
		return fmt.Sprintf("%.2f s", d.Seconds())
	case d >= time.Millisecond:
		return fmt.Sprintf("%.1f ms", d.Seconds()*1e3)
	default:
		return fmt.Sprintf("%.1f µs", d.Seconds()*1e6)
	}
}

var goal = regexp.MustCompile(`^G(\d+)`)

func goalNumber(name string) int {
	if m := goal.FindStringSubmatch(name); m != nil {
		n, _ := strconv.Atoi(m[1]) // the pattern holds digits only
		return n
	}
	return 1 << 20
}

// rooms runs the benchmarks of every package; raw output goes to progress.
func rooms(province string, progress io.Writer) ([]line, error) {
	cmd := exec.Command("go", "test", "-run", "^$", "-bench", ".", "-benchtime", "5x", "-p", "1", "-timeout", "30m", "./backend/...")
	cmd.Stderr = os.Stderr
	cmd.Env = append(os.Environ(), "CAUNOI_BENCH_PROVINCE="+province)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	lines, err := parse(io.TeeReader(out, progress))
	if err != nil {
		return nil, err
	}
	return lines, cmd.Wait()
}

var result = regexp.MustCompile(`^Benchmark(\S+?)(?:/(ours|floor|peer(?:-[A-Za-z]+)?))?(?:-\d+)?\s+\d+\s+(.*)$`)

// parse reads the output of go test -bench.
func parse(r io.Reader) ([]line, error) {
	times := map[string]map[string][]time.Duration{}
	targets, notes := map[string]time.Duration{}, map[string]map[string]string{}
	for scan := bufio.NewScanner(r); ; {
		if !scan.Scan() {
			if err := scan.Err(); err != nil {
				return nil, err
			}
			break
		}
		m := result.FindStringSubmatch(scan.Text())
		if m == nil {
			continue
		}
		name, side := m[1], cmp.Or(m[2], "ours")
		if times[name] == nil {
			times[name], notes[name] = map[string][]time.Duration{}, map[string]string{}
		}
		noted := []string{}
		fields := strings.Fields(m[3])
		for i := 0; i+1 < len(fields); i += 2 {
			value, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", scan.Text(), err)
			}
			switch fields[i+1] {
			case "ns/op":
				times[name][side] = append(times[name][side], time.Duration(value))
			case "target-ms":
				targets[name] = time.Duration(value * float64(time.Millisecond))
			case "pages", "file-MB", "heap-MB":
				noted = append(noted, strconv.FormatFloat(value, 'f', -1, 64)+" "+fields[i+1])
			}
		}
		notes[name][side] = strings.Join(noted, ", ")
	}
	lines := make([]line, 0, len(times))
	for name, sides := range times {
		l := line{
			name:   name,
			ours:   median(sides["ours"]),
			floor:  median(append(sides["floor"], sides["peer"]...)),
			target: targets[name],
			notes:  notes[name]["ours"],
		}
		alone := true
		for side, took := range sides {
			if peer, named := strings.CutPrefix(side, "peer-"); named {
				one := l
				one.name, one.floor, alone = name+" / "+peer, median(took), false
				one.notes = strings.Trim(l.notes+" | "+notes[name][side], " |")
				lines = append(lines, one)
			}
		}
		if alone {
			lines = append(lines, l)
		}
	}
	return lines, nil
}

func median(all []time.Duration) time.Duration {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}
