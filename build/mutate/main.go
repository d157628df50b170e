// Command mutate puts small faults into the rooms, one at a time, and tells which ones no test of the room notices: a
// boundary moved by one day, a check never called, a value not stored, a sum the wrong way round, a query's "<" for "<=".
// All faults of a room are compiled into one test program and switched on by a number, so a fault costs the time of the
// tests that reach it, not of a compilation.
//
//	go run ./build/mutate                      a sample of each room, always the same one
//	go run ./build/mutate -each 0 dates papers every fault of two rooms
//	go run ./build/mutate -sample 2            another sample of each room
//
// A survivor that is no gap in the tests is explained in explained.txt, one line "<room>/<file> <function>: <fault> # why".
package main

import (
	"cmp"
	_ "embed"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
	"sync"
)

// measured are the rooms whose figures the office relies on.
var measured = []string{"dates", "units", "assignments", "duties", "fulfilment", "matters", "access", "papers"}

//go:embed helper.go.txt
var helper string

//go:embed explained.txt
var explainedLines string

func main() {
	log.SetFlags(0)
	each := flag.Int("each", 60, "how many faults a room; 0 is all")
	which := flag.Int("sample", 1, "which of the samples")
	module := flag.String("module", "caunoi/backend/", "what stands before a room's name in its import path")
	flag.Parse()
	rooms := flag.Args()
	if len(rooms) == 0 {
		rooms = measured
	}
	var total tally
	for _, name := range rooms {
		one, err := measure(*module, name, *each, *which)
		if err != nil {
			log.Fatal(err)
		}
		for _, line := range one.survivors {
			fmt.Println("  " + line)
		}
		fmt.Println(one)
		total.killed, total.explained, total.alive = total.killed+one.killed, total.explained+one.explained, total.alive+one.alive
	}
	total.room = "all"
	fmt.Println(total)
}

// tally counts what became of the faults put into a room.
type tally struct {
	room                     string
	killed, explained, alive int
	survivors                []string
}

func (t tally) String() string {
	tried := t.killed + t.explained + t.alive
	return fmt.Sprintf("%-12s tried %4d  killed %4d  explained %3d  alive %3d  = %5.1f %%", t.room, tried, t.killed, t.explained, t.alive,
		100*float64(t.killed+t.explained)/float64(max(1, tried)))
}

func measure(module, name string, each, which int) (tally, error) {
	folder, err := os.MkdirTemp("", "caunoi-mutate-")
	if err != nil {
		return tally{}, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	r, err := load(module + name)
	if err != nil {
		return tally{}, err
	}
	binary, err := r.build(folder, helper)
	if err != nil {
		return tally{}, err
	}
	if err := r.reach(binary, folder); err != nil {
		return tally{}, err
	}
	known := explained(name)
	result := tally{room: name}
	var lock sync.Mutex
	err = inParallel(sample(r.sites, each, which), func(s site) error {
		survived := r.survives(binary, s)
		lock.Lock()
		defer lock.Unlock()
		switch {
		case !survived:
			result.killed++
		case slices.Contains(known, s.key()):
			result.explained++
		default:
			result.alive++
			note := ""
			if len(s.reachedBy) == 0 {
				note = "   (no test comes by)"
			}
			result.survivors = append(result.survivors, fmt.Sprintf("%s/%s:%d %s: %s%s", name, s.file, s.line, s.where, s.says, note))
		}
		return nil
	})
	slices.Sort(result.survivors)
	return result, err
}

// sample takes a fixed choice from everywhere in the room, another one for another number.
func sample(sites []site, each, which int) []site {
	out := slices.Clone(sites)
	slices.SortFunc(out, func(a, b site) int { return cmp.Or(cmp.Compare(a.rank(which), b.rank(which)), a.id-b.id) })
	if each > 0 && len(out) > each {
		out = out[:each]
	}
	return out
}

// explained lists the keys of a room's survivors that were read and found to be no gap.
func explained(room string) []string {
	var out []string
	for line := range strings.Lines(explainedLines) {
		key, why, ok := strings.Cut(strings.TrimSpace(line), " # ")
		if rest, mine := strings.CutPrefix(key, room+"/"); ok && mine && why != "" {
			out = append(out, rest)
		}
	}
	return out
}
