package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// generated makes the province on which everything is measured, unless an earlier run has left one.
func generated(bin, data string) (string, error) {
	province, err := filepath.Abs(filepath.Join(data, "tinh"))
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(filepath.Join(province, "caunoi.db")); err == nil {
		return province, nil
	}
	part := province + ".dang-tao" // takes the name only when it is whole
	if err := os.RemoveAll(part); err != nil {
		return "", err
	}
	out, err := exec.Command(filepath.Join(bin, "caunoi-cli"), "--data", part, "generate", "--scale", "province").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("generate: %w\n%s", err, out)
	}
	if err := os.Rename(part, province); err != nil {
		return "", err
	}
	return province, nil
}

// programs times what only the built programs can tell: how long until the Go
// side is ready (G31), against starting a program of the same size that opens
// nothing.
func programs(bin, province string) ([]line, error) {
	cli := filepath.Join(bin, "caunoi-cli")
	var ready, floor []time.Duration
	for range 5 {
		took, err := untilReady(filepath.Join(bin, "preview"), province)
		if err != nil {
			return nil, err
		}
		ready = append(ready, took)
		began := time.Now()
		if err := exec.Command(cli, "--help").Run(); err != nil {
			return nil, fmt.Errorf("%s --help: %w", cli, err)
		}
		floor = append(floor, time.Since(began))
	}
	return []line{{name: "G31GoSideReadyProvince", ours: median(ready), floor: median(floor), target: 300 * time.Millisecond}}, nil
}

// untilReady starts the preview and waits for its address, which it prints once the desk is open.
func untilReady(preview, data string) (time.Duration, error) {
	cmd := exec.Command(preview, "--data", data)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, err
	}
	cmd.Stderr = os.Stderr
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	defer func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	}()
	for scan := bufio.NewScanner(out); scan.Scan(); {
		if strings.Contains(scan.Text(), "http://") {
			return time.Since(began), nil
		}
	}
	return 0, fmt.Errorf("%s ended before it was ready", preview)
}
