package store

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// Numbers at the head of a database file (its application_id) by which ours is told from another program's.
const (
	ourFile = 0x43614e6f // "CaNo"
	ourCopy = 0x43614e70 // a copy of a file from before migration 0017, so that it is not taken for that file itself
)

// markWrite gives the file a new identity inside a write transaction; every transaction that changes a file does it.
const markWrite = `UPDATE last_write SET previous = id, id = randomblob(16),
	schema = printf('%08x', (SELECT schema_version FROM pragma_schema_version))`

// writeMagic begins the row of last_write on its page; the columns id, previous and schema follow without a gap.
var writeMagic = []byte("\x9c\x41\xf7\xd2\x0b\x6e\x4a\x38\xa5\xc0\xe7\x1d\x38\xf2\x5b\x96")

type writeID [16]byte

// lastWrite is the row of last_write as it lies on a page.
type lastWrite struct {
	id, previous writeID
	schema       uint32
}

func findLastWrite(page []byte) (lastWrite, bool) {
	at := bytes.Index(page, writeMagic)
	if at < 0 || len(page)-at < 16+16+16+8 {
		return lastWrite{}, false
	}
	row := page[at+16:]
	schema, err := strconv.ParseUint(string(row[32:40]), 16, 32)
	if err != nil {
		return lastWrite{}, false
	}
	return lastWrite{writeID(row[:16]), writeID(row[16:32]), uint32(schema)}, true
}

// fileHead is what the first 100 bytes of a database file say.
type fileHead struct {
	pageSize int64
	pages    int64 // 0 = not told
	schema   uint32
	owner    uint32 // application_id
}

func readHead(file io.ReaderAt) (fileHead, bool) {
	var head [100]byte
	if n, _ := file.ReadAt(head[:], 0); n < len(head) || string(head[:16]) != sqliteHead {
		return fileHead{}, false
	}
	number := func(at int) uint32 { return binary.BigEndian.Uint32(head[at:]) }
	h := fileHead{pageSize: int64(binary.BigEndian.Uint16(head[16:])), schema: number(40), owner: number(68)}
	if h.pageSize == 1 {
		h.pageSize = 65536
	}
	if number(24) == number(92) { // the count is valid for this very state
		h.pages = int64(number(28))
	}
	return h, h.pageSize >= 512
}

// writeAheadLog is what the log beside a database would change in it.
type writeAheadLog struct {
	pageSize  int64
	committed bool             // it holds at least one whole transaction
	pages     map[uint32]bool  // where last_write lies
	ids       map[writeID]bool // the states the log begins with, passes through and ends with
	schemas   map[uint32]bool
}

// readLog reads a write-ahead log without the engine. Frames of an earlier round, which lie behind the present ones in the
// same file, are told by their salt and left out. A missing, empty or torn log holds nothing.
func readLog(path string) (writeAheadLog, error) {
	log := writeAheadLog{pages: map[uint32]bool{}, ids: map[writeID]bool{}, schemas: map[uint32]bool{}}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return log, nil
	}
	if err != nil {
		return log, err
	}
	defer file.Close()
	in := bufio.NewReaderSize(file, 1<<20)
	var head [32]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
		return log, beyondEnd(err)
	}
	if magic := binary.BigEndian.Uint32(head[:]); magic&^1 != 0x377f0682 {
		return log, nil
	}
	log.pageSize = int64(binary.BigEndian.Uint32(head[8:]))
	if log.pageSize < 512 || log.pageSize > 65536 {
		return log, nil
	}
	frame := make([]byte, 24+log.pageSize)
	for {
		if _, err := io.ReadFull(in, frame); err != nil {
			return log, beyondEnd(err)
		}
		if !bytes.Equal(frame[8:16], head[16:24]) {
			return log, nil
		}
		log.committed = log.committed || binary.BigEndian.Uint32(frame[4:]) != 0
		if row, found := findLastWrite(frame[24:]); found {
			log.pages[binary.BigEndian.Uint32(frame)] = true
			log.ids[row.id], log.ids[row.previous], log.schemas[row.schema] = true, true, true
		}
	}
}

func beyondEnd(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return err
}

// belongsTo tells whether the log continues the database: the state of the database must be one that the log begins with or
// passes through. The database may be half way between two of them, because the log is moved into it page by page.
func (log writeAheadLog) belongsTo(db io.ReaderAt) bool {
	if !log.committed {
		return true // nothing would be applied
	}
	head, ok := readHead(db)
	switch {
	case !ok || head.pageSize != log.pageSize:
		return false
	case len(log.ids) == 0:
		return head.owner == 0 // both from before migration 0017
	}
	page := make([]byte, head.pageSize)
	for number := range log.pages {
		if n, _ := db.ReadAt(page, int64(number-1)*head.pageSize); n < len(page) {
			continue
		}
		if row, found := findLastWrite(page); found {
			return log.ids[row.id] && (head.schema == row.schema || log.schemas[head.schema])
		}
	}
	// The log holds migration 0017 itself, and the page of last_write has not been moved yet.
	return log.ids[writeID{}] && head.owner != ourCopy
}

// setLogAside gives a log that belongs to another database a name under which the engine does not look for it. It gives a
// sentence for the person, or "" when there was nothing to do. Nothing is deleted.
func (s *Store) setLogAside() (string, error) {
	log, err := readLog(s.Path() + "-wal")
	if err != nil {
		return "", err
	}
	db, err := os.Open(s.Path())
	if err != nil {
		return "", err
	}
	belongs := log.belongsTo(db)
	db.Close()
	var foreign []string
	if !belongs {
		foreign = append(foreign, "-wal", "-shm")
	}
	// The program never leaves a rollback journal beside its database, and the engine would put any into it unasked.
	if info, err := os.Stat(s.Path() + "-journal"); err == nil && info.Size() > 0 {
		foreign = append(foreign, "-journal")
	}
	moved := ""
	for _, suffix := range foreign {
		name, err := s.setAside(FileName + suffix)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		moved += fmt.Sprintf(", “%s”", name)
	}
	if moved == "" {
		return "", nil
	}
	return "Bên cạnh tệp dữ liệu có phần ghi dở của một tệp dữ liệu khác. Chương trình không dùng phần đó và đã để riêng dưới tên " +
		moved[2:] + "; không có gì bị xóa. Nếu vừa chép bản sao lưu vào thư mục dữ liệu thì như vậy là đúng. " +
		"Nếu không, hãy đối chiếu những bản ghi nhập gần đây nhất trước khi nhập tiếp, và báo cho người quản trị.", nil
}

// setAside renames a file of the data folder so that the engine does not find it, and gives the new name.
func (s *Store) setAside(name string) (string, error) {
	kept := name + ".de-rieng-" + s.Clock().Format("20060102-150405")
	for n := 1; ; n++ {
		as := kept
		if n > 1 {
			as = fmt.Sprintf("%s-%d", kept, n)
		}
		if err := renameToFreeName(filepath.Join(s.dir, name), s.dir, as); !errors.Is(err, fs.ErrExist) {
			return as, err
		}
	}
}
