package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/bytedance/gopkg/cloud/metainfo"
	"github.com/cloudwego/kitex/client/callopt"
	"github.com/cloudwego/kitex/pkg/connpool"
	"github.com/cloudwego/kitex/pkg/kerrors"
	"github.com/cloudwego/kitex/pkg/remote"

	newer "peer/kitex_gen/newer/peerservice"
	"peer/kitex_gen/peer"
	"peer/kitex_gen/peer/peerservice"
)

var longConnections = connpool.IdleConfig{MaxIdlePerAddress: 100, MaxIdleGlobal: 100, MaxIdleTimeout: time.Minute}

// checks calls a server in every way that the matrix knows, and says how it went. Other languages' clients have the same
// checks by the same names.
type checks struct {
	peer  peerservice.Client
	newer newer.Client
	mux   bool
	bad   bool
}

// run tells whether all checks passed; it prints a line for each.
func (c *checks) run() bool {
	c.check("echo", c.echo)
	c.check("echo-sparse", c.echoSparse)
	c.check("echo-large", c.echoLarge)
	c.check("void", c.void)
	c.check("exception", c.exception)
	c.check("failure", c.failure)
	c.check("unknown-method", c.unknownMethod)
	c.check("after-unknown-method", c.afterUnknownMethod)
	c.check("oneway", c.oneway)
	c.check("concurrent", c.concurrent)
	c.check("deadline", c.deadline)
	c.check("after-deadline", c.void)
	c.check("business", c.business)
	c.check("business-extra", c.businessExtra)
	c.check("metainfo", c.metainfo)
	c.check("backward", c.backward)
	c.check("names", c.names)
	c.check("timeout-told", c.timeoutTold)
	if c.mux {
		c.check("overtaking", c.overtaking)
	}
	return !c.bad
}

func (c *checks) check(name string, run func(ctx context.Context) error) {
	if err := run(context.Background()); err != nil {
		c.bad = true
		fmt.Printf("failed %s: %s\n", name, strings.ReplaceAll(err.Error(), "\n", " "))
		return
	}
	fmt.Printf("ok %s\n", name)
}

func (c *checks) echo(ctx context.Context) error {
	return c.comesBack(ctx, everything())
}

func (c *checks) echoSparse(ctx context.Context) error {
	return c.comesBack(ctx, sparse())
}

func (c *checks) echoLarge(ctx context.Context) error {
	large := sparse()
	large.Bytes = bytes.Repeat([]byte{0, 1, 0xff}, 700_000)
	large.Text = strings.Repeat("ü", 100_000)
	return c.comesBack(ctx, large)
}

func (c *checks) comesBack(ctx context.Context, sent *peer.Everything) error {
	came, err := c.peer.Echo(ctx, sent)
	if err != nil {
		return unexpected("the same value", err)
	}
	// A set has no order.
	slices.Sort(came.Numbers)
	if !reflect.DeepEqual(sent, came) {
		return fmt.Errorf("expected the same value, came %s", shortened(fmt.Sprintf("%+v", came)))
	}
	return nil
}

func (c *checks) void(ctx context.Context) error {
	if err := c.peer.Nothing(ctx); err != nil {
		return unexpected("nothing", err)
	}
	return nil
}

func (c *checks) exception(ctx context.Context) error {
	answer, err := c.peer.Refuse(ctx, "not today", 42)
	var refused *peer.Refused
	if !errors.As(err, &refused) {
		return unexpectedAnswer("Refused", answer, err)
	}
	if refused.Reason != "not today" || refused.Code != 42 {
		return fmt.Errorf("expected Refused(not today, 42), came Refused(%s, %d)", refused.Reason, refused.Code)
	}
	return nil
}

func (c *checks) failure(ctx context.Context) error {
	answer, err := c.peer.Fail(ctx, "broken")
	return failedWith(answer, err, remote.InternalError)
}

// Kitex looks for a service that has the method if it was not told the service's name.
func (c *checks) unknownMethod(ctx context.Context) error {
	answer, err := c.newer.Added(ctx, "x")
	return failedWith(answer, err, remote.UnknownMethod, remote.UnknownService)
}

