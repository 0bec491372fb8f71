package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"sync"
	"time"

	"github.com/bytedance/gopkg/cloud/metainfo"
	"github.com/cloudwego/kitex/pkg/kerrors"
	"github.com/cloudwego/kitex/pkg/rpcinfo"
	"github.com/cloudwego/kitex/pkg/transmeta"
	"github.com/cloudwego/kitex/server"

	"peer/kitex_gen/peer"
	"peer/kitex_gen/peer/peerservice"
)

// serve answers calls on a loopback port, which it prints, until standard input ends.
func serve(port int, mux bool) error {
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	options := []server.Option{
		server.WithListener(listener),
		server.WithMetaHandler(transmeta.ServerTTHeaderHandler),
		server.WithServerBasicInfo(&rpcinfo.EndpointBasicInfo{ServiceName: "go-server"}),
	}
	if mux {
		options = append(options, server.WithMuxTransport())
	}
	fmt.Printf("LISTENING %d\n", listener.Addr().(*net.TCPAddr).Port)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	return peerservice.NewServer(&handler{}, options...).Run()
}

type handler struct {
	words sync.Map
}

func (h *handler) Echo(_ context.Context, value *peer.Everything) (*peer.Everything, error) {
	return value, nil
}

func (h *handler) Nothing(context.Context) error {
	return nil
}

func (h *handler) Refuse(_ context.Context, reason string, code int32) (string, error) {
	return "", &peer.Refused{Reason: reason, Code: code}
}

func (h *handler) Fail(_ context.Context, message string) (string, error) {
	return "", errors.New(message)
}

func (h *handler) Business(_ context.Context, code int32, message string, extra map[string]string) (string, error) {
	return "", kerrors.NewBizStatusErrorWithExtra(code, message, extra)
}

func (h *handler) Metainfo(ctx context.Context, backwardKey, backwardValue string) (*peer.Metadata, error) {
	if backwardKey != "" {
		metainfo.SendBackwardValue(ctx, backwardKey, backwardValue)
	}
	return &peer.Metadata{
		Persistents: orEmpty(metainfo.GetAllPersistentValues(ctx)),
		Transients:  orEmpty(metainfo.GetAllValues(ctx)),
	}, nil
}

func (h *handler) Facts(ctx context.Context) (*peer.Facts, error) {
	info := rpcinfo.GetRPCInfo(ctx)
	return &peer.Facts{
		Caller:        info.From().ServiceName(),
		Callee:        info.To().ServiceName(),
		Method:        info.Invocation().MethodName(),
		TimeoutMillis: int32(info.Config().RPCTimeout().Milliseconds()),
	}, nil
}

func (h *handler) Slow(_ context.Context, millis int32, token string) (string, error) {
	time.Sleep(time.Duration(millis) * time.Millisecond)
	return token, nil
}

func (h *handler) Note(_ context.Context, word string) error {
	h.words.Store(word, true)
	return nil
}

func (h *handler) Noted(_ context.Context, word string) (bool, error) {
	_, noted := h.words.Load(word)
	return noted, nil
}

func orEmpty(values map[string]string) map[string]string {
	if values == nil {
		return map[string]string{}
	}
	return values
}
