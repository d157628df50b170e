package issuing

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"caunoi/backend/access"
	"caunoi/backend/document"
	"caunoi/backend/fault"
	"caunoi/backend/reports"
	"caunoi/backend/store"
	"caunoi/backend/typeset"
)

// BatchStatus is how far a batch has come, and what came out of it.
type BatchStatus struct {
	ID          string          `json:"id"`
	Report      string          `json:"report"`
	Title       string          `json:"title"`
	Running     bool            `json:"running"`
	Total       int             `json:"total"`
	Done        int             `json:"done"`        // sheets gone through, also those left out or failed
	Current     string          `json:"current"`     // the one being made
	SecondsLeft int             `json:"secondsLeft"` // -1 = cannot be told yet
	Made        int             `json:"made"`        // sheets in the result
	Pages       int             `json:"pages"`       // 0 with Word, which divides pages itself
	Skipped     []string        `json:"skipped"`     // left out because they had nothing to say
	Failed      []BatchFailure  `json:"failed"`
	Warnings    []string        `json:"warnings"`
	Ended       string          `json:"ended"` // why it ended without a result, in a sentence; "" = it did not
	File        reports.Printed `json:"file"`  // the result once it is done; its Token is "" before
}

// batchJobs holds the one batch of the session.
type batchJobs struct {
	mu  sync.Mutex
	job *batchJob
}

// batchJob is a batch under way or just ended.
type batchJob struct {
	mu            sync.Mutex
	status        BatchStatus
	began         time.Time
	sessionGoesOn func() bool // whether the session that started it goes on
	cancel        context.CancelFunc
	asked         bool // to cancel
}

var errNoBatch = fault.NotFound("Không còn lần in hàng loạt này. Hãy bắt đầu lại.")

// BatchPlaces lists what the sheets of a report can be about, for a person to tick.
func (s *Service) BatchPlaces(ask BatchAsk) (BatchList, error) {
	return access.Read(s.gate, "issuing.BatchPlaces", func(tx *store.Tx) (BatchList, error) { return batchList(tx, ask) })
}

// BatchStart begins to make the sheets and returns at once. One batch runs at a time; it ends with the session that
// started it.
func (s *Service) BatchStart(in BatchInput) (BatchStatus, error) {
	const call = "issuing.BatchStart"
	run, err := access.Read(s.gate, call, func(tx *store.Tx) (*batchRun, error) { return planBatch(tx, in, mostSheets) })
	if err != nil {
		return BatchStatus{}, err
	}
	s.batch.mu.Lock()
	defer s.batch.mu.Unlock()
	if before := s.batch.job; before != nil && before.running() {
		return BatchStatus{}, fault.Conflict("Đang in hàng loạt một báo cáo khác. Hãy đợi xong hoặc hủy lần in đó trước.")
	}
	ctx, cancel := context.WithCancel(context.Background())
	job := &batchJob{status: run.status(), began: time.Now(), sessionGoesOn: s.gate.SessionGuard(), cancel: cancel}
	job.status.ID, job.status.Running, job.status.SecondsLeft = store.NewID(), true, -1
	run.stop = func() bool { return ctx.Err() != nil || !job.sessionGoesOn() }
	run.tell = func(done int, next string) { job.tell(run.status(), done, next) }
	s.batch.job = job
	go s.work(ctx, call, run, job)
	return job.shown(), nil
}

// BatchStatus tells how far a batch has come.
func (s *Service) BatchStatus(id string) (BatchStatus, error) {
	return access.Read(s.gate, "issuing.BatchStatus", func(*store.Tx) (BatchStatus, error) {
		job, err := s.batch.find(id)
		if err != nil {
			return BatchStatus{}, err
		}
		return job.shown(), nil
	})
}

// BatchCancel stops a batch. Sheets made so far are thrown away; a batch that has ended stays as it is.
func (s *Service) BatchCancel(id string) (BatchStatus, error) {
	return access.Read(s.gate, "issuing.BatchCancel", func(*store.Tx) (BatchStatus, error) {
		job, err := s.batch.find(id)
		if err != nil {
			return BatchStatus{}, err
		}
		job.mu.Lock()
		job.asked = job.status.Running
		job.mu.Unlock()
		job.cancel()
		return job.shown(), nil
	})
}

func (b *batchJobs) find(id string) (*batchJob, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.job == nil || b.job.shown().ID != id || !b.job.sessionGoesOn() {
		return nil, errNoBatch
	}
	return b.job, nil
}

