// Package fault is the one kind of error a person may see: a code for the machine, a sentence in Vietnamese that says
// what to do, and messages for single form fields. Every other error is a defect of ours; the gate logs it under an id
// and shows only that id.
package fault

import (
	"encoding/json"
	"errors"
)

// Code tells the page how to react; the sentence tells the person.
type Code string

const (
	CodeInvalid     Code = "invalid"     // something typed or chosen has to be corrected
	CodeNotFound    Code = "not_found"   // the record is not there (any more)
	CodeConflict    Code = "conflict"    // the record is in a state that forbids this
	CodeForbidden   Code = "forbidden"   // signed in, but the role may not
	CodeSignedOut   Code = "signed_out"  // no one is signed in, or the desk is locked
	CodeUnavailable Code = "unavailable" // the data folder cannot be used now
	CodeConfirm     Code = "confirm"     // nothing is wrong, but it cannot be undone: see Questions
	CodeInternal    Code = "internal"    // our defect; see ID in the log
)

// Error is what crosses the border to the page.
type Error struct {
	Code    Code              `json:"code"`
	Message string            `json:"message"`
	Fields  map[string]string `json:"fields"`
	ID      string            `json:"id"`

	// Questions are what a person has to accept first, each a sentence; only with CodeConfirm.
	Questions []string `json:"questions,omitempty"`
}

// Error returns the sentence for the person; it is never empty, because an error with an empty text would resolve
// the page's promise instead of rejecting it.
func (e *Error) Error() string {
	if e.Message == "" {
		return "Không thực hiện được. Hãy thử lại."
	}
	return e.Message
}

// New makes a fault of the given kind.
func New(code Code, message string) *Error {
	return &Error{Code: code, Message: message, Fields: map[string]string{}}
}

// Invalid refuses one field with a sentence that says what to type instead.
func Invalid(field, message string) *Error {
	e := New(CodeInvalid, message)
	if field != "" {
		e.Fields[field] = message
	}
	return e
}

// NotFound says that the record asked for does not exist.
func NotFound(message string) *Error { return New(CodeNotFound, message) }

// Conflict says that the record's present state forbids the action.
func Conflict(message string) *Error { return New(CodeConflict, message) }

// Forbidden says that the signed-in person's role may not do this.
func Forbidden(message string) *Error { return New(CodeForbidden, message) }

// SignedOut says that nobody is signed in or the desk is locked.
func SignedOut() *Error {
	return New(CodeSignedOut, "Chưa đăng nhập hoặc bàn làm việc đang khóa. Hãy đăng nhập lại.")
}

// Unavailable says that the data folder cannot be used at the moment.
func Unavailable(message string) *Error { return New(CodeUnavailable, message) }

// Of finds the fault inside err, if there is one.
func Of(err error) (*Error, bool) {
	var e *Error
	ok := errors.As(err, &e)
	return e, ok
}

// Is tells whether err is a fault with this code.
func Is(err error, code Code) bool {
	e, ok := Of(err)
	return ok && e.Code == code
}

// JSON writes err as the text that crosses the border. An error that is no fault shows nothing of itself.
func JSON(err error) string {
	e, ok := Of(err)
	if !ok {
		e = New(CodeInternal, "Có lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo cho người quản trị.")
	}
	out := *e
	out.Message = e.Error()
	if out.Fields == nil {
		out.Fields = map[string]string{}
	}
	text, _ := json.Marshal(out) // a struct of strings cannot fail
	return string(text)
}
