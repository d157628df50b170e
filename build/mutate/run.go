package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// build compiles the tests of a room with all its sites. What the compiler refuses is left out and tried again.
func (r *room) build(folder, helper string) (string, error) {
	binary := filepath.Join(folder, "room.test")
	for range 12 {
		overlay, err := r.overlay(folder, helper)
		if err != nil {
			return "", err
		}
		out, err := exec.Command("go", "test", "-c", "-vet=off", "-gcflags=-e", "-overlay", overlay, "-o", binary, r.path).CombinedOutput()
		if err == nil {
			return binary, nil
		}
		if !r.leaveOut(string(out)) {
			return "", fmt.Errorf("%s does not compile:\n%s", r.path, out)
		}
	}
	return "", fmt.Errorf("%s: the compiler refuses too much", r.path)
}

var refusedLine = regexp.MustCompile(`(?m)([\w.]+\.go):(\d+):\d+: (.*)$`)

// leaveOut takes away the sites on the lines that the compiler named.
func (r *room) leaveOut(said string) bool {
	before, constants := len(r.sites), len(r.constants)
	for _, found := range refusedLine.FindAllStringSubmatch(said, -1) {
		line, _ := strconv.Atoi(found[2])
		if strings.Contains(found[3], "not constant") || strings.Contains(found[3], "constant") {
			r.withoutConstants()
		}
		r.sites = slices.DeleteFunc(r.sites, func(s site) bool { return s.file == found[1] && s.line == line })
	}
	return len(r.sites) < before || len(r.constants) < constants
}

// withoutConstants gives up the texts that stand in constants: one of them is needed as a constant.
func (r *room) withoutConstants() {
	r.constants = map[string][]edit{}
	r.sites = slices.DeleteFunc(r.sites, func(s site) bool { return s.constant })
}

// reach runs each test once and notes which sites it comes by.
func (r *room) reach(binary, folder string) error {
	out, err := r.command(binary, "-test.list", "^Test").Output()
	if err != nil {
		return err
	}
	byID := map[int]*site{}
	for i := range r.sites {
		byID[r.sites[i].id] = &r.sites[i]
	}
	var lock sync.Mutex
	return inParallel(strings.Fields(string(out)), func(test string) error {
		hits := filepath.Join(folder, test+".hits")
		cmd := r.command(binary, "-test.run", "^"+test+"$", "-test.timeout", "10m")
		cmd.Env = append(cmd.Env, "CAUNOI_MUTANT_HITS="+hits)
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%s fails without any fault: %w\n%s", test, err, tail(out))
		}
		content, _ := os.ReadFile(hits)
		lock.Lock()
		defer lock.Unlock()
		for _, word := range strings.Fields(string(content)) {
			if id, _ := strconv.Atoi(word); byID[id] != nil {
				byID[id].reachedBy = append(byID[id].reachedBy, test)
			}
		}
		return nil
	})
}

func (r *room) command(binary string, args ...string) *exec.Cmd {
	cmd := exec.Command(binary, append(args, r.quiet...)...)
	cmd.Dir = r.dir
	cmd.Env = os.Environ()
	return cmd
}

// survives tells whether the tests that reach a site pass although the fault is there.
func (r *room) survives(binary string, s site) bool {
	if len(s.reachedBy) == 0 {
		return true
	}
	cmd := r.command(binary, "-test.run", "^("+strings.Join(s.reachedBy, "|")+")$", "-test.failfast", "-test.timeout", "3m")
	cmd.Env = append(cmd.Env, "CAUNOI_MUTANT="+strconv.Itoa(s.id))
	return cmd.Run() == nil
}

func tail(out []byte) []byte {
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	return bytes.Join(lines[max(0, len(lines)-12):], []byte("\n"))
}

// inParallel does a thing for each of a list, two at a time: the machines this is measured on have two cores.
func inParallel[T any](list []T, do func(T) error) error {
	var wait sync.WaitGroup
	var lock sync.Mutex
	var first error
	slots := make(chan struct{}, 2)
	for _, each := range list {
		slots <- struct{}{}
		wait.Go(func() {
			defer func() { <-slots }()
			if err := do(each); err != nil {
				lock.Lock()
				defer lock.Unlock()
				if first == nil {
					first = err
				}
			}
		})
	}
	wait.Wait()
	return first
}