// The connection may be another one now, but the call must not fail for that.
func (c *checks) afterUnknownMethod(ctx context.Context) error {
	if err := c.newer.Nothing(ctx); err != nil {
		return unexpected("nothing", err)
	}
	return nil
}

func (c *checks) oneway(ctx context.Context) error {
	word := fmt.Sprintf("go-%d", time.Now().UnixNano())
	if err := c.peer.Note(ctx, word); err != nil {
		return unexpected("no answer", err)
	}
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		noted, err := c.peer.Noted(ctx, word)
		if err != nil {
			return unexpected("whether it is noted", err)
		}
		if noted {
			return nil
		}
	}
	return fmt.Errorf("expected the word to be noted, was not within %v", patience)
}

func (c *checks) concurrent(ctx context.Context) error {
	const calls = 100
	failures := make(chan error, calls)
	for i := range calls {
		go func() {
			token := fmt.Sprintf("token %d", i)
			answer, err := c.peer.Slow(ctx, int32(i%20), token)
			if err == nil && answer != token {
				err = fmt.Errorf("'%s'", answer)
			}
			if err != nil {
				err = unexpected("'"+token+"'", err)
			}
			failures <- err
		}()
	}
	var first error
	for range calls {
		if err := <-failures; err != nil && first == nil {
			first = err
		}
	}
	return first
}

func (c *checks) deadline(ctx context.Context) error {
	start := time.Now()
	answer, err := c.peer.Slow(ctx, 3000, "late", callopt.WithRPCTimeout(200*time.Millisecond))
	// A server that was told the deadline may be a bit quicker to say that it has passed than the client is to notice.
	if !kerrors.IsTimeoutError(err) && (err == nil || !strings.Contains(err.Error(), "not answered within the 200 ms")) {
		return unexpectedAnswer("a timeout", answer, err)
	}
	if took := time.Since(start); took > 2*time.Second {
		return fmt.Errorf("expected a timeout after 200ms, came after %v", took)
	}
	return nil
}

func (c *checks) business(ctx context.Context) error {
	answer, err := c.peer.Business(ctx, 404, "no such thing", map[string]string{})
	return isBusinessError(404, "no such thing", map[string]string{}, answer, err)
}

func (c *checks) businessExtra(ctx context.Context) error {
	extra := map[string]string{"reason": "sold \"out\"", "näher": "2"}
	answer, err := c.peer.Business(ctx, -7, "schade, ä", extra)
	return isBusinessError(-7, "schade, ä", extra, answer, err)
}

func isBusinessError(code int32, message string, extra map[string]string, answer string, err error) error {
	business, ok := kerrors.FromBizStatusError(err)
	if !ok {
		return unexpectedAnswer("a business error", answer, err)
	}
	came := fmt.Sprintf("%d %s %v", business.BizStatusCode(), business.BizMessage(), orEmpty(business.BizExtra()))
	if expected := fmt.Sprintf("%d %s %v", code, message, extra); came != expected {
		return fmt.Errorf("expected %s, came %s", expected, came)
	}
	return nil
}

func (c *checks) metainfo(ctx context.Context) error {
	ctx = metainfo.WithPersistentValue(ctx, "TENANT", "acme")
	ctx = metainfo.WithValue(ctx, "STEP", "1")
	came, err := c.peer.Metainfo(ctx, "", "")
	if err != nil {
		return unexpected("the values", err)
	}
	if came.Persistents["TENANT"] != "acme" || came.Transients["STEP"] != "1" {
		return fmt.Errorf("expected TENANT=acme and STEP=1, came persistent %v and transient %v", came.Persistents, came.Transients)
	}
	return nil
}

func (c *checks) backward(ctx context.Context) error {
	ctx = metainfo.WithBackwardValues(ctx)
	if _, err := c.peer.Metainfo(ctx, "SERVED_BY", "me"); err != nil {
		return unexpected("the values", err)
	}
	if value, _ := metainfo.RecvBackwardValue(ctx, "SERVED_BY"); value != "me" {
		return fmt.Errorf("expected SERVED_BY=me, came %v", metainfo.RecvAllBackwardValues(ctx))
	}
	return nil
}

