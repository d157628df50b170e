package desk

import (
	"os"
	"path/filepath"
	"sync"
)

// logLimit is the size at which the log starts anew; one earlier file is kept.
const logLimit = 1 << 20

// rotatingLog is the program's log file. It is opened at the first line, so that constructing a desk touches no disk;
// a log that cannot be written never stops the work.
type rotatingLog struct {
	path string
	mu   sync.Mutex
	file *os.File
	size int64
}

func newRotatingLog(path string) *rotatingLog { return &rotatingLog{path: path} }

// Write appends one line; it reports success in any case.
func (l *rotatingLog) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file != nil && l.size+int64(len(line)) > logLimit {
		l.file.Close()
		l.file = nil
		_ = os.Rename(l.path, l.path+".1")
	}
	if l.file == nil {
		l.open()
	}
	if l.file != nil {
		n, _ := l.file.Write(line)
		l.size += int64(n)
	}
	return len(line), nil
}

func (l *rotatingLog) open() {
	if os.MkdirAll(filepath.Dir(l.path), 0o700) != nil {
		return
	}
	file, err := os.OpenFile(l.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	l.file, l.size = file, 0
	if info, err := file.Stat(); err == nil {
		l.size = info.Size()
	}
}

// Close ends the log; a later line opens it again.
func (l *rotatingLog) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file != nil {
		l.file.Close()
		l.file = nil
	}
}