// work makes the sheets and leaves the result. All of them are read in one reading transaction: it blocks nobody, and the
// figures of one batch agree.
func (s *Service) work(ctx context.Context, call string, run *batchRun, job *batchJob) {
	defer job.cancel()
	defer func() { // nobody stands above this goroutine: a panic here would end the program
		if cause := recover(); cause != nil {
			job.end(run, noFile, reasonOf(s.gate.Internal(call, fmt.Errorf("batch: panic with a %T", cause))))
		}
	}()
	one := &onePDF{}
	pack := newZipped(run.in.Format)
	run.out = pack
	if !run.in.Separate {
		run.out = one
	}
	_, err := access.Read(s.gate, call, func(tx *store.Tx) (bool, error) {
		one.file = typeset.NewBinder(run.report.Title, tx.Now, run.in.FrontSide)
		tx.DB = tx.WithContext(ctx) // a long question of the last sheet ends with the batch
		return true, run.run(tx)
	})
	switch {
	case run.stop() || errors.Is(err, errStopped):
		job.end(run, noFile, job.whyStopped())
	case err != nil:
		job.end(run, noFile, reasonOf(err))
	case run.Made > 0:
		file, err := s.keep(call, run, one, pack)
		if err != nil {
			job.end(run, noFile, reasonOf(err))
			return
		}
		job.end(run, file, "")
	case len(run.Failed) > 0:
		job.end(run, noFile, "Không in được tờ nào; xem lý do ở từng dòng dưới đây.")
	default:
		job.end(run, noFile, run.emptyWords())
	}
}

// emptyWords says why nothing was printed. A letter with nothing to say is not printed however it is asked for.
func (b *batchRun) emptyWords() string {
	words := "Không nơi nào có nội dung để in trong kỳ này."
	if b.in.SkipEmpty && !slices.Contains(b.report.Conditions, reports.SomethingToSay) {
		words += " Bỏ dấu “Bỏ qua tờ không có nội dung” nếu vẫn muốn in."
	}
	return words
}

var noFile = reports.Printed{Warnings: []string{}}

// keep puts the result where the page fetches it, and notes that it was printed.
func (s *Service) keep(call string, run *batchRun, one *onePDF, pack *zipped) (reports.Printed, error) {
	name, mime, content := reports.FileName(run.report, run.in.Input), "application/pdf", []byte(nil)
	var err error
	if run.in.Separate {
		name, mime = typeset.Format("zip").FileName(name), "application/zip"
		err = pack.pack.Close()
		content = pack.buffer.Bytes()
	} else {
		content, run.Pages, err = one.file.Bytes() // with the contents before the sheets
	}
	if err != nil {
		return noFile, s.gate.Internal(call, err)
	}
	err = access.Do(s.gate, call, func(tx *store.Tx) error {
		tx.Audit(
			"report/"+run.report.Code,
			"In hàng loạt "+run.report.Title+", "+run.in.Input.Period.Label()+": "+document.TwoDigits(run.Made)+" tờ.",
		)
		return nil
	})
	if err != nil {
		return noFile, err
	}
	return reports.Printed{Token: s.gate.Files().Put(name, mime, content), FileName: name, Pages: run.Pages, Warnings: []string{}}, nil
}

func (j *batchJob) running() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.status.Running && j.sessionGoesOn()
}

// tell notes that done sheets are through and the next one is begun.
func (j *batchJob) tell(so BatchStatus, done int, next string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	so.ID, so.Running, so.SecondsLeft = j.status.ID, true, j.status.SecondsLeft
	j.status = so
	j.status.Done, j.status.Current = done, next
	const enough = 3 // sheets, before the time left is more than a guess
	if done >= enough {
		left := time.Since(j.began) / time.Duration(done) * time.Duration(j.status.Total-done)
		j.status.SecondsLeft = int(left.Round(time.Second) / time.Second)
	}
}

// end notes the result. A run that was stopped has none.
func (j *batchJob) end(run *batchRun, file reports.Printed, why string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	done, id := j.status.Done, j.status.ID
	j.status = run.status()
	j.status.ID, j.status.Done, j.status.File, j.status.Ended = id, done, file, why
}

func (j *batchJob) whyStopped() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.asked {
		return "Đã hủy. Chưa có tệp nào được tạo."
	}
	return "Lần in hàng loạt đã dừng vì phiên làm việc kết thúc."
}

// shown is the status as of now, for the page to keep.
func (j *batchJob) shown() BatchStatus {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.status
}
