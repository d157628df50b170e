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

// programs times what only the built programs can tell, on a made-up province:
// how long until the Go side is ready (G31), against starting a program of the
// same size that opens nothing.
func programs(bin, data string) ([]line, error) {
	cli := filepath.Join(bin, "caunoi-cli")
	province := filepath.Join(data, "tinh")
	if _, err := os.Stat(filepath.Join(province, "caunoi.db")); err != nil {
		if out, err := exec.Command(cli, "--data", province, "generate", "--scale", "province").CombinedOutput(); err != nil {
			return nil, fmt.Errorf("generate: %w\n%s", err, out)
		}
	}
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
