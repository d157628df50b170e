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
// "ours" is measured against "floor" or "peer"; a benchmark without them stands
// alone. The medians of three runs count. The second part times the built programs themselves on a made-up province.
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
	lines, err := rooms(os.Stderr)
	if err != nil {
		log.Fatal(err)
	}
	whole, err := programs(*bin, *data)
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
	return fmt.Sprintf("%-52s %12s %12s %-8s %12s %8s", l.name, show(l.ours), target, verdict, floor, ratio)
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
func rooms(progress io.Writer) ([]line, error) {
	cmd := exec.Command("go", "test", "-run", "^$", "-bench", ".", "-benchtime", "3x", "-count", "3", "-p", "1", "-timeout", "30m", "./backend/...")
	cmd.Stderr = os.Stderr
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

var result = regexp.MustCompile(`^Benchmark(\S+?)(?:/(ours|floor|peer))?(?:-\d+)?\s+\d+\s+(.*)$`)

// parse reads the output of go test -bench.
func parse(r io.Reader) ([]line, error) {
	times := map[string]map[string][]time.Duration{}
	targets := map[string]time.Duration{}
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
			times[name] = map[string][]time.Duration{}
		}
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
			}
		}
	}
	lines := make([]line, 0, len(times))
	for name, sides := range times {
		lines = append(lines, line{name: name, ours: median(sides["ours"]), floor: median(append(sides["floor"], sides["peer"]...)), target: targets[name]})
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