func (c *checks) names(ctx context.Context) error {
	facts, err := c.peer.Facts(ctx)
	if err != nil {
		return unexpected("the call's facts", err)
	}
	if facts.Caller != callerName || facts.Method != "facts" {
		return fmt.Errorf("expected %s and facts, came '%s' and '%s'", callerName, facts.Caller, facts.Method)
	}
	return nil
}

func (c *checks) timeoutTold(ctx context.Context) error {
	facts, err := c.peer.Facts(ctx)
	if err != nil {
		return unexpected("the call's facts", err)
	}
	if told := time.Duration(facts.TimeoutMillis) * time.Millisecond; told <= 0 || told > patience {
		return fmt.Errorf("expected at most %v, came %v", patience, told)
	}
	return nil
}

func (c *checks) overtaking(ctx context.Context) error {
	start := time.Now()
	slow := make(chan error, 1)
	go func() {
		_, err := c.peer.Slow(ctx, 1000, "slow")
		slow <- err
	}()
	time.Sleep(100 * time.Millisecond)
	if err := c.peer.Nothing(ctx); err != nil {
		return unexpected("nothing", err)
	}
	took := time.Since(start)
	if err := <-slow; err != nil {
		return unexpected("'slow'", err)
	}
	if took > 700*time.Millisecond {
		return fmt.Errorf("expected the second call's answer first, came after %v", took)
	}
	return nil
}

func failedWith(answer string, err error, kinds ...int32) error {
	var failure *remote.TransError
	if !errors.As(err, &failure) {
		return unexpectedAnswer(fmt.Sprintf("exception %v", kinds), answer, err)
	}
	if !slices.Contains(kinds, failure.TypeID()) {
		return fmt.Errorf("expected exception %v, came %d: %w", kinds, failure.TypeID(), err)
	}
	return nil
}

func unexpectedAnswer(expected, answer string, err error) error {
	if err != nil {
		return unexpected(expected, err)
	}
	return fmt.Errorf("expected %s, came the answer '%s'", expected, answer)
}

func unexpected(expected string, err error) error {
	return fmt.Errorf("expected %s, came %s", expected, shortened(err.Error()))
}

func shortened(text string) string {
	if len(text) > 500 {
		return text[:500] + "..."
	}
	return text
}

func everything() *peer.Everything {
	y, remark, rank, last, number := int32(-2), "bemerkt", int32(math.MinInt32), true, int64(math.MinInt64)
	return &peer.Everything{
		Flag: true, Tiny: math.MinInt8, Small: math.MaxInt16, Number: -1, Large: math.MaxInt64, Real: 0.1,
		Text: "grüße, 世界 \U0001F600\x00", Bytes: []byte{0, 0x80, 0xff}, Color: peer.Color_BLUE,
		Names: []string{"", "Zoë"}, Numbers: []int32{-15, 4, 8}, Index: map[string]int64{"": 0, "max": math.MaxInt64},
		Point: &peer.Point{X: 1, Y: &y}, Points: []*peer.Point{{X: 3}, {X: 4, Y: &y}},
		Groups: map[int32][]string{1: {"a", "b"}, -1: {}}, Places: map[string]*peer.Point{"home": {X: 5}},
		Choice: &peer.Choice{Number: &number}, Remark: &remark, Rank: &rank, Child: sparse(),
		Colors: []peer.Color{peer.Color_RED, peer.Color_BLUE}, Last: &last,
	}
}

// sparse has nothing that may be left out, and what it has is empty.
func sparse() *peer.Everything {
	text := ""
	return &peer.Everything{
		Bytes: []byte{}, Color: peer.Color_RED, Names: []string{}, Numbers: []int32{}, Index: map[string]int64{},
		Point: &peer.Point{}, Points: []*peer.Point{}, Groups: map[int32][]string{}, Places: map[string]*peer.Point{},
		Choice: &peer.Choice{Text: &text}, Colors: []peer.Color{},
	}
}
